"""SOP 067/08/Kunjungan/2021 from the letter to the guest book, row by row, and each way that a visit may end."""

from datetime import timedelta

from city import City
from visits import CODE, TICKET, fill_in, labels, moment, office_hours, visit_at

from storage import people
from storage.batch import Batch


async def test_every_row(city: City) -> None:
    """A letter, a disposition, a permit, a guide with a letter, reminders, a code, the guest book, the way out."""
    await office_hours(city)
    kadis, head = await city.head("head_of_department", "Kadis"), await city.head(name="Kepala UPTD")
    guide, visitor = await city.staff("guide", "Gita"), city.citizen("Tamu")
    await visitor.write("/start")
    visitor.expect("Halo")
    slot, *_ = await fill_in(visitor)
    for question in ("Nama instansi", "Berapa orang", "Kapan", "Surat permohonan", "Surat permohonan"):
        visitor.expect(question)
    visitor.expect("Periksa dulu", "SMA Contoh", "20", slot.partition(" · ")[0])
    await visitor.press("Kirim")
    ticket = TICKET.findall(visitor.expect("sampai di meja Kepala Dinas").text)[0]
    visitor.expect("Terkirim dengan nomor", ticket)

    # Rows 2 and 3: the letter comes with the card; one press takes the disposition that is proposed.
    kadis.expect(ticket, "SMA Contoh", "Tahap 2/10")
    kadis.expect("surat.pdf")
    await kadis.press("Tindak lanjuti")
    assert any("Urungkan" in label for label in kadis.buttons())
    visitor.expect("sudah mendisposisi", "Kepala UPTD")

    # Rows 4 and 5.
    head.expect("Tahap 4/10", "Tindak lanjuti sesuai ketentuan")
    head.expect("surat.pdf")
    await head.press("Izinkan")
    await head.press("Tunjuk pelaksana")
    head.expect("Siapa yang mendampingi")
    await head.press(guide.name)
    visitor.expect("diizinkan", guide.name, "20 orang")
    code = CODE.findall(visitor.expect("Kode masuk Anda").text)[0]
    visitor.expect("🎫", code)
    guide.expect("Anda ditunjuk", "SMA Contoh")
    for character in (guide, head, kadis):
        character.expect("Surat Tugas nomor 800.1.11.1/")

    # Row 6: the day before, and an hour before with the card.
    at = moment(slot)
    await city.forward_to(at - timedelta(hours=23, minutes=59))
    visitor.expect("⏰", ticket, "Kunjungan Tarakan Command Center")
    guide.expect("⏰", ticket)
    await city.forward_to(at - timedelta(minutes=59))
    visitor.expect("kunjungan Anda", code)
    guide.expect("Tahap 6/10", "Pelaksana mendampingi tamu")
    guide.expect("surat.pdf")
    kadis.skim()
    head.skim()
    await city.forward_to(at)
    await guide.write(code.lower())
    guide.expect(ticket, "Tamu datang")
    visitor.expect("buku tamu")
    visitor.expect("Selamat datang")

    # Rows 7 to 10.
    await visitor.press("Isi buku tamu")
    visitor.expect("Siapa saja yang datang?")
    await visitor.write("Ani Contoh\nBudi Contoh")
    await visitor.press("Selesai")
    visitor.expect("2")
    guide.skim()
    await city.forward(minutes=50)
    await guide.press("Selesai berkeliling")
    await guide.press("Catat jam keluar")
    guide.expect("Pukul berapa")
    await guide.press(labels(guide)[0])
    visitor.expect("Terima kasih atas kunjungan Anda", "14:20" if at.hour == 13 else "09:50")
    case = await city.case(ticket)
    assert ("done", ["guest_book"]) == (case.outcome, list(case.registers))
    assert {"dispose", "receive", "decide", "appoint", "guide", "book", "tour", "leave", "finish"} == set(case.reached)
    city.skim()


async def test_the_visitor_says_that_they_are_here(city: City) -> None:
    """Not weeks before; then a photo of the signed list and the head count stand for the names."""
    staged = await visit_at(city, "appointed")
    visitor, guide = staged.visitor, staged.guide
    await visitor.press("Kami sudah tiba")
    visitor.expect_answer("baru bisa sejak")
    await staged.come(minutes=-10)
    staged.skim()
    await guide.press("Tamu tidak datang")
    guide.expect_answer("baru bisa sejak")
    await visitor.press("Kami sudah tiba")
    guide.expect("Kami sudah tiba")
    visitor.expect("buku tamu")
    await visitor.press("Isi buku tamu")
    visitor.expect("Kirim fotonya saja")
    await visitor.photo()
    visitor.expect("Berapa orang di daftar")
    await visitor.write("18")
    visitor.expect("Tercatat")
    assert "Catat jam keluar" not in guide.buttons()
    await guide.press("Selesai berkeliling")
    assert "Catat jam keluar" in guide.buttons()
    guide.sees("Berapa orang di daftar itu? 18")
    staged.skim()


async def test_nobody_comes(city: City) -> None:
    """Two hours after its time the case ends so by itself, and everybody concerned is told."""
    staged = await visit_at(city, "appointed")
    await staged.come(minutes=-59)
    staged.skim()
    await staged.come(minutes=119)
    staged.skim()
    assert (await city.case(staged.ticket)).is_open
    await staged.come(minutes=121)
    staged.visitor.expect("tamu tidak tercatat datang")
    staged.guide.expect("tamu tidak tercatat datang")
    staged.head.expect("tamu tidak tercatat datang")
    assert (await city.case(staged.ticket)).outcome == "no_show"
    staged.skim()


async def test_a_guide_who_leaves_the_office_is_replaced(city: City) -> None:
    """The head hears of it at once and names another, who gets a letter of their own."""
    staged = await visit_at(city, "appointed")
    await people.remove_staff(city.db, staged.guide.id, None, city.telegram.clock.now())
    await city.forward(minutes=1)
    assert any(staged.ticket in message.text for message in staged.head.person.inbox)
    staged.head.skim()
    other = await city.staff("guide", "Galih")
    await staged.head.press("Ganti pelaksana")
    staged.head.expect("Siapa yang mendampingi")
    assert [other.name, "Batal"] == labels(staged.head)
    await staged.head.press(other.name)
    other.expect("Anda ditunjuk")
    other.expect("Surat Tugas nomor")
    staged.visitor.expect("diizinkan", other.name)
    staged.skim()


async def test_a_desk_without_anybody_does_not_stop_it(city: City) -> None:
    """With no head of the centre the head of department is called at once, and told why."""
    await office_hours(city)
    kadis, visitor = await city.head("head_of_department", "Kadis"), city.citizen("Tamu")
    await visitor.write("/start")
    await fill_in(visitor)
    await visitor.press("Kirim")
    kadis.skim()
    visitor.skim()
    await kadis.press("Tindak lanjuti")
    visitor.expect("sudah mendisposisi")
    kadis.expect("Tahap 4/10")
    kadis.expect("belum ada Kepala UPTD TCC yang dapat dijangkau")
    await kadis.press("Izinkan")
    kadis.skim()
    await kadis.press("Tunjuk pelaksana")
    kadis.expect("Belum ada yang memegang peran ini")


async def test_a_visit_can_be_cancelled(city: City) -> None:
    """By whoever asked for it, with a second press; whoever has it is told, and the guide is free."""
    staged = await visit_at(city, "appointed")
    await staged.visitor.press("Batalkan kunjungan")
    staged.visitor.expect("yakin Batalkan kunjungan?")
    await staged.visitor.press("Batalkan kunjungan")
    case = await city.case(staged.ticket)
    assert case.outcome == "withdrawn"
    assert not await Batch(city.db).unit(city.telegram.clock.now()).bookings.places()
    staged.skim()


async def test_only_those_concerned_see_and_press(city: City) -> None:
    """A stranger's code, link and typing open nothing; another guide does not check the visitors in."""
    staged = await visit_at(city, "appointed")
    stranger, colleague = city.citizen("Lain"), await city.staff("guide", "Galih")
    await stranger.write("/start")
    stranger.expect("Halo")
    await staged.come(minutes=-30)
    staged.skim()
    await stranger.write(f"/start visit_{staged.code}")
    stranger.expect("bukan wewenang Anda")
    await colleague.write(staged.code)
    colleague.expect("bukan wewenang Anda")
    await stranger.write(f"/start case_{staged.ticket}")
    stranger.expect("bukan wewenang Anda")
    assert (await city.case(staged.ticket)).step("guide") is not None
    await staged.visitor.write(f"/start visit_{staged.code}")
    staged.visitor.expect("Tunjukkan kepada petugas")
    await staged.guide.write("/start visit_ZZZZZZ")
    staged.guide.expect("tidak dikenal")
    await staged.guide.write(f"/start visit_{staged.code}")
    staged.guide.expect(staged.ticket, "Tamu datang")
    assert (await city.case(staged.ticket)).step("tour") is not None
    staged.skim()
