"""Urungkan: a wrong press taken back within thirty seconds, and who hears of it."""

from datetime import timedelta

from alarm import alarm_at, pass_on
from character import Character
from city import City


def behind_undo(who: Character) -> str:
    """What the button Urungkan on the newest card sends."""
    buttons = [button for row in who.card().markup.inline_keyboard for button in row]
    return next(str(button.callback_data) for button in buttons if "Urungkan" in button.text)


async def test_a_wrong_tiba_is_taken_back(city: City) -> None:
    """The officer goes on as before; the citizen and the operator, who were told, hear that it was a mistake."""
    operator, officer, citizen = await alarm_at(city, "travelling")
    await officer.press("Tiba")
    citizen.expect("sudah tiba")
    operator.expect("tiba pukul")
    assert "Selesai di lokasi" in officer.buttons()
    await officer.press("Urungkan")
    officer.expect_answer("Tiba diurungkan")
    operator.expect(f"{officer.name} salah tekan", "Tiba diurungkan", "Sekarang: Petugas menuju lokasi")
    citizen.expect("Maaf", "keliru", "salah tekan", "tetap terbuka", "Petugas menuju lokasi")
    assert "Tiba" in officer.buttons()
    assert not {"Selesai di lokasi", "↩️ Urungkan"} & set(officer.buttons())
    operator.sees("Petugas menuju lokasi")


async def test_the_button_goes_by_itself(city: City) -> None:
    """After thirty seconds nothing can be taken back, and the card shows no button for it."""
    _, officer, _ = await alarm_at(city, "travelling")
    await officer.press("Tiba")
    city.skim()
    until = (await city.case(officer.ticket())).undo.until
    await city.forward_to(until - timedelta(seconds=5))
    assert "↩️ Urungkan" in officer.buttons()
    await city.forward_to(until)
    assert "↩️ Urungkan" not in officer.buttons()


async def test_the_wrong_officer_hears_that_they_need_not_go(city: City) -> None:
    """Teruskan to the wrong one is taken back: that officer is spared, and the right one is asked."""
    other = await city.officer("Sari")
    operator, officer, citizen = await alarm_at(city, "passed on")
    await operator.press("Urungkan")
    operator.expect_answer("Teruskan diurungkan")
    officer.expect(operator.name, "tidak jadi", "tidak perlu berangkat")
    assert [] == officer.buttons()
    citizen.expect_nothing()
    await pass_on(operator, other)
    operator.skim()
    other.expect("Petugas diminta konfirmasi")
    other.expect()
    officer.expect_nothing()


async def test_the_operators_who_rang_for_nothing_hear_it(city: City) -> None:
    """Tidak bisa by mistake made every operator ring; taken back, they need not answer and the officer goes."""
    second = await city.operator()
    operator, officer, citizen = await alarm_at(city, "travelling")
    await officer.press("Tidak bisa")
    await officer.press("sakit")
    city.skim()
    await officer.press("Urungkan")
    officer.expect_answer("Tidak bisa diurungkan")
    for called in (operator, second):
        called.expect(officer.name, "salah tekan", "tidak jadi")
    citizen.expect("keliru", "Petugas menuju lokasi")
    assert "Tiba" in officer.buttons()
    await city.forward(seconds=20)
    for character in city.cast:
        character.expect_nothing()


async def test_a_wrong_end_is_taken_back(city: City) -> None:
    """Bukan darurat pressed wrongly: the case is open again, and the citizen reads that it is."""
    operator, officer, citizen = await alarm_at(city, "taken")
    await operator.press("Bukan darurat")
    operator.expect("Mengapa")
    await operator.press("laporan ganda")
    citizen.expect("bukan keadaan darurat")
    operator.sees("Bukan keadaan darurat")
    assert ["↩️ Urungkan"] == operator.buttons()
    await operator.press("Urungkan")
    operator.expect_answer("Bukan darurat diurungkan")
    citizen.expect("keliru", "tetap terbuka")
    operator.sees("Operator memverifikasi", f"Ditangani {operator.name}")
    await pass_on(operator, officer)
    operator.skim()
    officer.expect("Petugas diminta konfirmasi")
    officer.expect()


async def test_a_wrong_end_stands_after_thirty_seconds(city: City) -> None:
    """Then the button is gone, and what was closed stays closed."""
    operator, _, citizen = await alarm_at(city, "taken")
    await operator.press("Bukan darurat")
    operator.expect("Mengapa")
    await operator.press("laporan ganda")
    citizen.expect("bukan keadaan darurat")
    card = operator.card()
    await city.forward(seconds=30)
    assert [] == operator.buttons()
    operator.expect_nothing()
    citizen.expect_nothing()
    assert not (await city.case(operator.ticket())).is_open
    assert "ditutup" in card.text


async def test_a_citizen_who_called_again_is_not_given_two_alarms(city: City) -> None:
    """The end stands once the citizen has pressed PANIK anew: the new call is the one that counts."""
    operator, _, citizen = await alarm_at(city, "taken")
    ticket = operator.ticket()
    await operator.press("Bukan darurat")
    await operator.press("laporan ganda")
    ended = operator.card()
    await citizen.press("PANIK")
    city.skim()
    await operator.press("Urungkan", ended)
    operator.expect_answer("Tidak bisa diurungkan")
    citizen.expect_nothing()
    assert not (await city.case(ticket)).is_open


async def test_too_late_once_another_has_gone_on(city: City) -> None:
    """The officer has pressed Siap: Urungkan on the operator's old card says who did what."""
    operator, officer, citizen = await alarm_at(city, "passed on")
    old = behind_undo(operator)
    await officer.press("Siap")
    operator.expect("siap, berangkat")
    citizen.expect("berangkat")
    assert "↩️ Urungkan" not in operator.buttons()
    await operator.does(operator.person.press_data, operator.card(), old)
    operator.expect_answer(f"{officer.name} sudah menekan Siap")


async def test_a_silent_citizen_reads_nothing_that_gives_them_away(city: City) -> None:
    """After Jangan telepon the correction is as neutral as everything else, and makes no sound."""
    operator, officer, citizen = await alarm_at(city, "travelling")
    await citizen.press("Jangan telepon")
    city.skim()
    await officer.press("Tiba")
    citizen.expect("Sudah sampai")
    operator.expect("tiba pukul")
    await officer.press("Urungkan")
    operator.expect("salah tekan")
    said = citizen.expect("masih menunggu")
    assert said.silent
    for word in ("salah tekan", "etugas", "perator", "anggilan"):
        assert word not in said.text


async def test_an_old_urungkan_takes_nothing_newer_back(city: City) -> None:
    """The button of an earlier press does not touch a later one."""
    _, officer, _ = await alarm_at(city, "travelling")
    await officer.press("Tiba")
    old = behind_undo(officer)
    await officer.press("Selesai di lokasi")
    city.skim()
    await officer.does(officer.person.press_data, officer.card(), old)
    officer.expect_answer("sudah lewat")
    officer.sees("Petugas menyusun laporan")


async def test_nobody_takes_the_register_back(city: City) -> None:
    """Catat has left the house: there is no Urungkan."""
    operator, officer, _ = await alarm_at(city, "closed")
    assert [] == operator.buttons() == officer.buttons()
