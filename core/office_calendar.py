"""When the office works: its hours, the holidays of the country, and what the office itself has changed of both."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

_DAY, _NONE = timedelta(days=1), timedelta(0)
_ESTIMATED = " (perkiraan)"
"""What the library adds to the name of a day that has only been calculated."""


class OpenHours(NamedTuple):
    """From when to when the office is open on a day, on the local clock."""

    opens: time
    closes: time


Week = tuple[OpenHours | None, ...]
"""The seven days from Monday; None where the office is closed."""

TARAKAN = ZoneInfo("Asia/Makassar")
USUAL_HOURS = OpenHours(time(7, 30), time(16))
USUAL_WEEK: Week = (*(USUAL_HOURS,) * 5, None, None)


class Source(StrEnum):
    """Where a holiday comes from."""

    NATIONAL = "national"
    JOINT = "joint"
    """Cuti bersama: decreed by the government, year by year."""
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day on which the office is closed; an estimated one is a calculation until the government has decreed it."""

    day: date
    name: str
    source: Source
    estimated: bool = False


class Change(StrEnum):
    """What the office changes of its calendar."""

    CLOSED = "closed"
    OPEN = "open"
    """It works on days that would be free."""
    HOURS = "hours"
    """It is open at other hours, on the days that it works."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What the office has changed from `first` to `last`; where two speak of one day, the higher number counts."""

    number: int
    change: Change
    first: date
    last: date
    reason: str
    hours: OpenHours | None = None

    def covers(self, day: date) -> bool:
        """Whether it speaks of that day."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class OfficeCalendar:
    """The office's time. Moments go in with any zone and come out in UTC.

    The office is open from its opening up to, not including, its closing.
    """

    zone: ZoneInfo = TARAKAN
    week: Week = USUAL_WEEK
    corrections: tuple[Correction, ...] = ()

    def works(self, day: date) -> bool:
        """Whether it is a working day."""
        return self.hours(day) is not None

    def hours(self, day: date) -> OpenHours | None:
        """When the office is open on that day, None where it is closed."""
        change = self._correction(day, Change.CLOSED, Change.OPEN)
        usual = self.week[day.weekday()]
        if change is not None:
            usual = (usual or self._usual) if change.change is Change.OPEN else None
        elif day in decreed(day.year):
            usual = None
        other = self._correction(day, Change.HOURS)
        return other.hours if usual is not None and other is not None else usual

    def holidays(self, first: date, last: date) -> Iterator[Holiday]:
        """The days from `first` to `last` on which the office would work, were they not free."""
        for day in _days(first, last):
            change = self._correction(day, Change.CLOSED, Change.OPEN)
            if change is not None and change.change is Change.CLOSED:
                yield Holiday(day, change.reason, Source.OFFICE)
            elif change is None and self.week[day.weekday()] is not None and day in decreed(day.year):
                yield decreed(day.year)[day]

    def opens(self, day: date) -> datetime:
        """When the office opens on that day, or would if it worked."""
        return self._moment(day, (self.hours(day) or self._usual).opens)

    def is_open(self, moment: datetime) -> bool:
        """Whether the office is open then."""
        hours = self.hours(self._day(moment))
        return hours is not None and hours.opens <= moment.astimezone(self.zone).time() < hours.closes

    def from_then(self, moment: datetime) -> datetime:
        """The moment itself while the office is open, else its next opening."""
        day = self._day(moment)
        if (opening := self._opening(day)) is not None and moment < opening[1]:
            return max(moment.astimezone(UTC), opening[0])
        return self.opens(self.working_day(day, 1))

    def working_day(self, day: date, after: int = 0) -> date:
        """The working day so many after that day, before it where `after` is negative; with 0 the day or the next."""
        step = _DAY if after >= 0 else -_DAY
        for _ in range(abs(after)):
            day += step
            while not self.works(day):
                day += step
        while not self.works(day):
            day += step
        return day

    def add_days(self, moment: datetime, days: int) -> datetime:
        """The same hour so many working days later, within the hours of that day.

        What falls outside the hours counts from the next opening; backwards (`days` < 0) it counts as it is.
        """
        start = self.from_then(moment) if days >= 0 else moment
        return self.within(self.working_day(self._day(start), days), start)

    def add_months(self, moment: datetime, months: int) -> datetime:
        """The same day and hour so many months later: the last of a shorter month; of a free day the next working one.

        `months` may be negative.
        """
        day = self._day(moment)
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        last = monthrange(year, month + 1)[1]
        return self.within(self.working_day(date(year, month + 1, min(day.day, last))), moment)

    def add_time(self, moment: datetime, length: timedelta) -> datetime:
        """The moment at which the office has been open for so long since; backwards where it is negative."""
        return self._forward(moment, length) if length >= _NONE else self._backward(moment, -length)

    def time_between(self, since: datetime, until: datetime) -> timedelta:
        """For how long the office is open from `since` to `until`; negative where `until` comes first."""
        if until < since:
            return -self.time_between(until, since)
        spans = (self._opening(day) for day in _days(self._day(since), self._day(until)))
        shares = (min(until, span[1]) - max(since, span[0]) for span in spans if span is not None)
        return sum((share for share in shares if share > _NONE), _NONE)

    def days_between(self, since: datetime, until: datetime) -> int:
        """How many working days come after the day of `since`, up to that of `until`."""
        return sum(self.works(day) for day in _days(self._day(since) + _DAY, self._day(until)))

    def within(self, day: date, hour: datetime) -> datetime:
        """The hour of another moment on that day, within the office's hours."""
        hours, at = self.hours(day) or self._usual, hour.astimezone(self.zone).time()
        return self._moment(day, min(max(at, hours.opens), hours.closes))

    def _forward(self, moment: datetime, length: timedelta) -> datetime:
        moment = self.from_then(moment)
        while (opening := self._opening(self._day(moment))) is not None and length > opening[1] - moment:
            length -= opening[1] - moment
            moment = self.from_then(opening[1])
        return moment + length

    def _backward(self, moment: datetime, length: timedelta) -> datetime:
        day = self._day(moment)
        while True:
            opening = self._opening(day)
            if opening is not None and (open_for := min(moment, opening[1]) - opening[0]) > _NONE:
                if length <= open_for:
                    return min(moment.astimezone(UTC), opening[1]) - length
                length -= open_for
            day = self.working_day(day, -1)

    def _opening(self, day: date) -> tuple[datetime, datetime] | None:
        hours = self.hours(day)
        return None if hours is None else (self._moment(day, hours.opens), self._moment(day, hours.closes))

    def _correction(self, day: date, *changes: Change) -> Correction | None:
        found = (one for one in self.corrections if one.change in changes and one.covers(day))
        return max(found, key=lambda one: one.number, default=None)

    @property
    def _usual(self) -> OpenHours:
        return next((hours for hours in self.week if hours is not None), USUAL_HOURS)

    def _day(self, moment: datetime) -> date:
        return moment.astimezone(self.zone).date()

    def _moment(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at, self.zone).astimezone(UTC)


USUAL_CALENDAR = OfficeCalendar()


@lru_cache
def decreed(year: int) -> dict[date, Holiday]:
    """National holidays and cuti bersama of a year; of years that the government has not decreed yet, no cuti bersama.

    Source: SKB 3 Menteri (joint decree of three ministers), as the package `holidays` has it.
    """
    # Its first use takes a second, which nobody who has no office hours need wait.
    from holidays import GOVERNMENT, PUBLIC, country_holidays

    found: dict[date, Holiday] = {}
    for source, category in ((Source.JOINT, GOVERNMENT), (Source.NATIONAL, PUBLIC)):
        for day, name in country_holidays("ID", years=year, language="id", categories=(category,)).items():
            found[day] = Holiday(day, name.removesuffix(_ESTIMATED), source, name.endswith(_ESTIMATED))
    return found


def has_joint_leave(year: int) -> bool:
    """Whether the government has decreed the cuti bersama of that year, as far as is known here."""
    return any(holiday.source is Source.JOINT for holiday in decreed(year).values())


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += _DAY
