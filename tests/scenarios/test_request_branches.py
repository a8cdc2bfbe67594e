"""What else may be pressed on the way of a statistics request, and what the cards and /status say of its end."""

import pytest
from city import City
from office_machine import content
from sheets_of_paper import text_of
from statistics_office import DESKS, Bureau, working_morning

from simulator.chat import Message


@pytest.fixture
async def bureau(city: City) -> Bureau:
    """A Monday morning at the office, five weeks without holidays before it."""
    await working_morning(city)
    return await Bureau.staffed(city)


def letter(bureau: Bureau, title: str) -> Message:
    """The requester's newest letter of that name, not read so far."""
    return next(one for one in bureau.citizen.person.inbox if f"{title} nomor" in one.text)


HOLDERS = {
    "dispose": ("head", "Kepala Dinas", "Disposisi Kepala Dinas"),
    "follow_up": ("chief", "Kepala Bidang Statistik dan Persandian", "Disposisi Kepala Bidang"),
    "arrange": ("checker", "Statistisi Ahli Muda", "Statistisi menugaskan staf"),
    "prepare": ("analyst", "Analis Statistik", "Analis menyiapkan balasan"),
    "check": ("checker", "Statistisi Ahli Muda", "Statistisi memeriksa draf"),
    "verify": ("chief", "Kepala Bidang Statistik dan Persandian", "Kepala Bidang memverifikasi draf"),
    "endorse": ("secretary", "Sekretaris", "Sekretaris memberi paraf"),
    "sign": ("head", "Kepala Dinas", "Kepala Dinas menandatangani"),
    "deliver": ("analyst", "Analis Statistik", "Balasan diserahkan"),
}


async def test_each_desk_shows_the_end_of_the_chain(bureau: Bureau) -> None:
    """Card and /status: whose desk, since when, until when, and the forecast, which moves when the desk is late."""
    ticket = await bureau.at("dispose")
    for desk, (who, role, title) in HOLDERS.items():
        if desk != "dispose":
            await bureau.go_on(desk)
        bureau.skim()
        holder = getattr(bureau, who)
        card = holder.sees(ticket, title, "Perkiraan selesai: ", " sejak Sen ", "Batas ").text
        end = card.partition("Perkiraan selesai: ")[2].partition(" · di ")[0]
        assert any(f" · di {name} sejak" in card for name in (holder.name, role))
        await bureau.citizen.write("/status")
        said = bureau.citizen.expect(ticket, f"{title}, sejak ", "batas ", f"Perkiraan selesai: {end}").text
        assert f"Di meja: {role}" in said
        assert holder.name not in said
    await bureau.city.forward(days=8)
    late = holder.sees("Perkiraan selesai: ", "⚠️ Terlambat: perkiraan mundur ").text
    assert end != late.partition("Perkiraan selesai: ")[2].partition(" · di ")[0]
    bureau.skim()


@pytest.mark.parametrize(
    ("desk", "who", "question"),
    [("dispose", "head", "Kepala Bidang"), ("follow_up", "chief", "Statistisi"), ("arrange", "checker", "Analis")],
)
async def test_a_disposition_in_own_words(bureau: Bureau, desk: str, who: str, question: str) -> None:
    """Another disposition than the proposed one is written; the next desk reads it, and it can be taken back."""
    ticket, person = await bureau.at(desk), getattr(bureau, who)
    await person.press("Disposisi lain", person.card())
    person.expect(f"Disposisi kepada {question}")
    await person.write("Minta data ke Dinas Kehutanan, paling lambat Kamis")
    bureau.skim()
    following = DESKS[DESKS.index(desk) + 1]
    getattr(bureau, HOLDERS[following][0]).sees(ticket, "Minta data ke Dinas Kehutanan, paling lambat Kamis")
    await person.press("Urungkan", person.card())
    assert [desk] == [step.id for step in (await bureau.city.case(ticket)).steps if step.id in DESKS]
    bureau.skim()


async def test_the_statistician_asks_before_anybody_works_on_it(bureau: Bureau) -> None:
    """The answer leads back to the statistician."""
    ticket = await bureau.at("arrange")
    await bureau.checker.press("Tanya pemohon", bureau.checker.card())
    await bureau.checker.write("Untuk tahun mana saja?")
    bureau.shows(bureau.citizen, ticket, "Untuk tahun mana saja?")
    await bureau.citizen.press("Jawab", bureau.citizen.card())
    await bureau.citizen.write("2020 dan 2024")
    bureau.shows(bureau.checker, "2020 dan 2024", "giliran Anda")
    assert "arrange" in {step.id for step in (await bureau.city.case(ticket)).steps}
    bureau.skim()


async def test_the_head_refuses_in_writing(bureau: Bureau) -> None:
    """The letter has the reason, the law's way to object, and whose it is; the case ends so."""
    ticket = await bureau.at("dispose")
    await bureau.head.press("Tolak", bureau.head.card())
    await bureau.head.write("Data ini milik instansi vertikal")
    said = text_of(content(bureau.city, letter(bureau, "Surat Penolakan")))
    for part in (
        "Data ini milik instansi vertikal",
        "keberatan secara tertulis kepada atasan Pejabat Pengelola Informasi dan Dokumentasi paling lambat 30 hari",
        "Pasal 35 dan Pasal 36 Undang-Undang Nomor 14 Tahun 2008",
        ticket,
        f"Kepala Dinas, Persetujuan dicatat secara elektronik oleh {bureau.head.name}",
    ):
        assert part in said
    bureau.shows(bureau.citizen, "Data ini milik instansi vertikal", "keberatan", "30 hari kerja")
    assert "refused" == (await bureau.city.case(ticket)).outcome
    await bureau.citizen.write("/status")
    bureau.citizen.expect(ticket, "Tidak dapat dipenuhi")
    bureau.skim()


async def test_an_extension_for_another_reason(bureau: Bureau) -> None:
    """On day 8 the head writes why; the letter names the reason, seven days and the law."""
    ticket = await bureau.at("prepare")
    await bureau.city.forward(days=10, minutes=5)
    bureau.shows(bureau.head, ticket, "hari kerja ke-8 dari 10")
    bureau.skim()
    await bureau.head.press("Perpanjang dengan alasan lain", bureau.head.card())
    bureau.head.expect("Alasan perpanjangan")
    await bureau.head.write("Menunggu hasil survei lapangan")
    said = text_of(content(bureau.city, letter(bureau, "Perpanjangan Waktu")))
    for part in ("Menunggu hasil survei lapangan", "7 hari kerja", "Pasal 22 ayat (8)", ticket, bureau.head.name):
        assert part in said
    bureau.shows(bureau.citizen, "Menunggu hasil survei lapangan", "paling lama 7 hari kerja")
    bureau.shows(bureau.analyst, "waktu diperpanjang")
    bureau.skim()


async def test_the_number_in_another_book(bureau: Bureau) -> None:
    """An outside agenda number is typed once and stands on every desk's card beside our own."""
    ticket = await bureau.at("arrange")
    await bureau.secretary.write(f"/start case_{ticket}")
    await bureau.secretary.press("Nomor agenda luar", bureau.secretary.card())
    bureau.secretary.expect(ticket)
    await bureau.secretary.write("045/1234/SETDA/2026")
    bureau.checker.sees("Buku agenda nomor ", "Nomor agenda di buku lain: 045/1234/SETDA/2026")
    bureau.citizen.expect_nothing()
    bureau.skim()


async def test_several_requests_are_disposed_alike(bureau: Bureau) -> None:
    """Two of three that wait for the head are ticked, and disposed of with one answer; the third stays."""
    tickets = [await bureau.ask() for _ in range(3)]
    bureau.skim()
    await bureau.head.write("/tugas")
    await bureau.head.press("Beberapa sekaligus", bureau.head.expect("3 kasus menunggu Anda"))
    choice = bureau.head.expect("Layanan Data Statistik Sektoral", "Ditandai: 0")
    await bureau.head.press("Tandai semua", choice)
    await bureau.head.press(f"☑ {tickets[1]}", choice)
    await bureau.head.press("Disposisi lain", choice)
    bureau.head.expect("Disposisi kepada Kepala Bidang")
    await bureau.head.press("Koordinasikan")
    bureau.head.expect("Tercatat pada 2 kasus")
    said = bureau.shows(bureau.chief, tickets[0], tickets[2], "Koordinasikan dengan unit kerja terkait")
    assert tickets[1] not in said
    bureau.skim()
    await bureau.head.write("/tugas")
    bureau.head.expect("1 kasus menunggu Anda")
    bureau.skim()
