"""The newest case and the links of its trail, without what belongs to people."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select

from storage.database import Database
from storage.schema import cases, events

_NEWEST = select(func.max(cases.c.id))
_LINKS = (
    select(events.c.seq, events.c.kind, events.c.at, events.c.hash)
    .where(events.c.case_id == bindparam("case"))
    .order_by(events.c.seq)
)


@dataclass(frozen=True, slots=True)
class Link:
    """An event's place in the chain, its kind, when it happened, and its hash."""

    seq: int
    kind: str
    at: datetime
    hash: str


async def newest_case(db: Database) -> int | None:
    """The id of the case that was opened last; None before the first."""
    async with db.reading() as conn:
        newest: int | None = (await conn.execute(_NEWEST)).scalar()
        return newest


async def links(db: Database, case_id: int) -> list[Link]:
    """A case's links, oldest first."""
    async with db.reading() as conn:
        rows = (await conn.execute(_LINKS, {"case": case_id})).all()
    return [Link(row.seq, row.kind, datetime.fromisoformat(row.at), row.hash) for row in rows]
