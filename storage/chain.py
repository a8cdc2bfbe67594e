"""The audit trail: events in one dense chain, each with the hash of the one before, personal values apart."""

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from functools import cache
from itertools import groupby
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row, bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.events import KINDS, Event, Personal
from storage.database import Database, iso
from storage.schema import cases, chain_head, events, personal_values

CHUNK = 2000
PERSONAL = "personal"

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))

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


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before it has its place: plain fields in `data`, what belongs to a person in `personal`."""

    kind: str
    at: datetime
    by: int | None
    data: Mapping[str, Any]
    personal: Mapping[str, Any] = field(default_factory=dict)
    case_id: int | None = None
    case_version: int | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """The first broken link: its place, what is wrong with it, and the case where it is a case's count."""

    seq: int
    fault: str
    case_id: int | None = None

    def __str__(self) -> str:
        about = "" if self.case_id is None else f" (case {self.case_id})"
        return f"event {self.seq}: {self.fault}{about}"


def canonical(value: Any) -> str:
    """JSON with one spelling for one value; raises TypeError or ValueError for what JSON cannot say."""
    return _ENCODER.encode(value)


def draft(event: Event, case_id: int, case_version: int, at: datetime) -> Draft:
    """The draft of a case's event."""
    plain: dict[str, Any] = {}
    personal: dict[str, Any] = {}
    for name in _names(type(event).__name__):
        value = getattr(event, name)
        if isinstance(value, Personal):
            personal[name] = value.value
        else:
            plain[name] = value
    return Draft(type(event).__name__, at, event.by, plain, personal, case_id, case_version)


async def append(conn: AsyncConnection, drafts: Sequence[Draft]) -> None:
    """Put events at the end of the chain, within the caller's writing transaction."""
    if not drafts:
        return
    head = (await conn.execute(_LOCKED_HEAD)).one()
    seq, previous = head.seq, head.hash
    links: list[dict[str, Any]] = []
    values: list[dict[str, Any]] = []
    for item in drafts:
        seq += 1
        data = dict(item.data)
        if item.personal:
            data[PERSONAL] = digests = {}
            for name, value in item.personal.items():
                salt, text = secrets.token_hex(16), canonical(value)
                digests[name] = _sha256(salt + text)
                values.append({"seq": seq, "name": name, "case_id": item.case_id, "salt": salt, "value": text})
        link = {
            "seq": seq,
            "case_id": item.case_id,
            "case_version": item.case_version,
            "kind": item.kind,
            "at": iso(item.at),
            "by": item.by,
            "data": canonical(data),
        }
        current = link_hash(previous, link)
        links.append({**link, "previous": previous, "hash": current})
        previous = current
    await conn.execute(_ADD, links)
    if values:
        await conn.execute(_ADD_PERSONAL, values)
    await conn.execute(_MOVE_HEAD, {"seq": seq, "hash": previous})


def link_hash(previous: str, link: Mapping[str, Any]) -> str:
    """SHA-256 in hex over the hash before it and the row's seven columns in canonical JSON."""
    columns = ("seq", "case_id", "case_version", "kind", "at", "by", "data")
    return _sha256(previous + canonical([link[name] for name in columns]))


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
        expected, previous = (await conn.execute(_HEAD)).one_or_none() or (0, "")
        seq, last = 0, "0" * 64
        links = (await conn.execute(_FIRST)).all()
        while links:
            span = {"first": links[0].seq, "last": links[-1].seq}
            found = (await conn.execute(_PERSONAL, span)).all()
            personal = {of: list(rows) for of, rows in groupby(found, lambda row: row.seq)}
            for link in links:
                fault = _fault(link, seq, last, personal.get(link.seq, ()))
                if fault is not None:
                    return fault
                seq, last = link.seq, link.hash
                if seq > expected:
                    return Broken(seq, "added by hand")
            links = (await conn.execute(_NEXT, {"after": seq})).all()
        if seq < expected:
            return Broken(seq + 1, "missing")
        if last != previous:
            return Broken(seq, "changed")
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
    personal = {(row.seq, row.name): None if row.value is None else json.loads(row.value) for row in found}
    history: list[tuple[Event, datetime]] = []
    for link in links:
        data = json.loads(link.data)
        for name in data.pop(PERSONAL, ()):
            data[name] = Personal(personal[link.seq, name])
        event = _adapter(link.kind).validate_python({**data, "by": link.by})
        history.append((event, datetime.fromisoformat(link.at)))
    return history


async def erase(conn: AsyncConnection, case_id: int) -> None:
    """Erase the personal values of a case's events; the chain still holds."""
    await conn.execute(_ERASE, {"case": case_id})


def _fault(link: Row[Any], seq: int, last: str, personal: Iterable[Row[Any]]) -> Broken | None:
    if link.seq > seq + 1:
        return Broken(seq + 1, "missing")
    if link.seq < seq + 1:
        return Broken(link.seq, "added by hand")
    if link.previous != last or link.hash != link_hash(last, link._asdict()):
        return Broken(link.seq, "changed")
    digests = json.loads(link.data).get(PERSONAL, {})
    values = {row.name: row for row in personal}
    for name in sorted(digests.keys() | values.keys()):
        if name not in values or name not in digests:
            return Broken(link.seq, f"personal field {name}: {'missing' if name in digests else 'added by hand'}")
        row = values[name]
        if row.value is not None and _sha256(row.salt + row.value) != digests[name]:
            return Broken(link.seq, f"personal field {name}: changed")
    return None


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def _names(kind: str) -> tuple[str, ...]:
    return tuple(item.name for item in fields(KINDS[kind]) if item.name != "by")


@cache
def _adapter(kind: str) -> TypeAdapter[Event]:
    return TypeAdapter(KINDS[kind])
