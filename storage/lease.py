"""Who works on the database: one process at a time holds a lease, whose epoch every commit of its work checks.

Moments are the database's own, so that no two machines need the same clock.
"""

from dataclasses import dataclass

from sqlalchemy import Float, bindparam, extract, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.elements import ColumnElement

from storage.database import Database
from storage.faults import Superseded
from storage.schema import lease

LASTS_S = 6.0
FREE = ""

_NOW: dict[str, ColumnElement[float]] = {
    "sqlite": (func.julianday("now") - 2440587.5) * 86400.0,
    "postgresql": extract("epoch", func.clock_timestamp()).cast(Float),
}
"""Seconds since 1970 by the database's clock."""
_MINE = update(lease).where(lease.c.epoch == bindparam("mine"))
_RENEW = {name: _MINE.values(until=now + LASTS_S) for name, now in _NOW.items()}
_HOLDER = select(lease.c.holder)
_RELEASE = _MINE.values(until=0.0, holder=FREE)


@dataclass(frozen=True, slots=True)
class Lease:
    """Ours, for `LASTS_S` seconds after it was last renewed; `epoch` says how often it has changed hands."""

    epoch: int

    async def renew(self, conn: AsyncConnection) -> None:
        """Hold it for longer, within the caller's transaction, which nobody can overtake then. Raises `Superseded`."""
        renew = _RENEW[conn.dialect.name]
        if (await conn.execute(renew, {"mine": self.epoch})).rowcount != 1:
            raise Superseded(path=conn.engine.url.database)

    async def release(self, db: Database) -> None:
        """Let the next one begin at once."""
        async with db.writing(anyone=True) as conn:
            await conn.execute(_RELEASE, {"mine": self.epoch})


async def holder(db: Database) -> str:
    """What whoever has it, or had it last, calls itself."""
    async with db.reading() as conn:
        return str((await conn.execute(_HOLDER)).scalar_one())


async def take(db: Database, me: str, *, gone: str = FREE) -> Lease | None:
    """The lease, if nobody has it: it was released or has run out, or `gone` has it, who is known not to live."""
    async with db.writing(anyone=True) as conn:
        now = _NOW[conn.dialect.name]
        # An end too far ahead was written before the clock was put back.
        free = or_(lease.c.until < now, lease.c.until > now + 2 * LASTS_S, lease.c.holder.in_((FREE, gone)))
        mine = {"epoch": lease.c.epoch + 1, "holder": me, "until": now + LASTS_S}
        epoch = (await conn.execute(update(lease).where(free).values(mine).returning(lease.c.epoch))).scalar()
    return None if epoch is None else Lease(epoch)
