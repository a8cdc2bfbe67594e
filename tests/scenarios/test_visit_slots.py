"""The times of a visit: held while it is asked for, offered anew, free again when it comes to nothing."""

from city import City
from visits import labels, moment, visit_at

from storage.batch import Batch


async def test_a_refusal_is_explained_and_frees_the_slot(city: City) -> None:
    """The visitor reads the reason and how to object; the time can be asked for again at once."""
    staged = await visit_at(city, "disposed")
    await staged.head.press("Tolak")
    staged.head.expect("Apa alasannya?")
    await staged.head.write("Ruang sedang diperbaiki.")
    staged.head.expect("Tercatat")
    staged.visitor.expect("tidak diizinkan", "Ruang sedang diperbaiki.", "21 hari kerja", "UU 30/2014")
    staged.head.sees("Tidak diizinkan")
    assert not await Batch(city.db).unit(city.telegram.clock.now()).bookings.places()


async def test_another_time_is_offered_declined_and_accepted(city: City) -> None:
    """The clock of the head stands still meanwhile; what is accepted takes the place of what was asked for."""
    staged = await visit_at(city, "disposed")
    head, visitor = staged.head, staged.visitor
    await city.forward(minutes=3)
    await head.press("Usulkan waktu lain")
    head.expect("Waktu mana")
    await head.press(labels(head)[0])
    visitor.expect("Pemohon ditawari waktu lain")
    visitor.expect("mengusulkan waktu lain")
    await city.forward(hours=3)
    head.expect_nothing()
    await visitor.press("Tidak bisa")
    head.expect("tidak bisa pada waktu yang ditawarkan")
    head.sees("2 menit lagi")
    await head.press("Usulkan waktu lain")
    head.expect("Waktu mana")
    offered = labels(head)[1]
    await head.press(offered)
    visitor.expect("mengusulkan waktu lain", offered.partition(" · ")[0])
    await visitor.press("Setuju")
    head.expect("giliran Anda")
    case = await city.case(staged.ticket)
    assert moment(offered).isoformat() == case.values["date"]
    held = await Batch(city.db).unit(city.telegram.clock.now()).bookings.of_case(case.id, "visit")
    assert {moment(offered)} == held


async def test_an_offer_that_nobody_answers_ends(city: City) -> None:
    """The visitor is asked again after a working day; after three the request is closed, and its times are free."""
    staged = await visit_at(city, "disposed")
    await staged.head.press("Usulkan waktu lain")
    staged.head.expect("Waktu mana")
    await staged.head.press(labels(staged.head)[0])
    staged.visitor.skim()
    await city.forward(days=1, minutes=1)
    staged.visitor.expect("Kami menunggu jawaban Anda")
    await city.forward(days=2)
    staged.visitor.expect("tidak dijawab selama 3 hari kerja")
    staged.head.skim()
    staged.head.sees("Tawaran waktu tidak dijawab")
    assert not await Batch(city.db).unit(city.telegram.clock.now()).bookings.places()
    staged.skim()


async def test_whoever_is_needed_then_stands_last(city: City) -> None:
    """With two guides, the one who has another visit at that time is shown below, with why."""
    staged = await visit_at(city, "appointed")
    await city.staff("guide", "Zahra")
    second = city.citizen("Lain")
    await second.write("/start")
    await second.press("Kunjungan")
    await second.write("SMK Contoh")
    await second.write("5")
    slot = next(label for label in labels(second) if moment(label) == staged.at)
    assert "sisa 1" in slot
    await second.press(slot)
    await second.document("surat.pdf")
    await second.press("Selesai")
    await second.press("Kirim")
    await staged.kadis.press("Tindak lanjuti")
    await staged.head.press("Izinkan")
    await staged.head.press("Tunjuk pelaksana")
    free, busy = labels(staged.head)[:2]
    assert ("Zahra" in free, "sudah bertugas" in free) == (True, False)
    assert (staged.guide.name in busy, "sudah bertugas" in busy) == (True, True)
    staged.skim()


async def test_a_large_party_comes_at_several_times(city: City) -> None:
    """Seventy people hold three slots, which the cards show."""
    staged = await visit_at(city, "sent", people="70", slots=3)
    case = await city.case(staged.ticket)
    unit = Batch(city.db).unit(city.telegram.clock.now())
    assert len(await unit.bookings.of_case(case.id, "visit")) == 3
    staged.kadis.sees("70", ";")
