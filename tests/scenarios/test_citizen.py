"""What a frightened citizen can do wrong, send, ask and read."""

import json
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from alarm import STAGES, alarm_at
from city import KARANG_BALIK, City

ELSEWHERE = (3.3200, 117.6000)
Found = Callable[..., Awaitable[City]]


async def test_start_greets_with_the_alarm_on_top(city: City) -> None:
    """The first message shows PANIK alone in the first row, and asks for no registration."""
    citizen = city.citizen()
    await citizen.write("/start")
    greeting = citizen.expect("PANIK", "Tidak perlu mendaftar", "112")
    assert ["🚨 PANIK"] == greeting.buttons[0]


async def test_help_names_the_commands(city: City) -> None:
    """/bantuan says what there is, and what to do without the bot."""
    citizen, operator = city.citizen(), await city.operator()
    await citizen.write("/bantuan")
    citizen.expect("PANIK", "Status saya", "/bahasa", "/batal", "112")
    await operator.write("/bantuan")
    operator.expect("Piket mulai", "Tugas saya")


async def test_the_language_changes_everything_that_follows(city: City) -> None:
    """After /bahasa the buttons, the alarm's texts and the news are English; staff still read Indonesian."""
    operator, officer, citizen = await city.operator(), await city.officer(), city.citizen()
    await citizen.write("/bahasa")
    citizen.expect("Pilih bahasa")
    await citizen.press("English")
    assert ["🚨 PANIC"] == citizen.expect("we speak English").buttons[0]
    await citizen.press("PANIC")
    citizen.expect("Your call HAS COME IN", "Send position")
    await citizen.share(*KARANG_BALIK)
    citizen.expect("Position received")
    await operator.press("Tangani")
    citizen.expect("An operator has had your call since 14:0")
    await operator.press("Bukan darurat")
    await operator.press("tidak sengaja tertekan")
    citizen.expect("not an emergency (pressed by accident)", "If you STILL need help")
    operator.skim()
    officer.expect_nothing()


async def test_an_english_phone_is_spoken_to_in_english(city: City) -> None:
    """Whose Telegram is English reads English from the first message on."""
    operator = await city.operator()
    citizen = city.citizen("Guest", language="en")
    await citizen.write("/panik")
    citizen.expect("Your call HAS COME IN")
    await citizen.press("Cancel")
    citizen.expect("was withdrawn")
    operator.skim()


async def test_batal_before_the_position_withdraws_the_call(city: City) -> None:
    """Pressed by accident: one press more and nobody is woken."""
    operator, _, citizen = await alarm_at(city, "pressed")
    await citizen.press("Batal")
    citizen.expect("dibatalkan pukul 14:0", "sebelum diteruskan ke operator")
    operator.sees("Dibatalkan pelapor")
    await city.forward(seconds=60)
    operator.expect_nothing()


async def test_batal_after_the_position_is_a_request(city: City) -> None:
    """Whoever holds the phone may not be the one in danger: the case stays open, and the operator is told."""
    operator, _, citizen = await alarm_at(city, "taken")
    await citizen.write("/batal")
    citizen.expect("BELUM ditutup", "sampai operator memastikan")
    operator.expect("minta panggilan ditutup", "pastikan dulu")
    operator.sees("Tahap 2/7")


async def test_panik_again_rings_again_and_is_counted(city: City) -> None:
    """A second press opens no second case: the operators hear it, and the card counts it."""
    operator, _, citizen = await alarm_at(city, "ringing")
    ticket = citizen.ticket()
    await citizen.press("PANIK")
    citizen.expect("masih terbuka", ticket, "lokasi Anda sudah ada", "Operator dipanggil lagi")
    rung = operator.expect("ditekan 2×", "Belum ada yang menangani")
    operator.expect("pelapor menekan lagi (2×)")
    assert not rung.silent
    assert 2 == (await city.case(ticket)).presses


async def test_panik_again_reaches_operator_and_officer(city: City) -> None:
    """Once somebody is on the way, both hear that the reporter has pressed again."""
    operator, officer, citizen = await alarm_at(city, "travelling")
    await citizen.press("PANIK")
    citizen.expect("masih terbuka")
    operator.expect("pelapor menekan lagi (2×)")
    officer.expect("pelapor menekan lagi (2×)")


async def test_a_landmark_in_words_is_an_answer(city: City) -> None:
    """Words instead of a position make it ring at once, with the words on the card."""
    operator, _, citizen = await alarm_at(city, "pressed")
    await citizen.write("depan Masjid Baitul Izzah, RT 5, ada asap <tebal>")
    citizen.expect("Pesan Anda diterima", "Operator sedang dipanggil", "Kirim lokasi")
    rung = operator.expect("depan Masjid Baitul Izzah, RT 5, ada asap <tebal>", "Lokasi belum diketahui")
    assert not rung.silent


@pytest.mark.parametrize("kind", ["voice", "photo"])
async def test_a_voice_or_a_picture_is_an_answer(city: City, kind: str) -> None:
    """Whoever cannot type speaks or sends a picture; it rings, and the operator hears or sees it."""
    operator, _, citizen = await alarm_at(city, "pressed")
    await (citizen.voice() if kind == "voice" else citizen.photo())
    citizen.expect("Pesan Anda diterima", "Operator sedang dipanggil")
    operator.expect("Belum ada yang menangani", "1 berkas")
    assert kind == operator.expect(operator.ticket()).kind


@pytest.mark.parametrize("kind", ["words", "photo", "voice", "video"])
async def test_what_comes_later_reaches_operator_and_officer(city: City, kind: str) -> None:
    """Words, pictures, voice and films are acknowledged, and shown to both while the officer is on the way."""
    operator, officer, citizen = await alarm_at(city, "travelling")
    acts = {"photo": citizen.photo, "voice": citizen.voice, "video": citizen.video}
    await (citizen.write("ada dua anak di dalam") if kind == "words" else acts[kind]())
    citizen.expect("diteruskan ke yang menangani")
    for reader in (operator, officer):
        if kind == "words":
            reader.expect("pelapor: ada dua anak di dalam")
        else:
            assert kind == reader.expect(operator.ticket()).kind


async def test_a_new_position_reaches_operator_and_officer_as_a_map(city: City) -> None:
    """Whoever has fled to another place is looked for there."""
    operator, officer, citizen = await alarm_at(city, "travelling")
    await citizen.share(*ELSEWHERE)
    citizen.expect("Lokasi baru diterima")
    operator.expect_map(*ELSEWHERE)
    officer.expect_map(*ELSEWHERE)


STATUS = {
    "pressed": "Menunggu lokasi",
    "ringing": "Operator memverifikasi",
    "passed on": "Petugas diminta konfirmasi",
    "travelling": "Petugas menuju lokasi",
    "on the scene": "Penanganan di lokasi",
    "finished": "Petugas menyusun laporan",
    "reported": "Operator mencatat",
    "closed": "Selesai, ditutup",
}


async def test_status_tells_each_stage(city: City) -> None:
    """/status names the case, where it stands and since when, from the press to the end."""
    people = (await city.operator(), await city.officer(), city.citizen())
    citizen = people[2]
    await citizen.write("/status")
    citizen.expect("belum punya laporan")
    for stage, act in STAGES.items():
        await act(*people)
        citizen.skim()
        if stage in STATUS:
            await citizen.write("/status")
            citizen.expect(citizen.ticket(), STATUS[stage], "14:0")
    city.skim()


def square(folder: Path) -> Path:
    """An AREAS_FILE with one invented kelurahan around Karang Balik."""
    lat, lon = KARANG_BALIK
    turns = ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))
    corners = [[lon + east / 100, lat + north / 100] for east, north in turns]
    feature = {
        "type": "Feature",
        "properties": {"kelurahan": "Contoh Balik", "kecamatan": "Contoh Barat"},
        "geometry": {"type": "Polygon", "coordinates": [corners]},
    }
    path = folder / "areas.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    return path


async def test_places_are_named_where_the_areas_are_known(found: Found, tmp_path: Path) -> None:
    """With AREAS_FILE the citizen reads the kelurahan, the operator the kecamatan too; outside, how far it is."""
    city = await found(AREAS_FILE=str(square(tmp_path)))
    operator, citizen = await city.operator(), city.citizen()
    await citizen.write("/panik")
    citizen.expect("SUDAH MASUK")
    operator.expect("Lokasi belum diketahui")
    await citizen.share(*KARANG_BALIK)
    citizen.expect("sekitar Kel. Contoh Balik")
    operator.expect("Kel. Contoh Balik, Kec. Contoh Barat")
    operator.expect_map(*KARANG_BALIK)
    await citizen.share(*ELSEWHERE)
    citizen.expect("Lokasi baru diterima: di luar wilayah kota, mungkin di laut, sekitar 1,1 km dari Kel. Contoh Balik")
    operator.expect_map(*ELSEWHERE)
    operator.sees("⚠️ di luar wilayah kota, mungkin di laut, sekitar 1,1 km dari Kel. Contoh Balik")


async def test_a_wish_to_cancel_on_the_way_reaches_the_operator_and_not_the_officer(city: City) -> None:
    """The officer keeps going; the operator is told that the reporter asks to cancel, and decides."""
    operator, officer, citizen = await alarm_at(city, "travelling")
    await citizen.write("/batal")
    citizen.expect("sampai operator memastikan")
    operator.expect("minta panggilan ditutup")
    officer.expect_nothing()
