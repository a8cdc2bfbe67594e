"""Alihkan: the operator records which other service was reached, and the case goes on beside it or with it alone."""

from alarm import alarm_at, report
from character import Character
from city import City

AGREED = "Bripka Andi; dua mobil berangkat."


async def transferred(operator: Character, service: str = "Polisi 110") -> None:
    """The operator has telephoned, and writes down whom they reached."""
    await operator.press("Alihkan")
    operator.expect("Layanan mana yang sudah Anda hubungi?")
    await operator.press(service)
    operator.expect("Dengan siapa Anda bicara")
    await operator.write(AGREED)
    operator.expect("Tercatat")


async def test_the_reporter_reads_which_service_was_called(city: City) -> None:
    """They are told plainly, and that the call stays open; the card shows what was agreed."""
    operator, _, citizen = await alarm_at(city, "taken")
    await transferred(operator)
    citizen.expect("Operator mencatat pukul 14:00", "Polisi 110 sudah dihubungi", "tetap terbuka")
    operator.sees("Tahap 2/7", "Polisi 110", AGREED)


async def test_nothing_gives_a_silent_alarm_away(city: City) -> None:
    """Whoever reads along over the shoulder reads neither police nor operator."""
    operator, _, citizen = await alarm_at(city, "taken")
    await citizen.press("Jangan telepon")
    citizen.skim()
    operator.skim()
    await transferred(operator)
    read = citizen.expect("sedang diproses")
    assert "Polisi" not in read.text
    assert read.silent
    await operator.press("Serahkan sepenuhnya")
    operator.expect("yakin")
    await operator.press("Serahkan sepenuhnya")
    await operator.press("Catat")
    operator.expect("Baris register")
    await operator.press("Catat")
    assert citizen.expect("Selesai, pukul 14:00").silent


async def test_handed_over_entirely_it_is_closed_through_the_register(city: City) -> None:
    """Serahkan sepenuhnya leads to Catat; the outcome is another service's, and the reporter reads whose."""
    operator, officer, citizen = await alarm_at(city, "taken")
    assert "Serahkan sepenuhnya" not in operator.buttons()
    await transferred(operator, "Rumah sakit")
    citizen.expect("Rumah sakit sudah dihubungi")
    await operator.press("Serahkan sepenuhnya")
    operator.expect("yakin", "Serahkan sepenuhnya")
    await operator.press("Serahkan sepenuhnya")
    operator.sees("Tahap 6/7", "Oleh")
    citizen.expect_nothing()
    await operator.press("Catat")
    operator.expect("Baris register", "Rumah sakit")
    await operator.press("Catat")
    operator.sees("Ditangani layanan lain", "ditutup 14:00")
    citizen.expect("diserahkan kepada Rumah sakit", "ditutup pukul 14:00", "PANIK")
    assert "handed_over" == (await city.case(operator.ticket())).outcome
    officer.expect_nothing()


async def test_our_own_officer_goes_beside_the_other_service(city: City) -> None:
    """With an officer's report the outcome is the usual one, and the citizen reads the usual end."""
    operator, officer, citizen = await alarm_at(city, "travelling")
    await transferred(operator, "PMI")
    citizen.expect("PMI sudah dihubungi")
    officer.expect(AGREED)
    assert "Serahkan sepenuhnya" not in operator.buttons()
    for button in ("Tiba", "Selesai di lokasi"):
        await officer.press(button)
    await report(officer, "Korban dibawa PMI.")
    city.skim()
    await operator.press("Catat")
    operator.expect("Baris register")
    await operator.press("Catat")
    citizen.expect("penanganan selesai")
    assert "done" == (await city.case(operator.ticket())).outcome
    officer.skim()


async def test_what_was_agreed_can_be_said(city: City) -> None:
    """A voice message does where there is no hand free to write."""
    operator, _, citizen = await alarm_at(city, "taken")
    await operator.press("Alihkan")
    operator.expect("Layanan mana")
    await operator.press("Pemadam 113")
    operator.expect("Dengan siapa")
    await operator.voice()
    operator.expect("Tercatat")
    citizen.expect("Pemadam 113 sudah dihubungi")
    operator.sees("1 berkas")
