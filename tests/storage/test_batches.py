"""Batches: written as a whole or not at all, and without treading on what others have written."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from alarms import CITIZEN, NOON, alarm, record
from behind import Behind
from sqlalchemy.exc import IntegrityError

from core.events import ValueGiven
from core.people import Fix, Grant
from storage import cards, chain, errands, inbox, outbox, people, progress, register
from storage.batch import Batch
from storage.cards import CardView, Shown
from storage.conversations import Conversation
from storage.database import Database
from storage.errands import Errand
from storage.inbox import Arrival
from storage.outbox import Message
from storage.progress import Progress
from storage.register import RegisterRow
from storage.waiting import Waiting

HELLO = Message(101, "reply", "sendMessage", {"text": "Halo"}, key="hello-1")


async def test_a_dropped_unit_leaves_no_trace(db: Database, behind: Behind) -> None:
    """A unit that nobody accepts changes neither the batch nor the disk, and its numbers are given again."""
    batch = Batch(db)
    dropped = batch.unit(NOON)
    dropped.save_person(CITIZEN)
    dropped.save_conversation(Conversation(101, 101, "lost"))
    record(dropped, alarm(await dropped.next_number("cases")))
    dropped.note("DutyStarted", {"person": CITIZEN.id}, CITIZEN.id)
    dropped.say(HELLO)
    dropped.ask(Errand("geocode", {}, None, "geocode-1"))

    later = batch.unit(NOON)
    assert await later.person(101) is None
    assert Conversation(101, 101) == await later.conversation(101, 101)
    assert await later.next_number("cases") == 1
    batch.accept(later)
    committed = await batch.commit([], at=NOON)
    assert (committed.messages, committed.cards, committed.errands) == ([], [], [])
    assert dict.fromkeys(CHANGED, 0) == _count(behind)


CHANGED = ("people", "conversations", "cases", "events", "outbox", "errands")


async def test_a_batch_is_committed_as_a_whole_or_not_at_all(db: Database, behind: Behind) -> None:
    """One row that the database refuses takes the whole batch with it, the inbox marks as well."""
    await inbox.insert(db, [Arrival(1, 101, 101, False, "{}"), Arrival(2, 102, 102, False, "{}")], NOON)
    batch = Batch(db)
    good, bad = batch.unit(NOON), batch.unit(NOON)
    good.save_person(CITIZEN)
    good.say(HELLO)
    record(good, alarm(1))
    record(bad, replace(alarm(2), ticket=alarm(1).ticket))
    batch.accept(good)
    batch.accept(bad)
    with pytest.raises(IntegrityError):
        await batch.commit([1, 2], at=NOON)
    assert dict.fromkeys(CHANGED, 0) == _count(behind)
    assert [row.update_id for row in await inbox.undone(db, 10)] == [1, 2]
    assert await chain.verify(db) is None


async def test_a_commit_writes_everything(db: Database) -> None:
    """After a commit a new batch reads all of it from disk, and the updates are done with."""
    await inbox.insert(db, [Arrival(1, 101, 101, False, "{}")], NOON)
    somewhere = replace(CITIZEN, phone="+62811", fix=Fix(3.3, 117.6, NOON, 12.5), post=Fix(3.31, 117.61, NOON))
    batch = Batch(db)
    unit = batch.unit(NOON)
    unit.save_person(somewhere)
    unit.save_conversation(Conversation(101, 101, "panic:location", {"a": [1, "é"]}))
    record(unit, alarm(await unit.next_number("cases")), (Waiting(1, "verify", NOON, NOON, ("operator",)),))
    unit.raise_card(1, 500, CITIZEN.id, "alarm", ring=True)
    unit.raise_card(1, 500, CITIZEN.id, "dispatch")
    unit.say(HELLO)
    unit.ask(Errand("geocode", {"case": 1}, 1, "geocode-1"))
    unit.remind(1, 1, "50")
    line = RegisterRow(1, "PB-2026-000001", NOON, CITIZEN.id, {"kind": "medis"})
    unit.write_register(line)
    batch.accept(unit)
    committed = await batch.commit([1], at=NOON)

    view = CardView(1, 500, CITIZEN.id, None, 2, 0, 1, 0, None, "dispatch")
    assert [view] == committed.cards == await cards.stale(db)
    assert [(1, HELLO.payload, "new")] == [(row.id, row.payload, row.state) for row in committed.messages]
    assert committed.messages == await outbox.pending(db)
    assert committed.errands == await errands.pending(db)
    assert [line] == await register.between(db, line.name, NOON, NOON + timedelta(seconds=1))
    assert await inbox.undone(db, 10) == []

    batch = Batch(db)
    await batch.prefetch([101], [101])
    later = batch.unit(NOON)
    assert somewhere == await later.person(101)
    assert Conversation(101, 101, "panic:location", {"a": [1, "é"]}, NOON) == await later.conversation(101, 101)
    assert [alarm(1)] == await later.open_cases_of(CITIZEN.id)
    assert [view] == await later.card_views(1)
    assert await later.next_number("cases") == 2


async def test_a_forgotten_conversation_is_gone(db: Database) -> None:
    """An ended conversation is not seen by the next unit, nor found on disk."""
    await _commit(db, lambda unit: unit.save_conversation(Conversation(101, 101, "panic:location")))
    batch = Batch(db)
    unit = batch.unit(NOON)
    unit.forget_conversation(101, 101)
    assert Conversation(101, 101) == await unit.conversation(101, 101)
    batch.accept(unit)
    await batch.commit([], at=NOON)
    assert Conversation(101, 101) == await Batch(db).unit(NOON).conversation(101, 101)


async def test_saving_a_person_keeps_roles_given_meanwhile(db: Database) -> None:
    """A role that the command gives while a batch runs is not overwritten by the batch."""
    officer = await people.add_staff(db, 102, "Petugas Contoh", "officer", "", NOON)
    batch = Batch(db)
    unit = batch.unit(NOON)
    known = await unit.person(102)
    await people.add_staff(db, 102, "Petugas Contoh", "operator", "", NOON)
    assert known == officer
    unit.save_person(replace(officer, on_duty_since=NOON))
    batch.accept(unit)
    await batch.commit([], at=NOON)
    found = await Batch(db).unit(NOON).person(102)
    assert replace(officer, on_duty_since=NOON, grants=frozenset({Grant("officer"), Grant("operator")})) == found


async def test_messages_and_errands_with_a_known_key_are_written_once(db: Database) -> None:
    """The same key again, in the batch or later, adds nothing; no key adds each time."""
    errand = Errand("geocode", {}, None, "geocode-1")
    for _ in range(2):
        batch = Batch(db)
        unit = batch.unit(NOON)
        for _ in range(2):
            unit.say(HELLO)
            unit.say(replace(HELLO, key=None))
            unit.ask(errand)
        batch.accept(unit)
        await batch.commit([], at=NOON)
    assert [row.key for row in await outbox.pending(db)] == ["hello-1", None, None, None, None]
    assert [row.id for row in await outbox.pending(db)] == [1, 2, 3, 4, 5]
    assert [row.key for row in await errands.pending(db)] == ["geocode-1"]


async def test_raising_a_card_does_not_undo_what_delivery_has_shown(
    db: Database, keep: Callable[..., Awaitable[None]]
) -> None:
    """Delivery marks a card shown while a batch runs; the batch only raises what is wanted."""
    await keep(alarm(1))
    await _commit(db, lambda unit: unit.raise_card(1, 500, CITIZEN.id, "alarm", ring=True))
    batch = Batch(db)
    await batch.prefetch([101], [101])
    unit = batch.unit(NOON)
    await progress.note(db, Progress(shown=[Shown(1, 500, 77, 1, 1, "abc")]), NOON)
    assert await cards.stale(db) == []
    unit.raise_card(1, 500, CITIZEN.id, "alarm")
    batch.accept(unit)
    await batch.commit([], at=NOON)
    assert CardView(1, 500, CITIZEN.id, 77, 2, 1, 1, 1, "abc", "alarm") == await cards.find(db, 1, 500)


async def test_a_case_cannot_get_the_same_version_twice(db: Database, keep: Callable[..., Awaitable[None]]) -> None:
    """A second writer who did not see the first one's events is refused."""
    await keep(alarm(1))
    batch = Batch(db)
    unit = batch.unit(NOON)
    event = ValueGiven(name="kind", value="medis")
    unit.record(alarm(1), [event], at=NOON, next_at=NOON, open_steps=())
    batch.accept(unit)
    with pytest.raises(IntegrityError):
        await batch.commit([], at=NOON)


async def test_a_batch_costs_a_constant_number_of_statements(db: Database) -> None:
    """A hundred units cost as many statements as one."""
    assert await _statements(db, 1, start=1) == await _statements(db, 100, start=2)


async def _statements(db: Database, units: int, start: int) -> int:
    seen: list[str] = []

    def note(conn: object, cursor: object, statement: str, *rest: object) -> None:
        seen.append(statement)

    from sqlalchemy import event

    engines = [db._writer.sync_engine, db._readers.sync_engine]
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    numbers = range(start, start + units)
    batch = Batch(db)
    await batch.prefetch(numbers, numbers)
    for number in numbers:
        unit = batch.unit(NOON)
        assert await unit.person(number) is None
        unit.save_person(replace(CITIZEN, id=number, telegram_id=number))
        await unit.open_cases_of(number)
        await unit.conversation(number, number)
        await unit.office()
        case = alarm(await unit.next_number("cases"), requester=number)
        record(unit, case, (Waiting(1, "verify", NOON, NOON, ("operator",)),))
        await unit.card_views(case.id)
        unit.raise_card(case.id, 500, number, "alarm")
        unit.say(replace(HELLO, key=f"hello-{number}"))
        unit.save_conversation(Conversation(number, number, "panic:location"))
        batch.accept(unit)
    await batch.commit(numbers, at=NOON)
    for engine in engines:
        event.remove(engine, "before_cursor_execute", note)
    return len(seen)


async def _commit(db: Database, change: Callable[..., None]) -> None:
    batch = Batch(db)
    unit = batch.unit(NOON)
    change(unit)
    batch.accept(unit)
    await batch.commit([], at=NOON)


def _count(behind: Behind) -> dict[str, int]:
    return {table: behind.asks(f"SELECT count(*) FROM {table}")[0][0] for table in CHANGED}  # noqa: S608
