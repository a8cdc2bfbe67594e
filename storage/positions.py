"""The moves of live locations in a case: what happened to people, so erased with the case's personal values."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.people import Fix
from storage.database import Database
from storage.schema import positions
from storage.upsert import Upsert

_WRITE = Upsert(positions)
_OF = (
    select(positions)
    .where(positions.c.case_id == bindparam("case"), positions.c.person_id == bindparam("person"))
    .order_by(positions.c.at)
)
_ERASE = delete(positions).where(positions.c.case_id == bindparam("case"))
_FORGET = delete(positions).where(positions.c.at < bindparam("before"))


async def write(conn: AsyncConnection, moves: Mapping[tuple[int, int, datetime], Fix]) -> None:
    """Keep moves by case, person and moment, within the caller's writing transaction."""
    rows = [
        {"case_id": case_id, "person_id": person_id, "at": at, "lat": fix.lat, "lon": fix.lon, "accuracy": fix.accuracy}
        for (case_id, person_id, at), fix in moves.items()
    ]
    await conn.execute(_WRITE.on(conn), rows)


async def trail(db: Database, case_id: int, person_id: int) -> list[Fix]:
    """Where somebody went in a case, the earliest first."""
    async with db.reading() as conn:
        rows = await conn.execute(_OF, {"case": case_id, "person": person_id})
        return [Fix(row.lat, row.lon, row.at, row.accuracy) for row in rows]


async def erase(conn: AsyncConnection, case_id: int) -> None:
    """Forget every move of a case, within the caller's writing transaction."""
    await conn.execute(_ERASE, {"case": case_id})


async def forget_before(db: Database, before: datetime) -> int:
    """Forget moves that are older; returns how many."""
    async with db.writing() as conn:
        return (await conn.execute(_FORGET, {"before": before})).rowcount
