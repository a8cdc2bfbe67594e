"""The loop of errands: each until it is done, a few at a time, and what it yields is in the inbox with it."""

import asyncio
import errno
import os
from collections.abc import Callable
from datetime import timedelta

import pytest
from notes import notes, results
from played_parts import Ask, Running
from standing_clock import NOON, StandingClock

from bot.errands import AT_ONCE, Done, ErrandKind, Hopeless, NotYet, Postponed
from storage import errands, inbox
from storage.database import Database
from storage.errands import Errand, ErrandRow

Act = Callable[[ErrandRow], Done]


class Played(ErrandKind):
    """An errand that the test acts out: what it does each time, the last again and again."""

    give_up_after = timedelta(hours=1)

    def __init__(self, *acts: Act | Exception, after: frozenset[str] = frozenset()) -> None:
        self.acts, self.after = list(acts), after
        self.tried: list[ErrandRow] = []

    async def do(self, errand: ErrandRow) -> Done:
        self.tried.append(errand)
        act = self.acts.pop(0) if len(self.acts) > 1 else self.acts[0]
        if isinstance(act, Exception):
            raise act
        return act(errand)


class Held(ErrandKind):
    """An errand that takes until the test lets it go."""

    def __init__(self) -> None:
        self.let_go = asyncio.Event()
        self.begun = asyncio.Semaphore(0)
        self.under_way = 0

    async def do(self, errand: ErrandRow) -> Done:
        self.under_way += 1
        self.begun.release()
        await self.let_go.wait()
        return Done({"n": errand.payload["n"]})


def walk(number: int = 1, kind: str = "walk", case_id: int | None = None) -> Errand:
    """Something to do."""
    return Errand(kind, {"n": number}, case_id, f"{kind}-{number}")


def well(errand: ErrandRow) -> Done:
    """It works."""
    return Done({"n": errand.payload["n"]})


async def test_what_an_errand_yields_is_a_note_in_the_inbox(
    db: Database, clock: StandingClock, ask: Ask, running: Running
) -> None:
    """The row is done, the worker has an urgent note with a number that Telegram never gives, and is woken."""
    async with running({"walk": Played(well)}) as loop:
        loop.errands.post(await ask(walk(7)))
        await loop.settle()
        note = {"internal": "errand", "errand": "walk", "case_id": None, "payload": {"n": 7}, "result": {"n": 7}}
        assert [note] == await notes(db)
        assert [(row.update_id, row.chat_id, row.person, row.urgent) for row in await inbox.undone(db, 10)] == [
            (-1, 0, None, True)
        ]
        assert (loop.errands.waiting, loop.errands.retrying, loop.errands.finished, len(loop.woken)) == (0, 0, 1, 1)
    assert await errands.pending(db) == []


async def test_an_errand_that_yields_nothing_leaves_no_note(db: Database, ask: Ask, running: Running) -> None:
    """A street that nobody knows is not worth the worker's time."""
    async with running({"walk": Played(lambda errand: Done({}))}) as loop:
        loop.errands.post(await ask(walk()))
        await loop.settle()
    assert await notes(db) == []
    assert await errands.pending(db) == []


async def test_what_follows_an_errand_is_done_next(db: Database, ask: Ask, running: Running) -> None:
    """An errand that an errand asks for is on disk with its result, and done by the same loop."""
    first = Played(lambda errand: Done({"n": 1}, (walk(2, "ride"),)))
    async with running({"walk": first, "ride": Played(well)}) as loop:
        loop.errands.post(await ask(walk(1)))
        await loop.settle()
    assert await results(db) == [("walk", {"n": 1}), ("ride", {"n": 2})]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EMFILE])
async def test_a_machine_at_fault_is_waited_for(
    db: Database, clock: StandingClock, ask: Ask, running: Running, number: int
) -> None:
    """A disk that is full or may only be read is no fault of the errand, however long that takes."""
    kind = Played(OSError(number, os.strerror(number)))
    async with running({"walk": kind}) as loop:
        loop.errands.post(await ask(walk()))
        await loop.settle()
        for _ in range(5):
            clock.forward(hours=1)
            await loop.settle()
        assert (loop.errands.waiting, loop.errands.retrying) == (0, 1)
        assert await notes(db) == []
        kind.acts = [well]
        clock.forward(seconds=ErrandKind.longest_pause.total_seconds())
        await loop.settle()
    assert await results(db) == [("walk", {"n": 1})]


async def test_pauses_between_tries_double_up_to_ten_minutes(
    db: Database, clock: StandingClock, ask: Ask, running: Running
) -> None:
    """2, 4, 8 … 512 and then 600 seconds, each counted from the try before, on the product's clock."""
    kind = Played(NotYet("no_answer"))
    expected = [2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600]
    pauses = []
    async with running({"walk": kind}) as loop:
        loop.errands.post(await ask(walk()))
        await loop.settle()
        for _ in expected:
            assert loop.errands.next_at is not None
            pauses.append(int((loop.errands.next_at - clock.now()).total_seconds()))
            clock.forward(seconds=pauses[-1])
            await loop.settle()
    assert expected == pauses
    assert len(expected) + 1 == len(kind.tried)
    assert list(range(len(expected) + 1)) == [row.attempts for row in kind.tried]


async def test_an_errand_waits_for_its_time_and_is_not_busy_meanwhile(
    db: Database, clock: StandingClock, ask: Ask, running: Running
) -> None:
    """A second too early nothing happens; on time it is tried again and done."""
    kind = Played(NotYet("no_answer"), well)
    async with running({"walk": kind}) as loop:
        loop.errands.post(await ask(walk()))
        await loop.settle()
        assert (loop.errands.waiting, loop.errands.retrying) == (0, 1)
        clock.forward(seconds=1)
        await loop.settle()
        assert len(kind.tried) == 1
        clock.forward(seconds=1)
        assert loop.errands.waiting == 1
        await loop.settle()
    assert await results(db) == [("walk", {"n": 1})]


async def test_the_worker_is_told_of_what_failed(db: Database, ask: Ask, running: Running) -> None:
    """What is hopeless, and what nobody here can do, fails at once with its reason."""
    async with running({"walk": Played(Hopeless("too_big"))}) as loop:
        loop.errands.post(await ask(walk(1), walk(1, "dance")))
        await loop.settle()
    assert dict(await results(db)) == {"walk": {"reason": "too_big"}, "dance": {"reason": "unknown"}}
    assert await errands.counts(db) == {"new": 0, "doing": 0, "failed": 2}


@pytest.mark.parametrize("fault", [NotYet("no_answer"), ZeroDivisionError()])
async def test_an_errand_is_given_up_after_its_time(
    db: Database, clock: StandingClock, ask: Ask, running: Running, fault: Exception
) -> None:
    """Within the hour it is tried again whatever is wrong, our own faults included; after it the worker is told."""
    async with running({"walk": Played(fault)}) as loop:
        loop.errands.post(await ask(walk()))
        await loop.settle()
        clock.forward(minutes=59)
        await loop.settle()
        assert await notes(db) == []
        clock.forward(hours=1)
        await loop.settle()
    assert [("walk", {"reason": getattr(fault, "reason", "ZeroDivisionError")})] == await results(db)


async def test_a_postponed_errand_was_not_tried(db: Database, clock: StandingClock, ask: Ask, running: Running) -> None:
    """It waits for the moment it was told, and no attempt is counted."""
    kind = Played(Postponed(NOON + timedelta(seconds=1)), well)
    async with running({"walk": kind}) as loop:
        loop.errands.post(await ask(walk()))
        await loop.settle()
        clock.forward(seconds=1)
        await loop.settle()
    assert [row.attempts for row in kind.tried] == [0, 0]
    assert await results(db) == [("walk", {"n": 1})]


async def test_only_a_few_are_under_way_at_a_time(db: Database, ask: Ask, running: Running) -> None:
    """Of six, four run; all six count as waiting until they are done."""
    kind = Held()
    async with running({"walk": kind}) as loop:
        loop.errands.post(await ask(*(walk(number) for number in range(6))))
        for _ in range(AT_ONCE):
            await asyncio.wait_for(kind.begun.acquire(), 10)
        assert (kind.under_way, loop.errands.waiting) == (AT_ONCE, 6)
        kind.let_go.set()
        await loop.settle()
    assert {0, 1, 2, 3, 4, 5} == {result["n"] for _, result in await results(db)}


async def test_an_errand_waits_for_those_of_its_case_that_come_first(
    db: Database, clock: StandingClock, ask: Ask, running: Running
) -> None:
    """It is begun when the last of them is over, and is not busy while it waits."""
    evidence = Played(NotYet("no_answer"), well)
    export = Played(well, after=frozenset({"evidence"}))
    async with running({"evidence": evidence, "export": export}) as loop:
        loop.errands.post(await ask(walk(1, "evidence"), walk(2, "export")))
        await loop.settle()
        assert (loop.errands.waiting, loop.errands.retrying, export.tried) == (0, 2, [])
        clock.forward(seconds=2)
        await loop.settle()
    assert await results(db) == [("evidence", {"n": 1}), ("export", {"n": 2})]


async def test_what_was_under_way_at_a_crash_is_done_again(db: Database, ask: Ask, running: Running) -> None:
    """An errand that was begun and never finished is taken up at the next start."""
    (row,) = await ask(walk())
    await errands.mark_doing(db, [row.id])
    kind = Played(well)
    async with running({"walk": kind}) as loop:
        await loop.settle()
    assert [row.state for row in kind.tried] == ["doing"]
    assert await results(db) == [("walk", {"n": 1})]


async def test_an_errand_that_does_not_end_is_left_for_the_next_start(
    db: Database, ask: Ask, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopping waits for what is under way, but not for ever; its row is taken up again."""
    monkeypatch.setattr("bot.errands.STOP_WITHIN_S", 0.01)
    kind = Held()
    async with running({"walk": kind}) as loop:
        loop.errands.post(await ask(walk()))
        await asyncio.wait_for(kind.begun.acquire(), 10)
    assert [row.state for row in await errands.pending(db)] == ["doing"]
    assert await notes(db) == []


async def test_a_result_that_cannot_be_written_is_got_again(
    db: Database, clock: StandingClock, ask: Ask, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the commit neither the mark nor the note is there; the errand is repeated and then both are."""
    write_note = inbox.write_note
    failures = [OSError("disk full")]

    async def written(*args: object) -> None:
        if failures:
            raise failures.pop()
        await write_note(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(inbox, "write_note", written)
    kind = Played(well)
    async with running({"walk": kind}) as loop:
        loop.errands.post(await ask(walk()))
        await loop.settle()
        assert [row.state for row in await errands.pending(db)] == ["doing"]
        clock.forward(seconds=2)
        await loop.settle()
    assert len(kind.tried) == 2
    assert await results(db) == [("walk", {"n": 1})]


async def test_a_clock_put_back_holds_up_no_errand(
    db: Database, clock: StandingClock, ask: Ask, running: Running
) -> None:
    """What was to be tried again in two seconds is tried at once, not in five hours."""
    kind = Played(NotYet("no_answer"), well)
    async with running({"walk": kind}) as loop:
        loop.errands.post(await ask(walk()))
        await loop.settle()
        clock.forward(hours=-5)
        await loop.settle()
    assert await results(db) == [("walk", {"n": 1})]


async def test_a_clock_put_back_while_away_holds_up_no_errand(
    db: Database, clock: StandingClock, ask: Ask, running: Running
) -> None:
    """At a start nothing waits for longer than the longest pause."""
    kind = Played(NotYet("no_answer"), well)
    async with running({"walk": kind}) as loop:
        loop.errands.post(await ask(walk()))
        await loop.settle()
    clock.forward(hours=-5)
    async with running({"walk": kind}) as loop:
        clock.forward(seconds=ErrandKind.longest_pause.total_seconds())
        await loop.settle()
    assert await results(db) == [("walk", {"n": 1})]
