"""Whoever gave up a role, noted by the staff commands for the bot that runs."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.schema import departures
from storage.upsert import Upsert

_NOTE = Upsert(departures, replacing=("at",))
_ALL = select(departures.c.person_id).order_by(departures.c.at, departures.c.person_id)
_DONE = delete(departures).where(departures.c.person_id.in_(bindparam("people", expanding=True)))


async def note(conn: AsyncConnection, person_id: int, at: datetime) -> None:
    """Note that somebody has given up a role, within the caller's writing transaction."""
    await conn.execute(_NOTE.on(conn), [{"person_id": person_id, "at": at}])


async def waiting(db: Database) -> list[int]:
    """Everybody whose steps have yet to be looked at."""
    async with db.reading() as conn:
        return list((await conn.execute(_ALL)).scalars())


async def done(conn: AsyncConnection, people: Iterable[int]) -> None:
    """Their steps have gone to others, within the caller's writing transaction."""
    await conn.execute(_DONE, {"people": list(people)})
