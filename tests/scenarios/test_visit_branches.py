"""The ways of a visit that are not the usual one: own words, nobody came, the guide writes the book, a cancellation."""

import pytest
from city import City
from office_machine import content
from sheets_of_paper import text_of
from visits import labels, visit_at

from storage.batch import Batch


async def test_a_disposition_in_own_words(city: City) -> None:
    """The head of the centre reads what the head of department wrote; it can be taken back for a minute."""
    staged = await visit_at(city, "sent")
    await staged.kadis.press("Disposisi", staged.kadis.card())
    staged.kadis.expect("Apa disposisinya?")
    await staged.kadis.write("Terima, dampingi sampai ke ruang server")
    staged.head.expect("Tahap 4/10", "Terima, dampingi sampai ke ruang server")
    staged.skim()
    await staged.kadis.press("Urungkan", staged.kadis.card())
    assert ["dispose"] == [step.id for step in (await city.case(staged.ticket)).steps]
    staged.skim()
    await staged.kadis.press("Tindak lanjuti")
    await city.forward(minutes=2)
    assert "Urungkan" not in " ".join(staged.kadis.buttons())
    staged.skim()


async def test_the_guide_notes_that_nobody_came(city: City) -> None:
    """From half an hour after its time; it is asked twice, and the visitor reads how to ask again."""
    staged = await visit_at(city, "appointed")
    await staged.come(minutes=20)
    staged.skim()
    await staged.guide.press("Tamu tidak datang", staged.guide.card())
    staged.guide.expect_answer("baru bisa sejak")
    await staged.come(minutes=31)
    await staged.guide.press("Tamu tidak datang", staged.guide.card())
    await staged.guide.press("Tamu tidak datang")
    assert any("rombongan Anda tidak datang" in line for line in staged.visitor.unread())
    case = await city.case(staged.ticket)
    assert ("no_show", {}) == (case.outcome, dict(case.registers))
    assert not await Batch(city.db).unit(city.telegram.clock.now()).bookings.places()
    staged.skim()


async def test_the_guide_writes_the_book(city: City) -> None:
    """Visitors without a phone at hand: the guide types the names; the visit cannot end before the book has them."""
    staged = await visit_at(city, "arrived")
    await staged.guide.press("Selesai berkeliling")
    assert "Catat jam keluar" not in staged.guide.buttons()
    await staged.guide.press("Isi buku tamu")
    staged.skim()
    await staged.guide.write("1. Ani Contoh\n2. Budi Contoh\n3. Citra Contoh")
    staged.guide.expect("3 tercatat")
    await staged.guide.press("Selesai")
    await city.forward(minutes=30)
    await staged.guide.press("Catat jam keluar")
    await staged.guide.press(labels(staged.guide)[0])
    case = await city.case(staged.ticket)
    assert ("done", 3) == (case.outcome, len(case.personal["guests"]))
    assert "guest_book" in case.registers
    staged.skim()


@pytest.mark.parametrize("stage", ["sent", "disposed", "permitted", "appointed"])
async def test_cancelled_before_it_began(city: City, stage: str) -> None:
    """At whichever desk it lies, whoever asked for it may cancel, whoever has it is told, and the time is free."""
    staged = await visit_at(city, stage)
    for _ in range(2):
        await staged.visitor.press("Batalkan kunjungan")
    holder = {"sent": staged.kadis, "appointed": staged.guide}.get(stage, staged.head)
    told = "Dibatalkan pemohon" if stage == "appointed" else "kunjungan dibatalkan pemohon"
    holder.expect(staged.ticket, told)
    holder.expect_nothing()
    case = await city.case(staged.ticket)
    assert "withdrawn" == case.outcome
    assert not await Batch(city.db).unit(city.telegram.clock.now()).bookings.places()
    staged.skim()


async def test_the_visitor_reads_at_which_desk_it_is(city: City) -> None:
    """/status names the desk by its office, never by name."""
    staged = await visit_at(city, "sent")
    for desk, move in (("Kepala Dinas", "Tindak lanjuti"), ("Kepala UPTD TCC", "Izinkan")):
        await staged.visitor.write("/status")
        said = staged.visitor.expect(staged.ticket, f"Di meja: {desk}", "sejak").text
        assert staged.kadis.name not in said
        await (staged.kadis if desk == "Kepala Dinas" else staged.head).press(move)
        staged.visitor.skim()
    staged.skim()


async def test_the_guest_book_of_the_month(city: City) -> None:
    """The head gets it as a spreadsheet and a PDF, with whoever came, how many, and when they left."""
    staged = await visit_at(city, "arrived")
    await staged.leave("Ani Contoh", "Budi Contoh")
    await staged.head.write("/buku")
    choice = staged.head.expect("Register dan bulan mana")
    await staged.head.press(next(one for row in choice.buttons for one in row if "Buku tamu" in one), choice)
    files = [content(city, staged.head.expect("Buku tamu")) for _ in range(2)]
    said = text_of(next(one for one in files if one.startswith(b"%PDF")))
    for part in ("BUKU TAMU", staged.ticket, "SMA Contoh", "Ani Contoh", "Budi Contoh", staged.guide.name):
        assert part in said
    assert any(one.startswith(b"PK") for one in files)
    staged.skim()
