"""Storms as rows, so that one that is on survives a restart."""

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.storm import Storm
from storage.schema import storms
from storage.upsert import Upsert

_SAVE = Upsert(storms, replacing=("busy_at", "summed_at", "rung_at", "ended_at"))
CURRENT = select(storms).where(storms.c.procedure == bindparam("procedure"), storms.c.ended_at.is_(None))


async def save(conn: AsyncConnection, storm: Storm) -> None:
    """Write a storm as it is now, within the caller's writing transaction."""
    row = {column.name: getattr(storm, column.name) for column in storms.c}
    await conn.execute(_SAVE.on(conn), [row])
