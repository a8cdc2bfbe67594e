"""Saya aman, and Batal after the position: whoever holds the phone may not be the one in danger."""

import pytest
from alarm import alarm_at
from city import City

CONFIRM = "Pelapor aman, tutup"


@pytest.mark.parametrize("stage", ["ringing", "taken", "passed on", "travelling", "on the scene", "reported"])
async def test_saya_aman_is_a_request(city: City, stage: str) -> None:
    """The citizen is told that nothing is closed, the operator hears it, and the case waits for the same as before."""
    operator, officer, citizen = await alarm_at(city, stage)
    before = (await city.case(citizen.ticket())).steps
    await citizen.press("Saya aman")
    citizen.expect("BELUM ditutup", "Masih perlu")
    operator.expect("minta panggilan ditutup", "pastikan dulu")
    operator.sees("Pelapor minta ditutup")
    officer.expect_nothing()
    assert [one.entry for one in before] == [one.entry for one in (await city.case(citizen.ticket())).steps]


async def test_only_once_asked_for_it_can_be_confirmed(city: City) -> None:
    """The operator's card gets the button with the request, and loses it when the request is taken back."""
    operator, _, citizen = await alarm_at(city, "travelling")
    assert CONFIRM not in operator.buttons()
    await citizen.press("Saya aman")
    citizen.skim()
    operator.skim()
    assert CONFIRM in operator.buttons()
    await citizen.press("Masih perlu")
    citizen.expect("tetap berjalan")
    operator.expect("MASIH perlu pertolongan")
    assert CONFIRM not in operator.buttons()


async def test_the_officer_keeps_going_until_it_is_confirmed(city: City) -> None:
    """Asked twice, the operator's press ends the case as withdrawn; the officer is told to turn back."""
    operator, officer, citizen = await alarm_at(city, "travelling")
    await citizen.press("Saya aman")
    citizen.skim()
    operator.skim()
    officer.expect_nothing()
    await operator.press(CONFIRM)
    operator.expect("yakin")
    officer.expect_nothing()
    citizen.expect_nothing()
    await operator.press(CONFIRM)
    operator.expect_answer(CONFIRM)
    officer.expect("Dibatalkan pelapor", "silakan kembali")
    assert ["🚨 PANIK"] == citizen.expect("ditutup operator", "atas permintaan Anda").buttons[0]
    assert "withdrawn" == (await city.case(citizen.ticket())).outcome


async def test_the_second_press_may_be_withheld(city: City) -> None:
    """Tidak jadi leaves everything as it was."""
    operator, _, citizen = await alarm_at(city, "taken")
    await citizen.press("Saya aman")
    citizen.skim()
    operator.skim()
    await operator.press(CONFIRM)
    operator.expect("yakin")
    await operator.press("Tidak jadi")
    operator.expect_answer("tidak ada yang berubah")
    operator.sees("Pelapor minta ditutup")


async def test_nothing_closes_by_itself(city: City) -> None:
    """An hour after the request the alarm still rings at whoever is there."""
    operator, _, citizen = await alarm_at(city, "ringing")
    await citizen.write("/batal")
    citizen.expect("BELUM ditutup")
    await city.forward(minutes=60)
    assert (await city.case(citizen.ticket())).is_open
    assert not operator.expect().silent
    city.skim()


async def test_panik_takes_the_request_back(city: City) -> None:
    """Whoever presses PANIK after Saya aman still needs help."""
    operator, _, citizen = await alarm_at(city, "taken")
    await citizen.press("Saya aman")
    citizen.skim()
    operator.skim()
    await citizen.press("PANIK")
    assert "✅ Saya aman" in citizen.expect("masih terbuka").buttons[-1]
    operator.expect("pelapor menekan lagi")
    operator.expect("MASIH perlu pertolongan")
    assert CONFIRM not in operator.buttons()


async def test_with_nobody_on_duty_the_head_hears_the_request(city: City) -> None:
    """No operator can be told, so the head of the centre is, and may confirm."""
    operator, officer, citizen = await alarm_at(city, "travelling")
    head = await city.head()
    await operator.press("Piket selesai")
    operator.expect("tidak ada operator lain yang piket")
    await operator.press("Tetap selesai")
    head.skim()
    operator.skim()
    await citizen.press("Saya aman")
    citizen.expect("BELUM ditutup")
    head.expect("minta panggilan ditutup")
    operator.skim()
    officer.expect_nothing()


async def test_without_an_alarm_there_is_nothing_to_close(city: City) -> None:
    """The words alone are answered, and nothing happens."""
    citizen = city.citizen()
    await citizen.write("Saya aman")
    citizen.expect("Tidak ada yang perlu dibatalkan")
    await citizen.write("Masih perlu")
    citizen.expect("PANIK")


async def test_a_silent_alarm_asks_without_a_word(city: City) -> None:
    """Under Jangan telepon the buttons name nothing: Batal asks, Lanjut takes it back, Kirim lagi is PANIK."""
    operator, _, citizen = await alarm_at(city, "taken")
    await citizen.press("Jangan telepon")
    shown = citizen.expect("Pesan Anda diterima.").buttons
    assert [["📍 Kirim lokasi"], ["Kirim lagi", "Batal"]] == shown
    operator.skim()
    await citizen.press("Batal")
    assert ["Kirim lagi", "Lanjut"] in citizen.expect("Pesan Anda diterima.").buttons
    operator.expect("minta panggilan ditutup")
    await citizen.press("Lanjut")
    citizen.expect("Pesan Anda diterima.")
    operator.expect("MASIH perlu")
    await citizen.press("Kirim lagi")
    citizen.expect("Pesan Anda diterima.")
    operator.expect("pelapor menekan lagi")
    assert 2 == (await city.case(citizen.ticket())).presses
