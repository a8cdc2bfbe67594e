"""Every button of the operator's card, up to Teruskan and Bukan darurat."""

from alarm import alarm_at
from city import KARANG_BALIK, City

NEAR, FURTHER, FAR = (3.3030, 117.5853), (3.3100, 117.5853), (3.3500, 117.5853)


async def test_tangani_tells_the_other_operators_who_has_it(city: City) -> None:
    """Once one operator has taken an alarm, the others' cards name them and offer Ambil alih only."""
    other = await city.operator()
    operator, _, citizen = await alarm_at(city, "ringing")
    await operator.press("Tangani")
    operator.expect_answer("Anda tangani")
    citizen.expect("Operator menangani panggilan Anda sejak 14:00")
    other.sees("Tahap 2/7", f"Ditangani {operator.name} sejak 14:00")
    assert ["Ambil alih"] == other.buttons()
    first, second = ["Jenis kejadian", "Tanya", "Teruskan"], ["Alihkan", "Minta nomor", "Bukan darurat"]
    assert [*first, *second, "Lepaskan"] == operator.buttons()


async def test_the_second_of_two_operators_learns_who_was_first(city: City) -> None:
    """Two press Tangani in the same moment: one has it, the other reads who and since when."""
    other = await city.operator()
    operator, _, citizen = await alarm_at(city, "ringing")
    operator.person.press("Tangani")
    other.person.press("Tangani")
    await city.settle()
    operator.expect_answer("Anda tangani")
    other.expect_answer(f"Sudah ditangani {operator.name} sejak 14:00")
    citizen.expect("Operator menangani")


async def test_ambil_alih_tells_whoever_had_it(city: City) -> None:
    """An alarm can be taken over, and the first operator learns by whom."""
    other = await city.operator()
    operator, _, _ = await alarm_at(city, "taken")
    await other.press("Ambil alih")
    other.expect_answer("Anda tangani")
    operator.expect("diambil alih", other.name, "tidak perlu melanjutkan")
    operator.sees(f"Ditangani {other.name}")
    assert ["Ambil alih"] == operator.buttons()


async def test_the_kind_of_incident_can_be_chosen_and_changed(city: City) -> None:
    """Jenis kejadian heads the card, and the last choice counts."""
    operator, _, _ = await alarm_at(city, "taken")
    for kind in ("Kebakaran", "Medis/ambulans"):
        await operator.press("Jenis kejadian")
        operator.expect("Apa yang terjadi?")
        await operator.press(kind)
        operator.expect_answer("Tercatat")
        operator.sees(f"{operator.ticket()} · {kind}", "Tahap 2/7")


async def test_teruskan_lists_the_free_before_the_busy_and_the_near_before_the_far(city: City) -> None:
    """Whoever can go is listed with distance and age of the position; the busy come after the free."""
    busy = await city.officer("Sari", place=NEAR)
    await alarm_at(city, "passed on", officer=busy)
    far = await city.officer("Dodi", place=FAR)
    operator, further, _ = await alarm_at(city, "taken", officer=await city.officer("Tono", place=FURTHER))
    await operator.press("Teruskan")
    asked = operator.expect("Siapa yang berangkat?")
    assert [
        [f"{further.name} · 960 m · baru saja · bebas"],
        [f"{far.name} · 5,4 km · baru saja · bebas"],
        [f"{busy.name} · 190 m · baru saja · sibuk"],
        ["Batal"],
    ] == asked.buttons


async def test_whoever_could_not_go_is_listed_last(city: City) -> None:
    """After Tidak bisa the officer stands at the end of the list, and the list says why."""
    other = await city.officer(place=FAR)
    operator, officer, citizen = await alarm_at(city, "passed on")
    await officer.press("Tidak bisa")
    officer.expect("Apa halangannya?")
    await officer.press("terlalu jauh")
    operator.expect("Belum ada yang menangani")
    operator.expect("tidak bisa berangkat (terlalu jauh)", "Pilih petugas lain")
    await operator.press("Tangani")
    citizen.expect("Operator menangani")
    await operator.press("Teruskan")
    asked = operator.expect("Siapa yang berangkat?")
    (first,), (last,), _ = asked.buttons
    assert first.startswith(other.name)
    assert last.startswith(officer.name)
    assert last.endswith("tadi tidak bisa")


async def test_without_officers_on_duty_teruskan_says_what_to_do(city: City) -> None:
    """With nobody to send, the operator is told to use radio or telephone."""
    officer = await city.officer(duty=False)
    operator, _, _ = await alarm_at(city, "taken", officer=officer)
    await operator.press("Teruskan")
    asked = operator.expect("Belum ada petugas piket", "radio atau telepon")
    assert [["Batal"]] == asked.buttons


async def test_teruskan_can_be_broken_off(city: City) -> None:
    """Batal in a question leaves the case as it was."""
    operator, officer, _ = await alarm_at(city, "taken")
    await operator.press("Teruskan")
    asked = operator.expect("Siapa yang berangkat?")
    await operator.press("Batal", asked)
    operator.expect_answer("Dibatalkan")
    assert [] == asked.buttons
    operator.sees("Tahap 2/7")
    officer.expect_nothing()


async def test_bukan_darurat_closes_with_a_ready_reason(city: City) -> None:
    """The citizen reads why, that there is no harm done, and what to do if there is an emergency after all."""
    operator, _, citizen = await alarm_at(city, "taken")
    await operator.press("Bukan darurat")
    operator.expect("Mengapa bukan keadaan darurat?")
    await operator.press("tidak sengaja tertekan")
    citizen.expect("ditutup operator", "tidak sengaja tertekan", "MASIH perlu pertolongan", "112")
    operator.sees("Bukan keadaan darurat", "ditutup")
    assert ["↩️ Urungkan"] == operator.buttons()
    assert "not_emergency" == (await city.case(operator.ticket())).outcome


async def test_bukan_darurat_takes_a_reason_in_own_words(city: City) -> None:
    """A reason that is not in the list can be written, whatever signs it has."""
    operator, _, citizen = await alarm_at(city, "taken")
    await operator.press("Bukan darurat")
    operator.expect("Mengapa bukan keadaan darurat?")
    await operator.write("anak bermain <ponsel> & lain-lain")
    operator.expect("Tercatat")
    citizen.expect("anak bermain <ponsel> & lain-lain")


async def test_a_press_on_a_case_that_is_closed_says_so(city: City) -> None:
    """A button that stood on an old card says since when the case is closed."""
    other = await city.operator()
    operator, _, _ = await alarm_at(city, "taken")
    old = next(button for row in other.card().markup.inline_keyboard for button in row)
    await operator.press("Bukan darurat")
    await operator.press("laporan ganda")
    await other.does(other.person.press_data, other.card(), old.callback_data)
    other.expect_answer("sudah ditutup pukul 14:00")
    city.skim()


async def test_a_second_alarm_near_by_is_a_case_of_its_own(city: City) -> None:
    """Two citizens are two cases, each with its own card, map and Tangani."""
    operator, _, first = await alarm_at(city, "taken")
    second = city.citizen()
    await second.write("/panik")
    second.expect("SUDAH MASUK")
    operator.expect("Lokasi belum diketahui", second.name)
    await second.share(*KARANG_BALIK)
    second.expect("Lokasi diterima")
    operator.expect(second.name, "Belum ada yang menangani")
    operator.expect_map(*KARANG_BALIK)
    assert first.ticket() != second.ticket()
