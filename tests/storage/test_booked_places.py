"""Places of slots in the database: one is one case's alone, whatever two requests have read."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from alarms import NOON, alarm
from sqlalchemy.exc import IntegrityError

from core.case import Case
from core.slots import Engagement
from storage.batch import Batch
from storage.database import Database

THEN = NOON + timedelta(days=1)
LATER = NOON + timedelta(days=2)

Keep = Callable[..., Awaitable[None]]


def second() -> Case:
    return alarm(2)


async def test_the_last_place_is_one_cases_alone(db: Database, keep: Keep) -> None:
    """Within a batch the later request is told which moment is full, and changes nothing."""
    await keep(alarm(1), second())
    batch = Batch(db)
    first, late = batch.unit(NOON), batch.unit(NOON)
    assert await first.bookings.hold(1, "room", {THEN: 1}) is None
    batch.accept(first)
    assert THEN == await late.bookings.hold(2, "room", {LATER: 1, THEN: 1})
    assert not late.changes.bookings
    assert await late.bookings.hold(2, "other", {THEN: 1}) is None
    batch.accept(late)
    await batch.commit([], at=NOON)
    unit = Batch(db).unit(NOON)
    assert {THEN} == await unit.bookings.of_case(1, "room")
    assert {THEN: 1} == await unit.bookings.taken("room", without=2)
    assert {} == await unit.bookings.taken("room", without=1)


async def test_the_database_refuses_what_was_read_too_early(db: Database, keep: Keep) -> None:
    """Two processes that both saw the place free: the second commit fails as a whole."""
    await keep(alarm(1), second())
    batches = [Batch(db), Batch(db)]
    for case_id, batch in enumerate(batches, 1):
        unit = batch.unit(NOON)
        assert await unit.bookings.hold(case_id, "room", {THEN: 1}) is None
        batch.accept(unit)
    await batches[0].commit([], at=NOON)
    with pytest.raises(IntegrityError):
        await batches[1].commit([], at=NOON)
    assert {THEN} == await Batch(db).unit(NOON).bookings.of_case(1, "room")


async def test_what_is_not_wanted_any_more_is_free(db: Database, keep: Keep) -> None:
    """A case that moves gives its place back in the same commit, and the next has it at once."""
    await keep(alarm(1), second())
    for case_id, wanted in ((1, {THEN: 1}), (1, {LATER: 1}), (2, {THEN: 1}), (1, {}), (2, {THEN: 1, LATER: 1})):
        batch = Batch(db)
        unit = batch.unit(NOON)
        assert await unit.bookings.hold(case_id, "room", wanted) is None
        batch.accept(unit)
        await batch.commit([], at=NOON)
    assert {THEN, LATER} == await Batch(db).unit(NOON).bookings.of_case(2, "room")


async def test_people_are_needed_even_where_they_are_already(db: Database, keep: Keep) -> None:
    """Two cases may need one person at one moment; everybody sees both, until a case needs them no longer."""
    await keep(alarm(1), second())
    for case_id in (1, 2):
        batch = Batch(db)
        unit = batch.unit(NOON)
        await unit.bookings.engage(case_id, [Engagement(7, THEN, case_id)])
        batch.accept(unit)
        await batch.commit([], at=NOON)
    unit = Batch(db).unit(NOON)
    assert {Engagement(7, THEN, 1), Engagement(7, THEN, 2)} == set((await unit.office()).engagements)
    await unit.bookings.engage(1, [])
    assert (Engagement(7, THEN, 2),) == await unit.bookings.engagements()
