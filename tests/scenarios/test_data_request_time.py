"""A statistics request in the office's time, and within the days that UU 14/2008 gives."""

from datetime import timedelta

import pytest
from city import City
from statistics_office import Bureau, working_morning

from core.office_calendar import USUAL_CALENDAR

MINUTE = timedelta(minutes=1)


@pytest.fixture
async def bureau(city: City) -> Bureau:
    """A Monday morning at the office."""
    await working_morning(city)
    return await Bureau.staffed(city)


async def until(bureau: Bureau, days: int, opened: object) -> None:
    """A minute after so many working days are over; what came before is not looked at."""
    moment = USUAL_CALENDAR.add_days(opened, days)  # type: ignore[arg-type]
    await bureau.city.forward_to(moment - 5 * MINUTE)
    bureau.skim()
    await bureau.city.forward(minutes=6)


async def test_a_day_that_begins_on_friday_ends_on_monday(bureau: Bureau) -> None:
    """A desk with one working day, reached at 15:00 on a Friday, is late on Monday after 15:00 and not before."""
    await bureau.city.forward(days=4, hours=6)
    ticket = await bureau.ask()
    bureau.head.sees(ticket, "Batas")
    bureau.skim()
    await bureau.city.forward(days=2, hours=23)
    assert "waktunya sudah lewat" not in bureau.heard(bureau.head)
    await bureau.city.forward(hours=1, minutes=1)
    bureau.shows(bureau.head, ticket, "waktunya sudah lewat")
    bureau.skim()


async def test_extended_on_the_eighth_working_day(bureau: Bureau) -> None:
    """Whoever has it and the head are warned; one press tells the requester in writing; the next warning is later."""
    opened = bureau.city.telegram.clock.now()
    ticket = await bureau.at("prepare")
    await until(bureau, 8, opened)
    bureau.shows(bureau.analyst, ticket, "hari kerja ke-8", "10 hari kerja")
    bureau.shows(bureau.head, ticket, "hari kerja ke-8 dari 10")
    await bureau.head.press("⚡ Data masih dihimpun", bureau.head.card())
    bureau.shows(
        bureau.citizen,
        ticket,
        "diperpanjang paling lama 7 hari kerja",
        "Pasal 22",
        "Data masih dihimpun",
        "Perpanjangan",
    )
    assert not any("Perpanjang" in label for label in bureau.head.buttons())
    await until(bureau, 10, opened)
    assert "sudah habis" not in bureau.heard(bureau.head)
    await until(bureau, 15, opened)
    bureau.shows(bureau.head, ticket, "hari kerja ke-15 dari 17")
    bureau.skim()


async def test_the_ten_days_are_over_without_a_notice(bureau: Bureau) -> None:
    """The heads are told so."""
    opened = bureau.city.telegram.clock.now()
    ticket = await bureau.at("follow_up")
    await until(bureau, 10, opened)
    for head in (bureau.head, bureau.chief):
        bureau.shows(head, ticket, "sudah habis tanpa pemberitahuan perpanjangan")
    bureau.skim()


async def test_no_time_counts_while_the_requester_is_asked(bureau: Bureau) -> None:
    """The analyst is not late with three working days in which nobody answered, and has what was left afterwards."""
    ticket = await bureau.at("prepare")
    await bureau.analyst.press("Tanya pemohon", bureau.analyst.card())
    await bureau.analyst.write("Bakau saja?")
    card = bureau.citizen.card()
    bureau.skim()
    await bureau.city.forward(days=4)
    assert "terlambat" not in bureau.heard(bureau.checker)
    assert "waktunya sudah lewat" not in bureau.heard(bureau.analyst)
    await bureau.citizen.press("Jawab", card)
    await bureau.citizen.write("Ya")
    bureau.skim()
    await bureau.city.forward(days=2)
    assert "waktunya sudah lewat" not in bureau.heard(bureau.analyst)
    bureau.analyst.sees(ticket, "Tahap 4/9", "Batas")
    bureau.skim()
