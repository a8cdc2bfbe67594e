"""Dates as people write them, and the days that a question for a date takes."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from core.field import DateField
from core.office_calendar import OfficeCalendar
from core.slots import later

DAY = timedelta(days=1)
SEARCHED = 366
"""So many days are looked through for one that fits."""
LONG_PAST = timedelta(days=180)
"""A date without a year that is longer past means the next one."""
MONTHS = (
    ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"),
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
)
IN_DAYS = {"hari ini": 0, "today": 0, "besok": 1, "tomorrow": 1, "lusa": 2, "kemarin": -1, "yesterday": -1}
_FIGURES = re.compile(r"(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NAMED = re.compile(r"(\d{1,2}) ([a-z]{3,9})(?: (\d{4}))?")
_TIME = re.compile(r"([01]?\d|2[0-3])(?:[.:]?([0-5]\d))?")


def read_date(words: str, today: date) -> date | None:
    """The date that is meant: 25/11, 25-11-2026, 2026-11-25, 25 November, besok; None for anything else."""
    said = " ".join(words.lower().split())
    if said in IN_DAYS:
        return today + IN_DAYS[said] * DAY
    if match := _ISO.fullmatch(said):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _FIGURES.fullmatch(said):
        return _dated(int(match[1]), int(match[2]), match[3], today)
    if match := _NAMED.fullmatch(said):
        month = next((names.index(match[2][:3]) + 1 for names in MONTHS if match[2][:3] in names), 0)
        return _dated(int(match[1]), month, match[3], today)
    return None


def read_time(words: str) -> str | None:
    """The time of day that is meant, as `14:30`: 14.30, 14:30, 1430 or 14; None for anything else."""
    match = _TIME.fullmatch(words.strip())
    return f"{int(match[1]):02}:{match[2] or '00'}" if match else None


def days(field: DateField, now: datetime, calendar: OfficeCalendar, start: date) -> Iterator[date]:
    """The days from `start` that answer the question."""
    first = first_day(field, now, calendar)
    for ahead in range(SEARCHED):
        day = max(start, first or start) + ahead * DAY
        if field.days == "all" or calendar.works(day):
            yield day


def first_day(field: DateField, now: datetime, calendar: OfficeCalendar) -> date | None:
    """The earliest day that may be given; None where days that are over may."""
    if field.past:
        return None
    first = later(now, field.from_now, calendar) if field.from_now is not None else now
    return first.astimezone(calendar.zone).date()


def _dated(day: int, month: int, year: str | None, today: date) -> date | None:
    if year is not None:
        return _date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    found = _date(today.year, month, day)
    return _date(today.year + 1, month, day) if found is not None and found < today - LONG_PAST else found


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
