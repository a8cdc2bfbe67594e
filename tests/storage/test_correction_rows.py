"""What the office changes of its calendar is kept, and every open case is looked at anew."""

from dataclasses import replace
from datetime import date, time, timedelta

from alarms import CITIZEN, NOON, alarm

from core.events import CaseClosed
from core.office_calendar import Change, Correction, OpenHours
from storage import cases, corrections
from storage.batch import Batch
from storage.corrections import Corrected
from storage.database import Database

HOURS = OpenHours(time(8), time(15))
RAMADAN = Correction(1, Change.HOURS, date(2026, 2, 18), date(2026, 3, 19), "Ramadan", HOURS)
CLOSED = Correction(2, Change.CLOSED, date(2026, 3, 5), date(2026, 3, 5), "Pindah gedung")


async def save(db: Database, *made: Corrected) -> None:
    batch = Batch(db)
    unit = batch.unit(NOON)
    unit.save_person(CITIZEN)
    for one in made:
        unit.save_correction(one)
    batch.accept(unit)
    await batch.commit([], at=NOON)


async def test_kept_and_taken_back(db: Database) -> None:
    """A correction counts from its commit until it is taken back, in the units of the same batch too."""
    made = [Corrected(one, CITIZEN.id, NOON) for one in (RAMADAN, CLOSED)]
    await save(db, *made)
    assert (RAMADAN, CLOSED) == await corrections.in_force(db)
    batch = Batch(db)
    unit = batch.unit(NOON)
    assert made == await unit.corrections()
    unit.save_correction(replace(made[1], removed_by=CITIZEN.id, removed_at=NOON))
    batch.accept(unit)
    assert made[:1] == await batch.unit(NOON).corrections()
    await batch.commit([], at=NOON)
    assert (RAMADAN,) == await corrections.in_force(db)


async def test_open_cases_are_looked_at_anew(db: Database) -> None:
    """Every open case that would have been looked at later is due at once, and no closed one."""
    batch = Batch(db)
    unit = batch.unit(NOON)
    unit.save_person(CITIZEN)
    later, closed = NOON + timedelta(days=3), replace(alarm(2), closed_at=NOON, outcome="done")
    unit.record(alarm(1), [CaseClosed(outcome="x")] * 3, at=NOON, next_at=later, open_steps=())
    unit.record(closed, [CaseClosed(outcome="done")] * 3, at=NOON, next_at=later, open_steps=())
    batch.accept(unit)
    await batch.commit([], at=NOON)
    assert [] == await cases.due(db, NOON, 10)
    await save(db, Corrected(CLOSED, CITIZEN.id, NOON))
    assert [1] == await cases.due(db, NOON, 10)
