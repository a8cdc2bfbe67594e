"""Updates as they came. One is on disk before Telegram is told that we have it, and each is handled once."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Row, bindparam, delete, func, select, update
from sqlalchemy import insert as insert_into
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.schema import inbox
from storage.upsert import Upsert

_INSERT = Upsert(inbox, returning=("update_id",))
_NOTE = insert_into(inbox)
_LOWEST = select(func.min(inbox.c.update_id))
_COLUMNS = (
    inbox.c.update_id,
    inbox.c.chat_id,
    inbox.c.person_id,
    inbox.c.urgent,
    inbox.c.raw,
    inbox.c.received_at,
    inbox.c.strikes,
)
_URGENT_CHATS = select(inbox.c.chat_id).where(inbox.c.state == "new", inbox.c.urgent).distinct()
_IN_ORDER = (
    select(*_COLUMNS)
    .where(inbox.c.state == "new")
    .order_by(inbox.c.received_at, inbox.c.update_id)
    .limit(bindparam("n"))
)
_OF_CHATS = _IN_ORDER.where(inbox.c.chat_id.in_(bindparam("chats", expanding=True)))
_OTHERS = _IN_ORDER.where(inbox.c.urgent.is_(False), inbox.c.chat_id.not_in(bindparam("chats", expanding=True)))
_BY_ID = update(inbox).where(inbox.c.update_id.in_(bindparam("ids", expanding=True)), inbox.c.state == "new")
DONE = _BY_ID.values(state="done", done_at=bindparam("at"))
_IGNORE = _BY_ID.values(state="ignored", done_at=bindparam("at"))
_PARK = _BY_ID.values(state="parked", done_at=bindparam("at"), fault=bindparam("why"))
_STRIKE = (
    update(inbox)
    .where(inbox.c.update_id == bindparam("number"))
    .values(strikes=inbox.c.strikes + 1, fault=bindparam("why"))
    .returning(inbox.c.strikes)
)
_FORGET = delete(inbox).where(inbox.c.state.in_(("done", "ignored")), inbox.c.received_at < bindparam("before"))


class Arrival(NamedTuple):
    """An update as it came: its number, chat and sender (0 and None where it has none), and its text of JSON."""

    update_id: int
    chat_id: int
    person: int | None
    urgent: bool
    raw: str


@dataclass(frozen=True, slots=True)
class InboxRow:
    """An update that waits to be handled; `strikes` counts the times that it could not be."""

    update_id: int
    chat_id: int
    person: int | None
    urgent: bool
    raw: str
    received_at: datetime
    strikes: int


async def insert(db: Database, arrivals: Sequence[Arrival], at: datetime) -> list[int]:
    """Keep updates in one commit and return the numbers of those that are new; others came before."""
    if not arrivals:
        return []
    once = {arrival[0]: arrival for arrival in reversed(arrivals)}
    rows = [
        {
            "update_id": update_id,
            "received_at": at,
            "chat_id": chat_id,
            "person_id": person,
            "urgent": urgent,
            "raw": raw,
            "state": "new",
            "strikes": 0,
        }
        for update_id, chat_id, person, urgent, raw in reversed(once.values())
    ]
    async with db.writing(anyone=True) as conn:
        return sorted((await conn.execute(_INSERT.on(conn), rows)).scalars())


async def post(db: Database, note: Mapping[str, Any], at: datetime) -> None:
    """Leave the worker a note of our own, in a transaction of its own."""
    async with db.writing() as conn:
        await write_note(conn, note, at)


async def write_note(conn: AsyncConnection, note: Mapping[str, Any], at: datetime) -> None:
    """Leave the worker a note of our own, within the caller's writing transaction: urgent, in no chat, JSON values.

    Its number is negative, which Telegram's never are.
    """
    lowest = (await conn.execute(_LOWEST)).scalar() or 0
    raw = json.dumps(note, ensure_ascii=False, separators=(",", ":"))
    row = {
        "update_id": min(lowest, 0) - 1,
        "received_at": at,
        "chat_id": 0,
        "person_id": None,
        "urgent": True,
        "raw": raw,
        "state": "new",
        "strikes": 0,
    }
    await conn.execute(_NOTE, row)


async def undone(db: Database, limit: int, skip_chats: Collection[int] = ()) -> list[InboxRow]:
    """Updates that wait: chats with an urgent one first, then the oldest; within a chat always in order."""
    skipped = set(skip_chats)
    async with db.reading() as conn:
        urgent = set((await conn.execute(_URGENT_CHATS)).scalars())
        rows: list[Row[*tuple[Any, ...]]] = []
        if first := urgent - skipped:
            rows += (await conn.execute(_OF_CHATS, {"chats": list(first), "n": limit})).all()
        if len(rows) < limit:
            others = {"chats": list(urgent | skipped), "n": limit - len(rows)}
            rows += (await conn.execute(_OTHERS, others)).all()
    return [InboxRow(r.update_id, r.chat_id, r.person_id, r.urgent, r.raw, r.received_at, r.strikes) for r in rows]


async def strike(db: Database, update_id: int, fault: str) -> int:
    """Note that an update could not be handled, and return how often that has been so."""
    async with db.writing() as conn:
        return int((await conn.execute(_STRIKE, {"number": update_id, "why": fault})).scalar_one())


async def park(db: Database, update_id: int, fault: str, at: datetime) -> None:
    """Give up on an update; its chat goes on."""
    async with db.writing() as conn:
        await conn.execute(_PARK, {"ids": [update_id], "why": fault, "at": at})


async def ignore(db: Database, update_ids: Collection[int], at: datetime) -> None:
    """Be done with updates that ask for nothing, such as older moves of a live location."""
    async with db.writing() as conn:
        await conn.execute(_IGNORE, {"ids": list(update_ids), "at": at})


async def forget_before(db: Database, before: datetime) -> int:
    """Remove what was done with and came before that moment; returns how many. Telegram repeats for a day at most."""
    async with db.writing() as conn:
        return (await conn.execute(_FORGET, {"before": before})).rowcount
