"""Slow and outside things that a commit asked for, until they are done. Done twice, they do no harm."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import counters, inbox
from storage.database import Database
from storage.schema import errands

UNFINISHED = ("new", "doing")

_ADD = insert(errands)
_KEYS = select(errands.c.key).where(errands.c.key.in_(bindparam("keys", expanding=True)))
_PENDING = select(errands).where(errands.c.state.in_(UNFINISHED)).order_by(errands.c.id)
_DOING = update(errands).where(errands.c.id.in_(bindparam("ids", expanding=True))).values(state="doing")
_SETTLE = update(errands).where(errands.c.id == bindparam("row"))
_COUNTS = (
    select(errands.c.state, func.count()).where(errands.c.state.in_((*UNFINISHED, "failed"))).group_by(errands.c.state)
)


@dataclass(frozen=True, slots=True)
class Errand:
    """Something slow or outside that a commit asks for. Two errands with the same `key` are one."""

    kind: str
    payload: dict[str, Any]
    case_id: int | None
    key: str


@dataclass(frozen=True, slots=True)
class ErrandRow:
    """An errand on its way: state is new, doing, done or failed."""

    id: int
    kind: str
    case_id: int | None
    payload: dict[str, Any]
    key: str
    state: str
    attempts: int
    not_before: datetime | None
    created_at: datetime
    result: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class ErrandResult:
    """What became of an errand; with `not_before` and the state new it is tried again then."""

    id: int
    state: str
    attempts: int
    not_before: datetime | None = None
    result: dict[str, Any] | None = None


async def write(conn: AsyncConnection, asked: Sequence[tuple[datetime, Errand]]) -> list[ErrandRow]:
    """Add errands with the moment of each, within the caller's writing transaction; a known key is left out."""
    once = {errand.key: (at, errand) for at, errand in reversed(asked)}
    seen = set((await conn.execute(_KEYS, {"keys": list(once)})).scalars())
    fresh = [item for key, item in reversed(once.items()) if key not in seen]
    if not fresh:
        return []
    first = await counters.take(conn, "errands", len(fresh))
    rows = [
        ErrandRow(
            id=number,
            kind=errand.kind,
            case_id=errand.case_id,
            payload=errand.payload,
            key=errand.key,
            state="new",
            attempts=0,
            not_before=None,
            created_at=at,
            result=None,
        )
        for number, (at, errand) in enumerate(fresh, first)
    ]
    await conn.execute(_ADD, [{name: getattr(row, name) for name in ErrandRow.__slots__} for row in rows])
    return rows


async def pending(db: Database) -> list[ErrandRow]:
    """Every errand that is not finished, in order; one that is `doing` was under way when we stopped."""
    async with db.reading() as conn:
        return [ErrandRow(**row._mapping) for row in (await conn.execute(_PENDING)).all()]


async def mark_doing(db: Database, ids: Collection[int]) -> None:
    """Note that errands are begun."""
    async with db.writing() as conn:
        await conn.execute(_DOING, {"ids": list(ids)})


async def settle(db: Database, results: Sequence[ErrandResult]) -> None:
    """Note what became of errands."""
    if results:
        async with db.writing() as conn:
            await conn.execute(_SETTLE, [_settled(result) for result in results])


async def finish(
    db: Database, result: ErrandResult, note: Mapping[str, Any] | None, asked: Sequence[Errand], at: datetime
) -> list[ErrandRow]:
    """Note how an errand ended, tell the worker and add the errands that follow, in one transaction; returns these."""
    async with db.writing() as conn:
        await conn.execute(_SETTLE, _settled(result))
        if note is not None:
            await inbox.write_note(conn, note, at)
        return await write(conn, [(at, errand) for errand in asked])


async def counts(db: Database) -> dict[str, int]:
    """How many errands are new, doing and failed."""
    async with db.reading() as conn:
        found: dict[str, int] = dict((await conn.execute(_COUNTS)).all())
    return {state: found.get(state, 0) for state in (*UNFINISHED, "failed")}


def _settled(result: ErrandResult) -> dict[str, Any]:
    return {
        "row": result.id,
        "state": result.state,
        "attempts": result.attempts,
        "not_before": result.not_before,
        "result": result.result,
    }
