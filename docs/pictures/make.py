"""Makes the README's picture from the running demo: `.venv/bin/python docs/pictures/make.py`, after `./sigap test`.

It plays an alarm until the officer is on the way, with the hands of the browser tests.
"""

import asyncio
import sys
from pathlib import Path

from playwright.async_api import async_playwright

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "tests" / "browser"))

from handset import Handset, browse, turn_to  # noqa: E402
from stage import Stage  # noqa: E402

CITIZEN, OPERATOR, OFFICER = 9001, 9011, 9024


async def make() -> None:
    """Write demo.png beside this file."""
    stage = await Stage.open()
    try:
        async with async_playwright() as playwright:
            browser = await browse(playwright)
            page = await turn_to(browser, stage.address, height=860)
            citizen, operator, officer = (Handset(page, owner) for owner in (CITIZEN, OPERATOR, OFFICER))
            await citizen.key("PANIK")
            await citizen.reads("Panggilan Anda SUDAH MASUK")
            await citizen.send_position()
            await operator.press("Tangani")
            await operator.press("Jenis kejadian")
            await operator.press("Kebakaran")
            await operator.press("Teruskan")
            await operator.press("Dewi Contoh")
            await operator.press("Selesai")
            await officer.press("Siap")
            await citizen.reads("Petugas Dewi Contoh berangkat")
            await operator.reads("siap, berangkat")
            await page.mouse.move(0, 0)
            await page.locator(".toast").last.wait_for(state="detached")
            await page.screenshot(path=HERE / "demo.png")
            await browser.close()
    finally:
        await stage.close()


if __name__ == "__main__":
    asyncio.run(make())
