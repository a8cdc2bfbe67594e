"""/latihan: the alarm's screens without an alarm; nobody is woken, and the real thing is one press away."""

from datetime import timedelta

import pytest
from character import Character
from city import KARANG_BALIK, City
from sqlalchemy import select

from storage.schema import register

MARK, REAL = "LATIHAN", "Ini sungguhan → 🚨 PANIK"


async def begun(city: City) -> tuple[Character, Character, Character]:
    """A rehearsal that has just begun, beside an operator and an officer on duty."""
    operator, officer, citizen = await city.operator(), await city.officer(), city.citizen()
    await citizen.write("/start")
    citizen.expect("Halo")
    await citizen.press("Latihan")
    citizen.expect(MARK, "🕓 berarti BELUM terkirim", "✓ berarti sudah terkirim", REAL)
    citizen.expect(MARK, "SUDAH MASUK", "Kirim lokasi", REAL)
    return operator, officer, citizen


def ticket(citizen: Character) -> str:
    """The number of the newest rehearsal in the chat."""
    words = " ".join(message.text for message in citizen.person.chat.messages if message.from_bot)
    return max(word.strip("().") for word in words.replace("\n", " ").split(" ") if word.strip("(").startswith("LT-"))


async def test_the_whole_rehearsal(city: City) -> None:
    """Each screen of the alarm comes, marked; operator and officer hear nothing; the answer ends it."""
    operator, officer, citizen = await begun(city)
    await citizen.share(*KARANG_BALIK)
    citizen.expect(MARK, "Lokasi diterima", REAL)
    await city.forward(seconds=10)
    citizen.expect(MARK, "Operator menangani panggilan Anda", REAL)
    await citizen.write("di depan pasar")
    citizen.expect(MARK, "Diterima. Dalam panggilan sungguhan", REAL)
    await city.forward(seconds=15)
    citizen.expect(MARK, "Petugas berangkat", REAL)
    await city.forward(seconds=15)
    citizen.expect(MARK, "Petugas melapor sudah tiba", REAL)
    await city.forward(seconds=15)
    asked = citizen.expect("LATIHAN: apakah pertolongan sudah Anda terima?")
    assert [["Sudah, selesai", "Belum selesai"], ["Akhiri latihan"], ["🚨 Ini sungguhan"]] == asked.buttons
    await citizen.press("Sudah, selesai")
    citizen.expect(MARK, "dihitung sebagai latihan", "PANIK")
    assert "done" == (await city.case(ticket(citizen))).outcome
    operator.expect_nothing()
    officer.expect_nothing()


async def test_the_keyboard_has_the_real_alarm_on_top(city: City) -> None:
    """PANIK, the position, the end of the rehearsal; Jangan telepon once there is a position, as in an alarm."""
    _, _, citizen = await begun(city)
    assert [["🚨 PANIK"], ["📍 Kirim lokasi"], ["Akhiri latihan"]] == keyboard(citizen)
    await citizen.share(*KARANG_BALIK)
    citizen.expect("Lokasi diterima")
    assert [["🚨 PANIK"], ["📍 Kirim lokasi"], ["🤫 Jangan telepon"], ["Akhiri latihan"]] == keyboard(citizen)
    await citizen.press("Jangan telepon")
    citizen.expect(MARK, "agar tidak menelepon Anda", REAL)
    await citizen.press("Akhiri latihan")
    citizen.expect(MARK, "Latihan selesai")
    assert {"🧪 Latihan", "📋 Status saya"} <= {label for row in keyboard(citizen)[1:] for label in row}


def keyboard(citizen: Character) -> list[list[str]]:
    """The keys at the bottom."""
    shown = citizen.person.chat.keyboard
    assert shown is not None
    return [[key.text for key in row] for row in shown.brought.keyboard]


@pytest.mark.parametrize("located", [True, False])
async def test_it_ends_by_itself_within_ten_minutes(city: City, located: bool) -> None:
    """Whoever puts the phone away leaves no rehearsal behind."""
    operator, _, citizen = await begun(city)
    if located:
        await citizen.share(*KARANG_BALIK)
    await city.forward(minutes=10)
    case = await city.case(ticket(citizen))
    assert "over" == case.outcome
    assert case.closed_at is not None
    assert case.closed_at - case.opened_at < timedelta(minutes=10, seconds=5)
    citizen.skim()
    operator.expect_nothing()


async def test_without_a_position_the_screens_go_on(city: City) -> None:
    """After thirty seconds the citizen reads what they would read in an alarm."""
    _, _, citizen = await begun(city)
    await city.forward(seconds=30)
    citizen.expect(MARK, "Lokasi Anda belum kami terima", REAL)
    await city.forward(seconds=10)
    citizen.expect(MARK, "Operator menangani")


async def test_panik_during_a_rehearsal_is_a_real_alarm(city: City) -> None:
    """It rings as any other, with nothing of the rehearsal in it, and the rehearsal is over."""
    operator, _, citizen = await begun(city)
    await citizen.share(*KARANG_BALIK)
    await citizen.write("di depan pasar")
    citizen.skim()
    rehearsal = ticket(citizen)
    await citizen.press("PANIK")
    opened = citizen.expect("Panggilan Anda SUDAH MASUK", "Kirim lokasi")
    assert MARK not in opened.text
    card = operator.expect("Alarm baru", "Lokasi belum diketahui")
    assert "pasar" not in card.text
    assert "real" == (await city.case(rehearsal)).outcome
    alarm = await city.case(citizen.ticket())
    assert (None, ()) == (alarm.place, alarm.evidence)
    await city.forward(seconds=30)
    citizen.expect("Lokasi Anda belum kami terima. Panggilan Anda TETAP diteruskan")
    operator.expect("Belum ada yang menangani")


async def test_this_is_real_on_the_last_question(city: City) -> None:
    """The button under the question opens the alarm too."""
    operator, _, citizen = await begun(city)
    for seconds in (30, 10, 15, 15, 15):
        await city.forward(seconds=seconds)
    citizen.skim()
    await citizen.press("Ini sungguhan")
    citizen.expect("SUDAH MASUK")
    operator.expect("Alarm baru")
    assert "real" == (await city.case(ticket(citizen))).outcome


async def test_a_cry_for_help_is_asked_about(city: City) -> None:
    """It may have become real: Ya opens the alarm with the cry alone, Bukan lets the rehearsal go on."""
    operator, _, citizen = await begun(city)
    await citizen.write("kebakaran")
    citizen.expect("Apakah ini keadaan darurat?")
    await citizen.press("Bukan")
    citizen.expect("tidak kami kirim")
    await citizen.write("depan masjid")
    citizen.expect(MARK, "Pesan Anda diterima")
    await citizen.write("kebakaran sungguhan!")
    citizen.expect("Apakah ini keadaan darurat?")
    await citizen.press("Ya, kirim")
    citizen.expect("SUDAH MASUK")
    citizen.expect("Pesan Anda diterima")
    card = operator.expect("Alarm baru", "kebakaran sungguhan!")
    assert "masjid" not in card.text
    assert "real" == (await city.case(ticket(citizen))).outcome


async def test_batal_ends_it(city: City) -> None:
    """/batal is the way out everywhere."""
    _, _, citizen = await begun(city)
    await citizen.write("/batal")
    citizen.expect(MARK, "Latihan selesai")
    assert "stopped" == (await city.case(ticket(citizen))).outcome


async def test_one_at_a_time_and_not_beside_an_alarm(city: City) -> None:
    """/latihan again leads back to it; while the real thing is open there is none."""
    operator, _, citizen = await begun(city)
    await citizen.write("/latihan")
    citizen.expect(MARK, "masih berjalan")
    await citizen.write("/panik")
    citizen.expect("SUDAH MASUK")
    await citizen.write("/latihan")
    citizen.expect("Panggilan Anda masih terbuka")
    operator.expect("Alarm baru")


async def test_staff_rehearse_too_and_stay_free(city: City) -> None:
    """An officer who rehearses is not shown as busy, has no task of it, and their position is the rehearsal's."""
    operator, citizen = await city.operator(), city.citizen()
    officer = await city.officer()
    await officer.write("/latihan")
    officer.expect(MARK)
    officer.expect(MARK)
    await officer.share(3.40, 117.70)
    officer.expect(MARK, "Lokasi diterima")
    await officer.write("/tugas")
    officer.expect("Tidak ada yang menunggu")
    await citizen.write("/panik")
    await citizen.share(*KARANG_BALIK)
    await operator.press("Tangani")
    operator.skim()
    citizen.skim()
    await operator.press("Teruskan")
    asked = operator.expect("Siapa yang berangkat?")
    assert any(
        officer.name in label and "0 m" in label and "sibuk" not in label for row in asked.buttons for label in row
    )


async def test_it_is_counted_in_the_register(city: City) -> None:
    """As a drill under its own letters, however it ends."""
    _, _, citizen = await begun(city)
    case = await city.case(ticket(citizen))
    async with city.db.reading() as conn:
        (row,) = (await conn.execute(select(register).where(register.c.case_id == case.id))).all()
    assert (case.ticket, "drill") == (row.ticket, row.row["procedure"])
    await citizen.press("Akhiri latihan")
    citizen.skim()


async def test_whoever_reads_english_rehearses_in_english(city: City) -> None:
    """Frame, screens and buttons are of one language."""
    citizen = city.citizen("Guest", language="en")
    await citizen.write("/latihan")
    citizen.expect("REHEARSAL", "NOT yet sent", "This is real → 🚨 PANIC")
    citizen.expect("REHEARSAL", "HAS COME IN")
    await citizen.press("End the rehearsal")
    citizen.expect("REHEARSAL", "The rehearsal is over")
