"""Makes the README's pictures from the running demo: `.venv/bin/python docs/pictures/make.py`, after `./sigap test`.

It plays an alarm to its end with the hands of the browser tests. What it writes stands beside it: demo.png, the officer
on the way; demo-animated.png, the whole alarm; telepon.png, one phone at a time; peta.png and balik-layar.png.
"""

import asyncio
import sys
from pathlib import Path

from animation import animated
from playwright.async_api import Browser, Page, async_playwright

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "tests" / "browser"))

from handset import Handset, browse, turn_to  # noqa: E402
from stage import Stage  # noqa: E402

CITIZEN, OPERATOR, OFFICER = 9001, 9011, 9024
FRAME_MS = 1600
SETTLE_MS = 700


class Film:
    """Frames of a page, taken one after another."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._frames: list[bytes] = []

    async def take(self, path: Path | None = None) -> None:
        """A frame without toasts and hints, also as a picture of its own where a path is given."""
        await self._page.mouse.move(0, 0)
        await self._page.wait_for_timeout(SETTLE_MS)
        await self._page.evaluate("document.querySelectorAll('.toast').forEach((toast) => toast.remove())")
        self._frames.append(await self._page.screenshot(path=path))

    def save(self, path: Path) -> None:
        """All of them as one moving picture."""
        path.write_bytes(animated(self._frames, FRAME_MS))


async def make() -> None:
    """Write the pictures beside this file."""
    stage = await Stage.open()
    try:
        async with async_playwright() as playwright:
            browser = await browse(playwright)
            await _alarm(browser, stage.address)
            await _narrow(browser, stage.address)
            await browser.close()
    finally:
        await stage.close()


async def _alarm(browser: Browser, address: str) -> None:
    page = await turn_to(browser, address, height=860)
    film = Film(page)
    citizen, operator, officer = (Handset(page, owner) for owner in (CITIZEN, OPERATOR, OFFICER))
    await film.take()
    await citizen.key("PANIK")
    await citizen.reads("Panggilan Anda SUDAH MASUK")
    await film.take()
    await citizen.send_position()
    await citizen.reads("Lokasi diterima")
    await film.take()
    for label in ("Tangani", "Jenis kejadian", "Kebakaran", "Teruskan"):
        await operator.press(label)
    await operator.reads("Siapa yang berangkat")
    await film.take()
    await operator.press("Dewi Contoh")
    await operator.press("Selesai")
    await officer.reads("Kebakaran")
    await film.take()
    await officer.press("Siap")
    await citizen.reads("Petugas berangkat")
    await operator.reads("siap, berangkat")
    await film.take(HERE / "demo.png")
    await page.get_by_role("button", name="Peta").click()
    await page.get_by_role("region", name="Jarak").get_by_text("Dewi Contoh").wait_for()
    await film.take(HERE / "peta.png")
    await officer.press("Tiba")
    await officer.press("Selesai di lokasi")
    await officer.press("Lapor")
    await officer.write("Api padam, tidak ada korban.")
    await officer.reads("Kirim sedikitnya satu foto")
    await page.locator(f"#phone-{OFFICER}").get_by_label("Lampirkan").click()
    await page.get_by_role("menuitem", name="Foto contoh").click()
    await page.get_by_role("menuitem", name="Api padam").click()
    await officer.reads("1 diterima")
    await film.take()
    await officer.press("Selesai")
    await operator.press("Catat")
    await operator.reads("Baris register")
    await operator.press("Catat")
    await citizen.reads("Petugas melaporkan penanganan selesai")
    await page.get_by_role("button", name="Di balik layar").click()
    await page.locator("#curtain h3").filter(has_text="selesai").wait_for()
    await film.take(HERE / "balik-layar.png")
    film.save(HERE / "demo-animated.png")
    await page.close()


async def _narrow(browser: Browser, address: str) -> None:
    page = await turn_to(browser, address, width=390, height=844)
    await Handset(page, OFFICER).take_up()
    await Film(page).take(HERE / "telepon.png")
    await page.close()


if __name__ == "__main__":
    asyncio.run(make())
