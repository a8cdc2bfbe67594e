"""Procedures as they were loaded, so that a case runs to its end by the version it was opened with."""

from datetime import datetime

from sqlalchemy import bindparam, select

from storage.database import Database
from storage.schema import procedures
from storage.upsert import Upsert

_FREEZE = Upsert(procedures)
_SOURCES = select(procedures.c.version, procedures.c.source)
_SOURCE = select(procedures.c.source).where(procedures.c.version == bindparam("wanted"))


async def freeze(db: Database, version: str, procedure_id: str, source: str, at: datetime) -> None:
    """Keep a version of a procedure for ever; one that is there already stays as it is."""
    async with db.writing() as conn:
        row = {"version": version, "id": procedure_id, "source": source, "loaded_at": at}
        await conn.execute(_FREEZE.on(conn), row)


async def sources(db: Database) -> dict[str, str]:
    """Every version that was ever loaded, with its file."""
    async with db.reading() as conn:
        return {row.version: row.source for row in await conn.execute(_SOURCES)}


async def source(db: Database, version: str) -> str | None:
    """The file of a version as it was loaded."""
    async with db.reading() as conn:
        return (await conn.execute(_SOURCE, {"wanted": version})).scalar()
