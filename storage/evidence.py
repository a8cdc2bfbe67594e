"""Files of cases that are on disk, and how to prove that they are still the same."""

from dataclasses import asdict

from sqlalchemy import bindparam, select

from storage.database import Database
from storage.rows import KeptFile
from storage.schema import evidence
from storage.upsert import Upsert

_KEEP = Upsert(evidence, replacing=("kind", "file_unique_id", "path", "sha256", "size", "kept_at"))
_OF_CASE = select(evidence).where(evidence.c.case_id == bindparam("case")).order_by(evidence.c.number)


async def keep(db: Database, file: KeptFile) -> None:
    """Note that a file is on disk; the same number again replaces it, since fetching it may be repeated."""
    async with db.writing() as conn:
        await conn.execute(_KEEP.on(conn), asdict(file))


async def of_case(db: Database, case_id: int) -> list[KeptFile]:
    """The files of a case that are on disk, by number."""
    async with db.reading() as conn:
        return [KeptFile(**row._mapping) for row in (await conn.execute(_OF_CASE, {"case": case_id})).all()]
