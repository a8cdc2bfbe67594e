"""On the first working day of a month the agenda of the last one comes by itself, once, to whom the file names."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta

from character import Character
from city import City
from office_machine import content
from sheets_of_paper import text_of
from statistics_office import Bureau

from core.month import Month
from core.office_calendar import USUAL_CALENDAR
from simulator.chat import Message

ZONE = USUAL_CALENDAR.zone


async def month_end(city: City) -> date:
    """Go to 09:00 of the last working day before a month that begins with a day off; that month's first working day.

    The month before it has nothing of other scenarios.
    """
    month = Month.of(city.telegram.clock.now(), ZONE).after.after
    while USUAL_CALENDAR.works(month.begins(ZONE).date()):
        month = month.after
    first = month.begins(ZONE).date()
    await city.forward_to(at(USUAL_CALENDAR.working_day(first, -1), 9))
    return USUAL_CALENDAR.working_day(first)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment of a day in Tarakan."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


def resumes(who: Character) -> list[Message]:
    """The résumés that came and have not been read; then everything counts as read."""
    came = [message for message in who.person.inbox if "Rekap bulanan" in message.text]
    who.skim()
    return came


async def test_it_comes_after_the_days_off(city: City) -> None:
    """Spreadsheet and PDF to the heads of department and of statistics, with a line of what is in them; once."""
    first = await month_end(city)
    bureau = await Bureau.staffed(city)
    ticket = await bureau.ask()
    bureau.skim()
    await city.forward_to(at(first, 7, 29))
    assert [] == [message for one in bureau.everybody for message in resumes(one)]
    await city.forward_to(at(first, 7, 31))
    for head in (bureau.head, bureau.chief):
        came = resumes(head)
        files = {one.document.file_name: content(city, one) for one in came if one.document is not None}
        assert {"xlsx", "pdf"} == {name.rpartition(".")[2] for name in files}
        assert all("Buku agenda" in one.text and "1 catatan: 0 selesai, 1 masih berjalan" in one.text for one in came)
        (printed,) = (data for name, data in files.items() if name.endswith(".pdf"))
        assert ticket in text_of(printed)
    assert [] == [message for one in (bureau.checker, bureau.secretary, bureau.citizen) for message in resumes(one)]
    await city.restart(after=timedelta(days=1))
    assert [] == [message for one in bureau.everybody for message in resumes(one)]


async def test_it_is_made_up_for_on_a_working_day(city: City) -> None:
    """Whoever was off on that day sends it when they are back and it is worked, and not before; a restart adds none."""
    first = await month_end(city)
    bureau = await Bureau.staffed(city)
    saturday = first + timedelta(days=5 - first.weekday())
    await city.restart(after=at(saturday, 10) - city.telegram.clock.now())
    assert [] == resumes(bureau.head)
    await city.restart(after=at(USUAL_CALENDAR.working_day(saturday), 10) - at(saturday, 10))
    assert 2 == len(resumes(bureau.head))
    assert 2 == len(resumes(bureau.chief))
    await city.restart(after=timedelta(minutes=5))
    bureau.head.expect_nothing()
    bureau.skim()


async def test_a_stand_in_gets_it(city: City) -> None:
    """In the place of whoever is away; and a month without a line says so."""
    first = await month_end(city)
    head, deputy = await city.head("head_of_department", "Kadis"), await city.head("secretary", "Sari")
    await head.write("/delegasi")
    await head.press("Tunjuk pengganti")
    await head.press(deputy.name)
    await head.press("Plh")
    for day in (city.telegram.clock.now().astimezone(ZONE).date(), first):
        await head.write(f"{day:%d/%m/%Y}")
    await head.press("✅ Tunjuk")
    head.skim()
    deputy.skim()
    await city.forward_to(at(first, 7, 31))
    assert ["Tidak ada catatan" in one.text for one in resumes(deputy)] == [True, True]
    assert [] == resumes(head)


async def test_an_office_holiday_puts_it_off(found: Callable[..., Awaitable[City]]) -> None:
    """A day that the office has closed with /libur is no working day either."""
    city = await found()
    first = await month_end(city)
    head, admin = await city.head("head_of_department", "Kadis"), await city.staff("admin", "Admin")
    await admin.write(f"/libur tambah {first:%d/%m/%Y} Banjir")
    admin.expect("Banjir")
    await city.forward_to(at(first, 12))
    assert [] == resumes(head)
    await city.forward_to(at(USUAL_CALENDAR.working_day(first, 1), 7, 31))
    assert 2 == len(resumes(head))
    admin.skim()
