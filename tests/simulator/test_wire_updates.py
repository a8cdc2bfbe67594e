"""Updates reach real clients by polling and by webhook, in Telegram's order and with its rules of confirmation."""

import asyncio
from typing import Any

import pytest
import telegram
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramConflictError
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from aiohttp import web

from simulator import Person, Press, Simulator


async def test_updates_stay_until_confirmed(aiogram_bot: Bot, ptb_bot: telegram.Bot, citizen: Person) -> None:
    """The same updates come again until an offset above them is given."""
    citizen.write("satu")
    citizen.write("dua")
    first = await aiogram_bot.get_updates()
    again = await ptb_bot.get_updates()
    rest = await ptb_bot.get_updates(offset=first[0].update_id + 1)
    assert [one.update_id for one in first] == [one.update_id for one in again]
    assert [one.message.text for one in rest if one.message] == ["dua"]
    assert await aiogram_bot.get_updates(offset=first[-1].update_id + 1) == []


async def test_a_long_poll_ends_with_the_first_update(aiogram_bot: Bot, simulated: Simulator, citizen: Person) -> None:
    """A waiting poll is answered as soon as somebody writes."""
    poll = asyncio.create_task(aiogram_bot.get_updates(timeout=30))
    await simulated.until(lambda: simulated.bot.poll_waiting)
    citizen.write("tolong")
    updates = await asyncio.wait_for(poll, 2)
    assert [one.message.text for one in updates if one.message] == ["tolong"]


async def test_a_second_poller_ends_the_first(
    aiogram_bot: Bot, ptb_bot: telegram.Bot, simulated: Simulator, citizen: Person
) -> None:
    """The older of two polls gets 409, the newer one the updates."""
    older = asyncio.create_task(aiogram_bot.get_updates(timeout=30))
    await simulated.until(lambda: simulated.bot.poll_waiting)
    newer = asyncio.create_task(ptb_bot.get_updates(timeout=30))
    with pytest.raises(TelegramConflictError, match="terminated by other getUpdates request"):
        await older
    citizen.write("satu")
    assert len(await newer) == 1


async def test_allowed_updates_are_remembered(aiogram_bot: Bot, citizen: Person) -> None:
    """Kinds left out of allowed_updates are not queued, until the list is given anew."""
    await aiogram_bot.get_updates(allowed_updates=["callback_query"])
    citizen.write("hilang")
    await aiogram_bot.get_updates()
    citizen.write("hilang juga")
    await aiogram_bot.get_updates(allowed_updates=[])
    citizen.write("sampai")
    updates = await aiogram_bot.get_updates()
    assert [one.message.text for one in updates if one.message] == ["sampai"]


async def test_everything_a_person_can_send_is_read_by_both_clients(
    aiogram_bot: Bot, ptb_bot: telegram.Bot, simulated: Simulator, citizen: Person
) -> None:
    """Both libraries read every kind of update, and agree on the kind."""
    first = citizen.write("/panik")
    citizen.edit(first, "/panik!")
    citizen.reply(first, "balasan")
    citizen.forward(first)
    citizen.share_location(3.3, 117.58, accuracy=12)
    citizen.share_venue(3.3, 117.58, "Pasar Contoh", "Jalan Contoh")
    live = citizen.start_live(3.3, 117.58, period=600)
    citizen.move_live(live, 3.31, 117.58)
    citizen.stop_live(live)
    citizen.send_photo(caption="asap")
    citizen.send_album([None, None], caption="dua gambar")
    citizen.send_voice()
    citizen.send_video()
    citizen.send_document(b"isi", "surat.pdf")
    citizen.send_sticker()
    citizen.share_contact()
    citizen.share_contact(own=False)
    citizen.block()
    citizen.unblock()
    citizen.join(simulated.group("Grup operator", by=citizen))
    kinds = [update.event_type for update in await aiogram_bot.get_updates()]
    read = await ptb_bot.get_updates()
    assert kinds == [next(name for name in telegram.Update.ALL_TYPES if getattr(one, name, None)) for one in read]
    assert len(read) == 22


async def test_a_live_position_moves_under_one_id(aiogram_bot: Bot, citizen: Person) -> None:
    """It starts as a message, moves as edits of the same id, and ends as an edit without a period."""
    live = citizen.start_live(3.3, 117.58, period=600)
    citizen.move_live(live, 3.31, 117.58)
    citizen.stop_live(live)
    started, moved, stopped = (one.message or one.edited_message for one in await aiogram_bot.get_updates())
    assert started is not None
    assert moved is not None
    assert stopped is not None
    assert started.message_id == moved.message_id == stopped.message_id
    assert [one.location and one.location.live_period for one in (started, moved, stopped)] == [600, 600, None]


async def test_a_press_is_answered_once_and_in_time(
    aiogram_bot: Bot, ptb_bot: telegram.Bot, simulated: Simulator, citizen: Person
) -> None:
    """The answer shows to who pressed; a second one, or one after 15 seconds, comes too late."""
    markup = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Siap", callback_data="v1:ready:7")]])
    await aiogram_bot.send_message(citizen.id, "Berangkat?", reply_markup=markup)
    first, second = citizen.press("Siap"), citizen.press("Siap")
    assert isinstance(first, Press)
    assert isinstance(second, Press)
    queries = [one.callback_query for one in await ptb_bot.get_updates()]
    assert [query.data for query in queries if query] == ["v1:ready:7", "v1:ready:7"]
    await ptb_bot.answer_callback_query(first.id, "Diterima", show_alert=True)
    simulated.clock.forward(seconds=16)
    for late in (first, second):
        with pytest.raises(TelegramBadRequest, match="query is too old"):
            await aiogram_bot.answer_callback_query(late.id)
    assert [(answer.text, answer.alert) for answer in citizen.answers] == [("Diterima", True)]


async def test_a_press_on_a_deleted_message_carries_an_inaccessible_one(aiogram_bot: Bot, citizen: Person) -> None:
    """The press arrives with a message whose date is 0."""
    sent = await aiogram_bot.send_message(citizen.id, "Kartu")
    card = citizen.inbox[-1]
    await aiogram_bot.delete_message(citizen.id, sent.message_id)
    citizen.press_data(card, "forged")
    (update,) = await aiogram_bot.get_updates()
    assert update.callback_query is not None
    assert update.callback_query.message is not None
    assert (update.callback_query.data, update.callback_query.message.date) == ("forged", 0)


async def test_any_dictionary_can_be_injected(aiogram_bot: Bot, simulated: Simulator, citizen: Person) -> None:
    """An odd update goes out as it is, with the next update_id where it has none."""
    citizen.write("biasa")
    number = simulated.inject({"message": {"message_id": "junk"}})
    raw = await simulated.bot.updates(0, 100, 0)
    assert raw[-1] == {"update_id": number, "message": {"message_id": "junk"}}
    assert raw[-1]["update_id"] == raw[-2]["update_id"] + 1


async def test_updates_are_kept_for_a_day(aiogram_bot: Bot, simulated: Simulator, citizen: Person) -> None:
    """What nobody fetched within 24 hours is gone."""
    citizen.write("lama")
    simulated.clock.forward(hours=25)
    citizen.write("baru")
    updates = await aiogram_bot.get_updates()
    assert [one.message.text for one in updates if one.message] == ["baru"]


async def test_a_webhook_gets_each_update_until_it_answers_200(
    ptb_bot: telegram.Bot, simulated: Simulator, citizen: Person
) -> None:
    """Updates are posted in order with the secret, again after a 503, and polling is refused meanwhile."""
    seen: list[tuple[str | None, Any]] = []
    done = asyncio.Event()

    async def receive(request: web.Request) -> web.Response:
        seen.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), (await request.json())["message"]["text"]))
        if len(seen) == 3:
            done.set()
        return web.Response(status=503 if len(seen) == 1 else 200)

    app = web.Application()
    app.router.add_post("/hook", receive)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    await ptb_bot.set_webhook(f"http://127.0.0.1:{runner.addresses[0][1]}/hook", secret_token="rahasia")  # noqa: S106
    with pytest.raises(telegram.error.Conflict, match="while webhook is active"):
        await ptb_bot.get_updates()
    citizen.write("satu")
    citizen.write("dua")
    await asyncio.wait_for(done.wait(), 5)
    await simulated.until(lambda: simulated.bot.pending == 0)
    info = await ptb_bot.get_webhook_info()
    await ptb_bot.delete_webhook()
    await runner.cleanup()
    assert seen == [("rahasia", "satu"), ("rahasia", "satu"), ("rahasia", "dua")]
    assert (info.pending_update_count, info.last_error_message) == (
        0,
        "Wrong response from the webhook: 503 Service Unavailable",
    )
