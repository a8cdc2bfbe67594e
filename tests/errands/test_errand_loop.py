"""The loop of errands: each until it is done, a few at a time, and what it yields is in the inbox with it."""

import asyncio

import pytest
from notes import notes, results
from played_errands import Held, Played, walk, well
from played_parts import Ask, Running

from bot.errands import AT_ONCE, Done, NotYet
from storage import errands, inbox
from storage.database import Database


async def test_what_an_errand_yields_is_a_note_in_the_inbox(db: Database, running: Running) -> None:
    """The row is done, the worker has an urgent note with a number that Telegram never gives, and is woken."""
    async with running({"walk": Played(well)}) as loop:
        await loop.do(walk(7))
        note = {"internal": "errand", "errand": "walk", "case_id": None, "payload": {"n": 7}, "result": {"n": 7}}
        assert [note] == await notes(db)
        assert [(row.update_id, row.chat_id, row.person, row.urgent) for row in await inbox.undone(db, 10)] == [
            (-1, 0, None, True)
        ]
        assert (loop.errands.waiting, loop.errands.retrying, loop.errands.finished, len(loop.woken)) == (0, 0, 1, 1)
    assert await errands.pending(db) == []


async def test_an_errand_that_yields_nothing_leaves_no_note(db: Database, running: Running) -> None:
    """A street that nobody knows is not worth the worker's time."""
    async with running({"walk": Played(lambda errand: Done({}))}) as loop:
        await loop.do(walk())
    assert await notes(db) == []
    assert await errands.pending(db) == []


async def test_what_follows_an_errand_is_done_next(db: Database, running: Running) -> None:
    """An errand that an errand asks for is on disk with its result, and done by the same loop."""
    first = Played(lambda errand: Done({"n": 1}, (walk(2, "ride"),)))
    async with running({"walk": first, "ride": Played(well)}) as loop:
        await loop.do(walk(1))
    assert await results(db) == [("walk", {"n": 1}), ("ride", {"n": 2})]


async def test_only_a_few_are_under_way_at_a_time(db: Database, running: Running) -> None:
    """Of six, four run; all six count as waiting until they are done."""
    kind = Held()
    async with running({"walk": kind}) as loop:
        await loop.post(*(walk(number) for number in range(6)))
        for _ in range(AT_ONCE):
            await asyncio.wait_for(kind.begun.acquire(), 10)
        assert (kind.under_way, loop.errands.waiting) == (AT_ONCE, 6)
        kind.let_go.set()
        await loop.settle()
    assert {0, 1, 2, 3, 4, 5} == {result["n"] for _, result in await results(db)}


async def test_an_errand_waits_for_those_of_its_case_that_come_first(db: Database, running: Running) -> None:
    """It is begun when the last of them is over, and is not busy while it waits."""
    evidence = Played(NotYet("no_answer"), well)
    export = Played(well, after=frozenset({"evidence"}))
    async with running({"evidence": evidence, "export": export}) as loop:
        await loop.do(walk(1, "evidence"), walk(2, "export"))
        assert (loop.errands.waiting, loop.errands.retrying, export.tried) == (0, 2, [])
        await loop.forward(seconds=2)
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
    db: Database, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopping waits for what is under way, but not for ever; its row is taken up again."""
    monkeypatch.setattr("bot.errands.STOP_WITHIN_S", 0.01)
    kind = Held()
    async with running({"walk": kind}) as loop:
        await loop.post(walk())
        await asyncio.wait_for(kind.begun.acquire(), 10)
    assert [row.state for row in await errands.pending(db)] == ["doing"]
    assert await notes(db) == []


async def test_a_result_that_cannot_be_written_is_got_again(
    db: Database, running: Running, monkeypatch: pytest.MonkeyPatch
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
        await loop.do(walk())
        assert [row.state for row in await errands.pending(db)] == ["doing"]
        await loop.forward(seconds=2)
    assert len(kind.tried) == 2
    assert await results(db) == [("walk", {"n": 1})]
