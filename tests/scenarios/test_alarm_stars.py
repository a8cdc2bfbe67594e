"""The day after an alarm its reporter is asked for stars: by day, once, and never where it could hurt."""

from datetime import datetime, timedelta

import pytest
from alarm import alarm_at, pass_on, record, report
from character import Character
from city import KARANG_BALIK, City

from core.office_calendar import USUAL_CALENDAR

ASKED = "Bagaimana pelayanan kami secara keseluruhan?"
Trio = tuple[Character, Character, Character]


async def taken(city: City, kind: str | None) -> Trio:
    """An alarm that its operator has, of that kind."""
    operator, officer, citizen = await alarm_at(city, "taken")
    if kind is not None:
        await operator.press("Jenis kejadian")
        await operator.press(kind)
    return operator, officer, citizen


async def closed(city: City, kind: str | None = "Kebakaran", *, silent: bool = False) -> Trio:
    """An alarm of that kind from PANIK to its end; everybody has read everything so far."""
    operator, officer, citizen = await taken(city, kind)
    if silent:
        await citizen.press("Jangan telepon")
    await pass_on(operator, officer)
    for label in ("Siap", "Tiba", "Selesai di lokasi"):
        await officer.press(label)
    await report(officer, "Selesai ditangani.")
    await record(operator)
    city.skim()
    return operator, officer, citizen


async def test_stars_the_next_day(city: City) -> None:
    """At the same hour of the next day, one tap; the head reads the mean of them."""
    head = await city.head()
    _, _, citizen = await closed(city)
    ticket = citizen.ticket()
    await city.forward(hours=23, minutes=50)
    citizen.expect_nothing()
    await city.restart(after=timedelta(minutes=20))
    question = citizen.expect(ticket, "sudah selesai", "boleh dilewati", ASKED)
    await citizen.press("⭐⭐⭐⭐ Baik", question)
    assert "Jawaban Anda membantu" in question.text
    assert [] == question.buttons
    head.skim()
    await head.write("/laporan")
    head.expect("Layanan Informasi Alarm Kota", "⭐", "dari 5")
    await city.forward(days=2)
    citizen.expect_nothing()
    city.skim()


async def test_it_may_be_skipped(city: City) -> None:
    """Lewati ends it, without an answer."""
    _, _, citizen = await closed(city)
    await city.forward(hours=24, minutes=5)
    question = citizen.expect(ASKED)
    await citizen.press("Lewati", question)
    assert "Baik, tidak apa-apa" in question.text
    city.skim()


async def test_a_night_is_slept_through(city: City) -> None:
    """What ended at one in the morning is asked about at eight on the next day."""
    night = city.telegram.clock.now().astimezone(USUAL_CALENDAR.zone) + timedelta(days=1)
    await city.forward_to(datetime(night.year, night.month, night.day, 1, tzinfo=USUAL_CALENDAR.zone))
    _, _, citizen = await closed(city)
    morning = datetime(night.year, night.month, night.day, 8, tzinfo=USUAL_CALENDAR.zone) + timedelta(days=1)
    await city.forward_to(morning - timedelta(minutes=1))
    citizen.expect_nothing()
    await city.forward(minutes=2)
    citizen.expect(ASKED)
    city.skim()


@pytest.mark.parametrize("kind", ["Kejahatan", "Mobil jenazah", "Belum jelas", None])
async def test_violence_and_death_are_not_asked_about(city: City, kind: str | None) -> None:
    """Nor what nobody has said the kind of."""
    _, _, citizen = await closed(city, kind)
    await city.forward(days=2)
    citizen.expect_nothing()
    city.skim()


async def test_a_silent_alarm_is_not_asked_about(city: City) -> None:
    """Somebody may stand beside them the next day too."""
    _, _, citizen = await closed(city, silent=True)
    await city.forward(days=2)
    citizen.expect_nothing()
    city.skim()


async def test_a_false_alarm_is_not_asked_about(city: City) -> None:
    """It has ended as no emergency."""
    operator, _, citizen = await taken(city, "Kebakaran")
    await operator.press("Bukan darurat")
    await operator.press("tidak sengaja tertekan")
    city.skim()
    await city.forward(days=2)
    citizen.expect_nothing()
    city.skim()


async def test_whoever_was_forgotten_is_not_asked(city: City) -> None:
    """What /privasi has erased is over."""
    _, _, citizen = await closed(city)
    await citizen.write("/privasi")
    await citizen.press("Hapus")
    await citizen.press("Hapus")
    city.skim()
    await city.forward(days=2)
    citizen.expect_nothing()
    city.skim()


async def test_what_is_not_finished_is_not_asked_about(city: City) -> None:
    """Its reporter contests the end: the head has it again."""
    await city.head()
    _, _, citizen = await closed(city)
    await citizen.press("Belum selesai")
    city.skim()
    await city.forward(hours=30)
    assert ASKED not in "\n".join(message.text for message in citizen.person.chat.messages)
    city.skim()


async def test_a_rehearsal_is_not_asked_about(city: City) -> None:
    """Nothing has happened."""
    citizen = city.citizen()
    await citizen.write("/latihan")
    await citizen.share(*KARANG_BALIK)
    await city.forward(minutes=20)
    citizen.skim()
    await city.forward(days=2)
    citizen.expect_nothing()
