"""A sixth procedure that no code knows: an ambulance's ride, from a file that somebody puts into SOP_DIR."""

from collections.abc import Awaitable, Callable

import pytest
from city import City


@pytest.fixture
async def office(office_with: Callable[..., Awaitable[City]]) -> City:
    """A city whose office has put a file into a folder of its own."""
    return await office_with("ambulance.yaml")


async def test_a_form_a_decision_a_return_a_repeat_a_nag_and_an_end(office: City) -> None:
    """Roles, buttons, times, rounds, a register and all words come from the file alone."""
    dispatcher, head = await office.staff("dispatcher", "Dina"), await office.head(name="Kepala UPTD")
    driver, family = await office.staff("driver", "Soni"), office.citizen("Keluarga")
    await family.write("/ambulans")
    family.expect("Siapa yang diantar pulang?")
    await family.write("Ibu Contoh")
    family.expect("Perlu tandu?")
    await family.press("Ya")
    family.expect("Diantar ke mana?")
    await family.write("Jalan Contoh 1")
    family.expect("Periksa dulu", "Ibu Contoh", "Jalan Contoh 1")
    await family.press("Kirim")
    family.expect("Terkirim dengan nomor AM-2026-000001")
    dispatcher.expect("AM-2026-000001", "Tahap 2/4", "Petugas ambulans memutuskan", "Ibu Contoh")

    # A nag, and whoever is above.
    await office.forward(minutes=11)
    dispatcher.expect("waktunya sudah lewat")
    head.expect("AM-2026-000001", "terlambat")

    # A decision, and what repeats itself.
    await dispatcher.press("Kirim ambulans")
    dispatcher.expect("Siapa sopirnya?")
    await dispatcher.press(driver.name)
    family.expect("ambulans disiapkan", driver.name)
    driver.expect("AM-2026-000001", "Sopir mengantar pasien")
    for _ in range(2):
        await office.forward(minutes=15)
        family.expect("masih dalam perjalanan")
    driver.skim()

    # A return with its note, and the second round.
    await driver.press("Sudah sampai")
    driver.expect("Berapa kilometer?")
    await driver.write("300000")
    driver.expect("1 sampai 300")
    await driver.write("120")
    driver.expect("Tercatat")
    dispatcher.expect("giliran Anda", "memeriksa lembar perjalanan")
    await dispatcher.press("Kembalikan")
    dispatcher.expect("Apa yang keliru?")
    await dispatcher.write("120 km di dalam kota?")
    dispatcher.expect("Tercatat")
    driver.expect("dikembalikan", "120 km di dalam kota?")
    driver.expect_nothing()
    driver.sees("Putaran 2", "120 km di dalam kota?")
    await driver.press("Sudah sampai")
    driver.expect("Berapa kilometer?")
    await driver.write("12")
    driver.expect("Tercatat")
    dispatcher.expect("giliran Anda")

    # The end, in the register.
    await dispatcher.press("Setujui")
    family.expect("selesai. Semoga lekas pulih")
    driver.expect("ditutup", "Sudah sampai di rumah")
    dispatcher.sees("Sudah sampai di rumah")
    case = await office.case("AM-2026-000001")
    assert ("home", {"rides": 1}) == (case.outcome, dict(case.registers))
    line = await office.register_line(case, "rides")
    assert line is not None
