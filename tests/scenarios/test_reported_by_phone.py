"""/lapor: what comes in by telephone, radio or in person runs like any alarm, in the same register."""

from alarm import STATION, alarm_at, report
from character import Character
from city import KARANG_BALIK, City

SAID = "Ada asap tebal dari dapur tetangga."
PHONE = "0812-0000-0001"


async def reported(operator: Character, *, place: tuple[float, float] | str = KARANG_BALIK) -> None:
    """An operator writes down a call to 112, question by question."""
    await operator.press("Lapor masuk")
    operator.expect("Lewat apa laporan ini masuk?")
    await operator.press("Telepon 112")
    operator.expect("Apa yang dikatakan pelapor?")
    await operator.write(SAID)
    operator.expect("Di mana?", "alamat atau patokan")
    await (operator.write(place) if isinstance(place, str) else operator.share(*place))
    operator.expect("Apa yang terjadi?")
    await operator.press("Kebakaran")
    operator.expect("nama pelapor")
    await operator.write("Bu Siti")
    operator.expect("Nomor telepon pelapor")
    await operator.write(PHONE)
    operator.expect("Telepon 112", SAID, "Kebakaran", "Bu Siti", PHONE)
    await operator.press("Kirim")


async def test_a_call_to_112_becomes_a_case_of_whoever_took_it(city: City) -> None:
    """The card says by which way it came, who wrote it down and which number to call back; nobody's phone rings."""
    other, operator = await city.operator(), await city.operator()
    await reported(operator)
    operator.expect_answer("tercatat dan Anda tangani")
    operator.expect("Kebakaran", "Tahap 2/7", f"Ditangani {operator.name}")
    operator.expect_map(*KARANG_BALIK)
    operator.sees("Bu Siti · lewat Telepon 112", f"dicatat {operator.name} 14:00", PHONE, SAID)
    seen = other.expect("Bu Siti", f"Ditangani {operator.name}")
    assert seen.silent
    assert ["Ambil alih"] == other.buttons()


async def test_an_address_in_words_is_enough(city: City) -> None:
    """Where the caller only knows a landmark, the landmark stands on the card and in the officer's."""
    operator = await city.operator()
    await reported(operator, place="RT 5, belakang masjid")
    operator.expect("RT 5, belakang masjid", "Lokasi belum diketahui")
    case = await city.case(operator.ticket())
    assert case.personal["landmark"] == "RT 5, belakang masjid"


async def test_everything_but_the_way_the_words_and_the_place_can_be_skipped(city: City) -> None:
    """Kind, name and number are optional: the card then speaks of the reporter."""
    operator = await city.operator()
    await operator.write("/lapor")
    operator.expect("Lewat apa")
    await operator.press("Datang langsung")
    operator.expect("Apa yang dikatakan")
    await operator.write("Dompet dicopet di pasar.")
    operator.expect("Di mana?")
    await operator.write("Pasar Gusher")
    for question in ("Apa yang terjadi?", "nama pelapor", "Nomor telepon"):
        operator.expect(question)
        await operator.press("Lewati")
    operator.expect("Datang langsung")
    await operator.press("Kirim")
    operator.expect("👤 Pelapor · lewat Datang langsung")


async def test_a_reported_case_runs_to_the_register(city: City) -> None:
    """Officer, report, Catat: the same seven rows, and no message to a reporter without a chat fails."""
    operator, officer = await city.operator(), await city.officer(place=STATION)
    await reported(operator)
    operator.skim()
    await operator.press("Teruskan")
    await operator.press(officer.name)
    officer.expect("Bu Siti · lewat Telepon 112", PHONE)
    officer.expect_map(*KARANG_BALIK)
    await officer.press("Siap")
    assert "Tanya pelapor" not in officer.buttons()
    assert "Tanya" not in operator.buttons()
    await officer.press("Tiba")
    await officer.press("Selesai di lokasi")
    await report(officer, "Api padam.")
    operator.skim()
    await operator.press("Catat")
    operator.expect("Baris register", "Jenis: Kebakaran · Telepon 112")
    await operator.press("Catat")
    operator.sees("Selesai")
    assert "done" == (await city.case(operator.ticket())).outcome
    officer.skim()


async def test_a_reported_case_can_be_given_back_and_taken_by_another(city: City) -> None:
    """Lepaskan opens it to all: it rings at everybody on duty, and another takes it."""
    other, operator = await city.operator(), await city.operator()
    await reported(operator)
    operator.skim()
    other.skim()
    await operator.press("Lepaskan")
    other.expect("Belum ada yang menangani")
    other.expect("dilepas oleh", operator.name)
    await other.press("Tangani")
    other.expect_answer("Anda tangani")
    operator.skim()


async def test_a_reported_case_that_is_left_alone_opens_again(city: City) -> None:
    """After 90 seconds without anything it rings at the others, like every claimed alarm."""
    other, operator = await city.operator(), await city.operator()
    await reported(operator)
    operator.skim()
    other.skim()
    await city.forward(seconds=90)
    other.expect("Belum ada yang menangani")
    other.expect("terbuka lagi", operator.name)
    operator.skim()


async def test_bukan_darurat_of_a_reported_case_tells_nobody_without_a_chat(city: City) -> None:
    """The case closes, and the operator's own chat reads nothing that is meant for a reporter."""
    operator = await city.operator()
    await reported(operator)
    operator.skim()
    await operator.press("Bukan darurat")
    operator.expect("Mengapa bukan keadaan darurat?")
    await operator.press("laporan ganda")
    operator.sees("Bukan keadaan darurat", "ditutup")


async def test_the_operators_own_alarm_is_another_thing(city: City) -> None:
    """Whoever writes down a call has no alarm of their own: PANIK opens one, and their keyboard stays the desk's."""
    operator = await city.operator()
    await reported(operator)
    operator.skim()
    await operator.write("/status")
    operator.expect("belum punya laporan")


async def test_lapor_is_not_for_citizens_and_officers(city: City) -> None:
    """The command says whose it is."""
    for somebody in (city.citizen(), await city.officer()):
        await somebody.write("/lapor")
        somebody.expect("bukan wewenang Anda")


async def test_an_alarm_through_the_bot_goes_on_beside_it(city: City) -> None:
    """The form of a call can be broken off; the alarm that came meanwhile is untouched."""
    operator, _, citizen = await alarm_at(city, "taken")
    await operator.write("/lapor")
    asked = operator.expect("Lewat apa")
    await operator.press("Batal", asked)
    operator.expect_answer("Dibatalkan")
    operator.sees("Tahap 2/7")
    citizen.expect_nothing()
