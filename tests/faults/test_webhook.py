"""Receiving by webhook: the same bot, posted to instead of polling."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from process import free_port
from stricken import StrickenCity, read_by

SECRET = "only-telegram-knows-this"  # noqa: S105
HEADER = "X-Telegram-Bot-Api-Secret-Token"


def webhook(port: int) -> dict[str, str]:
    """The settings of a bot that is posted to."""
    return {
        "LISTEN": f"127.0.0.1:{port}",
        "WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
        "WEBHOOK_SECRET": SECRET,
    }


@pytest.fixture(scope="module")
async def posted(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[StrickenCity]:
    """A city whose bot is posted to."""
    city = await StrickenCity.found(tmp_path_factory.mktemp("posted"), **webhook(free_port()))
    yield city
    assert await city.end() == 0


async def test_an_alarm_comes_by_webhook(posted: StrickenCity) -> None:
    """From the press to the operator's card, without a poll."""
    operator, citizen = await posted.operator(), posted.citizen()
    await citizen.write("/panik")
    citizen.expect("SUDAH MASUK")
    await citizen.share(3.3013, 117.5853)
    citizen.expect("Lokasi diterima")
    operator.sees("Posisi diterima")
    assert not posted.telegram.bot.poll_waiting
    assert [("done",)] == posted.rows("SELECT DISTINCT state FROM inbox")


@pytest.mark.parametrize("headers", [{}, {HEADER: "guessed"}, {HEADER: SECRET[:-1]}])
async def test_a_stranger_gets_nothing_in(posted: StrickenCity, headers: dict[str, str]) -> None:
    """Without the secret there is nothing at that address."""
    url, before = posted.bot.settings["WEBHOOK_URL"], posted.rows("SELECT count(*) FROM inbox")
    async with aiohttp.ClientSession() as session, session.post(url, json={"update_id": 1}, headers=headers) as answer:
        assert answer.status == 404
    assert before == posted.rows("SELECT count(*) FROM inbox")


async def test_what_comes_twice_is_dealt_with_once(posted: StrickenCity) -> None:
    """Telegram posts an update again when it did not hear our answer."""
    posted.faults.add("duplicate", times=1)
    citizen = posted.citizen()
    await citizen.write("/panik")
    citizen.expect("SUDAH MASUK")
    citizen.expect_nothing()


async def test_what_comes_again_late_is_dealt_with_once(posted: StrickenCity) -> None:
    """After newer ones, and after a restart: it is the same update."""
    citizen = posted.citizen()
    await citizen.write("/panik")
    citizen.expect("SUDAH MASUK")
    ((raw,),) = posted.rows("SELECT raw FROM inbox ORDER BY update_id DESC LIMIT 1")
    await citizen.write("/bahasa")
    citizen.expect("Pilih bahasa")
    for again in (posted.killed, posted.settle):
        await again()
        posted.telegram.inject(json.loads(raw))
        await posted.settle()
    await citizen.write("/status")
    assert 1 == len(citizen.tickets())
    assert 1 == sum("SUDAH MASUK" in text for text in read_by(citizen))


async def test_what_could_not_be_put_on_disk_is_refused_and_comes_again(posted: StrickenCity) -> None:
    """Telegram hears no yes while another process locks the database, and posts again."""
    citizen, webhook_now = posted.citizen(), posted.telegram.bot.webhook
    assert webhook_now is not None
    webhook_now.last_error = None
    async with posted.db.writing():
        citizen.person.write("/panik")
        await posted.until(lambda: webhook_now.last_error)
    await posted.settle()
    assert 1 == sum("SUDAH MASUK" in text for text in read_by(citizen))


async def test_a_revoked_token_ends_it_at_the_next_call(tmp_path: Path) -> None:
    """Nobody polls who could be told so: it is heard when the next message is sent."""
    city = await StrickenCity.found(tmp_path, **webhook(free_port()))
    citizen, now = city.citizen(), int(city.telegram.clock.now().timestamp())
    await citizen.write("/start")
    del city.telegram.world.bots[city.bot.token]
    chat = {"id": citizen.id, "type": "private"}
    message = {"message_id": 7, "date": now, "chat": chat, "from": citizen.person.user.to_dict(), "text": "/bahasa"}
    async with (
        aiohttp.ClientSession(headers={HEADER: SECRET}) as session,
        session.post(city.bot.settings["WEBHOOK_URL"], json={"update_id": 7, "message": message}) as answer,
    ):
        assert answer.status == 200
    assert 1 == await city.ended()
    assert city.bot.log.splitlines()[-1].startswith("BOT_TOKEN is not valid any more; mend: ")
    await city.end()


async def test_receiving_changes_between_poll_and_webhook(doomed: StrickenCity) -> None:
    """What was sent while the bot changed its way comes by the new one, in both directions."""
    city, citizen = doomed, doomed.citizen()
    for settings in (webhook(city.bot.port), {}, webhook(city.bot.port)):
        assert await city.bot.stop() == 0
        citizen.person.write("/bahasa")
        city.bot.settings = settings
        await city.bot.start()
        await city.settle()
        citizen.expect("Pilih bahasa")
        assert bool(settings) is (city.telegram.bot.webhook is not None)
    citizen.expect_nothing()
