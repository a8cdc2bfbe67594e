"""On the road: one reminder at most, then the operator is asked; and a hand that needs help now."""

from datetime import timedelta

from alarm import FURTHER, alarm_at
from city import City


async def test_one_reminder_then_the_operator(city: City) -> None:
    """Whoever rides may ignore it; from the end of the time on it is the operator who is asked to call."""
    operator, officer, _ = await alarm_at(city, "travelling")
    case = await city.case(operator.ticket())
    due = case.reached["confirm"] + timedelta(minutes=15)
    await city.forward_to(due - timedelta(minutes=7, seconds=30))
    officer.expect("Sedang berkendara? Abaikan, jawab lewat HT", "Tiba")
    operator.expect_nothing()
    for minutes in (0, 7.5, 30, 75):
        await city.forward_to(due + timedelta(minutes=minutes))
        operator.expect(f"belum ada kabar dari {officer.name}", "Petugas menuju lokasi", "Hubungi lewat HT")
        officer.expect_nothing()


async def test_in_danger_everybody_rings(city: City) -> None:
    """One press: operators ring until one has it, the head and the officers near are told where, with a map."""
    head = await city.head()
    second = await city.operator()
    near = await city.officer("Sari")
    operator, officer, citizen = await alarm_at(city, "travelling")
    ticket = operator.ticket()
    await officer.press("Saya dalam bahaya")
    officer.expect_answer("Saya dalam bahaya")
    for called in (operator, second):
        rung = called.expect("PETUGAS DALAM BAHAYA", "Petugas dalam bahaya")
        assert not rung.silent
        called.expect(f"{ticket}: {officer.name} DALAM BAHAYA", "Posisi terakhirnya", "Tangani bantuan")
        called.expect_map(3.310, 117.590)
    head.expect("DALAM BAHAYA", "Posisi terakhirnya")
    head.expect_map(3.310, 117.590)
    near.expect(f"{officer.name} DALAM BAHAYA", "lewat HT", "jangan masuk sendirian")
    near.expect_map(3.310, 117.590)
    citizen.expect_nothing()
    officer.expect_nothing()
    assert "Tiba" in officer.buttons()
    opened = (await city.case(ticket)).step("rescue").opened_at
    await city.forward_to(opened + timedelta(seconds=15))
    operator.expect("PETUGAS DALAM BAHAYA")
    second.skim()
    head.skim()
    await second.press("Tangani bantuan")
    officer.expect("tanda bahaya Anda ditangani sejak")
    await city.forward(seconds=30)
    operator.expect_nothing()
    await second.press("Bantuan selesai")
    second.expect("Apa yang sudah dilakukan")
    await second.write("Polisi mendampingi; petugas selamat.")
    second.expect("Tercatat")
    officer.expect("dicatat selesai", "Masih dalam bahaya?")
    city.skim()
    officer.sees("Petugas menuju lokasi")
    assert "PETUGAS DALAM BAHAYA" not in operator.card().text


async def test_a_further_officer_in_danger_rings_too(city: City) -> None:
    """Whoever came to help has the same button, also before they set out: the name and the map are theirs."""
    helper = await city.officer("Sari", place=(3.3150, 117.5900))
    operator, officer, citizen = await alarm_at(city, "travelling")
    await operator.press("Tambah petugas")
    await operator.press(helper.name)
    assert "🆘 Saya dalam bahaya" in helper.buttons()
    await helper.press("Siap")
    city.skim()
    await helper.press("Saya dalam bahaya")
    operator.expect("PETUGAS DALAM BAHAYA")
    operator.expect(f"{helper.name} DALAM BAHAYA", "Tangani bantuan")
    operator.expect_map(3.3150, 117.5900)
    officer.expect(f"{helper.name} DALAM BAHAYA")
    officer.expect_map(3.3150, 117.5900)
    assert "Saya dalam bahaya" not in str(operator.buttons())
    await operator.press("Tangani bantuan")
    helper.expect("tanda bahaya Anda ditangani sejak")
    officer.expect_nothing()
    citizen.expect_nothing()
    city.skim()


async def test_danger_pressed_by_mistake(city: City) -> None:
    """Urungkan silences every phone, and everybody who was told hears that it was a wrong press."""
    near = await city.officer("Sari")
    operator, officer, citizen = await alarm_at(city, "travelling")
    await officer.press("Saya dalam bahaya")
    city.skim()
    await officer.press("Urungkan")
    officer.expect_answer("diurungkan")
    operator.expect(officer.name, "salah tekan", "tidak jadi")
    near.expect(officer.name, "salah tekan", "Saya dalam bahaya diurungkan")
    await city.forward(seconds=20)
    citizen.expect_nothing()
    operator.expect_nothing()
    assert "PETUGAS DALAM BAHAYA" not in operator.card().text


async def test_the_citizens_status_does_not_speak_of_it(city: City) -> None:
    """What the citizen reads is where the help is, not who is in danger."""
    _, officer, citizen = await alarm_at(city, "passed on")
    await officer.press("Saya dalam bahaya")
    await officer.press("Siap")
    city.skim()
    await citizen.write("/status")
    assert "bahaya" not in citizen.expect("Petugas menuju lokasi").text


async def test_an_old_button_shows_where_the_case_stands(city: City) -> None:
    """Siap pressed late, on a card long answered, changes nothing and says what is next."""
    _, officer, _ = await alarm_at(city, "passed on")
    old = next(b for row in officer.card().markup.inline_keyboard for b in row if b.text == "Siap").callback_data
    await officer.press("Siap")
    await officer.press("Tiba")
    city.skim()
    await officer.does(officer.person.press_data, officer.card(), str(old))
    officer.expect_answer("Sekarang: Penanganan di lokasi")
    officer.sees("Penanganan di lokasi")


async def test_an_answer_that_comes_too_late_is_told_who_goes(city: City) -> None:
    """Passed over after two minutes, the first officer presses Siap: they read that another is asked, and who."""
    further = await city.officer("Sari", place=FURTHER)
    _, officer, _ = await alarm_at(city, "passed on")
    old = next(b for row in officer.card().markup.inline_keyboard for b in row if b.text == "Siap").callback_data
    await city.forward(minutes=2)
    city.skim()
    await officer.does(officer.person.press_data, officer.card(), str(old))
    officer.expect_answer(f"Sekarang: Petugas diminta konfirmasi ({further.name})")
    further.expect_nothing()
