"""Three minutes and no operator: the nearest officers are asked directly, for an alarm that nobody has verified."""

from alarm import alarm_at, pass_to, record, report
from character import Character, skim
from city import KARANG_BALIK, City

FAR = (3.35, 117.60)
FARTHER = (3.40, 117.60)


async def asked_directly(city: City) -> tuple[Character, Character, Character, Character]:
    """An alarm that nobody has taken for three minutes: its operator, two officers and citizen, all read."""
    other = await city.officer("Tono", place=FAR)
    operator, officer, citizen = await alarm_at(city, "ringing")
    for seconds in (60, 120, 180):
        await pass_to(city, operator.ticket(), seconds)
    city.skim()
    return operator, officer, other, citizen


async def test_after_180_seconds_the_two_nearest_are_asked_directly(city: City) -> None:
    """Their cards say that nobody has verified it; the third is not asked, and the operators' phones ring on."""
    third = await city.officer("Udin", place=FARTHER)
    other = await city.officer("Tono", place=FAR)
    operator, officer, citizen = await alarm_at(city, "ringing")
    for seconds in (60, 120):
        await pass_to(city, operator.ticket(), seconds)
    skim(operator, citizen)
    officer.expect_nothing()
    await pass_to(city, operator.ticket(), 180)
    for asked in (officer, other):
        card = asked.expect("BELUM DIVERIFIKASI", "Petugas terdekat diminta langsung", citizen.name)
        asked.expect_map(*KARANG_BALIK)
        assert not card.silent
        assert [["Siap"], ["🧭 Rute"]] == card.buttons
    third.expect_nothing()
    citizen.expect("Petugas terdekat juga sedang kami panggil langsung", "tetap terbuka", "112")
    operator.skim()
    await city.forward(seconds=15)
    operator.expect("BELUM DIVERIFIKASI", "Belum ada yang menangani", officer.name, other.name)


async def test_siap_of_an_officer_who_was_asked_directly(city: City) -> None:
    """The officer goes, the other is spared, the citizen and the operators read who; then it is verified."""
    operator, officer, other, citizen = await asked_directly(city)
    await other.press("Siap")
    citizen.expect("Petugas berangkat")
    operator.expect(other.name, "siap, berangkat")
    officer.expect("tidak perlu Anda jawab lagi")
    other.sees("BELUM DIVERIFIKASI", "Petugas menuju lokasi")
    operator.sees("BELUM DIVERIFIKASI", "Petugas menuju lokasi", other.name)
    assert {"Jenis kejadian", "Bukan darurat"} <= set(operator.buttons())
    await city.forward(seconds=60)
    operator.expect_nothing()
    await operator.press("Jenis kejadian")
    operator.expect("Apa yang terjadi?")
    await operator.press("Kebakaran")
    assert "BELUM DIVERIFIKASI" not in operator.sees("Kebakaran").text
    assert "BELUM DIVERIFIKASI" not in other.sees("Kebakaran").text
    await other.press("Tiba")
    citizen.expect("sudah tiba")
    city.skim()


async def test_an_unverified_case_runs_to_its_end(city: City) -> None:
    """Nobody verifies it: what the officer does still reaches the operators on duty, and one of them records it."""
    operator, officer, _, citizen = await asked_directly(city)
    await officer.press("Siap")
    operator.expect(officer.name, "siap, berangkat")
    await officer.press("Tiba")
    operator.expect(officer.name, "tiba")
    await officer.press("Selesai di lokasi")
    operator.expect(officer.name, "selesai di lokasi")
    await report(officer, "Api padam.")
    operator.sees("Operator mencatat")
    await record(operator)
    citizen.expect("berangkat")
    citizen.expect("tiba")
    citizen.expect("selesai")
    assert "done" == (await city.case(operator.ticket())).outcome
    city.skim()


async def test_called_off_while_the_officer_travels_unverified(city: City) -> None:
    """Bukan darurat stays possible, and the officer on the road hears of it."""
    operator, officer, _, citizen = await asked_directly(city)
    await officer.press("Siap")
    city.skim()
    await operator.press("Bukan darurat")
    operator.expect("Mengapa bukan keadaan darurat?")
    await operator.press("tidak sengaja tertekan")
    officer.expect("ditutup", "Bukan keadaan darurat")
    citizen.expect("ditutup operator", "tidak sengaja tertekan")
    assert "not_emergency" == (await city.case(operator.ticket())).outcome


async def test_an_operator_takes_it_while_officers_are_asked(city: City) -> None:
    """Teruskan to one of them spares the other, who reads so."""
    operator, officer, other, citizen = await asked_directly(city)
    await operator.press("Tangani")
    citizen.expect("Operator menangani")
    await operator.press("Teruskan")
    operator.expect("Siapa yang berangkat?")
    await operator.press(officer.name)
    await operator.press("Selesai")
    other.expect("tidak perlu Anda jawab lagi")
    officer.expect("giliran Anda")
    assert "BELUM DIVERIFIKASI" not in officer.sees("Petugas diminta konfirmasi").text
    await officer.press("Siap")
    citizen.expect("berangkat")
    city.skim()


async def test_no_answer_and_the_next_two_are_asked(city: City) -> None:
    """After two minutes those who did not answer are passed over, and the operators read who is asked now."""
    third = await city.officer("Udin", place=FARTHER)
    operator, officer, other, citizen = await asked_directly(city)
    await city.forward(seconds=100)
    skim(operator)
    third.expect_nothing()
    await city.forward(seconds=20)
    third.expect("BELUM DIVERIFIKASI")
    third.expect_map(*KARANG_BALIK)
    officer.expect("belum Anda jawab")
    other.expect("belum Anda jawab")
    operator.skim()
    citizen.expect("Petugas terdekat juga sedang kami panggil langsung")
    await third.press("Siap")
    citizen.expect("berangkat")
    city.skim()
