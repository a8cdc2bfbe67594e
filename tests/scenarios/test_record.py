"""Row 6: Catat, the register, the record of the case as a file, and its way to the data centre."""

import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from alarm import alarm_at, record
from city import City
from process import free_port

Found = Callable[..., Awaitable[City]]
SECRET = "a-secret-of-the-data-centre"  # noqa: S105


class DataCentre:
    """Takes records as DKISP's data centre would, and can be out of order."""

    def __init__(self) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}/cases"
        self.statuses: list[int] = []
        self.received: list[tuple[dict[str, str], bytes]] = []

    async def take(self, request: web.Request) -> web.Response:
        """Keep what came; answer with the next of `statuses`, else 200."""
        self.received.append((dict(request.headers), await request.read()))
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)


@pytest.fixture
async def data_centre() -> AsyncIterator[DataCentre]:
    """A data centre that listens."""
    centre = DataCentre()
    app = web.Application()
    app.router.add_post("/cases", centre.take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", centre.port).start()
    yield centre
    await runner.cleanup()


async def test_catat_asks_twice_and_closes(city: City) -> None:
    """The first press shows the register's line as it will be; the second writes it, and everybody is told."""
    operator, officer, citizen = await alarm_at(city, "reported")
    await operator.press("Catat")
    asked = operator.expect("register", operator.name, officer.name, "yakin")
    assert [["Catat", "Tidak jadi"]] == asked.buttons
    await operator.press("Catat", asked)
    operator.expect_answer("Catat")
    assert [] == asked.buttons
    citizen.expect("penanganan selesai", "ditutup pukul 14:0", "Belum selesai")
    officer.expect("ditutup pukul 14:0", "Selesai")
    operator.sees("Selesai", "ditutup 14:0")
    assert [] == operator.buttons() == officer.buttons()


async def test_each_reader_is_told_of_the_end_in_their_language(city: City) -> None:
    """An officer who has chosen English reads the outcome in English."""
    operator, officer, citizen = await alarm_at(city, "reported")
    await officer.write("/bahasa")
    officer.expect("Pilih bahasa")
    await officer.press("English")
    officer.expect("we speak English")
    await record(operator)
    officer.expect("was closed at 14:0", "Done")
    operator.skim()
    citizen.skim()


async def test_tidak_jadi_changes_nothing(city: City) -> None:
    """Whoever thinks better of it leaves the case as it was."""
    operator, officer, citizen = await alarm_at(city, "reported")
    await operator.press("Catat")
    asked = operator.expect("yakin")
    await operator.press("Tidak jadi", asked)
    operator.expect_answer("tidak ada yang berubah")
    assert [] == asked.buttons
    operator.sees("Tahap 6/7")
    officer.expect_nothing()
    citizen.expect_nothing()


async def test_the_register_has_one_line_for_the_case(city: City) -> None:
    """Number, times, who handled it and what it was; nobody's words or place."""
    operator, officer, _ = await alarm_at(city, "closed")
    case = await city.case(operator.ticket())
    line = await city.register_line(case)
    assert case.ticket == line.ticket == line.row["ticket"]
    assert {"operator": operator.name, "officer": officer.name} == line.row["handled_by"]
    assert case.named["operator"] == line.written_by
    assert {"locate", "verify", "confirm", "travel", "handle", "report", "record"} <= set(line.row["steps"])
    assert "Api padam" not in json.dumps(line.row)


async def test_the_record_is_a_file_under_data_dir(city: City) -> None:
    """exports/<ticket>.json holds the seven rows with their times, and each file's SHA-256."""
    operator, _, citizen = await alarm_at(city, "closed")
    text = (city.bot.folder / "exports" / f"{operator.ticket()}.json").read_text(encoding="utf-8")
    record = json.loads(text)
    assert operator.ticket() == record["ticket"]
    assert "Selesai" == record["outcome"]["title"]
    assert [1, 2, 3, 3, None, 4, 6] == [step["row"] for step in record["steps"][:7]]
    assert all(len(file["sha256"]) == 64 for file in record["evidence"])
    assert citizen.name not in text


async def test_the_record_is_posted_with_a_signature_until_it_is_taken(found: Found, data_centre: DataCentre) -> None:
    """A centre out of order is asked again after two and four seconds, with the same delivery and the same bytes."""
    data_centre.statuses = [500, 503]
    city = await found(DATA_CENTRE_URL=data_centre.url, DATA_CENTRE_SECRET=SECRET)
    operator, _, _ = await alarm_at(city, "reported")
    await city.forward(minutes=1)
    await record(operator)
    assert 1 == len(data_centre.received)
    await city.forward(seconds=2)
    assert 2 == len(data_centre.received)
    await city.forward(seconds=4)
    await city.forward(hours=1)
    assert 3 == len(data_centre.received)
    headers, body = data_centre.received[-1]
    assert 1 == len({sent["X-Sigap-Delivery"] for sent, _ in data_centre.received})
    assert "sha256=" + hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest() == headers["X-Sigap-Signature"]
    assert (city.bot.folder / "exports" / f"{operator.ticket()}.json").read_bytes() == body
    city.skim()
