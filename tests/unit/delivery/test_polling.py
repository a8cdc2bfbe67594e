"""Receiving by long polling, against the simulated Telegram."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from standing_clock import StandingClock

from bot import polling
from bot.errors import TokenRevokedError
from bot.intake import Intake
from bot.polling import Polling
from bot.telegram import Wire
from simulator.server import DEFAULT_TOKEN, Simulator
from storage import inbox
from storage.database import Database

Running = tuple[Simulator, Polling]


def update(number: int, text: str = "Halo") -> dict[str, object]:
    """A message of a citizen."""
    sender = {"id": 101, "is_bot": False, "first_name": "Warga"}
    chat = {"id": 101, "type": "private"}
    return {"update_id": number, "message": {"message_id": 1, "date": 0, "chat": chat, "from": sender, "text": text}}


@pytest.fixture
async def running(db: Database, clock: StandingClock, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Running]:
    """An intake that polls again and again."""
    monkeypatch.setattr(polling, "POLL_S", 0)
    telegram = await Simulator.start()
    bot = Wire(DEFAULT_TOKEN, telegram.base_url)
    receiving = Polling(bot, Intake(db, clock, set(), lambda: None), clock)
    task = asyncio.create_task(receiving.run())
    yield telegram, receiving
    receiving.stop()
    await asyncio.wait_for(task, 5)
    await bot.session.close()
    await telegram.stop()


async def test_what_is_confirmed_is_on_disk(running: Running, db: Database) -> None:
    """Telegram forgets an update only once we have it."""
    telegram, _ = running
    telegram.inject(update(500))
    await telegram.until(lambda: not telegram.bot.pending)
    assert [500] == [row.update_id for row in await inbox.undone(db, 10)]


async def test_ids_may_begin_anew_below_the_last_one(running: Running, db: Database) -> None:
    """After a quiet week Telegram chooses the next id at random: it is taken though it is lower."""
    telegram, receiving = running
    telegram.inject(update(500))
    await telegram.until(lambda: not telegram.bot.pending)
    await telegram.until(lambda: receiving._offset is None)
    telegram.inject(update(7))
    await telegram.until(lambda: not telegram.bot.pending)
    assert [7, 500] == sorted(row.update_id for row in await inbox.undone(db, 10))


@pytest.mark.parametrize("fault", ["500", "502", "409", "429", "reset_before", "reset_after"])
async def test_no_failure_of_telegram_ends_it(running: Running, db: Database, fault: str) -> None:
    """It polls again, and nothing is lost."""
    telegram, _ = running
    struck = telegram.faults.add(fault, methods=["getUpdates"], times=1)
    telegram.inject(update(500))
    await telegram.until(lambda: struck.struck and not telegram.bot.pending)
    assert [500] == [row.update_id for row in await inbox.undone(db, 10)]


@pytest.mark.parametrize("fault", ["silence", "silence_after"])
async def test_a_poll_that_is_not_answered_is_given_up(
    running: Running, db: Database, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    """Telegram takes the call and says nothing: the next one brings what it had, once."""
    telegram, _ = running
    monkeypatch.setattr(polling, "LATE_S", 0.5)
    silence = telegram.faults.add(fault, methods=["getUpdates"], times=1)
    telegram.inject(update(500))
    await telegram.until(lambda: silence.struck and not telegram.bot.pending, 20)
    assert [500] == [row.update_id for row in await inbox.undone(db, 10)]


async def test_a_revoked_token_ends_it(db: Database, clock: StandingClock) -> None:
    """There is nothing to wait for."""
    telegram = await Simulator.start()
    bot = Wire("43:revoked", telegram.base_url)
    with pytest.raises(TokenRevokedError):
        await Polling(bot, Intake(db, clock, set(), lambda: None), clock).run()
    await bot.session.close()
    await telegram.stop()


async def test_alarms_and_positions_are_urgent(running: Running, db: Database) -> None:
    """They are taken before what came earlier."""
    telegram, _ = running
    for number, text in ((500, "Halo"), (501, "/panik"), (502, "🚨 PANIK")):
        telegram.inject(update(number, text))
    await telegram.until(lambda: not telegram.bot.pending)
    assert [False, True, True] == [row.urgent for row in await inbox.undone(db, 10)]
