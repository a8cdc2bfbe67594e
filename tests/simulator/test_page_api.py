"""The page's routes: state, events, acts, files; and the program that serves them."""

import asyncio
import io
import json
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup
from PIL import Image

from simulator import Person, SimulatedClock, Simulator
from simulator.areas import outlines
from simulator.cast import CAST, cast_routes
from simulator.files import grey_picture
from simulator.page_api import ASSETS, page_routes

RING = [[117.5, 3.2], [117.6, 3.2], [117.6, 3.3], [117.5, 3.2]]


@pytest.fixture
async def simulated() -> AsyncIterator[Simulator]:
    """A simulated Telegram that serves the page too."""
    simulator = Simulator(SimulatedClock())
    simulator.app.add_routes([*cast_routes(), *page_routes(simulator)])
    await simulator.listen(0)
    yield simulator
    await simulator.stop()


@pytest.fixture
async def page(simulated: Simulator) -> AsyncIterator[aiohttp.ClientSession]:
    """A browser's requests."""
    async with aiohttp.ClientSession(simulated.base_url) as session:
        yield session


async def _next_event(stream: aiohttp.StreamReader, kind: str) -> dict[str, Any]:
    while line := await asyncio.wait_for(stream.readline(), 5):
        if line.startswith(b"data: "):
            news: dict[str, Any] = json.loads(line[6:])
            if news["event"] == kind:
                return news
    raise AssertionError(f"no {kind} came")


async def _act(page: aiohttp.ClientSession, person: Person, act: str, **order: Any) -> int:
    return (await page.post(f"/page/people/{person.id}/{act}", json=order)).status


async def test_what_the_bot_does_arrives_as_events(
    page: aiohttp.ClientSession, aiogram_bot: Bot, citizen: Person
) -> None:
    """New messages, edits and deletions each come as one event with what changed."""
    async with page.get("/page/events") as events:
        await _next_event(events.content, "clock")
        sent = await aiogram_bot.send_message(citizen.id, "Halo <b>")
        new = await _next_event(events.content, "message")
        await aiogram_bot.edit_message_text("Lain", chat_id=citizen.id, message_id=sent.message_id)
        edited = await _next_event(events.content, "edited")
        await aiogram_bot.delete_message(citizen.id, sent.message_id)
        deleted = await _next_event(events.content, "deleted")
    assert (new["message"]["text"], new["message"]["out"]) == ("Halo <b>", False)
    assert (edited["message"]["text"], edited["message"]["edited"]) == ("Lain", True)
    assert deleted["message_id"] == sent.message_id


async def test_a_reload_shows_the_same(page: aiohttp.ClientSession, aiogram_bot: Bot, citizen: Person) -> None:
    """The state holds messages, keys and commands as they are now."""
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="PANIK", style="danger")]])
    await aiogram_bot.send_message(citizen.id, "Menu", reply_markup=keyboard)
    state = await (await page.get("/page/state")).json()
    (person,) = [one for one in state["people"] if one["id"] == citizen.id]
    assert [message["text"] for message in person["messages"]] == ["/start", "Menu"]
    assert person["chat"]["keys"] == [[{"text": "PANIK", "style": "danger"}]]


async def test_people_act_through_the_page(
    page: aiohttp.ClientSession, aiogram_bot: Bot, simulated: Simulator, citizen: Person
) -> None:
    """Typing, pressing, a position and an upload reach the bot as updates."""
    markup = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Siap", callback_data="v1:7")]])
    card = await aiogram_bot.send_message(citizen.id, "Kartu", reply_markup=markup)
    form = aiohttp.FormData({"as": "photo", "caption": "asap"})
    form.add_field("file", grey_picture(40, 40), filename="a.png", content_type="image/png")
    statuses = [
        await _act(page, citizen, "write", text="tolong"),
        await _act(page, citizen, "press", message_id=card.message_id, row=0, column=0),
        await _act(page, citizen, "location", latitude=3.3, longitude=117.58),
        (await page.post(f"/page/people/{citizen.id}/upload", data=form)).status,
        await _act(page, citizen, "press", message_id=card.message_id, row=5, column=0),
        await _act(page, citizen, "fly"),
    ]
    updates = await aiogram_bot.get_updates()
    kinds = [update.message.content_type if update.message else update.event_type for update in updates]
    assert statuses == [200, 200, 200, 200, 400, 404]
    assert kinds == ["text", "callback_query", "location", "photo"]


async def test_a_switched_fault_is_in_force_until_it_is_switched_off(page: aiohttp.ClientSession) -> None:
    """Every tab is told; what is no switch is refused."""
    async with page.get("/page/events") as events:
        await page.put("/page/faults/429")
        on = await _next_event(events.content, "faults")
        await page.put("/page/faults/429")
        await page.delete("/page/faults/429")
        twice = await _next_event(events.content, "faults")
        off = await _next_event(events.content, "faults")
    refused = await page.put("/page/faults/down")
    assert (on["faults"], twice["faults"], off["faults"]) == (["429"], ["429"], [])
    assert refused.status == 404


async def test_whoever_moves_stands_there_after_a_reload(page: aiohttp.ClientSession, citizen: Person) -> None:
    """Where the phone is told to be is where it is, also after a position that was sent."""
    await _act(page, citizen, "stand", latitude=3.31, longitude=117.6)
    stood = citizen.position
    citizen.share_location(3.32, 117.61)
    state = await (await page.get("/page/state")).json()
    (person,) = [one for one in state["people"] if one["id"] == citizen.id]
    assert stood == (3.31, 117.6)
    assert person["position"] == [3.32, 117.61]


async def test_without_a_curtain_there_is_none(page: aiohttp.ClientSession) -> None:
    """The page is told that nobody answers."""
    assert (await page.get("/page/curtain")).status == 404


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        (
            {
                "features": [
                    {"properties": {"kelurahan": "Contoh"}, "geometry": {"type": "Polygon", "coordinates": [RING]}}
                ]
            },
            [{"name": "Contoh", "ring": RING}],
        ),
        (
            {"features": [{"properties": None, "geometry": {"type": "MultiPolygon", "coordinates": [[RING], [RING]]}}]},
            [{"name": "", "ring": RING}] * 2,
        ),
        ({"features": [{"geometry": None}]}, []),
        ([], []),
    ],
)
def test_areas_are_drawn_by_their_outer_rings(tmp_path: Path, written: Any, drawn: list[dict[str, Any]]) -> None:
    """Polygons of either kind; a file that holds no areas draws none."""
    file = tmp_path / "areas.geojson"
    file.write_text(json.dumps(written), encoding="utf-8")
    assert outlines(file) == drawn


async def test_files_are_served_without_being_run(page: aiohttp.ClientSession, citizen: Person) -> None:
    """Pictures show in place; documents are downloads, never pages of our origin."""
    photo = citizen.send_photo(grey_picture(40, 40))
    script = citizen.send_document(b"<script>alert(1)</script>", "x.html")
    assert script.document is not None
    picture = await page.get(f"/page/files/{photo.photo[-1].file_id}")
    document = await page.get(f"/page/files/{script.document.file_id}")
    missing = await page.get("/page/files/nothing")
    assert (picture.status, picture.content_type) == (200, "image/png")
    assert document.headers["Content-Disposition"] == "attachment"
    assert missing.status == 404


async def test_a_pdf_opens_in_place_and_shows_its_first_page(page: aiohttp.ClientSession, citizen: Person) -> None:
    """The browser may read it itself; its first page is a picture, and what only claims to be a PDF has none."""
    letter, broken = io.BytesIO(), b"%PDF-1.7 nothing"
    Image.new("RGB", (300, 400), "white").save(letter, "PDF")
    sent = citizen.send_document(letter.getvalue(), "surat.pdf").document
    wrong = citizen.send_document(broken, "rusak.pdf").document
    assert sent is not None
    assert wrong is not None

    whole = await page.get(f"/page/files/{sent.file_id}")
    first = await page.get(f"/page/files/{sent.file_id}/first-page")
    none = await page.get(f"/page/files/{wrong.file_id}/first-page")

    assert (whole.content_type, whole.headers["Content-Disposition"]) == ("application/pdf", "inline")
    assert "Content-Security-Policy" not in whole.headers
    assert Image.open(io.BytesIO(await first.read())).width == 480
    assert none.status == 404


@pytest.mark.parametrize("part", ["", *(f"page/{asset.name}" for asset in sorted(ASSETS.glob("*.[jc]s*")))])
async def test_the_page_needs_nothing_from_outside(page: aiohttp.ClientSession, part: str) -> None:
    """Every part is served, and the browser is told to load from here only."""
    answer = await page.get(f"/{part}")
    assert answer.status == 200
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]


async def test_the_program_serves_the_cast_and_ends_on_sigterm() -> None:
    """It prints its address when ready, answers, and does not wait for its clients when SIGTERM comes."""
    program = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "simulator", "--port", "0", "--page", "--started", stdout=asyncio.subprocess.PIPE
    )
    assert program.stdout is not None
    line = (await asyncio.wait_for(program.stdout.readline(), 20)).decode()
    address = line.split()[1].rstrip("/")
    async with aiohttp.ClientSession(address) as session:
        cast = await (await session.get("/cast")).json()
        updates = await (await session.get("/bot42:simulated/getUpdates")).json()
        events = await session.get("/page/events")
        waiting = asyncio.create_task(session.get("/clock", params={"seen": 1}))
        program.send_signal(signal.SIGTERM)
        code = await asyncio.wait_for(program.wait(), 20)
        events.close()
        await asyncio.gather(waiting, return_exceptions=True)
    assert code == 0
    assert cast == CAST
    assert len(updates["result"]) == len(CAST)
