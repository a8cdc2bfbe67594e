"""Closed cases whose cards and messages still say whom they were about, and when these are to lose it."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.schema import forgetting
from storage.upsert import Upsert

_KEEP = Upsert(forgetting, replacing=("due_at",))
_DONE = delete(forgetting).where(forgetting.c.case_id == bindparam("case"))
_DUE = (
    select(forgetting.c.case_id)
    .where(forgetting.c.due_at <= bindparam("now"))
    .order_by(forgetting.c.due_at, forgetting.c.case_id)
    .limit(bindparam("most"))
)


async def due(db: Database, now: datetime, most: int) -> list[int]:
    """Cases whose time has come, the longest due first."""
    async with db.reading() as conn:
        return list((await conn.execute(_DUE, {"now": now, "most": most})).scalars())


async def write(conn: AsyncConnection, changed: Mapping[int, datetime | None]) -> None:
    """When each of these cases is due, None for done, within the caller's writing transaction."""
    coming = [{"case_id": case_id, "due_at": at} for case_id, at in changed.items() if at is not None]
    over = [{"case": case_id} for case_id, at in changed.items() if at is None]
    if coming:
        await conn.execute(_KEEP.on(conn), coming)
    if over:
        await conn.execute(_DONE, over)
