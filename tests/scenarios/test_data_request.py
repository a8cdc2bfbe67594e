"""A statistics request on its way through the nine rows of its table."""

import pytest
from city import City
from statistics_office import Bureau, pdf, send, working_morning

from core.drafts import versions
from storage import people


@pytest.fixture
async def bureau(city: City) -> Bureau:
    """A Monday morning at the office."""
    await working_morning(city)
    return await Bureau.staffed(city)


async def test_from_the_letter_to_the_data(bureau: Bureau) -> None:
    """Rows 1 to 9: disposed of three times by one press each, drafted, initialled three times, signed, delivered."""
    ticket = await bureau.ask()
    head, chief, checker, analyst = bureau.head, bureau.chief, bureau.checker, bureau.analyst
    bureau.shows(head, ticket, "luas hutan bakau", "Tahap 1/9", "Disposisi Kepala Dinas", "permohonan.pdf")
    await head.press("⚡ Tindak lanjuti sesuai ketentuan")
    head.expect_answer("Tindak lanjuti sesuai ketentuan")
    bureau.shows(chief, ticket, "Tindak lanjuti sesuai ketentuan", "Tahap 2/9", "permohonan.pdf")
    await chief.press("⚡ Siapkan balasan beserta datanya")
    bureau.shows(checker, ticket, "Siapkan balasan beserta datanya", "Tahap 3/9", "permohonan.pdf")
    await checker.press("⚡ Susun surat balasan dan datanya")
    bureau.citizen.expect(ticket, "sedang dikerjakan Analis")
    bureau.shows(analyst, ticket, "Susun surat balasan dan datanya", "Tahap 4/9", "permohonan.pdf")

    await bureau.submit()
    bureau.shows(checker, "balasan.pdf · versi 1", "data.csv · versi 1", "giliran Anda · Statistisi memeriksa draf")
    checker.sees("Surat balasan, lalu berkas datanya", "versi 1", "balasan.pdf", "2 berkas", "SHA-256")
    await bureau.citizen.write("/status")
    bureau.citizen.expect(ticket, "Statistisi memeriksa draf, sejak", "batas")
    await bureau.sure(checker, "Paraf")
    bureau.shows(chief, "balasan.pdf · versi 1", "data.csv · versi 1", "giliran Anda")
    chief.sees("Paraf Statistisi", "Statistisi Ahli Muda", "versi 1")
    await bureau.sure(chief, "Paraf")
    bureau.shows(bureau.secretary, "Tahap 7/9", "Paraf Kabid", "permohonan.pdf", "balasan.pdf", "data.csv")
    await bureau.sure(bureau.secretary, "Paraf")
    bureau.shows(head, "balasan.pdf", "data.csv", "giliran Anda")
    await bureau.sure(head, "Tanda tangani")
    bureau.shows(analyst, "giliran Anda")
    analyst.sees("Tanda tangan Kadis", "Kepala Dinas", "versi 1")
    await bureau.sure(analyst, "Serahkan ke pemohon")
    bureau.shows(bureau.citizen, "Permohonan " + ticket + " selesai", "balasan.pdf", "data.csv", "Lembar Pengesahan")
    case = await bureau.city.case(ticket)
    assert ("delivered", ["paraf", "paraf", "paraf", "ttd"]) == (case.outcome, [one.mark for one in case.signatures])
    assert all(sha256 for one in case.signatures for _, sha256 in one.files)
    bureau.skim()


@pytest.mark.parametrize(
    ("desk", "who", "initials"), [("check", "checker", 0), ("endorse", "secretary", 2), ("sign", "head", 3)]
)
async def test_sent_back_for_another_round(bureau: Bureau, desk: str, who: str, initials: int) -> None:
    """Rows 5 to 8: with a note to whoever prepared it; the new version goes the whole way again."""
    ticket, person = await bureau.at(desk), getattr(bureau, who)
    await person.press("Kembalikan", person.card())
    person.expect("Apa yang harus diperbaiki?")
    await person.write("Tabel 2 belum ada sumbernya")
    person.skim()
    bureau.checker.skim()
    bureau.analyst.expect(ticket, "dikembalikan", "Tabel 2 belum ada sumbernya")
    bureau.analyst.sees("Putaran 2", "Tabel 2 belum ada sumbernya")
    await bureau.city.forward(minutes=2)
    await bureau.submit("balasan-2.pdf", pages=2)
    bureau.shows(bureau.checker, "balasan-2.pdf · versi 2", "data.csv · versi 2", "giliran Anda")
    bureau.checker.sees("Putaran 2", "versi 2", "balasan-2.pdf")
    case = await bureau.city.case(ticket)
    assert [2, 2] == [len(files) for files in versions(case, "draft")]
    assert initials == len(case.signatures)
    bureau.skim()


async def test_verified_by_the_chief_in_the_second_round(bureau: Bureau) -> None:
    """Row 6 sends it back too; a return pressed by mistake can be taken back."""
    ticket = await bureau.at("verify")
    await bureau.chief.press("Kembalikan", bureau.chief.card())
    await bureau.chief.write("Salah pencet")
    bureau.skim()
    await bureau.chief.press("Urungkan")
    bureau.analyst.expect(ticket)
    bureau.skim()
    await bureau.sure(bureau.chief, "Paraf")
    bureau.secretary.expect(ticket, "Tahap 7/9")
    bureau.skim()


async def test_the_requester_is_asked_and_answers(bureau: Bureau) -> None:
    """The question comes with its button, and with nothing of what the office has written; the answer leads back."""
    ticket = await bureau.at("prepare")
    await bureau.analyst.press("Tanya pemohon", bureau.analyst.card())
    bureau.analyst.expect("Apa yang ditanyakan?")
    await bureau.analyst.write("Bakau saja, atau semua hutan?")
    bureau.analyst.expect("Tercatat")
    card, said = bureau.citizen.card(), bureau.heard(bureau.citizen)
    assert "Bakau saja, atau semua hutan?" in said
    assert "waktu pengerjaan berhenti" in said
    assert "Tindak lanjuti" not in said
    await bureau.chief.press("Nomor agenda luar", bureau.chief.card())
    await bureau.chief.write("045/SETDA/2026")
    bureau.citizen.expect_nothing()
    await bureau.citizen.write("/status")
    bureau.citizen.expect(ticket, "Menunggu jawaban pemohon, sejak")
    await bureau.citizen.press("Jawab", card)
    bureau.citizen.expect("Jawaban Anda")
    await bureau.citizen.write("Bakau saja")
    bureau.citizen.expect("Tercatat")
    bureau.shows(bureau.analyst, ticket, "Bakau saja", "giliran Anda")
    assert "prepare" in {step.id for step in (await bureau.city.case(ticket)).steps}
    bureau.skim()


async def test_without_an_answer_the_office_goes_on(bureau: Bureau) -> None:
    """Whoever waits in vain goes on without it, and the requester is told."""
    ticket = await bureau.at("prepare")
    await bureau.analyst.press("Tanya pemohon", bureau.analyst.card())
    await bureau.analyst.write("Untuk apa?")
    bureau.skim()
    await bureau.sure(bureau.analyst, "Lanjutkan tanpa jawaban")
    bureau.citizen.expect(ticket, "dilanjutkan tanpa menunggu")
    assert "prepare" in {step.id for step in (await bureau.city.case(ticket)).steps}
    bureau.skim()


async def test_refused_with_a_reason_and_the_way_to_object(bureau: Bureau) -> None:
    """The requester reads why, and where and until when they may object (UU 14/2008, articles 35 and 36)."""
    ticket = await bureau.at("follow_up")
    await bureau.chief.press("Tolak", bureau.chief.card())
    bureau.chief.expect("Alasan penolakan")
    await bureau.chief.press("Data tidak dikuasai dinas ini")
    said = ("Data tidak dikuasai dinas ini", "keberatan secara tertulis", "30 hari kerja", "Pasal 35 dan 36")
    bureau.shows(bureau.citizen, ticket, *said, "Penolakan")
    assert "refused" == (await bureau.city.case(ticket)).outcome
    bureau.skim()


async def test_a_reply_that_was_signed_elsewhere(bureau: Bureau) -> None:
    """The head uploads it; it is what the requester gets, and the record says how it was signed."""
    ticket = await bureau.at("sign")
    await bureau.head.press("Unggah yang sudah ditandatangani", bureau.head.card())
    await send(bureau.head, "bertandatangan.pdf", pdf(3))
    await bureau.head.press("Selesai")
    bureau.skim()
    bureau.analyst.sees("Tanda tangan di luar bot")
    await bureau.sure(bureau.analyst, "Serahkan ke pemohon")
    bureau.shows(bureau.citizen, ticket, "selesai", "bertandatangan.pdf")
    bureau.skim()


async def test_the_performer_leaves_the_office(bureau: Bureau) -> None:
    """Work that comes back goes to another analyst, when whoever prepared it is not there any more."""
    ticket = await bureau.at("check")
    successor = await bureau.city.staff("analyst", "Penerus")
    await people.remove_staff(bureau.city.db, bureau.analyst.id, None, bureau.city.telegram.clock.now())
    await bureau.checker.press("Kembalikan", bureau.checker.card())
    await bureau.checker.write("Lengkapi")
    bureau.skim()
    successor.expect(ticket, "Tahap 4/9", "Putaran 2")
    successor.skim()
    await successor.press("Ajukan draf", successor.card())
    successor.expect("Surat balasan")
    await successor.write("/batal")
    successor.skim()


async def test_a_desk_that_nobody_holds(bureau: Bureau) -> None:
    """It goes upwards at once: the head of department stands in for the secretary."""
    await people.remove_staff(bureau.city.db, bureau.secretary.id, None, bureau.city.telegram.clock.now())
    ticket = await bureau.at("verify")
    await bureau.sure(bureau.chief, "Paraf")
    bureau.shows(bureau.head, ticket, "belum ada Sekretaris yang dapat dijangkau")
    bureau.head.sees("Tahap 7/9")
    await bureau.sure(bureau.head, "Paraf")
    (signature,) = [one for one in (await bureau.city.case(ticket)).signatures if one.step == "endorse"]
    assert "head_of_department" == signature.capacity
    bureau.skim()


async def test_only_whoever_has_the_desk_may_press(bureau: Bureau) -> None:
    """Others who see the card are told that it is not theirs."""
    ticket = await bureau.at("verify")
    button = next(one for row in bureau.chief.card().markup.inline_keyboard for one in row if "Paraf" in one.text)
    await bureau.analyst.does(bureau.analyst.person.press_data, bureau.analyst.card(), button.callback_data)
    bureau.analyst.expect_answer("bukan wewenang")
    assert 1 == len((await bureau.city.case(ticket)).signatures)
    bureau.skim()


async def test_the_agenda_is_numbered_without_gaps(bureau: Bureau) -> None:
    """Each request stands in the agenda of its year, under the next number."""
    first, second = await bureau.ask(), await bureau.ask()
    numbers = [(await bureau.city.case(ticket)).registers["agenda"] for ticket in (first, second)]
    assert numbers[0] is not None
    assert numbers[0] + 1 == numbers[1]
    bureau.skim()
