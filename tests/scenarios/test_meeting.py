"""Belum bertemu, and the reporter's own number: citizen, officer and operator find one another."""

import pytest
from alarm import alarm_at
from city import City

NUMBER = "+628125550101"


async def test_belum_bertemu_reaches_officer_and_operator(city: City) -> None:
    """Under the message of the arrival stands the button; both hear it, and the citizen is asked for marks."""
    operator, officer, citizen = await alarm_at(city, "travelling")
    await officer.press("Tiba")
    arrived = citizen.expect("sudah tiba")
    assert [["Belum bertemu"]] == arrived.buttons
    operator.skim()
    await citizen.press("Belum bertemu", arrived)
    citizen.expect("ciri tempat Anda")
    officer.expect("BELUM bertemu")
    operator.expect("BELUM bertemu")
    await citizen.write("pagar hijau, di belakang toko")
    citizen.expect("diteruskan")
    officer.expect("pagar hijau")
    operator.expect("pagar hijau")
    await citizen.photo()
    citizen.expect("diteruskan")
    assert "photo" == officer.expect("📷").kind == operator.expect("📷").kind
    await citizen.voice()
    citizen.expect("diteruskan")
    assert "voice" == officer.expect("📷").kind == operator.expect("📷").kind


async def test_belum_bertemu_is_over_once_the_work_is(city: City) -> None:
    """A press on the old message says so, and nobody hears it."""
    operator, officer, citizen = await alarm_at(city, "travelling")
    await officer.press("Tiba")
    arrived = citizen.expect("sudah tiba")
    await officer.press("Selesai di lokasi")
    operator.skim()
    officer.skim()
    await citizen.press("Belum bertemu", arrived)
    citizen.expect_answer("sudah lewat")
    operator.expect_nothing()
    officer.expect_nothing()


async def test_a_silent_arrival_has_a_neutral_button(city: City) -> None:
    """Neither the button nor its answer says what it is about; officer and operator hear it all the same."""
    operator, officer, citizen = await alarm_at(city, "travelling")
    await citizen.press("Jangan telepon")
    citizen.skim()
    await officer.press("Tiba")
    arrived = citizen.expect("Sudah sampai")
    assert [["Belum"]] == arrived.buttons
    operator.skim()
    officer.skim()
    await citizen.press("Belum", arrived)
    citizen.expect_answer("Pesan Anda diterima.")
    citizen.expect("Pesan Anda diterima.")
    officer.expect("BELUM bertemu")
    operator.expect("BELUM bertemu")


async def test_the_number_is_offered_once_an_operator_has_it(city: City) -> None:
    """Before that the screen has other things to say; once shared it is not offered again."""
    operator, _, citizen = await alarm_at(city, "ringing")
    await operator.press("Tangani")
    assert "📞 Kirim nomor saya" in citizen.expect("Operator menangani").buttons[-1]
    await citizen.does(citizen.person.share_contact, True, NUMBER)
    assert "📞 Kirim nomor saya" not in citizen.expect("Nomor Anda diterima").buttons[-1]
    operator.expect("nomor pelapor", NUMBER)
    operator.sees(f"📞 {NUMBER}")


async def test_the_officer_who_is_called_later_reads_it(city: City) -> None:
    """The number stands on the officer's first card; the trail keeps it apart, erasable, and the log not at all."""
    operator, officer, citizen = await alarm_at(city, "taken")
    await citizen.does(citizen.person.share_contact, True, NUMBER)
    citizen.skim()
    await operator.press("Teruskan")
    await operator.press(officer.name)
    operator.skim()
    officer.expect(f"📞 {NUMBER}")
    officer.skim()
    case = await city.case(citizen.ticket())
    assert (NUMBER, None) == (case.personal["phone"], case.values.get("phone"))
    assert NUMBER[3:] not in city.bot.log


async def test_the_operator_asks_for_the_number(city: City) -> None:
    """Minta nomor beside Tanya; it is gone once the number is there."""
    operator, _, citizen = await alarm_at(city, "taken")
    await operator.press("Minta nomor")
    operator.expect_answer("Minta nomor")
    assert "📞 Kirim nomor saya" in citizen.expect("Kirim nomor saya", "Tidak aman").buttons[-1]
    await citizen.does(citizen.person.share_contact, True, NUMBER)
    citizen.expect("Nomor Anda diterima")
    operator.expect("nomor pelapor", NUMBER)
    assert "Minta nomor" not in operator.buttons()


@pytest.mark.parametrize("stage", ["passed on", "travelling", "on the scene"])
async def test_the_operator_asks_for_the_number_later(city: City, stage: str) -> None:
    """After Teruskan the button is still there."""
    operator, _, citizen = await alarm_at(city, stage)
    await operator.press("Minta nomor")
    citizen.expect("Kirim nomor saya")


async def test_a_silent_alarm_has_no_number(city: City) -> None:
    """A ringing phone can kill: nobody can ask for it, and one that is known is not shown."""
    operator, _, citizen = await alarm_at(city, "taken")
    await citizen.does(citizen.person.share_contact, True, NUMBER)
    citizen.skim()
    operator.skim()
    await citizen.press("Jangan telepon")
    assert "Kirim nomor" not in str(citizen.expect("Pesan Anda diterima.").buttons)
    operator.skim()
    assert "Minta nomor" not in operator.buttons()
    assert NUMBER not in operator.card().text


async def test_somebody_elses_contact_is_explained(city: City) -> None:
    """It is kept as words, for it may help, and is not taken for the reporter's own number."""
    operator, _, citizen = await alarm_at(city, "taken")
    await citizen.does(citizen.person.share_contact, False, NUMBER, "Tetangga")
    citizen.expect("bukan nomor Anda sendiri")
    operator.expect("Tetangga", NUMBER)
    assert "phone" not in (await city.case(citizen.ticket())).personal


async def test_a_phone_without_the_button_is_helped(city: City) -> None:
    """The label typed as words is answered with what to do."""
    operator, _, citizen = await alarm_at(city, "taken")
    await citizen.write("Kirim nomor saya")
    citizen.expect("Tulis saja nomor Anda")
    operator.expect_nothing()
