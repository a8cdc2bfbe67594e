"""The newest cases and the links of their trails, without what belongs to people."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select

from storage.database import Database
from storage.schema import cases, events

_NEWEST = (
    select(cases.c.id, cases.c.ticket, cases.c.closed_at.is_(None).label("is_open"))
    .order_by(cases.c.id.desc())
    .limit(bindparam("n"))
)
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


@dataclass(frozen=True, slots=True)
class Listed:
    """A case in a list: its id, its ticket, and whether it is open."""

    id: int
    ticket: str
    is_open: bool


async def newest(db: Database, limit: int) -> list[Listed]:
    """The cases that were opened last, the newest first."""
    async with db.reading() as conn:
        rows = (await conn.execute(_NEWEST, {"n": limit})).all()
    return [Listed(row.id, row.ticket, bool(row.is_open)) for row in rows]


async def links(db: Database, case_id: int) -> list[Link]:
    """A case's links, oldest first."""
    async with db.reading() as conn:
        rows = (await conn.execute(_LINKS, {"case": case_id})).all()
    return [Link(row.seq, row.kind, datetime.fromisoformat(row.at), row.hash) for row in rows]
