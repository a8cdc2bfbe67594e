"""Numbers given in order."""

from collections.abc import Mapping

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import counters
from storage.upsert import Upsert

_TAKE = Upsert(counters, adding=("value",), returning=("value",))
_SAVE = Upsert(counters, replacing=("value",))
LAST = select(counters.c.value).where(counters.c.name == bindparam("counter"))


async def take(conn: AsyncConnection, name: str, count: int) -> int:
    """Take that many numbers at once, within the caller's writing transaction; returns the first of them."""
    last = (await conn.execute(_TAKE.on(conn), {"name": name, "value": count})).scalar_one()
    return int(last) - count + 1


async def save(conn: AsyncConnection, values: Mapping[str, int]) -> None:
    """Write the last number given of each counter."""
    await conn.execute(_SAVE.on(conn), [{"name": name, "value": value} for name, value in values.items()])
