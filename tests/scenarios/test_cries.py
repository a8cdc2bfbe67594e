"""Not only alarms: what somebody in danger sends without having pressed PANIK is kept, and asked about."""

from collections.abc import Awaitable, Callable

import pytest
from alarm import STATION, alarm_at
from character import Character
from city import KARANG_BALIK, City

ASKED = "Apakah ini keadaan darurat?"
CRIES: dict[str, Callable[[Character], Awaitable[object]]] = {
    "position": lambda who: who.share(*KARANG_BALIK),
    "photo": lambda who: who.photo(),
    "voice": lambda who: who.voice(),
    "video": lambda who: who.video(),
    "tolong": lambda who: who.write("Tolong, ada orang"),
    "kebakaran": lambda who: who.write("KEBAKARAN di pasar"),
    "maling": lambda who: who.write("ada maling!"),
    "darurat": lambda who: who.write("ini darurat"),
    "help": lambda who: who.write("please help"),
}


@pytest.mark.parametrize("cry", CRIES)
async def test_a_cry_is_asked_about_and_rings_only_after_yes(city: City, cry: str) -> None:
    """Nobody is woken by the cry; one press makes it an alarm that has everything in it."""
    operator, citizen = await city.operator(), city.citizen()
    await CRIES[cry](citizen)
    assert [["🚨 Ya, kirim"], ["Bukan"]] == citizen.expect(ASKED).buttons
    operator.expect_nothing()
    await citizen.press("Ya, kirim")
    citizen.expect("SUDAH MASUK", "Butuh suara manusia")
    citizen.expect("iterima", "Operator sedang dipanggil")
    rung = operator.expect("Alarm baru", "Belum ada yang menangani")
    assert not rung.silent
    if cry in ("photo", "voice", "video"):
        assert cry == operator.expect(operator.ticket()).kind
    elif cry == "position":
        operator.expect_map(*KARANG_BALIK)
    citizen.expect_nothing()


@pytest.mark.parametrize("words", ["halo", "terima kasih", "menolong itu baik", "helpdesk"])
async def test_other_words_are_no_cry(city: City, words: str) -> None:
    """Whole words only, and only those that people in danger use."""
    citizen = city.citizen()
    await citizen.write(words)
    assert ASKED not in citizen.expect("tidak kami pahami").text


async def test_everything_kept_goes_into_the_alarm_at_once(city: City) -> None:
    """Position, all the words and the pictures of several messages: the first ring has the place."""
    operator, citizen = await city.operator(), city.citizen()
    await citizen.write("tolong")
    citizen.expect(ASKED)
    await citizen.photo("ruko warna hijau")
    citizen.expect(ASKED)
    await citizen.write("lantai dua")
    citizen.expect(ASKED)
    await citizen.share(*KARANG_BALIK)
    citizen.expect(ASKED)
    await citizen.press("Ya, kirim")
    opened = citizen.expect("SUDAH MASUK", "Lokasi Anda sudah ada")
    assert "tekan" not in opened.text
    assert ["🚨 PANIK"] == citizen.expect("Lokasi diterima").buttons[0]
    rung = operator.expect("Alarm baru", "tolong", "ruko warna hijau", "lantai dua", "1 berkas")
    assert "Lokasi belum diketahui" not in rung.text
    operator.expect_map(*KARANG_BALIK)
    assert "photo" == operator.expect("📷").kind
    citizen.expect_nothing()


async def test_an_album_is_answered_once(city: City) -> None:
    """Three pictures that come together are asked about once, and all of them are kept."""
    operator, citizen = await city.operator(), city.citizen()
    await citizen.album(None, None, None)
    citizen.expect(ASKED)
    citizen.expect_nothing()
    await citizen.press("Ya, kirim")
    citizen.expect("SUDAH MASUK")
    citizen.expect("iterima")
    operator.expect("3 berkas")
    assert ["photo"] * 3 == [operator.expect("📷").kind for _ in range(3)]


async def test_bukan_forgets_it(city: City) -> None:
    """No alarm, a kind word, and nothing of it in a later alarm."""
    operator, citizen = await city.operator(), city.citizen()
    await citizen.share(*KARANG_BALIK)
    citizen.expect(ASKED)
    await citizen.press("Bukan")
    citizen.expect("tidak kami kirim", "PANIK")
    operator.expect_nothing()
    await citizen.press("PANIK")
    citizen.expect("SUDAH MASUK", "Kirim lokasi")
    operator.expect("Lokasi belum diketahui")
    citizen.expect_nothing()


async def test_batal_forgets_it_too(city: City) -> None:
    """/batal says the same as Bukan."""
    citizen = city.citizen()
    await citizen.write("tolong")
    citizen.expect(ASKED)
    await citizen.write("/batal")
    citizen.expect("tidak kami kirim")


async def test_panik_takes_what_was_kept_along(city: City) -> None:
    """Who presses PANIK instead of answering has answered."""
    operator, citizen = await city.operator(), city.citizen()
    await citizen.share(*KARANG_BALIK)
    citizen.expect(ASKED)
    await citizen.write("/panik")
    citizen.expect("SUDAH MASUK", "Lokasi Anda sudah ada")
    citizen.expect("Lokasi diterima")
    operator.expect("Belum ada yang menangani")
    operator.expect_map(*KARANG_BALIK)


async def test_ya_pressed_twice_is_one_alarm(city: City) -> None:
    """A frightened thumb: the second press rings again."""
    operator, citizen = await city.operator(), city.citizen()
    await citizen.write("tolong")
    asked = citizen.expect(ASKED)
    for _ in range(2):
        await citizen.does(citizen.person.press_data, asked, "v1:cry:yes")
    citizen.expect("SUDAH MASUK")
    citizen.expect("Pesan Anda diterima")
    citizen.expect("masih terbuka")
    assert 1 == len(citizen.tickets())
    operator.skim()


async def test_a_ya_that_cannot_be_read_reaches_the_operators_as_it_is(city: City) -> None:
    """The press that makes an alarm is not lost to a shape of an update that nobody knows."""
    operator, citizen = await city.operator(), city.citizen()
    await citizen.write("tolong")
    citizen.expect(ASKED)
    query = {"id": "1", "from": {"id": citizen.id}, "message": {"chat": {"id": citizen.id}}, "data": "v1:cry:yes"}
    await citizen.does(city.telegram.inject, {"callback_query": query})
    operator.expect("ALARM MENTAH", str(citizen.id))
    citizen.expect("diteruskan ke operator", "112")


async def test_a_position_of_long_ago_is_told_but_not_believed(city: City) -> None:
    """After half an hour people are elsewhere: it reaches the operator as words, and the citizen is asked anew."""
    operator, citizen = await city.operator(), city.citizen()
    await citizen.share(*KARANG_BALIK)
    citizen.expect(ASKED)
    await city.forward(minutes=31)
    await citizen.press("Ya, kirim")
    citizen.expect("SUDAH MASUK", "Kirim lokasi")
    citizen.expect("Pesan Anda diterima")
    operator.expect("Lokasi belum diketahui", "14:00", "3.3013,117.5853")


async def test_after_a_day_it_is_forgotten(city: City) -> None:
    """Ya still opens an alarm then, without what is out of date."""
    operator, citizen = await city.operator(), city.citizen()
    await citizen.photo()
    asked = citizen.expect(ASKED)
    await city.forward(hours=25)
    await citizen.write("halo")
    citizen.expect("tidak kami pahami")
    await citizen.press("Ya, kirim", asked)
    citizen.expect("SUDAH MASUK", "Kirim lokasi")
    assert "berkas" not in operator.expect("Lokasi belum diketahui").text
    citizen.expect_nothing()


async def test_what_cannot_be_read_leaves_the_question_standing(city: City) -> None:
    """A sticker or 0,0 after the cry loses nothing."""
    operator, citizen = await city.operator(), city.citizen()
    await citizen.write("tolong")
    citizen.expect(ASKED)
    await citizen.does(citizen.person.send_sticker)
    citizen.expect(ASKED)
    await citizen.share(0.0, 0.0)
    citizen.expect("0,0")
    await citizen.press("Ya, kirim")
    citizen.expect("SUDAH MASUK")
    citizen.expect("Pesan Anda diterima")
    operator.expect("tolong")


async def test_a_citizen_of_a_closed_case_is_asked(city: City) -> None:
    """Whoever writes again after the end may need help again."""
    operator, _, citizen = await alarm_at(city, "closed")
    await citizen.write("tolong, apinya menyala lagi")
    citizen.expect(ASKED)
    operator.expect_nothing()


async def test_officers_positions_are_duty_and_their_other_cries_are_cries(city: City) -> None:
    """A position of staff is where they are; a voice without a case, or tolong, is asked about."""
    officer = await city.officer()
    await officer.share(*STATION)
    officer.expect("Posisi Anda diterima")
    await officer.voice()
    officer.expect(ASKED)
    await officer.share(*STATION)
    officer.expect("Posisi Anda diterima")
    await officer.press("Bukan")
    officer.expect("tidak kami kirim")


async def test_staff_with_a_case_add_to_it(city: City) -> None:
    """Words of somebody who works on a case belong to it, whatever they are."""
    operator, officer, _ = await alarm_at(city, "travelling")
    await officer.write("tolong kirim mobil kedua")
    officer.expect("Ditambahkan")
    operator.expect("tolong kirim mobil kedua")
