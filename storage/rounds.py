"""What the house does by itself again and again: when it comes round next, as a row."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.schema import rounds
from storage.upsert import Upsert

_BEGIN = Upsert(rounds)
_SAVE = Upsert(rounds, replacing=("next_at",))
_OF = select(rounds.c.next_at).where(rounds.c.name == bindparam("of"))


async def begin(db: Database, name: str, first_at: datetime) -> datetime:
    """When it comes round next; at `first_at` where it never has."""
    async with db.writing() as conn:
        await conn.execute(_BEGIN.on(conn), [{"name": name, "next_at": first_at}])
        found: datetime = (await conn.execute(_OF, {"of": name})).scalar_one()
        return found


async def save(conn: AsyncConnection, changed: Mapping[str, datetime]) -> None:
    """Write when each comes round next, within the caller's writing transaction."""
    await conn.execute(_SAVE.on(conn), [{"name": name, "next_at": at} for name, at in changed.items()])
