"""When an errand that did not work is tried again, and when no more."""

import errno
import os
from datetime import timedelta

import pytest
from notes import notes, results
from played_errands import Played, walk, well
from played_parts import Running
from standing_clock import NOON, StandingClock

from bot.errands import ErrandKind, Hopeless, NotYet, Postponed
from storage import errands
from storage.database import Database


async def test_pauses_between_tries_double_up_to_ten_minutes(
    db: Database, clock: StandingClock, running: Running
) -> None:
    """2, 4, 8 … 512 and then 600 seconds, each counted from the try before, on the product's clock."""
    kind = Played(NotYet("no_answer"))
    expected = [2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600]
    pauses = []
    async with running({"walk": kind}) as loop:
        await loop.do(walk())
        for _ in expected:
            assert loop.errands.next_at is not None
            pauses.append(int((loop.errands.next_at - clock.now()).total_seconds()))
            await loop.forward(seconds=pauses[-1])
    assert expected == pauses
    assert len(expected) + 1 == len(kind.tried)
    assert list(range(len(expected) + 1)) == [row.attempts for row in kind.tried]


async def test_an_errand_waits_for_its_time_and_is_not_busy_meanwhile(
    db: Database, clock: StandingClock, running: Running
) -> None:
    """A second too early nothing happens; on time it is tried again and done."""
    kind = Played(NotYet("no_answer"), well)
    async with running({"walk": kind}) as loop:
        await loop.do(walk())
        assert (loop.errands.waiting, loop.errands.retrying) == (0, 1)
        await loop.forward(seconds=1)
        assert len(kind.tried) == 1
        clock.forward(seconds=1)
        assert loop.errands.waiting == 1
        await loop.settle()
    assert await results(db) == [("walk", {"n": 1})]


async def test_the_worker_is_told_of_what_failed(db: Database, running: Running) -> None:
    """What is hopeless, and what nobody here can do, fails at once with its reason."""
    async with running({"walk": Played(Hopeless("too_big"))}) as loop:
        await loop.do(walk(1), walk(1, "dance"))
    assert dict(await results(db)) == {"walk": {"reason": "too_big"}, "dance": {"reason": "unknown"}}
    assert await errands.counts(db) == {"new": 0, "doing": 0, "failed": 2}


@pytest.mark.parametrize("fault", [NotYet("no_answer"), ZeroDivisionError()])
async def test_an_errand_is_given_up_after_its_time(db: Database, running: Running, fault: Exception) -> None:
    """Within the hour it is tried again whatever is wrong, our own faults included; after it the worker is told."""
    async with running({"walk": Played(fault)}) as loop:
        await loop.do(walk())
        await loop.forward(minutes=59)
        assert await notes(db) == []
        await loop.forward(hours=1)
    assert [("walk", {"reason": getattr(fault, "reason", "ZeroDivisionError")})] == await results(db)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EMFILE])
async def test_a_machine_at_fault_is_waited_for(db: Database, running: Running, number: int) -> None:
    """A disk that is full or may only be read is no fault of the errand, however long that takes."""
    kind = Played(OSError(number, os.strerror(number)))
    async with running({"walk": kind}) as loop:
        await loop.do(walk())
        for _ in range(5):
            await loop.forward(hours=1)
        assert (loop.errands.waiting, loop.errands.retrying) == (0, 1)
        assert await notes(db) == []
        kind.acts = [well]
        await loop.forward(seconds=ErrandKind.longest_pause.total_seconds())
    assert await results(db) == [("walk", {"n": 1})]


async def test_a_postponed_errand_was_not_tried(db: Database, running: Running) -> None:
    """It waits for the moment it was told, and no attempt is counted."""
    kind = Played(Postponed(NOON + timedelta(seconds=1)), well)
    async with running({"walk": kind}) as loop:
        await loop.do(walk())
        await loop.forward(seconds=1)
    assert [row.attempts for row in kind.tried] == [0, 0]
    assert await results(db) == [("walk", {"n": 1})]


async def test_a_clock_put_back_holds_up_no_errand(db: Database, running: Running) -> None:
    """What was to be tried again in two seconds is tried at once, not in five hours."""
    kind = Played(NotYet("no_answer"), well)
    async with running({"walk": kind}) as loop:
        await loop.do(walk())
        await loop.forward(hours=-5)
    assert await results(db) == [("walk", {"n": 1})]


async def test_a_clock_put_back_while_away_holds_up_no_errand(
    db: Database, clock: StandingClock, running: Running
) -> None:
    """At a start nothing waits for longer than the longest pause."""
    kind = Played(NotYet("no_answer"), well)
    async with running({"walk": kind}) as loop:
        await loop.do(walk())
    clock.forward(hours=-5)
    async with running({"walk": kind}) as loop:
        await loop.forward(seconds=ErrandKind.longest_pause.total_seconds())
    assert await results(db) == [("walk", {"n": 1})]
