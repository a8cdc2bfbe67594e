"""Messages on their way: each is written once, and stays a row until it is known what became of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Executable, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import counters
from storage.database import Database
from storage.schema import outbox

UNFINISHED = ("new", "sending")
FINISHED = ("sent", "failed", "uncertain", "dropped")

_ADD = insert(outbox)
_KEYS = select(outbox.c.key).where(outbox.c.key.in_(bindparam("keys", expanding=True)))
_PENDING = select(outbox).where(outbox.c.state.in_(UNFINISHED)).order_by(outbox.c.id)
_ARRIVED = (
    select(outbox).where(outbox.c.message_id.is_not(None), outbox.c.method.startswith("send")).order_by(outbox.c.id)
)
_SENT_ABOUT = _ARRIVED.where(outbox.c.case_id == bindparam("case"))
_SENT_TO = _ARRIVED.where(outbox.c.chat_id == bindparam("chat"))
SENT_AS = select(outbox.c.message_id).where(outbox.c.key == bindparam("key"))
_SENDING = update(outbox).where(outbox.c.id.in_(bindparam("ids", expanding=True))).values(state="sending")
_SETTLE = update(outbox).where(outbox.c.id == bindparam("row"))
_FORGET = delete(outbox).where(outbox.c.state.in_(FINISHED), outbox.c.created_at < bindparam("before"))


@dataclass(frozen=True, slots=True)
class Message:
    """Something to send once. Two messages with the same `key` are one; after `expires_at` it is not worth sending."""

    chat_id: int
    lane: str
    method: str
    payload: dict[str, Any]
    case_id: int | None = None
    reply_to_card: bool = False
    key: str | None = None
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A message on its way: state is new, sending, sent, failed, uncertain or dropped."""

    id: int
    chat_id: int
    lane: str
    method: str
    payload: dict[str, Any]
    case_id: int | None
    reply_to_card: bool
    key: str | None
    created_at: datetime
    not_before: datetime | None
    expires_at: datetime | None
    state: str
    attempts: int
    message_id: int | None
    error: str | None


@dataclass(frozen=True, slots=True)
class Result:
    """What became of an outbox row; with `not_before` and the state new it is tried again then."""

    id: int
    state: str
    attempts: int
    message_id: int | None = None
    error: str | None = None
    not_before: datetime | None = None


async def write(conn: AsyncConnection, messages: Sequence[tuple[datetime, Message]]) -> list[OutboxRow]:
    """Add messages with the moment of each, within the caller's writing transaction; a known key is left out."""
    fresh = await _without_repeats(conn, messages)
    if not fresh:
        return []
    first = await counters.take(conn, "outbox", len(fresh))
    rows = [
        OutboxRow(
            id=number,
            chat_id=message.chat_id,
            lane=message.lane,
            method=message.method,
            payload=message.payload,
            case_id=message.case_id,
            reply_to_card=message.reply_to_card,
            key=message.key,
            created_at=at,
            not_before=None,
            expires_at=message.expires_at,
            state="new",
            attempts=0,
            message_id=None,
            error=None,
        )
        for number, (at, message) in enumerate(fresh, first)
    ]
    await conn.execute(_ADD, [{name: getattr(row, name) for name in OutboxRow.__slots__} for row in rows])
    return rows


async def say(db: Database, messages: Sequence[Message], at: datetime) -> list[OutboxRow]:
    """Add messages outside of a batch, such as an alarm that could not be read."""
    async with db.writing() as conn:
        return await write(conn, [(at, message) for message in messages])


async def note_sent(db: Database, message: Message, at: datetime, message_id: int) -> None:
    """Keep what an errand has sent by itself, so that it can be taken back."""
    async with db.writing() as conn:
        (row,) = await write(conn, [(at, message)])
        await conn.execute(_SETTLE.values(state="sent", attempts=1, message_id=message_id), {"row": row.id})


async def pending(db: Database) -> list[OutboxRow]:
    """Every message that is not finished, in order; one that is `sending` was in flight when we stopped."""
    return await _read(db, _PENDING)


async def sent_about(db: Database, case_id: int) -> list[OutboxRow]:
    """Every message about a case that has come into a chat, except cards, in order."""
    return await _read(db, _SENT_ABOUT, case=case_id)


async def sent_to(db: Database, chat_id: int) -> list[OutboxRow]:
    """Every message that has come into a chat and is still kept, in order."""
    return await _read(db, _SENT_TO, chat=chat_id)


async def write_sending(conn: AsyncConnection, ids: Collection[int]) -> None:
    """Note that messages are about to leave, within the caller's writing transaction."""
    await conn.execute(_SENDING, {"ids": list(ids)})


async def write_results(conn: AsyncConnection, results: Sequence[Result]) -> None:
    """Note what became of messages, within the caller's writing transaction."""
    rows = [
        {
            "row": result.id,
            "state": result.state,
            "attempts": result.attempts,
            "message_id": result.message_id,
            "error": result.error,
            "not_before": result.not_before,
        }
        for result in results
    ]
    await conn.execute(_SETTLE, rows)


async def forget_before(db: Database, before: datetime) -> int:
    """Remove finished messages that were written before that moment; returns how many."""
    async with db.writing() as conn:
        return (await conn.execute(_FORGET, {"before": before})).rowcount


async def _without_repeats(
    conn: AsyncConnection, messages: Sequence[tuple[datetime, Message]]
) -> list[tuple[datetime, Message]]:
    keys = {message.key for _, message in messages if message.key is not None}
    if not keys:
        return list(messages)
    seen = set((await conn.execute(_KEYS, {"keys": list(keys)})).scalars())
    fresh = []
    for at, message in messages:
        if message.key is None or message.key not in seen:
            fresh.append((at, message))
            seen.add(message.key)
    return fresh


async def _read(db: Database, statement: Executable, **values: int) -> list[OutboxRow]:
    async with db.reading() as conn:
        return [OutboxRow(**row._mapping) for row in (await conn.execute(statement, values)).all()]
