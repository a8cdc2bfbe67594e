"""Cases as rows: what is asked for often in columns, the rest of the state as JSON, personal values apart."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import bindparam, case, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.case import Case
from storage import chain, positions
from storage.database import Database, Instant
from storage.schema import card_views, cases, open_steps, people
from storage.upsert import Upsert
from storage.waiting import Waiting

_ADAPTER = TypeAdapter(Case)
_COLUMNS = {
    "id",
    "ticket",
    "procedure",
    "procedure_version",
    "requester",
    "opened_at",
    "closed_at",
    "outcome",
    "version",
    "personal",
}

_SAVE = Upsert(cases, replacing=("closed_at", "outcome", "version", "next_at", "state", "personal", "lat", "lon"))
_CLEAR_STEPS = delete(open_steps).where(open_steps.c.case_id.in_(bindparam("ids", expanding=True)))
_ADD_STEPS = insert(open_steps)
BY_ID = select(cases).where(cases.c.id.in_(bindparam("ids", expanding=True)))
BY_TICKET = select(cases).where(cases.c.ticket == bindparam("ticket"))
ALL_OPEN = select(cases).where(cases.c.closed_at.is_(None))
OPEN_OF = select(cases).where(cases.c.requester.in_(bindparam("people", expanding=True)), cases.c.closed_at.is_(None))
_newest = (
    select(
        cases.c.requester,
        cases.c.id,
        func.row_number().over(partition_by=cases.c.requester, order_by=cases.c.id.desc()).label("place"),
    )
    .where(cases.c.requester.in_(bindparam("people", expanding=True)))
    .subquery()
)
LAST_OF = select(_newest.c.requester, _newest.c.id).where(_newest.c.place <= bindparam("n")).order_by(_newest.c.place)
ENDED_OF = (
    select(cases.c.outcome, cases.c.opened_at)
    .where(
        cases.c.requester == bindparam("person"),
        cases.c.procedure == bindparam("procedure"),
        cases.c.closed_at.is_not(None),
        cases.c.id < bindparam("before"),
    )
    .order_by(cases.c.id)
)
OPEN_OF_KIND = (
    select(cases)
    .where(cases.c.closed_at.is_(None), cases.c.procedure == bindparam("procedure"))
    .order_by(cases.c.opened_at, cases.c.id)
    .limit(bindparam("n"))
)
OPENED_SINCE = select(cases.c.id).where(
    cases.c.opened_at >= bindparam("since"), cases.c.procedure == bindparam("procedure")
)
REPORTERS = (
    select(
        func.count(cases.c.requester.distinct()).label("all"),
        func.count(case((people.c.created_at >= bindparam("since"), cases.c.requester)).distinct()).label("new"),
    )
    .join(people, people.c.id == cases.c.requester)
    .where(cases.c.closed_at.is_(None), cases.c.procedure == bindparam("procedure"))
)
WITHIN = (
    select(cases)
    .where(
        cases.c.closed_at.is_(None),
        cases.c.lat.between(bindparam("south"), bindparam("north")),
        cases.c.lon.between(bindparam("west"), bindparam("east")),
        cases.c.opened_at.between(bindparam("since"), bindparam("until")),
    )
    .order_by(cases.c.opened_at.desc(), cases.c.id.desc())
    .limit(bindparam("n"))
)
_DUE = (
    select(cases.c.id)
    .where(cases.c.next_at <= bindparam("now"))
    .order_by(cases.c.next_at, cases.c.id)
    .limit(bindparam("n"))
)
_LOOK_ANEW = (
    update(cases)
    .where(cases.c.closed_at.is_(None), cases.c.next_at > bindparam("at"))
    .values(next_at=bindparam("at", type_=Instant))
)
_NEXT_AT = select(cases.c.next_at).where(cases.c.next_at.is_not(None)).order_by(cases.c.next_at).limit(1)
_OPEN_NAMED = (cases.c.closed_at.is_(None), cases.c.procedure.in_(bindparam("names", expanding=True)))
_CHATS_OF_CARDS = (
    select(card_views.c.chat_id)
    .join(cases, cases.c.id == card_views.c.case_id)
    .where(card_views.c.chat_id > 0, *_OPEN_NAMED)
)
_CHATS_OF_REQUESTERS = (
    select(people.c.telegram_id)
    .join(cases, cases.c.requester == people.c.id)
    .where(people.c.telegram_id.is_not(None), *_OPEN_NAMED)
)
_ERASE = update(cases).where(cases.c.id == bindparam("case")).values(personal=None, lat=None, lon=None)


def to_row(case: Case, next_at: datetime | None) -> dict[str, Any]:
    """The row of a case that the clock must look at then."""
    return {
        **{name: getattr(case, name) for name in _COLUMNS},
        "next_at": next_at,
        "personal": dict(case.personal),
        "lat": case.place.lat if case.place is not None else None,
        "lon": case.place.lon if case.place is not None else None,
        "state": _ADAPTER.dump_python(case, mode="json", exclude=_COLUMNS),
    }


def from_row(row: Mapping[str, Any]) -> Case:
    """The case of a row; erased personal values are simply not there."""
    columns = {name: row[name] for name in _COLUMNS}
    return _ADAPTER.validate_python({**row["state"], **columns, "personal": row["personal"] or {}})


async def save(conn: AsyncConnection, recorded: Sequence[tuple[Case, datetime | None, Sequence[Waiting]]]) -> None:
    """Write cases as they are now, with when the clock must look at them and what they wait for."""
    await conn.execute(_SAVE.on(conn), [to_row(case, next_at) for case, next_at, _ in recorded])
    await conn.execute(_CLEAR_STEPS, {"ids": [case.id for case, _, _ in recorded]})
    steps = [row for case, _, waiting in recorded for step in waiting for row in _step_rows(case.id, step)]
    if steps:
        await conn.execute(_ADD_STEPS, steps)


def takers(people: Iterable[int], roles: Iterable[str], *, later: bool = False) -> dict[str, int | None]:
    """The names under which a step waits for these people and roles, with the person where it is one.

    One that waits for its day does so `later`, which keeps nobody busy.
    """
    named = "later" if later else "person"
    return {f"{named}:{person}": person for person in people} | {f"role:{role}": None for role in roles}


async def look_anew(conn: AsyncConnection, at: datetime) -> None:
    """Have the clock look at every open case now, within the caller's writing transaction."""
    await conn.execute(_LOOK_ANEW, {"at": at})


async def find(db: Database, case_id: int) -> Case | None:
    """The case with that id, as it is on disk."""
    async with db.reading() as conn:
        row = (await conn.execute(BY_ID, {"ids": [case_id]})).one_or_none()
        return None if row is None else from_row(row._asdict())


async def due(db: Database, now: datetime, limit: int) -> list[int]:
    """Ids of the cases that the clock must look at, the longest overdue first."""
    async with db.reading() as conn:
        return list((await conn.execute(_DUE, {"now": now, "n": limit})).scalars())


async def next_at(db: Database) -> datetime | None:
    """When the clock must look at a case next; None while it need not look at any."""
    async with db.reading() as conn:
        return (await conn.execute(_NEXT_AT)).scalar()


async def chats_of_open(db: Database, procedures: Collection[str]) -> set[int]:
    """The private chats of everybody who has a card of an open case of these procedures, or opened it."""
    async with db.reading() as conn:
        found = [*(await conn.execute(_CHATS_OF_CARDS, {"names": list(procedures)})).scalars()]
        return {*found, *(await conn.execute(_CHATS_OF_REQUESTERS, {"names": list(procedures)})).scalars()}


async def erase(db: Database, case_id: int, *, by: int | None, at: datetime) -> None:
    """Erase what a case holds of people, in its state and behind its events; the erasure is an event itself."""
    async with db.writing() as conn:
        await clear(conn, case_id)
        await chain.append(conn, [chain.Draft("PersonalErased", at, by, {"case": case_id})])


async def clear(conn: AsyncConnection, case_id: int) -> None:
    """Erase what a case holds of people, within the caller's writing transaction; the event is the caller's."""
    await conn.execute(_ERASE, {"case": case_id})
    await chain.erase(conn, case_id)
    await positions.erase(conn, case_id)


def _step_rows(case_id: int, step: Waiting) -> list[dict[str, Any]]:
    return [
        {
            "case_id": case_id,
            "entry": step.entry,
            "taker": taker,
            "person_id": person,
            "step": step.step,
            "opened_at": step.opened_at,
            "due_at": step.due_at,
        }
        for taker, person in takers(step.people, step.roles, later=step.sleeps).items()
    ]
