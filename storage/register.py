"""The register: one line for each case, as the procedure's row for recording asks."""

from collections.abc import Iterable
from dataclasses import asdict

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.rows import RegisterRow
from storage.schema import register
from storage.upsert import Upsert

_WRITE = Upsert(register, replacing=("ticket", "written_at", "written_by", "row"))
_OF_CASE = select(register).where(register.c.case_id == bindparam("case"))


async def write(conn: AsyncConnection, lines: Iterable[RegisterRow]) -> None:
    """Write lines, within the caller's writing transaction."""
    await conn.execute(_WRITE.on(conn), [asdict(line) for line in lines])


async def of_case(db: Database, case_id: int) -> RegisterRow | None:
    """The line of a case."""
    async with db.reading() as conn:
        row = (await conn.execute(_OF_CASE, {"case": case_id})).one_or_none()
        return None if row is None else RegisterRow(**row._mapping)
