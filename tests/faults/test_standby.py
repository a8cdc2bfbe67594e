"""Two processes on one database: one works, the other stands by, and follows whatever becomes of the first."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import aiohttp
import pytest
from cable import Cable
from city import KARANG_BALIK
from databases import BOTH, POSTGRESQL, NewDatabase
from pair import FREEZING, Pair, frozen, killed, two_processes
from process import BotProcess, free_port
from stricken import read_by

from storage import chain

SECRET = "only-telegram-knows-this"  # noqa: S105


@pytest.fixture(params=BOTH)
async def pair(request: pytest.FixtureRequest, new_database: NewDatabase, tmp_path: Path) -> AsyncIterator[Pair]:
    """Both are there, on the same database."""
    url = new_database(request.param, tmp_path)
    async with two_processes(tmp_path, url, url) as both:
        yield both


@pytest.fixture(params=BOTH)
async def posted(request: pytest.FixtureRequest, new_database: NewDatabase, tmp_path: Path) -> AsyncIterator[Pair]:
    """Both are there, and Telegram posts to whoever stands by."""
    url, door = new_database(request.param, tmp_path), free_port()
    webhook = {"WEBHOOK_URL": f"http://127.0.0.1:{door}/telegram", "WEBHOOK_SECRET": SECRET}
    async with two_processes(tmp_path, url, url, door=door, **webhook) as both:
        yield both


async def test_who_stands_by_touches_nothing(pair: Pair) -> None:
    """It says so, and answers nobody."""
    report = await pair.other.health()
    assert report is not None
    assert report["status"] == "standby"
    citizen = pair.city.citizen()
    await citizen.write("/panik")
    citizen.expect("SUDAH MASUK")
    citizen.expect_nothing()


@pytest.mark.parametrize("struck", [killed, frozen])
async def test_whoever_is_gone_is_followed(pair: Pair, struck: Callable[[BotProcess], None]) -> None:
    """An alarm that is open goes on within fifteen seconds, and nothing of it is said twice."""
    city = pair.city
    operator, citizen = await city.operator(), city.citizen()
    await citizen.write("/panik")
    citizen.expect("SUDAH MASUK")
    struck(pair.working)
    citizen.person.share_location(*KARANG_BALIK)
    await pair.taken_over()
    await city.settle()
    citizen.expect("Lokasi diterima")
    citizen.expect_nothing()
    assert operator.sees("Posisi diterima")


async def test_whoever_freezes_in_the_middle_of_a_commit_is_followed(new_database: NewDatabase, tmp_path: Path) -> None:
    """PostgreSQL lets go of what a process had locked that says nothing more; whoever wakes up has written nothing."""
    (tmp_path / "sitecustomize.py").write_text(FREEZING, encoding="utf-8")
    url, path = new_database(POSTGRESQL, tmp_path), os.pathsep.join([str(tmp_path), *sys.path])
    async with two_processes(tmp_path, url, url, PYTHONPATH=path) as pair:
        city, old = pair.city, pair.working
        citizen = city.citizen()
        await citizen.write("/panik")
        citizen.expect("SUDAH MASUK")
        assert old.process is not None
        old.process.send_signal(signal.SIGUSR1)
        await _stands_still(old)
        citizen.person.share_location(*KARANG_BALIK)
        await pair.taken_over()
        await city.settle()
        citizen.expect("Lokasi diterima")
        old.process.send_signal(signal.SIGCONT)
        assert await asyncio.wait_for(old.process.wait(), 60) == 1
        await city.settle()
        citizen.expect_nothing()
        assert None is await chain.verify(city.db)


async def _stands_still(bot: BotProcess) -> None:
    """Wait until it is frozen."""
    async with asyncio.timeout(30):
        while _state(bot) != "T":  # noqa: ASYNC110
            await asyncio.sleep(0.05)


def _state(bot: BotProcess) -> str:
    """One letter of the kernel's. Source: man 5 proc."""
    assert bot.process is not None
    return Path(f"/proc/{bot.process.pid}/stat").read_text().rpartition(")")[2].split()[0]


async def test_whoever_is_cut_off_without_a_word_is_followed(new_database: NewDatabase, tmp_path: Path) -> None:
    """The cable carries nothing more, and neither end hears that it is broken."""
    url = new_database(POSTGRESQL, tmp_path)
    async with Cable.laid(url) as cable, two_processes(tmp_path, cable.url, url) as pair:
        city, citizen = pair.city, pair.city.citizen()
        await citizen.write("/panik")
        citizen.expect("SUDAH MASUK")
        cable.swallow()
        citizen.person.share_location(*KARANG_BALIK)
        await pair.taken_over()
        await city.settle()
        citizen.expect("Lokasi diterima")
        citizen.expect_nothing()


async def test_whoever_wakes_up_with_something_to_say_keeps_it(pair: Pair) -> None:
    """What waited in its memory for Telegram's limit has been said by the other one meanwhile."""
    city, old, citizen = pair.city, pair.working, pair.city.citizen()
    await citizen.write("/start")
    citizen.skim()
    city.faults.add("429", methods=["sendMessage"], chat_id=citizen.id, times=1, retry_after=60)
    citizen.person.write("/panik")
    async with asyncio.timeout(30):
        while (report := await old.health()) is None or report["paced_until"] is None:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    frozen(old)
    await pair.taken_over()
    await city.forward(seconds=61)
    said = read_by(citizen)
    assert old.process is not None
    old.process.send_signal(signal.SIGCONT)
    assert await asyncio.wait_for(old.process.wait(), 30) == 1
    await city.settle()
    assert 1 == sum("SUDAH MASUK" in text for text in said)
    assert said == read_by(citizen)


async def test_whoever_wakes_up_later_does_no_harm(pair: Pair) -> None:
    """A process that was frozen while another took over says nothing, writes nothing, and ends by itself."""
    city, old = pair.city, pair.working
    citizen = city.citizen()
    await citizen.write("/panik")
    citizen.expect("SUDAH MASUK")
    frozen(old)
    citizen.person.share_location(*KARANG_BALIK)
    await pair.taken_over()
    await city.settle()
    citizen.expect("Lokasi diterima")
    assert old.process is not None
    old.process.send_signal(signal.SIGCONT)
    citizen.person.write("depan masjid")
    assert await asyncio.wait_for(old.process.wait(), 30) == 1
    await city.settle()
    citizen.expect("Diterima dan diteruskan")
    citizen.expect_nothing()
    assert "another process has taken over the work" in old.log


async def test_whoever_stands_by_takes_updates_in(posted: Pair) -> None:
    """The one who works answers; when it is killed, Telegram is not refused, and what came meanwhile counts once."""
    city = posted.city
    operator, citizen = await city.operator(), city.citizen()
    await citizen.write("/panik")
    citizen.expect("SUDAH MASUK")
    report = await posted.other.health()
    assert report is not None
    assert report["status"] == "standby"
    killed(posted.working)
    citizen.person.share_location(*KARANG_BALIK)
    await city.telegram.until(lambda: not city.telegram.bot.pending)
    await posted.taken_over()
    await city.settle()
    citizen.expect("Lokasi diterima")
    citizen.expect_nothing()
    assert operator.sees("Posisi diterima")
    assert not city.telegram.bot.poll_waiting


async def test_an_update_that_several_take_in_counts_once(posted: Pair) -> None:
    """Telegram posts it to one process and, not having heard the answer, to the other."""
    citizen, now = posted.city.citizen(), int(posted.city.telegram.clock.now().timestamp())
    await citizen.write("/start")
    citizen.skim()
    chat = {"id": citizen.id, "type": "private"}
    message = {"message_id": 7, "date": now, "chat": chat, "from": citizen.person.user.to_dict(), "text": "/bahasa"}
    update, head = {"update_id": 7, "message": message}, {"X-Telegram-Bot-Api-Secret-Token": SECRET}
    doors = [f"http://127.0.0.1:{bot.port}/telegram" for bot in (posted.working, posted.other) for _ in range(2)]
    async with aiohttp.ClientSession(headers=head) as session:
        answers = await asyncio.gather(*(session.post(door, json=update) for door in doors))
    assert [200] * 4 == [answer.status for answer in answers]
    async with asyncio.timeout(30):
        while not citizen.person.inbox:
            await posted.city.settle()
    await posted.city.settle()
    citizen.expect("Pilih bahasa")
    citizen.expect_nothing()


async def test_a_change_of_shift_needs_no_waiting(pair: Pair) -> None:
    """Whoever is told to stop lets the other begin at once."""
    assert await pair.working.stop() == 0
    async with asyncio.timeout(4):
        await pair.taken_over()


async def test_whoever_is_cut_off_from_the_database_is_followed(new_database: NewDatabase, tmp_path: Path) -> None:
    """It sends nothing more, ends once it hears who works now, and stands by when it is started again."""
    url = new_database(POSTGRESQL, tmp_path)
    async with Cable.laid(url) as cable, two_processes(tmp_path, cable.url, url) as pair:
        city, old = pair.city, pair.working
        operator, citizen = await city.operator(), city.citizen()
        await citizen.write("/panik")
        citizen.expect("SUDAH MASUK")
        operator.skim()
        cable.cut()
        citizen.person.share_location(*KARANG_BALIK)
        await pair.taken_over()
        await city.settle()
        citizen.expect("Lokasi diterima")
        await city.forward(seconds=70)
        citizen.expect("sudah 1 menit")
        citizen.expect_nothing()
        assert old.process is not None
        cable.mend()
        assert await asyncio.wait_for(old.process.wait(), 60) == 1
        assert "another process has taken over the work" in old.log
        await old.start()
        report = await old.health()
        assert report is not None
        assert report["status"] == "standby"
        await citizen.write("depan masjid")
        citizen.expect("Diterima dan diteruskan")
        citizen.expect_nothing()
        assert operator.sees("Posisi diterima")
        assert None is await chain.verify(city.db)
