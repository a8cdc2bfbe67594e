"""The audit trail: events in one dense chain, each with the hash of the one before, personal values apart."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.events import Event
from storage.database import Database, iso
from storage.links import BEGINNING, fault, linked, read
from storage.links import Broken as Broken
from storage.links import Draft as Draft
from storage.links import canonical as canonical
from storage.links import draft as draft
from storage.schema import cases, chain_head, events, personal_values

CHUNK = 2000

_HEAD = select(chain_head.c.seq, chain_head.c.hash).where(chain_head.c.id == 1)
_LOCKED_HEAD = _HEAD.with_for_update()
_MOVE_HEAD = update(chain_head).where(chain_head.c.id == 1)
_LAST_BEFORE = (
    select(events.c.seq, events.c.hash, events.c.at)
    .where(events.c.at < bindparam("before"))
    .order_by(events.c.seq.desc())
    .limit(1)
)
_ADD = insert(events)
_ADD_PERSONAL = insert(personal_values)
_NEXT = select(events).where(events.c.seq > bindparam("after")).order_by(events.c.seq).limit(CHUNK)
_FIRST = select(events).order_by(events.c.seq).limit(CHUNK)
_PERSONAL = (
    select(personal_values)
    .where(personal_values.c.seq.between(bindparam("first"), bindparam("last")))
    .order_by(personal_values.c.seq)
)
_OF_CASE = select(events).where(events.c.case_id == bindparam("case")).order_by(events.c.case_version)
_PERSONAL_OF_CASE = select(personal_values).where(personal_values.c.case_id == bindparam("case"))
_counted = (
    select(events.c.case_id, func.count().label("count"), func.max(events.c.seq).label("last"))
    .where(events.c.case_id.is_not(None))
    .group_by(events.c.case_id)
    .subquery()
)
_MISCOUNTED = (
    select(cases.c.id, func.coalesce(_counted.c.last, 0))
    .outerjoin(_counted, _counted.c.case_id == cases.c.id)
    .where(cases.c.version != func.coalesce(_counted.c.count, 0))
    .order_by(cases.c.id)
    .limit(1)
)
_ERASE = (
    update(personal_values)
    .where(personal_values.c.case_id == bindparam("case"), personal_values.c.value.is_not(None))
    .values(value=None)
)


async def append(conn: AsyncConnection, drafts: Sequence[Draft]) -> None:
    """Put events at the end of the chain, within the caller's writing transaction."""
    if not drafts:
        return
    head = (await conn.execute(_LOCKED_HEAD)).one()
    (seq, last), links, values = linked((head.seq, head.hash), drafts)
    await conn.execute(_ADD, links)
    if values:
        await conn.execute(_ADD_PERSONAL, values)
    await conn.execute(_MOVE_HEAD, {"seq": seq, "hash": last})


async def head(db: Database) -> tuple[int, str]:
    """Place and hash of the last event; 0 and zeros before the first."""
    async with db.reading() as conn:
        row = (await conn.execute(_HEAD)).one()
        return row.seq, row.hash


async def last_before(db: Database, before: datetime) -> tuple[int, str, datetime] | None:
    """Place, hash and moment of the last event before that moment; None if there was none."""
    async with db.reading() as conn:
        row = (await conn.execute(_LAST_BEFORE, {"before": iso(before)})).one_or_none()
        return None if row is None else (row.seq, row.hash, datetime.fromisoformat(row.at))


async def verify(db: Database) -> Broken | None:
    """Walk the whole chain in one snapshot and name the first broken link; None if it holds."""
    async with db.reading() as conn:
        expected = (await conn.execute(_HEAD)).one_or_none() or (0, "")
        last = BEGINNING
        links = (await conn.execute(_FIRST)).all()
        while links:
            span = {"first": links[0].seq, "last": links[-1].seq}
            found = (await conn.execute(_PERSONAL, span)).all()
            personal = {of: [row._asdict() for row in rows] for of, rows in groupby(found, lambda row: row.seq)}
            for link in links:
                broken = fault(link._asdict(), last, personal.get(link.seq, ()))
                if broken is not None:
                    return broken
                last = (link.seq, link.hash)
                if link.seq > expected[0]:
                    return Broken(link.seq, "added by hand")
            links = (await conn.execute(_NEXT, {"after": last[0]})).all()
        if last[0] < expected[0]:
            return Broken(last[0] + 1, "missing")
        if last[1] != expected[1]:
            return Broken(last[0], "changed")
        miscounted = (await conn.execute(_MISCOUNTED)).one_or_none()
        return (
            Broken(miscounted[1], "the case's version is not its number of events", miscounted[0])
            if miscounted
            else None
        )


async def replay(db: Database, case_id: int) -> list[tuple[Event, datetime]]:
    """A case's events in order, with the moment of each; an erased personal value is None."""
    async with db.reading() as conn:
        links = (await conn.execute(_OF_CASE, {"case": case_id})).all()
        found = (await conn.execute(_PERSONAL_OF_CASE, {"case": case_id})).all()
    personal: dict[int, dict[str, str | None]] = defaultdict(dict)
    for row in found:
        personal[row.seq][row.name] = row.value
    return [read(link._asdict(), personal[link.seq]) for link in links]


async def erase(conn: AsyncConnection, case_id: int) -> None:
    """Erase the personal values of a case's events; the chain still holds."""
    await conn.execute(_ERASE, {"case": case_id})
