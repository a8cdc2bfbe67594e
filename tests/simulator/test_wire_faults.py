"""Faults strike as asked, and real clients raise for them what they would against Telegram."""

import asyncio

import aiohttp
import pytest
import telegram
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramConflictError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from simulator import Person, Simulator

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


async def test_429_carries_the_seconds_to_wait(
    aiogram_bot: Bot, ptb_bot: telegram.Bot, simulated: Simulator, citizen: Person
) -> None:
    """Both clients parse retry_after; a fault for one chat leaves the others alone."""
    other = simulated.person("Warga Lain")
    other.write("/start")
    simulated.faults.add("429", chat_id=citizen.id, times=2, retry_after=7)
    with pytest.raises(TelegramRetryAfter) as waiting:
        await aiogram_bot.send_message(citizen.id, "satu")
    await aiogram_bot.send_message(other.id, "lain")
    with pytest.raises(telegram.error.RetryAfter):
        await ptb_bot.send_message(citizen.id, "satu")
    await ptb_bot.send_message(citizen.id, "satu")
    assert waiting.value.retry_after == 7
    assert [message.text for message in citizen.inbox] == ["satu"]


@pytest.mark.parametrize(
    ("kind", "error", "delivered"),
    [
        ("500", TelegramServerError, 0),
        ("502", ClientDecodeError, 0),
        ("reset_before", TelegramNetworkError, 0),
        ("reset_after", TelegramNetworkError, 1),
        ("down", TelegramNetworkError, 0),
    ],
)
async def test_faults_strike_before_or_after_the_effect(
    aiogram_bot: Bot, simulated: Simulator, citizen: Person, kind: str, error: type[Exception], delivered: int
) -> None:
    """The call fails in its own way, and the message is there only when the fault came after the effect."""
    fault = simulated.faults.add(kind)
    with pytest.raises(error):
        await aiogram_bot.send_message(citizen.id, "Halo")
    assert len(citizen.inbox) == delivered
    simulated.faults.clear(fault)
    await aiogram_bot.send_message(citizen.id, "Halo")
    assert len(citizen.inbox) == delivered + 1


@pytest.mark.parametrize(("kind", "delivered"), [("silence", 0), ("silence_after", 1)])
async def test_silence_lasts_until_the_client_gives_up(
    aiogram_bot: Bot, simulated: Simulator, citizen: Person, kind: str, delivered: int
) -> None:
    """No answer comes; the client times out, and a read timeout may have delivered."""
    simulated.faults.add(kind, times=1)
    with pytest.raises(TelegramNetworkError, match="timeout"):
        await aiogram_bot.send_message(citizen.id, "Halo", request_timeout=0.2)  # type: ignore[arg-type]
    assert len(citizen.inbox) == delivered


async def test_clearing_ends_a_silence(aiogram_bot: Bot, simulated: Simulator, citizen: Person) -> None:
    """A request held in silence is dropped when the fault is cleared."""
    fault = simulated.faults.add("silence", times=1)
    call = asyncio.create_task(aiogram_bot.send_message(citizen.id, "Halo"))
    await simulated.until(lambda: fault.struck)
    simulated.faults.clear()
    with pytest.raises(TelegramNetworkError):
        await call


async def test_down_drops_a_waiting_poll(aiogram_bot: Bot, simulated: Simulator, citizen: Person) -> None:
    """While Telegram is down even a poll that was waiting is cut."""
    poll = asyncio.create_task(aiogram_bot.get_updates(timeout=30))
    await simulated.until(lambda: simulated.bot.poll_waiting)
    simulated.faults.add("down")
    with pytest.raises(TelegramNetworkError):
        await poll


async def test_409_comes_to_pollers_only(aiogram_bot: Bot, simulated: Simulator, citizen: Person) -> None:
    """The poll is refused as if another one ran; sending works."""
    simulated.faults.add("409", times=1)
    await aiogram_bot.send_message(citizen.id, "Halo")
    with pytest.raises(TelegramConflictError):
        await aiogram_bot.get_updates()
    assert await aiogram_bot.get_updates() == []


async def test_a_duplicate_comes_again_although_confirmed(
    aiogram_bot: Bot, simulated: Simulator, citizen: Person
) -> None:
    """The update is delivered a second time, with the same id, after it was confirmed."""
    simulated.faults.add("duplicate", times=1)
    citizen.write("satu")
    first = await aiogram_bot.get_updates()
    second = await aiogram_bot.get_updates(offset=first[0].update_id + 1)
    third = await aiogram_bot.get_updates(offset=first[0].update_id + 1)
    assert [one.update_id for one in second] == [one.update_id for one in first]
    assert third == []


async def test_updates_can_come_in_the_wrong_order(aiogram_bot: Bot, simulated: Simulator, citizen: Person) -> None:
    """One answer holds its updates newest first."""
    simulated.faults.add("reorder", times=1)
    citizen.write("satu")
    citizen.write("dua")
    updates = await aiogram_bot.get_updates()
    assert [one.message.text for one in updates if one.message] == ["dua", "satu"]


async def test_a_fault_can_be_narrowed_to_methods(aiogram_bot: Bot, simulated: Simulator, citizen: Person) -> None:
    """Only the named methods are hit; what was hit stands in the record as without effect."""
    simulated.faults.add("500", methods=["sendPhoto"])
    await aiogram_bot.send_message(citizen.id, "Halo")
    with pytest.raises(TelegramServerError):
        await aiogram_bot.send_photo(citizen.id, "x")
    assert [(call.method, call.ok, call.fault) for call in simulated.record] == [
        ("sendMessage", True, None),
        ("sendPhoto", False, "500"),
    ]


async def test_faults_over_http(aiogram_bot: Bot, simulated: Simulator, citizen: Person) -> None:
    """POST adds a fault, DELETE clears all, an unknown kind is refused."""
    async with aiohttp.ClientSession(simulated.base_url) as session:
        added = await session.post("/faults", json={"kind": "500", "times": 5})
        refused = await session.post("/faults", json={"kind": "rain"})
        with pytest.raises(TelegramServerError):
            await aiogram_bot.send_message(citizen.id, "Halo")
        await session.delete("/faults")
    await aiogram_bot.send_message(citizen.id, "Halo")
    assert (added.status, refused.status) == (200, 400)


async def test_downloads_fail_too(aiogram_bot: Bot, simulated: Simulator, citizen: Person) -> None:
    """A fault for `download` hits the fetching of files until it is cleared."""
    photo = citizen.send_photo()
    file = await aiogram_bot.get_file(photo.photo[-1].file_id)
    simulated.faults.add("reset_before", methods=["download"])
    assert file.file_path is not None
    with pytest.raises(aiohttp.ClientError):
        await aiogram_bot.download_file(file.file_path)
    simulated.faults.clear()
    assert await aiogram_bot.download_file(file.file_path) is not None
