"""Somebody's phone on the page, used as its owner would use it."""

import re
import shutil
from pathlib import Path
from typing import Literal

from playwright.async_api import Browser, Locator, Page, Playwright, expect

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
PATIENCE_MS = 20_000


class NoChromium(Exception):
    """no Chromium found; install one, on Debian: apt-get install chromium"""

    def __str__(self) -> str:
        return str(self.__doc__)


async def browse(playwright: Playwright) -> Browser:
    """The machine's own Chromium. Raises `NoChromium` where there is none."""
    found = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if found is None:
        raise NoChromium
    return await playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])


async def turn_to(
    browser: Browser,
    address: str,
    *,
    width: int = 1280,
    height: int = 800,
    colours: Literal["light", "dark"] = "light",
    tour: bool = False,
) -> Page:
    """The page of phones at an address, ready to be used; without the tour unless it is asked for."""
    page = await browser.new_page(
        viewport={"width": width, "height": height}, color_scheme=colours, reduced_motion="reduce", locale="id-ID"
    )
    page.set_default_timeout(PATIENCE_MS)
    await page.goto(address)
    await page.locator("body[data-ready]").wait_for()
    if not tour:
        await page.get_by_role("button", name="Lewati tur").click()
    return page


class Handset:
    """One phone of the page, found by the Telegram id of its owner."""

    def __init__(self, page: Page, owner: int) -> None:
        self._page = page
        self._owner = owner
        self._phone = page.locator(f"#phone-{owner}")

    async def take_up(self) -> None:
        """Turn to it, where it is not on the screen."""
        if await self._phone.count():
            return
        chip = self._page.locator(f"#strip [data-person='{self._owner}']")
        if await chip.count():
            await chip.click()
        else:
            await self._page.get_by_role("button", name="Semua orang").click()
            await self._page.locator(f"#people [data-person='{self._owner}']").click()

    async def press(self, label: str) -> None:
        """Press the newest button under a message; the whole label, or its beginning."""
        await self.take_up()
        buttons = self._phone.get_by_role("group", name="Tombol pesan").get_by_role("button", name=_begins(label))
        await buttons.last.click()

    async def key(self, label: str) -> None:
        """Press a button of the keyboard at the bottom."""
        await self.take_up()
        await self._phone.get_by_role("group", name="Papan tombol").get_by_role("button", name=label).click()

    async def write(self, words: str) -> None:
        """Type a message and send it."""
        await self.take_up()
        await self._phone.get_by_label("Pesan dari").fill(words)
        await self._phone.get_by_label("Kirim pesan").click()

    async def send_position(self) -> None:
        """Send the position that the dialog proposes: where the person is."""
        await self.key("Kirim lokasi")
        await self._page.get_by_role("button", name="Kirim posisi ini").click()

    async def attach_photo(self, *pictures: Path) -> None:
        """Send pictures from the machine."""
        await self.take_up()
        await self._phone.get_by_label("Lampirkan").click()
        async with self._page.expect_file_chooser() as choosing:
            await self._phone.get_by_role("menuitem", name="📷 Foto").click()
        await (await choosing.value).set_files(pictures)

    async def reads(self, words: str) -> None:
        """Wait for a message that holds these words."""
        await self.take_up()
        await expect(self._messages(words).last).to_be_visible(timeout=PATIENCE_MS)

    def sent(self) -> Locator:
        """What its owner has sent."""
        return self._phone.locator(".message.out")

    async def sees_toast(self, words: str) -> None:
        """Wait for the short answer to a press."""
        await self.take_up()
        await expect(self._phone.get_by_role("status", name=words).last).to_be_visible(timeout=PATIENCE_MS)

    def _messages(self, words: str) -> Locator:
        return self._phone.get_by_label("Pesan bot", exact=True).filter(has_text=words)


def _begins(label: str) -> re.Pattern[str]:
    return re.compile(rf"^\W*{re.escape(label)}\b")
