"""Nobody takes the alarm, or whoever took it does not go on: who is called next, and what everybody reads."""

from datetime import timedelta

from alarm import STATION, alarm_at, pass_to
from character import skim
from city import KARANG_BALIK, City


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
    skim(operator, officer, citizen)
    await city.forward(seconds=100)
    operator.expect_nothing()


async def test_an_answer_given_after_the_lapse_still_counts(city: City) -> None:
    """The list of officers was open when the claim lapsed: one press more and the case is passed on."""
    operator, officer, _ = await alarm_at(city, "taken")
    await city.forward(seconds=85)
    await operator.press("Teruskan")
    await city.forward(seconds=10)
    city.skim()
    await operator.press(officer.name)
    officer.expect("Petugas diminta konfirmasi")
    city.skim()


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
    city.skim()
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
    skim(operator, centre, department, citizen)
    await city.forward(seconds=30)
    asleep.expect_nothing()
    department.sees(f"Ditangani {asleep.name}")
    city.skim()


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
    skim(operator, head)
