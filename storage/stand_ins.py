"""Stand-ins as rows, so that their beginning and their end outlive a restart."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.stand_in import Capacity, StandIn
from storage.database import Database
from storage.schema import stand_ins
from storage.upsert import Upsert

_SAVE = Upsert(stand_ins, replacing=("ends_at", "next_at", "begun"))
NOT_OVER = select(stand_ins).where(stand_ins.c.next_at.is_not(None)).order_by(stand_ins.c.starts_at, stand_ins.c.id)
_DUE = (
    select(stand_ins.c.id)
    .where(stand_ins.c.next_at <= bindparam("now"))
    .order_by(stand_ins.c.next_at, stand_ins.c.id)
    .limit(1)
)


def stand_in(row: Mapping[str, Any]) -> StandIn:
    """The stand-in of a row."""
    return StandIn(**{**row, "capacity": Capacity(row["capacity"])})


async def due(db: Database, now: datetime) -> int | None:
    """The stand-in that begins or ends next, if that time has come."""
    async with db.reading() as conn:
        return (await conn.execute(_DUE, {"now": now})).scalar()


async def save(conn: AsyncConnection, changed: Iterable[StandIn]) -> None:
    """Write stand-ins as they are now, within the caller's writing transaction."""
    rows = [{name: getattr(one, name) for name in StandIn.__slots__} for one in changed]
    await conn.execute(_SAVE.on(conn), [{**row, "capacity": str(row["capacity"])} for row in rows])
