"""One message each working morning to whoever has work waiting that takes days; a nag only when it becomes late."""

from datetime import UTC, datetime, timedelta

from city import City
from proposals import propose

from core.office_calendar import USUAL_CALENDAR


def morning(at: datetime, days: int, minute: int = 31) -> datetime:
    """So many days later, a minute after 07:30 in Tarakan."""
    day = at + timedelta(days=days - 1)
    return datetime(day.year, day.month, day.day, 23, minute, tzinfo=UTC)


async def test_a_digest_each_working_morning_and_a_nag_when_it_is_late(bureau: City) -> None:
    """What, since when, red what is late; nothing on a Sunday; once a morning, also after a restart.

    Whoever is above reads what is late there, who has it and since when.
    """
    secretary, head = await bureau.head("secretary", "Sekretaris"), await bureau.head("head_of_department", "Kadis")
    began = await bureau.monday()
    secretary.skim()
    head.skim()
    await propose(bureau, "Tanam pohon")
    await propose(bureau, "Perbaiki trotoar")
    secretary.skim()
    await bureau.forward_to(morning(began, 1))
    digest = secretary.expect("Menunggu Anda pagi ini: 2", "• US-", "Sekretaris membaca usulan", "sejak")
    assert "🔴" not in digest.text
    await bureau.restart()
    await bureau.forward(minutes=5)
    secretary.expect_nothing()
    await bureau.forward_to(morning(began, 2))
    secretary.expect("Menunggu Anda pagi ini: 2")
    await bureau.forward_to(began + timedelta(days=2, minutes=5))
    secretary.expect("waktunya sudah lewat")
    secretary.expect("waktunya sudah lewat")
    head.skim()
    await bureau.forward_to(morning(began, 3))
    secretary.expect("Menunggu Anda pagi ini: 2", "🔴 US-")
    (above,) = [message for message in head.person.inbox if "Terlambat di meja bawahan Anda: 2" in message.text]
    assert "Menunggu Anda pagi ini" not in above.text
    line = f"Sekretaris membaca usulan · {secretary.name} · sejak {began.astimezone(USUAL_CALENDAR.zone):%d/%m %H:%M}"
    assert 2 == above.text.count(line)
    head.skim()
    await head.press("🔴 US-", above)
    head.expect("Tanam pohon")
    head.skim()
    await secretary.press("Satu per satu")
    first = secretary.expect("Tanam pohon")
    await secretary.press("Berikutnya", first)
    second = secretary.expect("Perbaiki trotoar")
    await secretary.press("Berikutnya", second)
    secretary.expect("Tanam pohon")


async def test_after_a_long_outage_there_is_one(bureau: City) -> None:
    """Not one for each morning that passed."""
    secretary = await bureau.head("secretary", "Sekretaris")
    began = await bureau.monday()
    secretary.skim()
    await propose(bureau, "Tanam pohon")
    secretary.skim()
    await bureau.restart(after=morning(began, 4, minute=50) - began)
    digests = [message.text for message in secretary.person.inbox if "Menunggu Anda pagi ini" in message.text]
    assert 1 == len(digests)
    secretary.skim()
