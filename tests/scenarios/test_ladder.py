"""Nobody takes the alarm, or whoever took it does not go on: who is called next, and what everybody reads."""

from datetime import timedelta

from alarm import STATION, alarm_at
from character import Character
from city import KARANG_BALIK, City

FAR = (3.35, 117.60)
FARTHER = (3.40, 117.60)


async def pass_to(city: City, ticket: str, seconds: float, step: str = "verify") -> None:
    """Let time pass until so many seconds after the step was opened."""
    waiting = (await city.case(ticket)).step(step)
    assert waiting is not None
    await city.forward_to(waiting.opened_at + timedelta(seconds=seconds))


async def asked_directly(city: City) -> tuple[Character, Character, Character, Character]:
    """An alarm that nobody has taken for three minutes: its operator, two officers and citizen, all read."""
    other = await city.officer("Tono", place=FAR)
    operator, officer, citizen = await alarm_at(city, "ringing")
    for seconds in (60, 120, 180):
        await pass_to(city, operator.ticket(), seconds)
    for character in city.cast:
        character.skim()
    return operator, officer, other, citizen


def read(*people: Character) -> None:
    """What came so far is not what the scenario is about."""
    for character in people:
        character.skim()


async def test_taken_and_not_passed_on_for_90_seconds_rings_again(city: City) -> None:
    """Whoever had it reads why, the others who had it, and both phones ring; the citizen reads nothing untrue."""
    second = await city.operator("Kedua")
    operator, _, citizen = await alarm_at(city, "taken")
    await city.forward(seconds=80)
    operator.expect("hampir habis")
    second.expect_nothing()
    await city.forward(seconds=10)
    operator.expect("Belum ada yang menangani")
    operator.expect("terbuka lagi untuk semua", "Tekan Tangani lagi")
    rung = second.expect("Belum ada yang menangani")
    second.expect("terbuka lagi", operator.name, "belum melanjutkan")
    assert not rung.silent
    citizen.expect_nothing()
    await city.forward(seconds=15)
    second.expect("Belum ada yang menangani")
    await second.press("Tangani")
    citizen.expect("Operator menangani")
    operator.skim()
    operator.sees(f"Ditangani {second.name}")


async def test_whoever_works_on_it_keeps_it(city: City) -> None:
    """Choosing the kind counts the 90 seconds anew, and Teruskan ends them."""
    operator, officer, citizen = await alarm_at(city, "taken")
    await city.forward(seconds=80)
    operator.expect("hampir habis")
    await operator.press("Jenis kejadian")
    operator.expect("Apa yang terjadi?")
    await operator.press("Kebakaran")
    await city.forward(seconds=80)
    operator.sees(f"Ditangani {operator.name}", "Kebakaran")
    operator.skim()
    await operator.press("Teruskan")
    await operator.press(officer.name)
    await officer.press("Siap")
    read(operator, officer, citizen)
    await city.forward(seconds=100)
    operator.expect_nothing()


async def test_an_answer_given_after_the_lapse_still_counts(city: City) -> None:
    """The list of officers was open when the claim lapsed: one press more and the case is passed on."""
    operator, officer, _ = await alarm_at(city, "taken")
    await city.forward(seconds=85)
    await operator.press("Teruskan")
    await city.forward(seconds=10)
    read(*city.cast)
    await operator.press(officer.name)
    officer.expect("Petugas diminta konfirmasi")
    read(*city.cast)


async def test_lepaskan_gives_it_back_at_once(city: City) -> None:
    """The others read who gave it back, and their phones ring; nobody but the holder can."""
    second = await city.operator("Kedua")
    operator, _, citizen = await alarm_at(city, "taken")
    assert "Lepaskan" in operator.buttons()
    assert "Lepaskan" not in second.buttons()
    await operator.press("Lepaskan")
    operator.expect_answer("Anda lepaskan")
    operator.expect("Belum ada yang menangani")
    rung = second.expect("Belum ada yang menangani")
    second.expect("dilepas oleh", operator.name)
    assert not rung.silent
    citizen.expect_nothing()


async def test_an_old_lepaskan_gives_nothing_back(city: City) -> None:
    """After Ambil alih the first operator's button says who has it."""
    second = await city.operator("Kedua")
    operator, _, _ = await alarm_at(city, "taken")
    labelled = (button for row in operator.card().markup.inline_keyboard for button in row)
    old = next(button for button in labelled if button.text == "Lepaskan")
    await second.press("Ambil alih")
    operator.expect("diambil alih")
    await operator.does(operator.person.press_data, operator.card(), old.callback_data)
    operator.expect_answer(f"Sudah ditangani {second.name}")
    read(*city.cast)
    second.sees(f"Ditangani {second.name}")


async def test_after_120_seconds_everybody_is_woken(city: City) -> None:
    """The head of department and the operators off duty are rung, and go on being rung; any of them may take it."""
    asleep = await city.operator("Pulang", duty=False)
    centre = await city.head()
    department = await city.head("head_of_department", "Kadis")
    operator, _, citizen = await alarm_at(city, "ringing")
    await pass_to(city, operator.ticket(), 119)
    asleep.expect_nothing()
    department.expect_nothing()
    await pass_to(city, operator.ticket(), 120)
    department.expect("Belum ada yang menangani")
    department.expect_map(*KARANG_BALIK)
    department.expect("sudah 2 menit", "belum ada operator", "Tangani")
    rung = asleep.expect("Belum ada yang menangani")
    asleep.expect_map(*KARANG_BALIK)
    assert not rung.silent
    await city.forward(seconds=15)
    asleep.expect("Belum ada yang menangani")
    department.expect("Belum ada yang menangani")
    await asleep.press("Tangani")
    read(operator, centre, department, citizen)
    await city.forward(seconds=30)
    asleep.expect_nothing()
    department.sees(f"Ditangani {asleep.name}")
    read(*city.cast)


async def test_after_180_seconds_the_two_nearest_are_asked_directly(city: City) -> None:
    """Their cards say that nobody has verified it; the third is not asked, and the operators' phones ring on."""
    third = await city.officer("Udin", place=FARTHER)
    other = await city.officer("Tono", place=FAR)
    operator, officer, citizen = await alarm_at(city, "ringing")
    for seconds in (60, 120):
        await pass_to(city, operator.ticket(), seconds)
    read(operator, citizen)
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
    read(*city.cast)


async def test_an_unverified_case_runs_to_its_end(city: City) -> None:
    """Nobody verifies it: what the officer does still reaches the operators on duty, and one of them records it."""
    operator, officer, _, citizen = await asked_directly(city)
    await officer.press("Siap")
    operator.expect(officer.name, "siap, berangkat")
    await officer.press("Tiba")
    operator.expect(officer.name, "tiba")
    await officer.press("Selesai di lokasi")
    operator.expect(officer.name, "selesai di lokasi")
    await officer.press("Lapor")
    await officer.write("Api padam.")
    await officer.photo()
    await officer.press("Selesai")
    operator.sees("Operator mencatat")
    await operator.press("Catat")
    await operator.press("Catat")
    citizen.expect("berangkat")
    citizen.expect("tiba")
    citizen.expect("selesai")
    assert "done" == (await city.case(operator.ticket())).outcome
    read(*city.cast)


async def test_called_off_while_the_officer_travels_unverified(city: City) -> None:
    """Bukan darurat stays possible, and the officer on the road hears of it."""
    operator, officer, _, citizen = await asked_directly(city)
    await officer.press("Siap")
    read(*city.cast)
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
    read(*city.cast)


async def test_no_answer_and_the_next_two_are_asked(city: City) -> None:
    """After two minutes those who did not answer are passed over, and the operators read who is asked now."""
    third = await city.officer("Udin", place=FARTHER)
    operator, officer, other, citizen = await asked_directly(city)
    await city.forward(seconds=100)
    read(operator)
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
    read(*city.cast)


async def test_the_ladder_survives_an_outage(city: City) -> None:
    """Four minutes without the bot: every rung is made up at once, each with one message."""
    head = await city.head()
    operator, officer, citizen = await alarm_at(city, "ringing", officer=await city.officer(place=STATION))
    await city.restart(after=timedelta(minutes=4))
    citizen.expect("sudah 1 menit")
    citizen.expect("Petugas terdekat juga")
    citizen.expect_nothing()
    officer.expect("BELUM DIVERIFIKASI")
    officer.expect_map(*KARANG_BALIK)
    read(operator, head)
