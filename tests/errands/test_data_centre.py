"""The record of a case is a file first; where a data centre is set up it is posted, signed, until that has it."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from notes import results
from played_alarm import CASE_ID, CITY, KARANG, TICKET, played, shelf
from played_parts import Counterpart, Running
from standing_clock import NOON, StandingClock

from bot.archive import Archive
from bot.data_centre import Deliver, Export
from bot.house import House, Shelf
from bot.settings import ROOT
from bot.texts import Texts
from core.record import case_record
from storage import errands, evidence
from storage.database import Database
from storage.errands import Errand
from storage.evidence import KeptFile

SECRET = "a-secret-of-the-tests"  # noqa: S105 - opens nothing
FILE = f"exports/{TICKET}.json"
KEY = f"deliver:export:{CASE_ID}:9"
EXPORT = Errand("export", {"case_id": CASE_ID}, CASE_ID, f"export:{CASE_ID}:9")

Exporting = Callable[..., Awaitable[None]]


@pytest.fixture
async def house(db: Database) -> House:
    """The house with a whole alarm on disk."""
    alarm = played()
    await alarm.keep(db)
    return House(shelf(alarm), Texts.load(ROOT / "locales"), ZoneInfo("Asia/Makassar"), areas=CITY)


@pytest.fixture
def export_to(db: Database, house: House, tmp_path: Path, running: Running) -> Exporting:
    """Do both errands for the centre at an address, with the pauses between the tries of the second."""

    async def both(url: str, *waits: int) -> None:
        archive = Archive(tmp_path)
        kinds = {"export": Export(db, archive, house, delivers=True), "deliver": Deliver(url, SECRET, archive)}
        async with running(kinds) as loop:
            await loop.do(EXPORT)
            for seconds in waits:
                await loop.forward(seconds=seconds)

    return both


async def test_the_record_is_a_file(db: Database, house: House, tmp_path: Path, running: Running) -> None:
    """Without a data centre the file, for our eyes only, is all; it holds what the case holds on disk."""
    await evidence.keep(db, KeptFile(CASE_ID, 1, "photo", "unique-1", "evidence/1.jpg", "ab" * 32, 5, NOON))
    async with running({"export": Export(db, Archive(tmp_path), house, delivers=False)}) as loop:
        await loop.do(EXPORT)
    alarm = played()
    expected = case_record(alarm.case, alarm.procedure, alarm.history, area=KARANG, hashes={1: "ab" * 32})
    assert expected == json.loads((tmp_path / FILE).read_text(encoding="utf-8"))
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600
    assert await results(db) == [("export", {"file": FILE, "posted": False})]


async def test_a_case_of_a_version_that_is_no_longer_used_has_a_record(
    db: Database, house: House, tmp_path: Path, running: Running
) -> None:
    """After a restart with a newer file the record still goes by the version that the case was opened with."""
    newer = House(Shelf({}), house.texts, house.zone)
    async with running({"export": Export(db, Archive(tmp_path), newer, delivers=False)}) as loop:
        await loop.do(EXPORT)
    record = json.loads((tmp_path / FILE).read_text(encoding="utf-8"))
    assert played().procedure.version == record["procedure"]["version"]


async def test_the_record_is_posted_with_a_signature(
    db: Database, tmp_path: Path, counterpart: Counterpart, export_to: Exporting
) -> None:
    """The centre gets the file's bytes, their HMAC-SHA256 under the shared secret, and a key for idempotency."""
    counterpart.answers = [(201, {})]
    await export_to(f"{counterpart.url}/cases")
    ((request, body),) = counterpart.asked
    assert (tmp_path / FILE).read_bytes() == body
    signature = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
    assert (request.method, request.path, request.content_type) == ("POST", "/cases", "application/json")
    assert f"sha256={signature}" == request.headers["X-Sigap-Signature"]
    assert request.headers["X-Sigap-Delivery"] == KEY
    told = [("export", {"file": FILE, "posted": False}), ("deliver", {"file": FILE, "posted": True})]
    assert told == await results(db)


@pytest.mark.parametrize("status", [307, 408, 425, 429, 500, 503])
async def test_a_centre_that_cannot_now_is_asked_again(
    db: Database, counterpart: Counterpart, export_to: Exporting, status: int
) -> None:
    """Every try has the same key and body; a redirect is never followed, for the record is meant for one address."""
    counterpart.answers = [(status, {}), (status, {}), (204, None)]
    await export_to(counterpart.url, 2, 4)
    assert [(request.headers["X-Sigap-Delivery"], request.path) for request, _ in counterpart.asked] == [(KEY, "/")] * 3
    assert len({body for _, body in counterpart.asked}) == 1
    assert (await results(db))[-1] == ("deliver", {"file": FILE, "posted": True})


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (409, {"file": FILE, "posted": True}),
        (400, {"reason": "http_400"}),
        (401, {"reason": "http_401"}),
        (404, {"reason": "http_404"}),
        (422, {"reason": "http_422"}),
    ],
)
async def test_a_centre_that_says_no_is_not_asked_again(
    db: Database,
    tmp_path: Path,
    counterpart: Counterpart,
    export_to: Exporting,
    status: int,
    expected: dict[str, object],
) -> None:
    """What it has already (409) is done; any other refusal fails with the status, and the file stays."""
    counterpart.answers = [(status, {})]
    await export_to(counterpart.url)
    assert len(counterpart.asked) == 1
    assert ("deliver", expected) == (await results(db))[-1]
    assert (tmp_path / FILE).is_file()


async def test_a_centre_that_is_away_for_days_gets_the_record_in_the_end(
    db: Database, house: House, tmp_path: Path, counterpart: Counterpart, running: Running, clock: StandingClock
) -> None:
    """Tries come at least once an hour for days, also after a restart, and are not busy in between."""
    archive = Archive(tmp_path)
    away, there = Deliver("http://127.0.0.1:1/", SECRET, archive), Deliver(counterpart.url, SECRET, archive)
    counterpart.answers = [(200, {})]
    async with running({"export": Export(db, archive, house, delivers=True), "deliver": away}) as loop:
        await loop.do(EXPORT)
        for _ in range(80):
            await loop.forward(hours=1)
        assert (loop.errands.waiting, loop.errands.retrying) == (0, 1)
    assert [row.state for row in await errands.pending(db)] == ["new"]
    async with running({"deliver": there}) as loop:
        assert loop.errands.next_at is not None
        assert 0 < (loop.errands.next_at - clock.now()).total_seconds() <= 3600
        await loop.forward(hours=1)
    assert (await results(db))[-1] == ("deliver", {"file": FILE, "posted": True})
    assert len(counterpart.asked) == 1


async def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    """Writers of the same file at once leave one of their contents, and nothing else in the folder."""
    archive = Archive(tmp_path)
    contents = [bytes([number]) * 100_000 for number in range(8)]
    await asyncio.gather(*(archive.write("exports/one.json", content) for content in contents))
    assert await archive.read("exports/one.json") in contents
    assert [path.name for path in (tmp_path / "exports").iterdir()] == ["one.json"]
