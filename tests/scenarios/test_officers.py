"""What the officer is asked and can answer, from Teruskan to the report."""

from datetime import timedelta
from hashlib import sha256

from alarm import FURTHER, STATION, alarm_at
from city import KARANG_BALIK, City

from simulator.files import grey_picture
from storage import evidence


async def test_the_officer_gets_the_card_the_map_and_one_button_a_row(city: City) -> None:
    """Teruskan makes the officer's phone ring: what, where, until when, and the way there."""
    operator, officer, _ = await alarm_at(city, "taken")
    await operator.press("Teruskan")
    operator.expect("Siapa yang berangkat?")
    await operator.press(officer.name)
    operator.expect_answer("Tercatat")
    card = officer.expect("Tahap 3/7", "Petugas diminta konfirmasi", "1,1 km dari lokasi")
    officer.expect_map(*KARANG_BALIK)
    assert not card.silent
    assert [["Siap"], ["🧭 Rute"], ["Tidak bisa"], ["🆘 Saya dalam bahaya"]] == card.buttons
    assert "destination=3.3013,117.5853" in card.markup.inline_keyboard[1][0].url


async def test_siap_tells_citizen_and_operator(city: City) -> None:
    """The citizen reads that somebody comes and from how far, the operator that the officer is on the way."""
    operator, officer, citizen = await alarm_at(city, "passed on")
    await officer.press("Siap")
    officer.expect_answer("Siap")
    citizen.expect("Petugas berangkat pukul 14:", "sekitar 1,1 km dari Anda", "Tunggu di tempat yang aman")
    operator.expect(officer.name, "siap, berangkat pukul 14:")
    officer.sees("Petugas menuju lokasi")
    assert [
        "Tiba",
        "🧭 Rute",
        "Tidak bisa",
        "Tanya pelapor",
        "Minta tambahan",
        "🆘 Saya dalam bahaya",
        "↩️ Urungkan",
    ] == officer.buttons()


async def test_tidak_bisa_makes_the_operators_ring_again(city: City) -> None:
    """Whoever cannot go says why; every operator on duty is called, and the card names no officer any more."""
    other = await city.operator()
    operator, officer, citizen = await alarm_at(city, "passed on")
    await officer.press("Tidak bisa")
    asked = officer.expect("Apa halangannya?")
    assert ["kendaraan bermasalah"] in asked.buttons
    await officer.press("kendaraan bermasalah")
    officer.expect_answer("Tercatat")
    for called in (operator, other):
        rung = called.expect("Tahap 2/7", "Belum ada yang menangani")
        assert officer.name not in rung.text
        assert not rung.silent
    operator.expect(officer.name, "tidak bisa berangkat (kendaraan bermasalah)")
    citizen.expect_nothing()
    assert ["↩️ Urungkan"] == officer.buttons()


async def test_an_officer_on_the_way_can_still_say_that_it_does_not_work(city: City) -> None:
    """Tidak bisa stays until Tiba, and takes words of one's own."""
    operator, officer, citizen = await alarm_at(city, "travelling")
    await officer.press("Tidak bisa")
    officer.expect("Apa halangannya?")
    await officer.write("ban pecah di Jl. Mulawarman")
    officer.expect("Tercatat")
    operator.expect("Belum ada yang menangani")
    operator.expect("tidak bisa berangkat (ban pecah di Jl. Mulawarman)")
    citizen.expect("tidak dapat melanjutkan", "petugas lain")


async def test_after_two_minutes_without_an_answer_the_next_nearest_is_asked(city: City) -> None:
    """Silence passes the case on: the next nearest is called, the first one and the operator are told."""
    further = await city.officer("Sari", place=FURTHER)
    operator, officer, _ = await alarm_at(city, "passed on")
    asked_at = (await city.case(operator.ticket())).step("confirm").opened_at
    await city.forward(seconds=60)
    officer.expect("hampir habis", "Petugas diminta konfirmasi")
    further.expect_nothing()
    await city.forward_to(asked_at + timedelta(minutes=2))
    officer.expect("dialihkan karena belum Anda jawab", "tidak perlu berangkat")
    further.expect("Petugas diminta konfirmasi", "5,4 km dari lokasi")
    further.expect_map(*KARANG_BALIK)
    operator.expect(officer.name, "tidak menjawab", f"Yang dimintai sekarang: {further.name}")
    assert [] == officer.buttons()
    await further.press("Siap")
    further.expect_answer("Siap")
    city.skim()


async def test_with_nobody_left_the_case_goes_back_to_the_operators(city: City) -> None:
    """When the last officer has not answered either, the operators ring."""
    operator, officer, _ = await alarm_at(city, "passed on")
    await city.forward(seconds=60)
    officer.expect("hampir habis")
    await city.forward(seconds=61)
    officer.expect("dialihkan karena belum Anda jawab")
    rung = operator.expect("Tahap 2/7", "Belum ada yang menangani")
    assert not rung.silent
    operator.expect(officer.name, "tidak menjawab", "Pilih petugas lain")


async def test_tiba_and_selesai_reach_citizen_and_operator(city: City) -> None:
    """Arriving is told to both; finishing starts the report's five minutes."""
    operator, officer, citizen = await alarm_at(city, "travelling")
    await officer.press("Tiba")
    citizen.expect("Petugas melapor sudah tiba pukul 14:", "Belum bertemu?")
    operator.expect(officer.name, "tiba pukul 14:")
    officer.sees("Penanganan di lokasi")
    await officer.press("Selesai di lokasi")
    operator.expect(officer.name, "selesai di lokasi pukul 14:", "laporannya menyusul")
    officer.sees("Tahap 4/7", "Petugas menyusun laporan")
    assert "Lapor" in officer.buttons()


async def test_a_report_by_voice_with_an_album_is_answered_once(city: City) -> None:
    """The account may be spoken; three pictures sent together are one answer."""
    operator, officer, _ = await alarm_at(city, "finished")
    await officer.press("Lapor")
    officer.expect("Ceritakan penanganannya")
    await officer.voice()
    officer.expect("sedikitnya satu foto")
    await officer.album(None, None, None)
    officer.expect("Diterima (paling banyak 10)")
    officer.expect_nothing()
    await officer.press("Selesai")
    officer.expect_answer("Tercatat")
    for _ in range(4):
        assert operator.expect(operator.ticket()).kind in ("voice", "photo")
    operator.expect("giliran Anda", "Operator mencatat")
    assert ["voice", "photo", "photo", "photo"] == [item.kind for item in (await city.case(officer.ticket())).evidence]


async def test_more_photos_can_follow_the_first(city: City) -> None:
    """Each picture is counted until Selesai."""
    _, officer, _ = await alarm_at(city, "finished")
    await officer.press("Lapor")
    officer.expect("Ceritakan penanganannya")
    await officer.write("Api padam.")
    officer.expect("sedikitnya satu foto")
    await officer.photo()
    officer.expect("1 diterima")
    await officer.photo()
    officer.expect("2 diterima")
    await officer.press("Selesai")
    officer.expect_answer("Tercatat")
    city.skim()


async def test_a_report_without_a_photo_says_why(city: City) -> None:
    """Where no picture can be taken, a ready reason stands in for it."""
    operator, officer, _ = await alarm_at(city, "finished")
    await officer.press("Lapor")
    officer.expect("Ceritakan penanganannya")
    await officer.write("Korban dibawa ke rumah sakit.")
    officer.expect("sedikitnya satu foto")
    await officer.press("Tidak ada")
    asked = officer.expect("Mengapa tanpa foto?")
    assert ["demi privasi korban"] in asked.buttons
    await officer.press("demi privasi korban")
    officer.expect_answer("Tercatat")
    operator.expect("Korban dibawa ke rumah sakit.")
    operator.expect("Mengapa tanpa foto? demi privasi korban")
    operator.expect("giliran Anda")
    assert "demi privasi korban" == (await city.case(officer.ticket())).personal["no_photo"]


async def test_an_answer_can_be_given_again(city: City) -> None:
    """Kembali asks the question before, and the newer answer counts."""
    operator, officer, _ = await alarm_at(city, "finished")
    await officer.press("Lapor")
    officer.expect("Ceritakan penanganannya")
    await officer.write("Api padm.")
    officer.expect("sedikitnya satu foto")
    await officer.press("Kembali")
    officer.expect("Ceritakan penanganannya")
    await officer.write("Api padam.")
    officer.expect("sedikitnya satu foto")
    await officer.photo()
    officer.expect("1 diterima")
    await officer.press("Selesai")
    operator.expect("Api padam.")
    operator.expect("📷")
    operator.expect("giliran Anda")


async def test_an_update_follows_the_report(city: City) -> None:
    """While the operator records, the officer can add words and pictures; the operator gets them."""
    operator, officer, _ = await alarm_at(city, "reported")
    await officer.press("Update")
    officer.expect("Apa yang perlu ditambahkan?")
    await officer.write("Pemilik rumah sudah kembali.")
    officer.expect("Kirim foto tambahan")
    await officer.press("Lewati")
    officer.expect_answer("Tercatat")
    operator.expect("Pemilik rumah sudah kembali.")
    operator.sees("Pemilik rumah sudah kembali.", "Tahap 6/7")


async def test_photos_are_kept_at_full_size_with_their_hash(city: City) -> None:
    """The file under DATA_DIR is byte for byte what the officer sent, and the case knows its SHA-256."""
    picture = grey_picture(1280, 960)
    _, officer, _ = await alarm_at(city, "finished")
    await officer.press("Lapor")
    await officer.write("Api padam.")
    await officer.album(picture)
    await officer.press("Selesai")
    city.skim()
    case = await city.case(officer.ticket())
    (kept,) = await evidence.of_case(city.db, case.id)
    assert picture == (city.bot.folder / kept.path).read_bytes()
    assert sha256(picture).hexdigest() == kept.sha256 == case.evidence[0].sha256


async def test_what_the_officer_sends_on_the_scene_is_kept_in_the_case(city: City) -> None:
    """A picture and words without any button reach the operator and the card."""
    operator, officer, _ = await alarm_at(city, "on the scene")
    await officer.write("Perlu mobil tangki tambahan.")
    officer.expect("Ditambahkan")
    operator.expect("Perlu mobil tangki tambahan.")
    await officer.photo()
    officer.expect("Ditambahkan")
    assert "photo" == operator.expect().kind
    operator.sees("Perlu mobil tangki tambahan.", "1 berkas")


async def test_a_position_of_the_officer_on_the_way_changes_the_distance(city: City) -> None:
    """A live location that moves closer is seen on the operator's card."""
    operator, officer, _ = await alarm_at(city, "travelling")
    operator.sees("1,1 km dari lokasi")
    live = await officer.does(officer.person.start_live, *STATION)
    officer.expect("Posisi Anda diterima")
    await officer.does(officer.person.move_live, live, 3.3030, 117.5853)
    officer.expect_nothing()
    await officer.press("Tiba")
    city.skim()
    operator.sees("190 m dari lokasi")
