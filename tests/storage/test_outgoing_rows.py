"""Messages, cards and errands on their way, until it is known what became of them."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

from alarms import CITIZEN, NOON, alarm

from storage import cards, census, errands, evidence, outbox, progress
from storage.batch import Batch
from storage.cards import CardView, Shown
from storage.census import Census
from storage.database import Database
from storage.errands import Errand, ErrandResult
from storage.evidence import KeptFile
from storage.outbox import Message, Result
from storage.progress import Progress

ALARM = Message(500, "alarm", "sendMessage", {"text": "Alarm"}, expires_at=NOON + timedelta(hours=1))
REPLY = Message(101, "reply", "sendMessage", {"text": "Halo"})


async def test_messages_wait_in_order_until_they_are_settled(db: Database) -> None:
    """A message is pending while new or in flight, and no longer once it is known what became of it."""
    rows = await outbox.say(db, [ALARM, REPLY, REPLY, REPLY], NOON)
    assert rows == await outbox.pending(db)
    assert (await census.take(db)).outbox == {"alarm": 1, "reply": 3}
    await progress.note(db, Progress(sending=[1, 2]), NOON)
    later = NOON + timedelta(seconds=5)
    await progress.note(
        db,
        Progress(
            results=[
                Result(1, "sent", 1, message_id=77),
                Result(2, "new", 1, error="429", not_before=later),
                Result(3, "uncertain", 1, error="timeout"),
            ]
        ),
        NOON,
    )
    await progress.note(db, Progress(sending=[4]), NOON)
    retried = replace(rows[1], attempts=1, error="429", not_before=later)
    assert [retried, replace(rows[3], state="sending")] == await outbox.pending(db)
    assert (await census.take(db)) == Census(0, None, 0, {"reply": 2}, uncertain=1)


async def test_ids_go_on_across_writers(db: Database) -> None:
    """Messages of a batch and messages written besides never share a number."""
    await outbox.say(db, [ALARM], NOON)
    batch = Batch(db)
    unit = batch.unit(NOON)
    unit.say(REPLY)
    batch.accept(unit)
    committed = await batch.commit([], at=NOON)
    assert [row.id for row in committed.messages] == [2]
    assert [row.id for row in await outbox.say(db, [REPLY], NOON)] == [3]


async def test_finished_messages_are_forgotten_after_a_while(db: Database) -> None:
    """Housekeeping takes what is finished and old, and nothing that waits."""
    await outbox.say(db, [ALARM, REPLY], NOON)
    await progress.note(db, Progress(results=[Result(2, "sent", 1)]), NOON)
    assert await outbox.forget_before(db, NOON) == 0
    assert await outbox.forget_before(db, NOON + timedelta(seconds=1)) == 1
    assert [row.id for row in await outbox.pending(db)] == [1]


async def test_a_card_is_stale_until_it_is_shown_as_wanted(db: Database, keep: Callable[..., Awaitable[None]]) -> None:
    """A card that is one version or one ring behind is stale."""
    await keep(alarm(1))
    batch = Batch(db)
    unit = batch.unit(NOON)
    unit.raise_card(1, 500, CITIZEN.id, "alarm", ring=True)
    unit.raise_card(1, 600, CITIZEN.id, "nag")
    batch.accept(unit)
    await batch.commit([], at=NOON)
    assert [view.chat_id for view in await cards.stale(db)] == [500, 600]
    await progress.note(db, Progress(shown=[Shown(1, 500, 77, 1, 0, "a"), Shown(1, 600, 78, 1, 0, "b")]), NOON)
    assert [CardView(1, 500, CITIZEN.id, 77, 1, 1, 1, 0, "a", "alarm")] == await cards.stale(db)
    await progress.note(db, Progress(shown=[Shown(1, 500, 79, 1, 1, "a")]), NOON)
    assert await cards.stale(db) == []
    assert await cards.find(db, 1, 700) is None


async def test_errands_wait_until_they_are_done_or_failed(db: Database) -> None:
    """An errand begun before a stop is pending again; a result that is to be repeated keeps it so."""
    batch = Batch(db)
    unit = batch.unit(NOON)
    for number in (1, 2, 3):
        unit.ask(Errand("geocode", {"n": number}, None, f"geocode-{number}"))
    batch.accept(unit)
    asked = (await batch.commit([], at=NOON)).errands
    await errands.mark_doing(db, [1, 2])
    later = NOON + timedelta(minutes=1)
    await errands.settle(db, [ErrandResult(1, "done", 1, result={"village": "Karang"}), ErrandResult(3, "failed", 5)])
    await errands.settle(db, [ErrandResult(2, "new", 1, not_before=later)])
    assert [replace(asked[1], attempts=1, not_before=later)] == await errands.pending(db)
    assert await errands.counts(db) == {"new": 1, "doing": 0, "failed": 1}


async def test_a_file_fetched_twice_is_kept_once(db: Database, keep: Callable[..., Awaitable[None]]) -> None:
    """The second keeping of a file replaces the first."""
    await keep(alarm(1))
    file = KeptFile(1, 1, "photo", "AQAD", "evidence/1/1.jpg", "ab" * 32, 1234, NOON)
    await evidence.keep(db, replace(file, size=1))
    await evidence.keep(db, file)
    assert [file] == await evidence.of_case(db, 1)
