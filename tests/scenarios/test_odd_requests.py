"""What people send that a visit or a statistics request cannot use: each is answered, and no other answer is lost."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from character import Character
from city import City
from statistics_office import Bureau, working_morning
from visits import TICKET, labels, office_hours

TOO_BIG = b"%PDF" + b"0" * (20 * 1024 * 1024)


async def visitor_at(city: City, question: str) -> Character:
    """A visitor who is asked that: `people`, `date` or `letter`."""
    await office_hours(city)
    visitor = city.citizen("Tamu")
    await visitor.write("/start")
    await visitor.press("Kunjungan")
    await visitor.write("SMA Contoh")
    if question in ("date", "letter"):
        await visitor.write("20")
    if question == "letter":
        await visitor.press(labels(visitor)[0])
    visitor.skim()
    return visitor


@pytest.mark.parametrize("number", ["0", "-3", "121", "10.000", "10000", "99999999999999", "dua puluh", "20 orang"])
async def test_a_number_of_people_that_cannot_be(city: City, number: str) -> None:
    """The bounds are named with an example, and the form asks again."""
    visitor = await visitor_at(city, "people")
    await visitor.write(number)
    answer = visitor.expect("Contoh: 25").text
    assert "1 sampai 120" in answer or "angka saja" in answer
    await visitor.write("20")
    visitor.expect("Kapan ingin berkunjung?")


async def test_a_day_that_cannot_be(city: City) -> None:
    """Over, too near, a Sunday, too far away, no day at all: said why; the slots stay to be pressed."""
    visitor = await visitor_at(city, "date")
    today = city.telegram.clock.now().date()
    sunday = today + timedelta(days=6 - today.weekday())
    for words, why in (
        (f"{today - timedelta(days=1):%d/%m/%Y}", "sudah lewat"),
        ("kemarin", "sudah lewat"),
        (f"{today:%d/%m/%Y}", ""),
        (f"{sunday:%d/%m/%Y}", "bukan hari kerja"),
        (f"17/08/{today.year + 3}", "terlalu jauh"),
        ("31/02/2027", "seperti ini"),
        ("secepatnya", "seperti ini"),
    ):
        await visitor.write(words)
        visitor.expect(why)
    await visitor.press(labels(visitor)[0])
    visitor.expect("Surat permohonan resmi")


async def test_a_letter_that_cannot_be_read(city: City) -> None:
    """Another kind, a film, words, a file over what Telegram gives to a bot: said with what will do."""
    visitor = await visitor_at(city, "letter")
    await visitor.document("surat.docx")
    visitor.expect("jenis ini tidak bisa dipakai", "PDF")
    await visitor.video()
    visitor.expect("jenis ini tidak bisa dipakai")
    await visitor.voice()
    visitor.expect("jenis ini tidak bisa dipakai")
    await visitor.write("Suratnya menyusul")
    visitor.expect("Kirim sebagai berkas")
    await visitor.document("surat.pdf", TOO_BIG)
    visitor.expect("terlalu besar", "20 MB", "bagi menjadi beberapa berkas")
    await visitor.document("surat.pdf")
    visitor.expect("1 diterima")
    await visitor.press("Selesai")
    visitor.expect("Periksa dulu", "SMA Contoh", "20", "📎 1")


async def test_a_file_too_big_for_telegram_where_the_office_has_another_way(
    found: Callable[..., Awaitable[City]],
) -> None:
    """The link that the office provides is said with the limit; a small file that names it there is taken."""
    visitor = await visitor_at(await found(UPLOAD_URL="https://berkas.example/tarakan"), "letter")
    await visitor.document("surat.pdf", TOO_BIG)
    visitor.expect("20 MB", "taruh di https://berkas.example/tarakan", "sebutkan alamatnya")
    await visitor.document("alamat.pdf")
    visitor.expect("1 diterima")
    await visitor.press("Selesai")
    visitor.expect("Periksa dulu", "SMA Contoh", "📎 1")


async def test_a_letter_as_an_album(city: City) -> None:
    """Three photographed pages are one letter: answered once, and all of them come to the head."""
    visitor = await visitor_at(city, "letter")
    kadis = await city.head("head_of_department", "Kadis")
    await visitor.album(None, None, None)
    visitor.expect("Diterima")
    visitor.expect_nothing()
    await visitor.press("Selesai")
    visitor.expect("Periksa dulu", "📎 3")
    await visitor.press("Kirim")
    visitor.skim()
    kadis.expect("SMA Contoh")
    assert 3 <= sum(message.kind == "photo" for message in kadis.person.inbox)
    kadis.skim()


async def test_an_album_where_one_file_is_asked_for(city: City) -> None:
    """The first page is the letter of a statistics request; that the rest is not taken is said once."""
    await working_morning(city)
    bureau = await Bureau.staffed(city)
    citizen = bureau.citizen
    await citizen.write("/data")
    for words in ("luas hutan bakau", "2024"):
        await citizen.write(words)
    await citizen.press("Per kecamatan")
    await citizen.press("Skripsi")
    await citizen.press("Lewati")
    citizen.skim()
    await citizen.album(None, None, None)
    said = "\n".join(citizen.unread())
    assert 1 == said.count("Periksa dulu")
    assert 1 == said.count("lebih banyak berkas")
    citizen.skim()
    await citizen.press("Kirim")
    citizen.expect("Terkirim dengan nomor")
    bureau.skim()


@pytest.mark.parametrize("question", ["people", "date", "letter"])
async def test_a_form_left_for_three_days(city: City, question: str) -> None:
    """Whatever is written then, it is offered again with its answers; going on asks the same question."""
    visitor = await visitor_at(city, question)
    await city.forward(days=3)
    visitor.skim()
    await visitor.write("halo")
    visitor.expect("belum selesai", "Kunjungan")
    await visitor.press("Lanjutkan")
    asked = {"people": "Berapa orang", "date": "Kapan ingin", "letter": "Surat permohonan resmi"}
    visitor.expect(asked[question])
    await visitor.press("Batal")
    visitor.skim()


async def test_a_slot_that_is_taken_meanwhile(city: City) -> None:
    """Three want the last two places: the third keeps every other answer and chooses anew."""
    kadis = await city.head("head_of_department", "Kadis")
    late = await visitor_at(city, "date")
    slot = labels(late)[0]
    assert "sisa 2" in slot
    await late.press(slot)
    await late.document("surat.pdf")
    await late.press("Selesai")
    for _ in range(2):
        one = city.citizen("Lain")
        await one.write("/kunjungan")
        await one.write("SMK Contoh")
        await one.write("5")
        await one.press(next(label for label in labels(one) if label.partition(" · ")[0] in slot))
        await one.document("surat.pdf")
        await one.press("Selesai")
        await one.press("Kirim")
        assert TICKET.search("\n".join(one.unread()))
        one.skim()
    late.skim()
    await late.press("Kirim")
    late.expect("baru saja diambil orang lain", "Kapan ingin berkunjung?")
    other = labels(late)[0]
    assert other.partition(" · ")[0] != slot.partition(" · ")[0]
    await late.press(other)
    late.expect("Periksa dulu", "SMA Contoh", other.partition(" · ")[0], "📎 1")
    await late.press("Kirim")
    late.expect("sampai di meja Kepala Dinas")
    late.skim()
    kadis.skim()


async def test_a_request_withdrawn_in_the_middle_of_the_form(city: City) -> None:
    """/batal opens nothing, and the next attempt begins at the beginning."""
    visitor = await visitor_at(city, "letter")
    await visitor.write("/batal")
    visitor.expect("Dibatalkan")
    await visitor.press("Kunjungan")
    visitor.expect("Nama instansi")
    await visitor.press("Batal")
    visitor.skim()
