"""Evidence is fetched at full size from Telegram, kept under DATA_DIR and proved by its SHA-256."""

import hashlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from notes import results
from played_alarm import CASE_ID, TICKET, Alarm
from played_parts import Running
from standing_clock import NOON, StandingClock

from bot.archive import Archive
from bot.evidence import LARGEST_BYTES, Evidence, extension
from bot.telegram import Call, Wire
from simulator import Person, Simulator
from storage import evidence
from storage.database import Database
from storage.errands import Errand
from storage.evidence import KeptFile

PICTURE = b"\xff\xd8\xff\xe0 a picture of a fictional fire " * 1000


@pytest.fixture
async def simulated() -> AsyncIterator[Simulator]:
    """Telegram."""
    simulator = await Simulator.start()
    yield simulator
    await simulator.stop()


@pytest.fixture
def citizen(simulated: Simulator) -> Person:
    """Somebody with a phone."""
    return simulated.person("Warga Contoh")


@pytest.fixture
async def bot(simulated: Simulator) -> AsyncIterator[Bot]:
    """The bot that sends and fetches."""
    bot = Wire(simulated.bot.token, simulated.base_url)
    yield bot
    await bot.session.close()


@pytest.fixture
async def kind(bot: Bot, db: Database, clock: StandingClock, tmp_path: Path) -> Evidence:
    """Fetching for an alarm that is on disk."""
    alarm = Alarm()
    alarm.open()
    await alarm.keep(db)
    return Evidence(bot, db, Archive(tmp_path), clock)


def fetch(file_id: str, kind: str = "photo") -> Errand:
    """The errand of one file."""
    payload = {
        "case_id": CASE_ID,
        "number": 3,
        "kind": kind,
        "file_id": file_id,
        "unique_id": "unique-3",
        "name": "../../secret.sh",
    }
    return Errand("evidence", payload, CASE_ID, f"evidence:{CASE_ID}:3")


async def test_a_photo_is_kept_whole(
    db: Database, tmp_path: Path, kind: Evidence, citizen: Person, running: Running
) -> None:
    """The largest size is on disk, readable by us alone, and its hash and size are told and noted."""
    sizes = citizen.send_photo(PICTURE).fields["photo"]
    sha256, path = hashlib.sha256(PICTURE).hexdigest(), f"evidence/{TICKET}/3.jpg"
    async with running({"evidence": kind}) as loop:
        await loop.do(fetch(sizes[-1].file_id))
    assert (tmp_path / path).read_bytes() == PICTURE
    assert (tmp_path / path).stat().st_mode & 0o777 == 0o600
    assert [tmp_path / path] == list((tmp_path / path).parent.iterdir())
    told = {"number": 3, "sha256": sha256, "size": len(PICTURE), "path": path}
    assert [("evidence", told)] == await results(db)
    kept = KeptFile(CASE_ID, 3, "photo", "unique-3", path, sha256, len(PICTURE), NOON)
    assert [kept] == await evidence.of_case(db, CASE_ID)


@pytest.mark.parametrize("fault", ["500", "502", "reset_before", "reset_after"])
async def test_evidence_survives_a_fault_on_the_way(
    db: Database, simulated: Simulator, kind: Evidence, citizen: Person, running: Running, fault: str
) -> None:
    """A getFile that fails, and then a download that breaks off, are repeated until the file is here."""
    file = citizen.send_document(b"a report", "laporan.pdf").fields["document"]
    simulated.faults.add(fault, methods=["getFile"], times=1)
    simulated.faults.add("reset_before", methods=["download"], times=2)
    async with running({"evidence": kind}) as loop:
        await loop.do(fetch(file.file_id, "document"))
        for seconds in (2, 4):
            assert (loop.errands.waiting, loop.errands.retrying) == (0, 1)
            await loop.forward(seconds=seconds)
    assert [f"evidence/{TICKET}/3.pdf"] == [result["path"] for _, result in await results(db)]


async def test_telegram_may_ask_to_wait(
    db: Database, simulated: Simulator, kind: Evidence, citizen: Person, running: Running
) -> None:
    """After a 429 the file is fetched when the time that Telegram gave is over."""
    file = citizen.send_voice(b"OggS words").fields["voice"]
    simulated.faults.add("429", methods=["getFile"], times=1, retry_after=7)
    async with running({"evidence": kind}) as loop:
        await loop.do(fetch(file.file_id, "voice"))
        await loop.forward(seconds=6)
        assert await results(db) == []
        await loop.forward(seconds=1)
    assert [f"evidence/{TICKET}/3.oga"] == [result["path"] for _, result in await results(db)]


async def test_a_file_that_stays_unavailable_is_given_up_after_an_hour(
    db: Database, kind: Evidence, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Telegram says "temporarily unavailable" also of what it will never have."""

    async def unavailable(*_: object, **__: object) -> None:
        raise TelegramBadRequest(Call(name="getFile", payload={}), "wrong file_id or temporarily unavailable")

    monkeypatch.setattr(Wire, "post", unavailable)
    async with running({"evidence": kind}) as loop:
        await loop.do(fetch("of-nobody"))
        await loop.forward(minutes=50)
        assert await results(db) == []
        await loop.forward(minutes=20)
    assert await results(db) == [("evidence", {"reason": "refused"})]


async def test_a_file_above_twenty_megabytes_is_too_big(
    db: Database, kind: Evidence, citizen: Person, running: Running
) -> None:
    """Telegram lets no bot have it; the worker is told at once."""
    file = citizen.send_document(bytes(LARGEST_BYTES + 1), "film.mp4").fields["document"]
    async with running({"evidence": kind}) as loop:
        await loop.do(fetch(file.file_id, "document"))
    assert await results(db) == [("evidence", {"reason": "too_big"})]
    assert await evidence.of_case(db, CASE_ID) == []


async def test_a_file_that_telegram_does_not_know_is_refused(db: Database, kind: Evidence, running: Running) -> None:
    """A file_id of another bot never becomes ours."""
    async with running({"evidence": kind}) as loop:
        await loop.do(fetch("of-another-bot"))
    assert await results(db) == [("evidence", {"reason": "refused"})]


@pytest.mark.parametrize(
    ("remote", "expected"),
    [
        ("photos/file_1.jpg", "jpg"),
        ("voice/file_2.OGA", "oga"),
        ("documents/file_3.pdf", "pdf"),
        ("documents/file_4.sh", "bin"),
        ("documents/file_5", "bin"),
        ("documents/../../etc/passwd", "bin"),
        ("documents/file_6.jpg/../../x.p/df", "bin"),
        ("documents/file_7.pdf\x00.sh", "bin"),
        ("", "bin"),
    ],
)
def test_only_known_extensions_are_kept(remote: str, expected: str) -> None:
    """Whatever Telegram calls the file, its name on disk is our own."""
    assert expected == extension(remote)
