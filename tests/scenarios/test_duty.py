"""Who is called: on duty and off, out of reach, nobody at all; and what waits for whom."""

from collections.abc import Awaitable, Callable

from alarm import FURTHER, alarm_at
from city import KARANG_BALIK, City

Found = Callable[..., Awaitable[City]]


async def test_duty_begins_and_ends(city: City) -> None:
    """The button says what it does next; only those on duty are called."""
    operator = await city.operator(duty=False)
    await operator.press("Piket mulai")
    operator.expect("Anda piket", "suara ponsel menyala")
    await operator.hear()
    await operator.press("Piket selesai")
    operator.expect("Piket selesai", "tidak dipanggil lagi")
    await operator.write("/piket")
    operator.expect("Anda piket")
    await operator.hear()


async def test_a_second_press_does_not_turn_duty_round(city: City) -> None:
    """Piket mulai never ends the duty of whoever presses it twice, and Piket selesai never begins it."""
    operator = await city.operator()
    await operator.write("🟢 Piket mulai")
    operator.expect("Anda piket")
    await operator.write("🔴 Piket selesai")
    operator.expect("Piket selesai")
    await operator.write("🔴 Piket selesai")
    operator.expect("Piket selesai")


async def test_a_citizen_has_no_duty(city: City) -> None:
    """/piket and /tugas are for staff, and say so."""
    citizen = city.citizen()
    await citizen.write("/piket")
    citizen.expect("hanya untuk operator dan petugas")
    await citizen.write("/tugas")
    citizen.expect("hanya untuk petugas", "/status")


async def test_whoever_comes_on_duty_while_an_alarm_rings_is_called(city: City) -> None:
    """The next ring, at most 15 seconds later, sounds there too, with the map."""
    late = await city.operator(duty=False)
    operator, _, _ = await alarm_at(city, "ringing")
    late.expect_nothing()
    await late.press("Piket mulai")
    late.expect("Anda piket", "Yang menunggu sekarang: 1")
    await late.hear()
    await city.forward(seconds=15)
    rung = late.expect("Belum ada yang menangani")
    late.expect_map(*KARANG_BALIK)
    assert not rung.silent
    operator.skim()


async def test_with_nobody_on_duty_everybody_above_is_called_at_once(city: City) -> None:
    """Operators off duty and the head are rung without waiting, and told why; either can take it."""
    head, resting = await city.head(), await city.operator(duty=False)
    officer, citizen = await city.officer(), city.citizen()
    await citizen.write("/panik")
    citizen.expect("SUDAH MASUK")
    await citizen.share(*KARANG_BALIK)
    citizen.expect("Lokasi diterima")
    for called in (head, resting):
        called.expect("Belum ada yang menangani")
        called.expect_map(*KARANG_BALIK)
        called.expect("tidak ada Operator piket yang dapat dijangkau")
    officer.expect_nothing()
    await resting.press("Tangani")
    citizen.expect("Operator menangani")
    head.sees(f"Ditangani {resting.name}")


async def test_with_no_staff_at_all_the_admins_are_called(found: Found) -> None:
    """Where no role is filled, ADMIN_IDS are the last to be rung; they can take it."""
    city = await found(ADMIN_IDS="7000000001")
    admin, citizen = city.citizen("Admin"), city.citizen()
    await admin.write("/start")
    admin.skim()
    await citizen.write("/panik")
    citizen.expect("SUDAH MASUK")
    await citizen.share(*KARANG_BALIK)
    citizen.expect("Lokasi diterima")
    admin.expect("Belum ada yang menangani")
    admin.expect_map(*KARANG_BALIK)
    admin.expect("tidak ada Operator piket yang dapat dijangkau")
    await admin.press("Tangani")
    citizen.expect("Operator menangani")


async def test_an_officer_who_blocks_the_bot_is_passed_over_at_once(city: City) -> None:
    """The next nearest is asked without waiting two minutes, and the operator is told."""
    other = await city.officer("Sari", place=FURTHER)
    operator, officer, _ = await alarm_at(city, "passed on")
    await officer.block()
    other.expect("Petugas diminta konfirmasi", "5,4 km")
    other.expect_map(*KARANG_BALIK)
    operator.expect(officer.name, "tidak dapat dijangkau", f"Yang dimintai sekarang: {other.name}")


async def test_an_officer_found_blocked_by_the_call_itself_is_passed_over(city: City) -> None:
    """Telegram refuses the officer's card: the case goes on as if they had said so."""
    other = await city.officer("Sari", place=FURTHER)
    operator, officer, _ = await alarm_at(city, "taken")
    officer.person.chat.blocked = True
    await operator.press("Teruskan")
    operator.expect("Siapa yang berangkat?")
    await operator.press(officer.name)
    await operator.press("Selesai")
    operator.expect_answer("Tercatat")
    other.expect("Petugas diminta konfirmasi")
    other.expect_map(*KARANG_BALIK)
    operator.expect(officer.name, "tidak dapat dijangkau", other.name)


async def test_an_operator_who_blocks_the_bot_does_not_keep_the_alarm(city: City) -> None:
    """An alarm that they had taken rings at the others again."""
    other = await city.operator()
    operator, _, citizen = await alarm_at(city, "taken")
    await operator.block()
    rung = other.expect("Tahap 2/7", "Belum ada yang menangani")
    assert not rung.silent
    await other.press("Tangani")
    citizen.expect("Operator menangani")


async def test_tasks_are_listed_by_urgency_and_in_pages(city: City) -> None:
    """Five a page, what is due first at the top; Berikutnya shows the rest, and the page before can be had again."""
    operator, _, first = await alarm_at(city, "ringing")
    tickets = [first.ticket()]
    for _ in range(6):
        await city.forward(seconds=1)
        citizen = city.citizen()
        await citizen.write("/panik")
        await citizen.share(*KARANG_BALIK)
        tickets.append(citizen.ticket())
        citizen.skim()
    operator.skim()
    await operator.write("/tugas")
    page = operator.expect("menunggu Anda", "yang paling mendesak di atas")
    shown = [row[0] for row in page.buttons]
    assert tickets[:5] == [label.split(" ")[0] for label in shown[:5]]
    assert "Operator memverifikasi · batas 14:02" in shown[0]
    await operator.press("Berikutnya", page)
    rest = operator.person.chat.messages[-1]
    assert tickets[5:] == [row[0].split(" ")[0] for row in rest.buttons[:2]]
    operator.skim()


async def test_the_look_button_brings_the_card(city: City) -> None:
    """A task's button sends its card anew, at the bottom of the chat."""
    operator, _, citizen = await alarm_at(city, "taken")
    await operator.press("Tugas saya")
    page = operator.expect("1 kasus menunggu Anda")
    before = operator.card()
    await operator.press(citizen.ticket(), page)
    operator.expect("Tahap 2/7", f"Ditangani {operator.name}")
    assert before.deleted


async def test_tasks_of_an_officer_are_those_that_wait_for_them(city: City) -> None:
    """Nothing waits until the case is passed on; then it is there."""
    operator, officer, _ = await alarm_at(city, "taken")
    await officer.press("Tugas saya")
    officer.expect("Tidak ada yang menunggu Anda")
    await operator.press("Teruskan")
    await operator.press(officer.name)
    operator.skim()
    officer.skim()
    await officer.press("Tugas saya")
    page = officer.expect("1 kasus menunggu Anda")
    assert "Petugas diminta konfirmasi" in page.buttons[0][0]
