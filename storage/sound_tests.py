"""Whoever has come on duty and been asked to press Dengar, and when their phone counts as not heard."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.schema import sound_tests
from storage.upsert import Upsert

_KEEP = Upsert(sound_tests, replacing=("due_at",))
_DONE = delete(sound_tests).where(sound_tests.c.person_id == bindparam("person"))
_DUE = (
    select(sound_tests.c.person_id)
    .where(sound_tests.c.due_at <= bindparam("now"))
    .order_by(sound_tests.c.due_at, sound_tests.c.person_id)
    .limit(bindparam("most"))
)


async def due(db: Database, now: datetime, most: int) -> list[int]:
    """Persons who have not pressed in time, the longest due first."""
    async with db.reading() as conn:
        return list((await conn.execute(_DUE, {"now": now, "most": most})).scalars())


async def write(conn: AsyncConnection, changed: Mapping[int, datetime | None]) -> None:
    """Until when each of these persons has time, None for done, within the caller's writing transaction."""
    coming = [{"person_id": person, "due_at": at} for person, at in changed.items() if at is not None]
    over = [{"person": person} for person, at in changed.items() if at is None]
    if coming:
        await conn.execute(_KEEP.on(conn), coming)
    if over:
        await conn.execute(_DONE, over)
