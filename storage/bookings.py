"""Bookings as rows: a place of a slot is one case's alone, whatever two requests have read before they came."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.slots import Engagement
from storage.schema import bookings

PERSON = "person:"
ALL = select(bookings)
_FREE = delete(bookings).where(
    bookings.c.what == bindparam("its_what"),
    bookings.c.at == bindparam("its_at"),
    bookings.c.place == bindparam("its_number"),
    bookings.c.case_id == bindparam("its_case"),
)
_BOOK = insert(bookings)


@dataclass(frozen=True, slots=True)
class Place:
    """A place that one case can hold: of what, at which moment, and its number."""

    what: str
    at: datetime
    number: int


Places = Mapping[Place, int]
"""The places that are held, each with its case."""


async def write(conn: AsyncConnection, changed: Mapping[Place, int | None], known: Places) -> None:
    """Free and book places, within the caller's writing transaction; one that is another's by now is an error."""
    freed = [(place, known[place]) for place in changed if place in known]
    taken = [(place, case_id) for place, case_id in changed.items() if case_id is not None]
    if freed:
        rows = [{"its_what": p.what, "its_at": p.at, "its_number": p.number, "its_case": case} for p, case in freed]
        await conn.execute(_FREE, rows)
    if taken:
        held = [{"what": p.what, "at": p.at, "place": p.number, "case_id": case} for p, case in taken]
        await conn.execute(_BOOK, held)


def read(row: Row[*tuple[int, ...]]) -> tuple[Place, int]:
    """The place of a row, and the case that holds it."""
    return Place(row.what, row.at, row.place), row.case_id


def of_person(one: Engagement) -> Place:
    """The place that somebody's engagement takes; its number is the case's, for they are asked even so."""
    return Place(f"{PERSON}{one.person}", one.at, one.case)


def engagement(place: Place) -> Engagement:
    """The engagement behind a place of a person."""
    return Engagement(int(place.what.removeprefix(PERSON)), place.at, place.number)
