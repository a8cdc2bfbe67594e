"""A form that asks for slots, dates, times, lists and files: what is taken, and what is said of what is not."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
from city import City
from databases import BOTH, NewDatabase
from room_requests import asked_when, labels, sent

ROOMS = Path(__file__).parent / "rooms"


@pytest.fixture(scope="module", params=BOTH)
async def house(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, new_database: NewDatabase
) -> AsyncIterator[City]:
    """A city whose office lends a room. Each scenario begins at 14:00 of a Monday."""
    folder = tmp_path_factory.mktemp("house")
    city = await City.found(folder, DATABASE_URL=new_database(request.param, folder), SOP_DIR=str(ROOMS))
    yield city
    assert 0 == await city.end()


@pytest.fixture
async def rooms(house: City) -> AsyncIterator[City]:
    """The same, with nobody of an earlier scenario."""
    await house.begin()
    await house.monday()
    yield house
    assert [] == await house.leave()


async def test_two_requests_cannot_both_have_the_last_place(rooms: City) -> None:
    """Both see the place; the first to send has it, the other keeps every other answer and chooses anew."""
    secretary = await rooms.head("secretary", "Sekretaris")
    first, late = await asked_when(rooms), await asked_when(rooms)
    for citizen in (first, late):
        slot = next(label for label in labels(citizen) if "09:00" in label)
        assert "sisa 1" in slot
        await citizen.press(slot, citizen.expect("Kapan?", "25/11"))
        citizen.expect("Apa yang diperlukan")
        await citizen.press("Papan tulis")
        await citizen.press("Selesai")
        citizen.expect("Kirim suratnya")
        await citizen.photo()
        citizen.expect("1 diterima")
        await citizen.press("Selesai")
        citizen.expect("Periksa dulu")
    await first.press("Kirim")
    first.expect("RR-")
    secretary.expect("RR-")
    await late.press("Kirim")
    late.expect("baru saja diambil orang lain", "Kapan?")
    assert slot not in labels(late)
    await late.press(next(label for label in labels(late) if "13:30" in label))
    late.expect("Periksa dulu", "13:30", "Papan tulis", "📎 1")
    await late.press("Batal")
    secretary.skim()


async def test_days_on_which_nothing_is_possible_are_explained(rooms: City) -> None:
    """Past, weekend, too far, no date at all: each with what is possible as buttons."""
    citizen = await asked_when(rooms)
    citizen.expect("Kapan?")
    for words, why in (("kemarin", "sudah lewat"), ("7/1/2031", "terlalu jauh"), ("kapan saja", "seperti ini")):
        await citizen.write(words)
        citizen.expect(why)
    saturday = rooms.telegram.clock.now().date().toordinal() + 5
    await citizen.write(date.fromordinal(saturday).strftime("%d/%m/%Y"))
    citizen.expect("bukan hari kerja", "Kapan?")
    next_week = labels(citizen)
    assert any(day in next_week[0] for day in ("Sen", "Sel", "Rab", "Kam", "Jum"))
    await citizen.press("‹ Sebelumnya")
    assert next_week[0] != labels(citizen)[0]
    await citizen.press("Batal")


async def test_a_large_party_is_split(rooms: City) -> None:
    """Seventy people need three slots; none and ten thousand are answered with an example."""
    citizen = await asked_when(rooms, "0")
    citizen.expect("1 sampai 90", "Contoh: 25")
    await citizen.write("10000")
    citizen.expect("1 sampai 90", "Contoh: 25")
    await citizen.write("70")
    asked = citizen.expect("Ketuk 3 waktu")
    slots = labels(citizen)[:4]
    for slot in slots:
        assert "Selesai" not in " ".join(labels(citizen)) or slot == slots[3]
        await citizen.press(slot, asked)
    chosen = [label for label in labels(citizen) if label.startswith("✓")]
    assert [slot in label for slot, label in zip(slots[1:], chosen, strict=True)] == [True] * 3
    await citizen.press("Selesai", asked)
    citizen.expect("Apa yang diperlukan")
    await citizen.press("Batal")


async def test_files_that_cannot_be_taken(rooms: City) -> None:
    """Wrong kinds, too big, too many in an album: said clearly, and the other answers stay."""
    citizen = await asked_when(rooms)
    await citizen.press(labels(citizen)[0], citizen.expect("Kapan?"))
    citizen.expect("Apa yang diperlukan")
    await citizen.press("Proyektor")
    await citizen.press("Selesai")
    citizen.expect("Kirim suratnya")
    await citizen.document("surat.docx")
    citizen.expect("jenis ini tidak bisa dipakai", "PDF, JPG")
    await citizen.video()
    citizen.expect("jenis ini tidak bisa dipakai")
    await citizen.write("ini suratnya")
    citizen.expect("Kirim sebagai berkas")
    await citizen.document("surat.pdf", b"%PDF" + b"0" * (20 * 1024 * 1024))
    citizen.expect("terlalu besar", "20 MB")
    await citizen.album(None, None, None)
    citizen.expect("Diterima")
    citizen.expect("lebih banyak berkas")
    await citizen.press("Selesai")
    citizen.expect("Periksa dulu", "📎 2", "Proyektor")
    await citizen.press("Batal")


async def test_a_list_of_names_a_time_and_a_date(rooms: City) -> None:
    """Names one a line or one by one, or a photo of the signed list and the head count; too early is refused."""
    secretary = await rooms.head("secretary", "Sekretaris")
    await sent(rooms, "09:00")
    secretary.skim()
    await secretary.press("Pinjamkan")
    secretary.expect("giliran Anda") if secretary.unread() else None
    await secretary.press("Selesai dipakai")
    secretary.expect_answer("baru bisa sejak")
    await rooms.forward(days=1)
    secretary.skim()
    await secretary.press("Selesai dipakai")
    secretary.expect("Siapa yang datang?", "satu nama tiap baris")
    await secretary.write("1. Ani Contoh")
    secretary.expect("1 tercatat")
    await secretary.write("2. Budi Contoh\n\n- Citra Contoh")
    secretary.expect("3 tercatat")
    await secretary.press("Selesai")
    secretary.expect("Jam berapa")
    await secretary.write("sore")
    secretary.expect("seperti ini")
    await secretary.write("14.30")
    secretary.expect("Kapan ruang diperiksa")
    await secretary.write("kemarin")
    secretary.expect("sudah lewat", "Kapan ruang diperiksa")
    await secretary.press(labels(secretary)[0])
    secretary.skim()
    card = secretary.sees("3: Ani Contoh; Budi Contoh; Citra Contoh", "14:30", "ditutup")
    assert "sheet" not in card.text


async def test_a_photo_of_the_signed_list_will_do(rooms: City) -> None:
    """Then the head count is asked."""
    secretary = await rooms.head("secretary", "Sekretaris")
    await sent(rooms, "09:00")
    await secretary.press("Pinjamkan")
    await rooms.forward(days=1)
    await secretary.press("Selesai dipakai")
    secretary.skim()
    await secretary.photo()
    secretary.expect("Berapa orang di daftar")
    await secretary.write("17")
    secretary.expect("Jam berapa")
    await secretary.press("Sekarang, 14:00")
    secretary.skim()
    await secretary.press(labels(secretary)[0])
    secretary.skim()
    secretary.sees("Berapa orang di daftar itu? 17", "14:00", "ditutup")


async def test_an_offer_takes_the_place_of_what_was_asked(rooms: City) -> None:
    """Accepted, the old slot is free for others; declined, the offered one is; a refusal frees all."""
    secretary = await rooms.head("secretary", "Sekretaris")
    citizen = await sent(rooms, "09:00")
    secretary.skim()
    await secretary.press("Usulkan waktu lain")
    offered = labels(secretary)[0]
    assert "13:30" in offered
    await secretary.press(offered, secretary.expect("Kapan sebaiknya"))
    secretary.skim()
    citizen.expect("Pemohon ditawari")
    assert "sisa" not in citizen.card().text
    other = await asked_when(rooms)
    day = offered.split()[1]
    assert not [label for label in labels(other) if day in label]
    await citizen.press("Setuju")
    await other.press("Batal")
    other.skim()
    await other.press("Pinjam ruang")
    other.skim()
    await other.write("5")
    other.skim()
    assert ["09:00" in label for label in labels(other) if day in label] == [True]
    await secretary.press("Tolak")
    citizen.skim()
    secretary.skim()
    await other.write(day)
    assert ["09:00" in label for label in labels(other) if day in label] == [True, False]
    other.skim()
    await other.press("Batal")
    other.skim()


async def test_a_form_left_for_three_days_is_offered_again(rooms: City) -> None:
    """Whatever is written then; going on asks the same question, with what is possible now."""
    citizen = await asked_when(rooms)
    citizen.expect("Kapan?")
    await rooms.forward(days=3)
    await citizen.write("halo, masih bisa?")
    citizen.expect("belum selesai", "Pinjam ruang rapat", "1 jawaban tersimpan")
    await citizen.press("Lanjutkan")
    citizen.expect("Kapan?")
    await citizen.press("Pinjam ruang")
    citizen.expect("belum selesai")
    await citizen.press("Mulai dari awal")
    citizen.expect("Berapa orang")
    await citizen.press("Batal")
    citizen.skim()
