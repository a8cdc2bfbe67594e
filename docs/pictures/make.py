"""Makes the pictures of the README and of the guides from the running demo, after `./sigap test`:
`.venv/bin/python docs/pictures/make.py`.

It plays alarms to their end with the hands of the browser tests. What it writes stands beside it: demo.png, the officer
on the way; demo-animated.png, the whole alarm; telepon.png, one phone at a time; peta.png and balik-layar.png; and
for each guide the phone of its reader at the moments that matter, such as operator-alarm.png.
"""

import asyncio
import io
import sys
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, Page, async_playwright

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "tests" / "browser"))

from handset import Handset, browse, turn_to  # noqa: E402
from stage import Stage  # noqa: E402

CITIZEN, OTHER_CITIZEN, OPERATOR, OFFICER, HEAD, ADMIN = 9001, 9002, 9011, 9024, 9031, 9041
FRAME_MS = 1600
SETTLE_MS = 700
COLOURS = 255
"""Of a picture."""
GUIDE_HEIGHT = 860


def in_few_colours(*pictures: Image.Image) -> list[Image.Image]:
    """The pictures with one palette, so that they are small files."""
    together = Image.new("RGB", (pictures[0].width, sum(picture.height for picture in pictures)))
    below = 0
    for picture in pictures:
        together.paste(picture, (0, below))
        below += picture.height
    palette = together.quantize(COLOURS, dither=Image.Dither.NONE)
    return [picture.quantize(palette=palette, dither=Image.Dither.NONE) for picture in pictures]


class Film:
    """Frames of a page, taken one after another."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._frames: list[Image.Image] = []

    async def take(self, path: Path | None = None) -> None:
        """A frame without toasts and hints, also as a picture of its own where a path is given."""
        await self._page.mouse.move(0, 0)
        await self._page.wait_for_timeout(SETTLE_MS)
        await self._page.evaluate("document.querySelectorAll('.toast').forEach((toast) => toast.remove())")
        frame = Image.open(io.BytesIO(await self._page.screenshot())).convert("RGB")
        self._frames.append(frame)
        if path is not None:
            in_few_colours(frame)[0].save(path, optimize=True)

    def save(self, path: Path) -> None:
        """All of them as one moving picture (APNG)."""
        first, *others = in_few_colours(*self._frames)
        first.save(path, save_all=True, append_images=others, duration=FRAME_MS, loop=0, optimize=True)


async def make() -> None:
    """Write the pictures beside this file."""
    async with async_playwright() as playwright:
        browser = await browse(playwright)
        for scenes in ([_alarm, _narrow], [_guides]):
            stage = await Stage.open()
            try:
                for scene in scenes:
                    await scene(browser, stage.address)
            finally:
                await stage.close()
        await browser.close()


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


class Guide:
    """Pictures of single phones, for the guides."""

    def __init__(self, page: Page) -> None:
        self._page = page

    async def shoot(self, owner: int, name: str, words: str | None = None) -> None:
        """That person's phone, from the newest message with these words on, or at its end."""
        phone = self._page.locator(f"#phone-{owner}")
        if words is not None:
            message = phone.locator("article.in").filter(has_text=words).last
            await message.evaluate("message => message.scrollIntoView({block: 'start'})")
        await self._page.mouse.move(0, 0)
        await self._page.wait_for_timeout(SETTLE_MS)
        await self._page.evaluate("document.querySelectorAll('.toast, .below').forEach((one) => one.remove())")
        picture = Image.open(io.BytesIO(await phone.screenshot())).convert("RGB")
        in_few_colours(picture)[0].save(HERE / f"{name}.png", optimize=True)


async def _guides(browser: Browser, address: str) -> None:
    page = await turn_to(browser, address, height=GUIDE_HEIGHT)
    guide = Guide(page)
    citizen, operator, officer, head = (Handset(page, owner) for owner in (CITIZEN, OPERATOR, OFFICER, HEAD))
    await citizen.key("PANIK")
    await citizen.reads("Panggilan Anda SUDAH MASUK")
    await guide.shoot(CITIZEN, "warga-panik", "SUDAH MASUK")
    await citizen.send_position()
    await operator.reads("Belum ada yang menangani")
    await guide.shoot(OPERATOR, "operator-alarm", "Belum ada yang menangani")
    for label in ("Tangani", "Jenis kejadian", "Kebakaran", "Teruskan"):
        await operator.press(label)
    await operator.reads("yang terdekat di atas")
    await guide.shoot(OPERATOR, "operator-teruskan", "Siapa yang berangkat")
    await operator.press("Dewi Contoh")
    await operator.press("Selesai")
    await officer.reads("Petugas diminta konfirmasi")
    await guide.shoot(OFFICER, "petugas-siap", "Petugas diminta konfirmasi")
    await officer.press("Siap")
    await citizen.reads("Petugas berangkat")
    await guide.shoot(CITIZEN, "warga-berangkat", "Operator menangani")
    await officer.press("Tiba")
    await officer.press("Selesai di lokasi")
    await officer.press("Lapor")
    await officer.write("Api padam, tidak ada korban.")
    await officer.reads("Kirim sedikitnya satu foto")
    await guide.shoot(OFFICER, "petugas-lapor")
    await page.locator(f"#phone-{OFFICER}").get_by_label("Lampirkan").click()
    await page.get_by_role("menuitem", name="Foto contoh").click()
    await page.get_by_role("menuitem", name="Api padam").click()
    await officer.reads("1 diterima")
    await officer.press("Selesai")
    await operator.press("Catat")
    await operator.reads("yakin Catat")
    await guide.shoot(OPERATOR, "operator-catat", "yakin Catat")
    await operator.press("Catat")
    await citizen.reads("Petugas melaporkan penanganan selesai")
    await guide.shoot(CITIZEN, "warga-selesai", "Petugas melaporkan penanganan selesai")
    await _of_the_heads(page, guide, head)
    await page.close()


async def _of_the_heads(page: Page, guide: Guide, head: Handset) -> None:
    other, admin = Handset(page, OTHER_CITIZEN), Handset(page, ADMIN)
    await other.key("PANIK")
    await other.send_position()
    await page.locator("[data-forward='60']").click()
    await head.reads("Anda dapat menekan Tangani")
    await guide.shoot(HEAD, "pimpinan-tangani", "Belum ada yang menangani")
    await head.write("/badai")
    await head.reads("Mulai mode badai")
    await guide.shoot(HEAD, "pimpinan-badai")
    await admin.take_up()
    await admin.write("/hubungkan")
    await admin.reads("Tambahkan ke grup")
    await guide.shoot(ADMIN, "admin-grup")


async def _narrow(browser: Browser, address: str) -> None:
    page = await turn_to(browser, address, width=390, height=844)
    await Handset(page, OFFICER).take_up()
    await Film(page).take(HERE / "telepon.png")
    await page.close()


if __name__ == "__main__":
    asyncio.run(make())
