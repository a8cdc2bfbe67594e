"""Piket selesai with open alarms: they go to a successor who accepts, and are nobody's at no moment."""

from alarm import alarm_at
from character import Character, skim
from city import City

from storage import people


async def leave_to(leaving: Character, successor: Character) -> None:
    """Piket selesai, everything to one colleague, and no note."""
    await leaving.press("Piket selesai")
    await leaving.press(successor.name, leaving.expect("masih memegang"))
    await leaving.press("Lewati", leaving.expect("Ada catatan"))


async def test_everything_goes_to_one_with_a_note(city: City) -> None:
    """The successor reads what and why, accepts by one press, and is the operator; the first goes off duty."""
    sari = await city.operator("Sari")
    operator, _, citizen = await alarm_at(city, "travelling")
    await operator.press("Piket selesai")
    asked = operator.expect("masih memegang 1 kasus", citizen.ticket())
    await operator.press(sari.name, asked)
    operator.expect("Ada catatan")
    await operator.write("Pelapor tuli, tulis saja.")
    operator.expect(f"Menunggu {sari.name}", "tetap piket")
    offer = sari.expect(f"{operator.name} selesai piket", citizen.ticket(), "Pelapor tuli")
    operator.sees(f"Diserahkan kepada {sari.name}, belum diterima")
    await sari.press("Terima", offer)
    sari.expect_answer("1 kasus sekarang pada Anda")
    sari.expect(citizen.ticket(), "Petugas menuju lokasi")
    operator.expect(f"diterima {sari.name}")
    operator.expect("Piket Anda selesai")
    case = await city.case(citizen.ticket())
    office = {person.name: person.id for person in await people.list_staff(city.db)}
    assert office[sari.name] == case.named["operator"]
    citizen.expect_nothing()


async def test_an_alarm_in_hand_keeps_its_clock_until_accepted(city: City) -> None:
    """Not accepted, the claim lapses as ever and rings at everybody on duty; nothing waits for an answer."""
    sari = await city.operator("Sari")
    operator, _, citizen = await alarm_at(city, "taken")
    await leave_to(operator, sari)
    operator.expect("Menunggu")
    offer = sari.expect("selesai piket")
    await city.forward(seconds=90)
    sari.expect("Belum ada yang menangani")
    sari.expect("terbuka lagi")
    await sari.press("Terima", offer)
    sari.expect_answer("Tahap ini sudah lewat")
    operator.skim()
    citizen.skim()
    sari.skim()


async def test_a_claimed_alarm_goes_over_with_its_time_anew(city: City) -> None:
    """The successor has it claimed, with 90 seconds of their own; the citizen reads nothing new."""
    sari = await city.operator("Sari")
    operator, _, citizen = await alarm_at(city, "taken")
    await leave_to(operator, sari)
    await city.forward(seconds=60)
    await sari.press("Terima", sari.expect("selesai piket"))
    sari.expect(f"Ditangani {sari.name}")
    await city.forward(seconds=60)
    assert "Teruskan" in sari.buttons()
    citizen.expect_nothing()
    operator.skim()
    sari.skim()


async def test_one_by_one_to_two_successors(city: City) -> None:
    """Each case can go to another; duty ends when the last is accepted."""
    sari, tono = await city.operator("Sari"), await city.operator("Tono")
    operator, officer, first = await alarm_at(city, "travelling")
    _, _, second = await alarm_at(city, "travelling", operator=operator, officer=await city.officer("Dodi"))
    await operator.press("Piket selesai")
    await operator.press("Satu per satu", operator.expect("masih memegang 2 kasus"))
    await operator.press(sari.name, operator.expect(first.ticket()))
    await operator.press(tono.name, operator.expect(second.ticket()))
    await operator.press("Lewati", operator.expect("Ada catatan"))
    operator.expect("Menunggu", sari.name, tono.name)
    await sari.press("Terima", sari.expect(first.ticket()))
    operator.expect(f"diterima {sari.name}")
    operator.expect_nothing()
    await tono.press("Terima", tono.expect(second.ticket()))
    operator.expect(f"diterima {tono.name}")
    operator.expect("Piket Anda selesai")
    skim(sari, tono, officer)


async def test_with_nobody_on_duty_the_head_is_told_and_the_alarm_rings_upwards(city: City) -> None:
    """The operator may go; the alarm is open again at once and calls those above."""
    head = await city.head()
    operator, _, citizen = await alarm_at(city, "taken")
    await operator.press("Piket selesai")
    asked = operator.expect("tidak ada operator lain yang piket", citizen.ticket())
    head.expect(f"Operator {operator.name} hendak selesai piket", citizen.ticket())
    await operator.press("Tetap selesai piket", asked)
    head.expect("Belum ada yang menangani")
    head.skim()
    operator.skim()
    await head.press("Tangani")
    head.expect_answer("Anda tangani")
    citizen.expect("Operator menangani")


async def test_the_operator_may_stay_after_all(city: City) -> None:
    """Tetap piket leaves everything as it was."""
    await city.operator("Sari")
    operator, _, citizen = await alarm_at(city, "taken")
    await operator.press("Piket selesai")
    await operator.press("Tetap piket", operator.expect("masih memegang"))
    operator.sees(f"Ditangani {operator.name}")
    await operator.press("Tugas saya")
    operator.expect("1 kasus menunggu Anda")
    citizen.expect_nothing()


async def test_the_register_goes_over_too(city: City) -> None:
    """What waits for Catat under the first operator's name waits for the successor's after Terima."""
    sari = await city.operator("Sari")
    operator, officer, citizen = await alarm_at(city, "reported")
    await leave_to(operator, sari)
    await sari.press("Terima", sari.expect("selesai piket"))
    sari.expect("Tahap 6/7")
    sari.skim()
    await sari.press("Catat")
    sari.expect("Baris register", sari.name)
    await sari.press("Catat")
    citizen.expect("penanganan selesai")
    operator.skim()
    officer.skim()
