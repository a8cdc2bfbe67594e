"""Cards around a case that has got a place: they are raised in the commit that gives it."""

from dataclasses import replace
from datetime import timedelta

from alarms import CITIZEN, NOON, alarm, record

from core.case import Case
from core.people import Fix
from storage.batch import Batch
from storage.database import Database
from storage.neighbours import Stir

HERE = Fix(3.3, 117.6, NOON)
QUARTER = timedelta(minutes=15)
METRES_NORTH = 1 / 110_574
"""Degrees of latitude in a metre."""


def at(case_id: int, metres: float, **changes: object) -> Case:
    """An alarm so many metres to the north."""
    place = {"lat": HERE.lat + metres * METRES_NORTH, "lon": HERE.lon, "at": NOON.isoformat()}
    return replace(alarm(case_id), personal={"position": place}, **changes)


async def raised_around(db: Database, *others: Case) -> set[int]:
    """The cases whose cards the operator sees anew when alarm 1 has got its place."""
    batch = Batch(db)
    unit = batch.unit(NOON)
    unit.save_person(CITIZEN)
    for case in others:
        record(unit, case)
        unit.raise_card(case.id, 900, CITIZEN.id, "alarm")
    batch.accept(unit)
    await batch.commit([], at=NOON)
    moving = Batch(db)
    unit = moving.unit(NOON)
    record(unit, at(1, 0))
    unit.stir(1, Stir(HERE, NOON, 300, QUARTER, 3))
    moving.accept(unit)
    committed = await moving.commit([], at=NOON)
    assert all(view.wanted == 2 for view in committed.cards)
    return {view.case_id for view in committed.cards}


async def test_the_cards_of_near_cases_are_raised(db: Database) -> None:
    """What lies farther away than the rule says, or began at another time, is left alone."""
    later = at(4, 20, opened_at=NOON + timedelta(minutes=16))
    assert await raised_around(db, at(2, 10), at(3, 400), later) == {2}


async def test_only_the_nearest_are_raised(db: Database) -> None:
    """In a crowd a new position makes three cards anew, not all of them."""
    assert await raised_around(db, *(at(number, 10 * number) for number in range(2, 9))) == {2, 3, 4}


async def test_cases_that_are_closed_or_merged_are_left_alone(db: Database) -> None:
    """Nothing is suggested to them any more."""
    closed, merged = at(2, 10, closed_at=NOON, outcome="done"), at(3, 10, merged=4)
    assert await raised_around(db, closed, merged, at(4, 30)) == {4}
