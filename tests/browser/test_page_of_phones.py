"""The page around the alarm: tour, map, time, curtain, faults, keyboard, readers, and what is bad input."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from handset import Handset, turn_to
from playwright.async_api import Browser, Page, expect
from stage import Stage

CITIZEN, SECOND_CITIZEN, OPERATOR, OFFICER, HEAD = 9001, 9002, 9011, 9024, 9031
HASH = re.compile(r"^[0-9a-f]{16}$")
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
        await page.wait_for_timeout(500)
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
@pytest.mark.parametrize("panel", ["Peta", "Di balik layar", "Gangguan"])
async def test_the_fold_outs_can_be_read(stage, browser: Browser, width, colours, panel) -> None:
    """Axe finds no serious fault with any of them open."""
    page = await turn_to(browser, stage.address, width=width, colours=colours)
    await page.get_by_role("button", name=panel).click()
    await expect(page.get_by_role("heading", name=panel)).to_be_visible()
    assert [] == await _faults(page)
    await page.close()


async def test_the_keyboard_alone_can_press_panic(page: Page) -> None:
    """Tab reaches PANIK, and Enter presses it."""
    for _ in range(120):
        await page.keyboard.press("Tab")
        focused = await page.evaluate(
            "document.activeElement.closest('#phone-9001') && document.activeElement.textContent"
        )
        if focused and "PANIK" in focused:
            break
    await page.keyboard.press("Enter")
    await Handset(page, CITIZEN).reads("SUDAH MASUK")


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


async def test_a_photo_above_ten_megabytes_is_refused_with_reason(page: Page, tmp_path: Path) -> None:
    """The page says why, and nothing is sent."""
    large = tmp_path / "besar.png"
    large.write_bytes(b"\x89PNG" + bytes(10 * 1024 * 1024))
    await Handset(page, HEAD).attach_photo(large)
    await expect(page.get_by_role("alertdialog")).to_contain_text("10 MB")
