"""The alarm, played on the demo's page in a real browser."""

import json
from pathlib import Path

from handset import Handset
from playwright.async_api import Page, expect
from stage import Stage

CITIZEN, SECOND_CITIZEN, OPERATOR, OFFICER, HEAD = 9001, 9002, 9011, 9024, 9031


async def test_the_alarm_is_played_from_panic_to_the_closed_case(page: Page, stage: Stage, tmp_path: Path) -> None:
    """Citizen, operator and officer do the seven rows on their phones; the record with the photo is in the folder."""
    citizen, operator, officer = (Handset(page, owner) for owner in (CITIZEN, OPERATOR, OFFICER))
    picture = tmp_path / "api-padam.png"
    await page.screenshot(path=picture)

    await citizen.key("PANIK")
    await citizen.reads("Panggilan Anda SUDAH MASUK")
    await citizen.send_position()
    await citizen.reads("Lokasi diterima")

    await operator.press("Tangani")
    await citizen.reads("Operator menangani panggilan Anda")
    await operator.press("Jenis kejadian")
    await operator.press("Kebakaran")
    await operator.press("Teruskan")
    await operator.press("Dewi Contoh")
    await operator.press("Selesai")

    await officer.press("Siap")
    await citizen.reads("Petugas berangkat")
    await officer.press("Tiba")
    await citizen.reads("sudah tiba")
    await officer.press("Selesai di lokasi")
    await operator.reads("selesai di lokasi")
    await officer.press("Lapor")
    await officer.reads("Ceritakan penanganannya")
    await officer.write("Api padam, tidak ada korban.")
    await officer.reads("Kirim sedikitnya satu foto")
    await officer.attach_photo(picture)
    await officer.reads("1 diterima")
    await officer.press("Selesai")

    await operator.reads("giliran Anda")
    await operator.press("Catat")
    await operator.reads("Baris register")
    await operator.press("Catat")
    await citizen.reads("Petugas melaporkan penanganan selesai")
    await officer.reads("ditutup pukul")

    assert picture.read_bytes() == await stage.first_file("evidence/*/1.*")
    record = json.loads(await stage.first_file("exports/*.json"))
    assert "panic" == record["procedure"]["id"]


async def test_a_minute_without_an_operator_is_told(page: Page) -> None:
    """Time is moved by a minute with the page's button; the citizen and the head read that nobody has come yet."""
    citizen, head = Handset(page, SECOND_CITIZEN), Handset(page, HEAD)

    await citizen.key("PANIK")
    await citizen.reads("Panggilan Anda SUDAH MASUK")
    await citizen.send_position()
    await citizen.reads("Lokasi diterima")
    await page.locator("[data-forward='60']").click()

    await citizen.reads("sudah 1 menit dan belum ada operator yang menangani")
    await head.reads("Anda dapat menekan Tangani")


async def test_a_reload_shows_the_same(page: Page) -> None:
    """What stands on the phones stays after the page is loaded anew."""
    log = page.locator(f"#phone-{OPERATOR} .log article")
    await expect(log.first).to_be_visible()
    before = await log.count()

    await page.reload()
    await page.locator("body[data-ready]").wait_for()

    await expect(log).to_have_count(before)
