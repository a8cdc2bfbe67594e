"""Units of work: what they see on disk, and of each other before anything is there."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

from alarms import CITIZEN, NOON, OFFICER, alarm, record

from core.events import CaseClosed, ValueGiven
from storage import people
from storage.batch import Batch
from storage.cards import CardView
from storage.conversations import Conversation
from storage.database import Database
from storage.waiting import Waiting


async def test_a_later_unit_sees_what_an_earlier_one_changed(db: Database) -> None:
    """Person, conversation, case, counter and card of an accepted unit are there for the next of the batch."""
    batch = Batch(db)
    await batch.prefetch([101], [101])
    first = batch.unit(NOON)
    first.save_person(CITIZEN)
    first.save_conversation(Conversation(101, 101, "panic:location", {"presses": 1}))
    record(first, alarm(await first.next_number("cases")))
    first.raise_card(1, 500, CITIZEN.id, "alarm", ring=True)
    batch.accept(first)

    later = batch.unit(NOON)
    assert await later.person(101) == CITIZEN
    assert await later.person_by_id(CITIZEN.id) == CITIZEN
    assert Conversation(101, 101, "panic:location", {"presses": 1}, NOON) == await later.conversation(101, 101)
    assert [alarm(1)] == await later.open_cases_of(CITIZEN.id)
    assert alarm(1) == await later.case_by_ticket("PB-2026-000001")
    assert [CardView(1, 500, CITIZEN.id, None, 1, 0, 1, 0, None, "alarm")] == await later.card_views(1)
    assert await later.next_number("cases") == 2


async def test_a_unit_sees_its_own_changes(db: Database) -> None:
    """What a unit has changed it reads back itself, before anybody accepts it."""
    unit = Batch(db).unit(NOON)
    unit.save_person(CITIZEN)
    record(unit, alarm(1))
    assert await unit.person(101) == CITIZEN
    assert [alarm(1)] == await unit.open_cases_of(CITIZEN.id)
    assert (await unit.next_number("cases"), await unit.next_number("cases")) == (1, 2)


async def test_a_closed_case_is_no_longer_open(db: Database, keep: Callable[..., Awaitable[None]]) -> None:
    """Closing a case in a batch hides it from the open ones at once, and leaves it among the last."""
    await keep(alarm(1), alarm(2))
    batch = Batch(db)
    unit = batch.unit(NOON)
    closed = replace(alarm(1), version=4, closed_at=NOON, outcome="done")
    unit.record(closed, [CaseClosed(outcome="done")], at=NOON, next_at=None, open_steps=())
    assert [alarm(2)] == await unit.open_cases_of(CITIZEN.id)
    assert [alarm(2), closed] == await unit.last_cases_of(CITIZEN.id, 5)
    assert [alarm(2)] == await unit.last_cases_of(CITIZEN.id, 1)


async def test_everybody_of_a_batch_has_their_own_last_cases(db: Database) -> None:
    """They are read together, the newest first and no more than asked for; a new one comes before them."""
    first = Batch(db)
    unit = first.unit(NOON)
    for person in (CITIZEN, OFFICER):
        unit.save_person(person)
    for number in (1, 2, 3, 4):
        record(unit, alarm(number, requester=(OFFICER if number == 2 else CITIZEN).id))
    first.accept(unit)
    await first.commit([], at=NOON)

    batch = Batch(db)
    async with batch.snapshot():
        await batch.prefetch([CITIZEN.telegram_id, OFFICER.telegram_id], [])
        unit = batch.unit(NOON)
        assert [4, 3] == [case.id for case in await unit.last_cases_of(CITIZEN.id, 2)]
        assert [2] == [case.id for case in await unit.last_cases_of(OFFICER.id, 2)]
        record(unit, alarm(5))
        assert [5, 4] == [case.id for case in await unit.last_cases_of(CITIZEN.id, 2)]


async def test_tasks_are_ordered_by_when_they_are_due(db: Database, keep: Callable[..., Awaitable[None]]) -> None:
    """Cases that wait for me or my role, on disk and in this batch, stand in the order of their deadlines."""
    by_role = Waiting(1, "verify", NOON, NOON + timedelta(minutes=5), roles=("operator",))
    by_name = Waiting(1, "report", NOON, NOON + timedelta(minutes=3), people=(OFFICER.id,))
    await keep(alarm(1), waiting=(by_role,))
    await keep(alarm(2), waiting=(replace(by_role, due_at=None),))
    await keep(alarm(3), waiting=(replace(by_name, people=(9,)),))
    await keep(alarm(4), waiting=(by_role,))
    batch = Batch(db)
    unit = batch.unit(NOON)
    changed = replace(alarm(4), version=4)
    event = ValueGiven(name="kind", value="medis")
    unit.record(changed, [event], at=NOON, next_at=NOON, open_steps=(by_name, by_role))
    batch.accept(unit)
    unit = batch.unit(NOON)
    assert [changed, alarm(1), alarm(2)] == await unit.tasks_of(OFFICER.id, ["operator"], 10)
    assert [alarm(1)] == await unit.tasks_of(OFFICER.id, ["operator"], 1, offset=1)
    assert [changed] == await unit.tasks_of(OFFICER.id, ["citizen"], 10)
    await batch.commit([], at=NOON)
    assert [changed, alarm(1), alarm(2)] == await Batch(db).unit(NOON).tasks_of(OFFICER.id, ["operator"], 10)


async def test_the_office_knows_staff_duty_and_who_is_busy(db: Database, keep: Callable[..., Awaitable[None]]) -> None:
    """Staff given by the command are there in the next batch; duty, place and what waits for them in the same one."""
    officer = await people.add_staff(db, 102, "Petugas Contoh", "officer", "", NOON)
    await people.add_staff(db, 103, "Operator Contoh", "operator", "tcc", NOON)
    await keep(alarm(1), waiting=(Waiting(1, "confirm", NOON, None, people=(officer.id,)),))
    batch = Batch(db)
    unit = batch.unit(NOON)
    office = await unit.office()
    assert [person.name for person in office.staff] == ["Operator Contoh", "Petugas Contoh"]
    assert frozenset({officer.id}) == office.busy
    unit.save_person(replace(officer, on_duty_since=NOON))
    event = ValueGiven(name="kind", value="medis")
    unit.record(replace(alarm(1), version=4), [event], at=NOON, next_at=NOON, open_steps=())
    office = await unit.office()
    assert (replace(officer, on_duty_since=NOON),) == office.holders("officer", on_duty=True)
    assert frozenset() == office.busy


async def test_nobody_is_busy_with_what_has_not_come(db: Database, keep: Callable[..., Awaitable[None]]) -> None:
    """A step that sleeps is among the tasks of whoever it is for, on disk and in this batch, and keeps them free."""
    guide = await people.add_staff(db, 102, "Pelaksana Contoh", "guide", "", NOON)
    asleep = Waiting(1, "guide", NOON, None, people=(guide.id,), sleeps=True)
    await keep(alarm(1), waiting=(asleep,))
    unit = Batch(db).unit(NOON)
    assert (frozenset(), [alarm(1)]) == ((await unit.office()).busy, await unit.tasks_of(guide.id, [], 10))
    changed = replace(alarm(1), version=4)
    event = ValueGiven(name="kind", value="medis")
    unit.record(changed, [event], at=NOON, next_at=NOON, open_steps=(asleep,))
    assert (frozenset(), [changed]) == ((await unit.office()).busy, await unit.tasks_of(guide.id, [], 10))
    unit.record(changed, [], at=NOON, next_at=NOON, open_steps=(replace(asleep, sleeps=False),))
    assert frozenset({guide.id}) == (await unit.office()).busy
