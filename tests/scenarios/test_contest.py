"""After the end: the closing question, Belum selesai; a closed case never reopens."""

import pytest
from alarm import alarm_at, record, report
from character import Character, skim
from city import KARANG_BALIK, City

BELUM = "Belum selesai"


async def closed(city: City) -> tuple[Character, Character, Character, str]:
    """An alarm that has ended as done, and its number."""
    operator, officer, citizen = await alarm_at(city, "closed")
    return operator, officer, citizen, citizen.ticket()


async def test_the_closing_message_asks_one_question(city: City) -> None:
    """Sudah is thanked, kept and shown on the card; pressed again it is answered, and nothing more is said."""
    operator, officer, citizen = await alarm_at(city, "reported")
    await record(operator)
    asked = citizen.expect("penanganan selesai", "Apakah pertolongan sudah Anda terima?")
    assert [["Sudah, selesai", "Belum selesai"]] == asked.buttons
    operator.skim()
    officer.skim()
    await citizen.press("Sudah, selesai", asked)
    assert ["🚨 PANIK"] == citizen.expect("Terima kasih").buttons[0]
    operator.sees("Pelapor menyatakan selesai pukul 14:00")
    case = await city.case(citizen.ticket())
    await citizen.press("Sudah, selesai", asked)
    citizen.expect_answer("Terima kasih")
    citizen.expect_nothing()
    assert case == await city.case(citizen.ticket())


async def test_belum_selesai_goes_to_the_head(city: City) -> None:
    """A linked case with what was reported opens at the head of the centre; the operators are not rung."""
    head = await city.head()
    operator, officer, citizen, old = await closed(city)
    await citizen.press("Belum selesai")
    citizen.expect("belum selesai", old, "pimpinan diminta memeriksanya")
    new = citizen.ticket()
    assert old != new
    rung = head.expect(new, f"Lanjutan dari {old}", "Selesai", "Api padam")
    assert not rung.silent
    head.expect_map(*KARANG_BALIK)
    head.expect("📷")
    operator.sees(old, f"Dilanjutkan sebagai {new}")
    operator.expect_nothing()
    officer.expect_nothing()
    assert "done" == (await city.case(old)).outcome
    await head.press(f"Kartu {old}")
    head.expect(old, f"Dilanjutkan sebagai {new}")


async def test_the_head_sends_it_to_the_operators_again(city: City) -> None:
    """It rings there as an alarm does, and takes its way."""
    head = await city.head()
    operator, _, citizen, old = await closed(city)
    await citizen.press("Belum selesai")
    citizen.skim()
    head.skim()
    await head.press("Kirim lagi ke operator")
    citizen.expect("operator dipanggil lagi")
    assert not operator.expect("Belum ada yang menangani", f"Lanjutan dari {old}").silent
    operator.skim()
    head.skim()
    await operator.press("Tangani")
    citizen.expect("Operator menangani")


async def test_the_head_closes_it_after_looking_into_it(city: City) -> None:
    """With a question on the way, and a reason that the citizen reads."""
    head = await city.head()
    _, _, citizen, _ = await closed(city)
    await citizen.press("Belum selesai")
    citizen.skim()
    head.skim()
    await head.press("Tanya")
    head.expect("tanyakan")
    await head.write("Apa yang belum?")
    head.expect("Tercatat")
    citizen.expect("Pimpinan bertanya", "Apa yang belum?")
    await citizen.write("tidak jadi, petugas sudah kembali")
    citizen.expect("diteruskan")
    head.expect("petugas sudah kembali")
    await head.press("Tutup setelah diperiksa")
    head.expect("hasil pemeriksaan")
    await head.press("pelapor menyatakan sudah tertolong")
    head.expect_answer("Tercatat")
    citizen.expect("diperiksa pimpinan", "sudah tertolong", "PANIK")
    assert "settled" == (await city.case(citizen.ticket())).outcome


async def test_panik_while_the_head_looks_into_it_rings(city: City) -> None:
    """No second case opens: the linked one goes to the operators at once."""
    head = await city.head()
    operator, _, citizen, _ = await closed(city)
    await citizen.press("Belum selesai")
    citizen.skim()
    head.skim()
    await citizen.write("/panik")
    citizen.expect("masih terbuka", "Operator dipanggil lagi")
    assert not operator.expect("ditekan 2×", "Belum ada yang menangani").silent
    operator.skim()
    head.skim()


async def test_nobody_above_is_there_to_look_into_it(city: City) -> None:
    """Without a head of the centre it goes to the next above at once."""
    department = await city.head("head_of_department", "Kepala Dinas")
    _, _, citizen, old = await closed(city)
    await citizen.press("Belum selesai")
    citizen.expect("belum selesai")
    assert not department.expect(f"Lanjutan dari {old}").silent
    department.expect_map(*KARANG_BALIK)
    department.expect("tidak ada Kepala UPTD")
    department.expect("📷")


async def test_a_second_press_opens_nothing(city: City) -> None:
    """It names the linked case; after that one has ended, too."""
    head = await city.head()
    _, _, citizen, _ = await closed(city)
    asked = next(one for one in reversed(citizen.person.chat.messages) if ["Sudah, selesai", BELUM] in one.buttons)
    await citizen.press("Belum selesai", asked)
    new = citizen.ticket()
    citizen.skim()
    head.skim()
    await citizen.press("Belum selesai", asked)
    citizen.expect("sudah dilanjutkan", new)
    head.expect_nothing()
    assert new == citizen.ticket()


@pytest.mark.parametrize(("hours", "opens"), [(71, True), (73, False)])
async def test_belum_counts_for_72_hours(city: City, hours: int, opens: bool) -> None:
    """After that it is answered with what to do."""
    head = await city.head()
    _, _, citizen, old = await closed(city)
    await city.forward(hours=hours)
    city.skim()
    await citizen.press("Belum selesai")
    citizen.expect(*(["dilanjutkan sebagai"] if opens else ["lebih dari 72 jam", "PANIK", "112"]))
    assert opens == (old != citizen.ticket())
    head.skim()


async def test_a_silent_alarm_ends_and_goes_on_without_a_word(city: City) -> None:
    """The question is neutral, its buttons too; the linked alarm is silent from the start."""
    operator, citizen = await city.operator(), city.citizen()
    await citizen.write("/panik")
    await citizen.share(*KARANG_BALIK)
    await operator.press("Tangani")
    citizen.skim()
    await citizen.press("Jangan telepon")
    citizen.expect("Pesan Anda diterima.")
    await operator.press("Bukan darurat")
    await operator.press("laporan ganda")
    asked = citizen.expect("Selesai, pukul")
    assert [["Belum"]] == asked.buttons
    operator.skim()
    await citizen.press("Belum", asked)
    answer = citizen.expect("Pesan Anda diterima.")
    assert answer.silent
    operator.expect("JANGAN TELEPON PELAPOR")
    operator.expect_map(*KARANG_BALIK)


async def test_a_silent_alarm_that_is_done_asks_neutrally(city: City) -> None:
    """Sudah and Belum, and a thank you that says nothing."""
    operator, officer, citizen = await alarm_at(city, "travelling")
    await citizen.press("Jangan telepon")
    await officer.press("Tiba")
    await officer.press("Selesai di lokasi")
    await report(officer, "Aman.")
    citizen.skim()
    await record(operator)
    asked = citizen.expect("Selesai, pukul")
    assert [["Sudah", "Belum"]] == asked.buttons
    await citizen.press("Sudah", asked)
    assert citizen.expect("Pesan Anda diterima.").silent
    operator.skim()
    officer.skim()


@pytest.mark.parametrize("label", ["Belum selesai", "Belum"])
async def test_whoever_reported_the_same_event_contests_its_end_too(city: City, label: str) -> None:
    """The end of a merged report is asked about like any other, and contested under its own number."""
    head = await city.head()
    operator, officer, citizen = await alarm_at(city, "reported")
    witness = city.citizen("Saksi")
    await witness.write("/panik")
    await witness.share(3.3021, 117.5853)
    if label == "Belum":
        await witness.press("Jangan telepon")
    await operator.press(f"Gabung {citizen.ticket()}")
    old = witness.ticket()
    city.skim()
    await record(operator)
    skim(operator, officer, citizen)
    asked = witness.person.inbox[-1]
    witness.skim()
    await witness.press(label, asked)
    rung = head.expect(f"Lanjutan dari {old}", "Selesai", witness.name)
    assert not rung.silent
    assert ("JANGAN TELEPON" in rung.text) is (label == "Belum")
    await head.press(f"Kartu {old}")
    head.sees(old, citizen.ticket())
    city.skim()
