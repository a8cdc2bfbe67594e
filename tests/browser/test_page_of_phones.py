"""The page around the alarm: tour, map, time, curtain, faults, keyboard, readers, and what is bad input."""

import contextlib
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from handset import Handset, turn_to
from PIL import Image
from playwright.async_api import Browser, Page, expect
from stage import Stage

CITIZEN, SECOND_CITIZEN, OPERATOR, OFFICER, HEAD, ADMIN = 9001, 9002, 9011, 9024, 9031, 9041
HASH = re.compile(r"^[0-9a-f]{16}$")
MEETING = """(marks) => {
    const boxes = [...document.querySelectorAll(marks)].map((one) => [one.textContent, one.getBoundingClientRect()]);
    const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
    return boxes.flatMap(([name, box], at) =>
        boxes.slice(at + 1).filter(([, other]) => !apart(box, other)).map(([other]) => `${name} and ${other}`));
}"""
"""Which of these marks cover one another."""
LOOKS = [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")]


@pytest.fixture(scope="module")
async def stage() -> AsyncIterator[Stage]:
    """A demo of its own: what goes wrong here must not reach the alarm's."""
    stage = await Stage.open()
    yield stage
    assert 0 == await stage.close()


@pytest.mark.parametrize(("width", "colours"), LOOKS)
async def test_the_tour_leads_from_panic_to_the_closed_case(stage, browser: Browser, width, colours) -> None:
    """Whoever presses what is lit, and nothing else, ends with a closed case; at two widths, light and dark."""
    page = await turn_to(browser, stage.address, width=width, colours=colours, tour=True)
    tour = page.get_by_role("region", name="Tur")
    await expect(tour).to_contain_text("Tekan PANIK")
    for _ in range(60):
        before = await tour.inner_text()
        if "Tamat" in before:
            break
        await _follow(page)
        with contextlib.suppress(AssertionError):
            await expect(tour).not_to_have_text(before, use_inner_text=True, timeout=1000)
    await expect(tour).to_contain_text("Kasus ditutup")
    assert [] == await _faults(page)
    await page.close()


async def _follow(page: Page) -> None:
    """Press what the tour lights: a person of the strip first, then a sample that it offers, then the button."""
    samples = page.locator("#tour button:not(.skip)")
    for target in (page.locator("#strip .lit"), samples, page.locator(".phone .lit")):
        if await target.count():
            await target.first.click()
            break
    if await page.locator("#position[open]").count():
        await page.get_by_role("button", name="Kirim posisi ini").click()


async def _faults(page: Page) -> list[str]:
    """What axe finds serious or critical on the page as it is."""
    found = await Axe().run(page)
    grave = [one for one in found.response["violations"] if one["impact"] in ("serious", "critical")]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]} {one['nodes'][0]['failureSummary'][:300]}" for one in grave]


@pytest.mark.parametrize(("width", "colours"), LOOKS)
async def test_the_fold_outs_can_be_read(stage, browser: Browser, width, colours) -> None:
    """Axe finds no serious fault with any of them open, nor in the list of people."""
    page = await turn_to(browser, stage.address, width=width, colours=colours)
    for panel in ("Peta", "Di balik layar", "Gangguan"):
        await page.get_by_role("button", name=panel).click()
        await expect(page.get_by_role("heading", name=panel)).to_be_visible()
        assert [] == await _faults(page), panel
        await page.get_by_role("button", name="Tutup panel").click()
    await page.get_by_role("button", name="Semua orang").click()
    assert [] == await _faults(page)
    await page.close()


async def test_the_keyboard_alone_can_press_panic(page: Page) -> None:
    """Tab reaches PANIK, and Enter presses it."""
    await expect(page.locator("#phone-9001").get_by_role("button", name="PANIK")).to_be_visible()
    focused = page.locator("#phone-9001 .key:focus", has_text="PANIK")
    for _ in range(120):
        await page.keyboard.press("Tab")
        if await focused.count():
            break
    read = page.locator("#phone-9001 article.in").filter(has_text="SUDAH MASUK")
    before = await read.count()
    await page.keyboard.press("Enter")
    await expect(read).to_have_count(before + 1)


async def test_an_officer_is_moved_on_the_map(page: Page) -> None:
    """An arrow key moves the pin; the distance follows, also on a page that is loaded anew."""
    await page.get_by_role("button", name="Peta").click()
    distances = page.get_by_role("region", name="Jarak")
    before = await distances.get_by_text("Andi Contoh").inner_text()
    pin = page.locator("[data-pin='9021']")
    for _ in range(5):
        await pin.focus()
        await page.keyboard.press("ArrowDown")
    await expect(distances.get_by_text("Andi Contoh")).not_to_have_text(before)
    after = await distances.get_by_text("Andi Contoh").inner_text()

    await page.reload()
    await page.locator("body[data-ready]").wait_for()
    await page.get_by_role("button", name="Peta").click()
    await expect(distances.get_by_text("Andi Contoh")).to_have_text(after)


async def test_pins_of_people_in_one_place_stand_side_by_side(page: Page) -> None:
    """All officers are where a citizen is: each pin's head can be taken, and no name hides another."""
    for officer in (9021, 9022, 9023, 9024):
        there = {"latitude": 3.3013, "longitude": 117.5853}
        await page.request.post(f"{page.url}page/people/{officer}/stand", data=there)
    await page.get_by_role("button", name="Peta").click()
    await expect(page.locator("#distances")).to_contain_text("Andi Contoh · 0 m")

    assert [] == await page.evaluate(MEETING, "#city .pin circle, #city .name.who")


async def test_a_click_on_the_map_is_the_place_under_it(page: Page) -> None:
    """The harbour's mark is clicked: the harbour's coordinates are chosen, to about a hundred metres."""
    await page.locator(f"#phone-{HEAD}").get_by_label("Lampirkan").click()
    await page.get_by_role("menuitem", name="Lokasi", exact=False).first.click()
    mark = page.locator("#position-map circle.place").nth(1)
    await mark.click(force=True)
    chosen = [float(await page.locator(f"#position-{name}").input_value()) for name in ("latitude", "longitude")]
    assert chosen == pytest.approx([3.2867, 117.5931], abs=0.001)


async def test_time_is_moved_to_a_working_day(page: Page) -> None:
    """The clock shows eight in the morning, and runs on twenty times as fast when told."""
    clock = page.get_by_label("Waktu simulasi")
    await page.get_by_role("button", name="Jeda").click()
    await page.get_by_label("Majukan ke hari kerja berikutnya").click()
    await expect(clock).to_contain_text("08.00.")
    await page.get_by_label("Putar lebih cepat").click()
    await expect(clock).to_contain_text("08.01.")
    await page.get_by_label("Putar lebih cepat").click()


async def test_the_curtain_shows_the_case(page: Page) -> None:
    """The table has the rows of the SOP, and each event its hash."""
    await Handset(page, SECOND_CITIZEN).key("PANIK")
    await page.get_by_role("button", name="Di balik layar").click()
    curtain = page.locator("#curtain")
    await expect(curtain.locator("tbody tr")).to_have_count(7)
    await expect(curtain.locator("tr.current")).to_have_count(1)
    await expect(curtain.locator(".events code").first).to_have_text(HASH)


async def test_a_silent_telegram_is_heard_again(page: Page) -> None:
    """While it is silent nothing comes; switched off, what waited comes."""
    await page.get_by_role("button", name="Gangguan").click()
    silence = page.get_by_role("switch", name="Telegram diam")
    await silence.check()
    await expect(page.locator("#trouble-news")).to_have_text("1")
    citizen = Handset(page, CITIZEN)
    await citizen.key("Status saya")
    await silence.uncheck()
    await expect(page.locator("#trouble-news")).to_have_text("")
    await citizen.reads("PB-")


async def test_two_tabs_and_a_very_long_text(page: Page, stage: Stage, browser: Browser) -> None:
    """What is written in one tab stands in the other; 5,000 characters go as two messages, as apps send them."""
    other = await turn_to(browser, stage.address)
    await Handset(page, HEAD).write("panjang " * 625)
    written = other.locator(f"#phone-{HEAD} .message.out").filter(has_text="panjang")
    await expect(written).to_have_count(2)
    await other.close()


async def test_a_photo_above_ten_megabytes_is_made_smaller(page: Page, tmp_path: Path) -> None:
    """It arrives, as apps would send it; what only claims to be a picture is refused with the reason."""
    large, broken = tmp_path / "besar.bmp", tmp_path / "rusak.png"
    Image.new("RGB", (2600, 1600), "firebrick").save(large)
    broken.write_bytes(b"\x89PNG" + bytes(10 * 1024 * 1024))
    assert large.stat().st_size > 10 * 1024 * 1024
    head = Handset(page, HEAD)

    await head.attach_photo(large)
    await expect(head.sent().last.locator("img")).to_have_js_property("naturalWidth", 2560)
    await head.attach_photo(broken)
    await expect(page.get_by_role("alertdialog")).to_contain_text("10 MB")


async def test_several_photos_go_as_one_album(page: Page, tmp_path: Path) -> None:
    """Two chosen together stand in one frame."""
    pictures = [tmp_path / f"{colour}.png" for colour in ("red", "blue")]
    for picture in pictures:
        Image.new("RGB", (40, 40), picture.stem).save(picture)

    head = Handset(page, HEAD)
    await head.attach_photo(*pictures)

    await expect(page.locator(f"#phone-{HEAD} .album.out").last.locator("img")).to_have_count(2)


async def test_everybody_is_found_by_role(page: Page) -> None:
    """The list groups people; whoever is chosen comes to the screen, and stays at hand in the strip."""
    await page.get_by_role("button", name="Semua orang").click()
    officers = page.get_by_role("region", name="petugas", exact=True).get_by_role("button")
    await expect(officers).to_have_count(4)

    await officers.filter(has_text="Citra Contoh").click()

    await expect(page.locator("#phone-9023")).to_be_visible()
    await expect(page.locator("#strip [data-person='9023']")).to_have_attribute("aria-pressed", "true")
    await page.locator("#strip [data-person='9023']").click()
    await expect(page.locator("#phone-9023")).to_have_count(0)


async def test_officers_who_block_the_bot_do_so_after_a_reload(page: Page) -> None:
    """The switch shows it on a page that is loaded anew; switched off, the officers greet the bot again."""
    await page.get_by_role("button", name="Gangguan").click()
    await page.get_by_role("switch", name="Petugas memblokir").check()
    await expect(page.get_by_role("button", name="MULAI LAGI")).to_be_visible()

    await page.reload()
    await page.locator("body[data-ready]").wait_for()
    await page.get_by_role("button", name="Gangguan").click()
    switch = page.get_by_role("switch", name="Petugas memblokir")
    await expect(switch).to_be_checked()
    await switch.uncheck()

    await expect(page.get_by_role("button", name="MULAI LAGI")).to_have_count(0)
    await expect(Handset(page, OFFICER).sent().last).to_contain_text("/start")


async def test_the_curtain_follows_the_chosen_case(page: Page) -> None:
    """A rehearsal is opened after an alarm; the alarm can be chosen, with its own table and events."""
    curtain, choice = page.locator("#curtain h3").first, page.get_by_role("combobox", name="Kasus")
    await Handset(page, ADMIN).key("PANIK")
    await Handset(page, HEAD).key("Latihan")
    await page.get_by_role("button", name="Di balik layar").click()
    await expect(curtain).to_contain_text("LT-")

    alarm = await choice.locator("option", has_text="PB-").first.get_attribute("value")
    await choice.select_option(alarm)

    await expect(curtain).to_contain_text(alarm or "PB-")
    await expect(page.locator("#curtain caption")).to_contain_text("067/01/PB/2021")
