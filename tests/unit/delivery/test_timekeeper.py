"""What is due, when one case's time cannot be run."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from alarms import NOON, alarm, record
from standing_clock import StandingClock

from bot.desk import Desk
from bot.house import House, Shelf
from bot.procedures import load_procedures
from bot.settings import LOCALES
from bot.texts import Texts
from bot.timekeeper import Timekeeper
from core.case import Case
from core.commands import Command
from storage import people
from storage.batch import Batch, Committed
from storage.database import Database


@pytest.fixture
def house() -> House:
    """The house with its own procedures."""
    return House(Shelf(load_procedures(None)), Texts.load(LOCALES), ZoneInfo("Asia/Makassar"))


@pytest.fixture
async def three_due(db: Database) -> None:
    """Cases 1, 2 and 3 are due at noon."""
    batch = Batch(db)
    unit = batch.unit(NOON)
    for number in (2, 3):
        record(unit, alarm(number))
    batch.accept(unit)
    await batch.commit([], at=NOON)


async def _later(self: Desk, case: Case, command: Command) -> Case:
    """Time passes for a case: it is looked at again in an hour; case 2 breaks, case 3 stands still."""
    if case.id == 2:
        raise LookupError
    later = self.now + timedelta(hours=0 if case.id == 3 else 1)
    self.unit.record(replace(case), (), at=self.now, next_at=later, open_steps=())
    return case


@pytest.mark.usefixtures("three_due")
async def test_a_case_that_breaks_holds_up_no_other(
    db: Database, house: House, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Case 1 goes on; an operator is told of 2 and 3 in plain words, and they are left alone for a minute."""
    monkeypatch.setattr(Desk, "decide", _later)
    await people.add_staff(db, 900, "Operator Contoh", "operator", "", NOON)
    said: list[Committed] = []
    timekeeper = Timekeeper(db, clock, house, said.append)
    assert await timekeeper.due()
    assert not await timekeeper.due()
    words = [row.payload["text"].splitlines()[0] for one in said for row in one.messages if row.chat_id == 900]
    assert ["🚨 Kasus nomor 2", "🚨 Kasus nomor 3"] == words
    clock.forward(minutes=1)
    assert await timekeeper.due()
    again = [row for one in said for row in one.messages if row.chat_id == 900]
    assert 2 == len(again)


async def test_what_fell_due_while_nobody_ran_is_not_looked_at_before_the_first_look(
    db: Database, house: House, clock: StandingClock
) -> None:
    """After a start nothing counts as seen, though the clock has not moved since; then everything does."""
    timekeeper = Timekeeper(db, clock, house, list[Committed]().append)
    assert timekeeper.seen != clock.version
    while await timekeeper.due():
        pass
    assert clock.version == timekeeper.seen
