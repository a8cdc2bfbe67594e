"""What the office has changed of its calendar, with who did and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.office_calendar import Change, Correction, OpenHours
from storage.database import Database
from storage.schema import corrections
from storage.upsert import Upsert

IN_FORCE = select(corrections).where(corrections.c.removed_at.is_(None)).order_by(corrections.c.number)
_SAVE = Upsert(corrections, replacing=("removed_by", "removed_at"))


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction of the calendar, with who made it and, once it counts no more, who took it back."""

    correction: Correction
    made_by: int
    made_at: datetime
    removed_by: int | None = None
    removed_at: datetime | None = None


def corrected(row: Row[*tuple[Any, ...]]) -> Corrected:
    """The correction of a row."""
    hours = OpenHours(row.opens, row.closes) if row.opens is not None else None
    made = Correction(row.number, Change(row.change), row.first, row.last, row.reason, hours)
    return Corrected(made, row.made_by, row.made_at, row.removed_by, row.removed_at)


async def in_force(db: Database) -> tuple[Correction, ...]:
    """What counts now."""
    async with db.reading() as conn:
        return tuple(corrected(row).correction for row in await conn.execute(IN_FORCE))


async def write(conn: AsyncConnection, changed: Iterable[Corrected]) -> None:
    """Keep what was made or removed, within the caller's writing transaction."""
    for one in changed:
        made, hours = one.correction, one.correction.hours
        row = {
            "number": made.number,
            "change": made.change.value,
            "first": made.first,
            "last": made.last,
            "opens": hours.opens if hours is not None else None,
            "closes": hours.closes if hours is not None else None,
            "reason": made.reason,
            "made_by": one.made_by,
            "made_at": one.made_at,
            "removed_by": one.removed_by,
            "removed_at": one.removed_at,
        }
        await conn.execute(_SAVE.on(conn), row)
