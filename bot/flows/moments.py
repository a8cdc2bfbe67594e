"""Questions for a date, a time or a slot: what is one tap away, and what somebody writes instead."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

from bot import in_words
from bot.flows.wrong import Wrong
from bot.house import House
from bot.texts import Value
from core.days import days, first_day, read_date, read_time
from core.field import DateField, SlotField, TimeField
from core.office_calendar import OfficeCalendar
from core.people import Person
from core.slots import Slot, slots

if TYPE_CHECKING:
    from bot.flows.questions import Asking

DATES = 6


def offered(asking: "Asking", field: DateField | TimeField | SlotField) -> Iterator[tuple[str, Any]]:
    """The line and the value of each answer that is one tap away."""
    house, person, calendar = asking.house, asking.person, asking.office.calendar
    match field:
        case DateField():
            for one in islice(days(field, asking.now, calendar, asking.around or _today(asking)), DATES):
                yield in_words.day(house, person, one), one.isoformat()
        case TimeField():
            now = house.time(asking.now)
            if _within(field, now):
                yield house.label(person, "form-now", time=now), now
        case SlotField():
            for slot in free_slots(asking, field):
                words = in_words.moment(house, person, slot.at)
                yield house.label(person, "form-slot", at=words, left=slot.left), slot.at.isoformat()


def free_slots(asking: "Asking", field: SlotField) -> Iterator[Slot]:
    """The slots with a place left that the case does not have already."""
    every = slots(field, asking.now, asking.office.calendar, asking.taken)
    return (slot for slot in every if slot.left and slot.at not in asking.own)


def first_shown(asking: "Asking", values: list[Any]) -> int:
    """The place of the first slot to show: that of the day that was asked for, or the next."""
    around = asking.around
    if around is None:
        return 0
    zone = asking.office.calendar.zone
    found = (at for at, one in enumerate(values) if datetime.fromisoformat(one).astimezone(zone).date() >= around)
    return next(found, max(0, len(values) - 1))


def written(words: str, field: DateField | TimeField, asking: "Asking") -> str:
    """The date or time that was written. Raises `Wrong`, for a date with the day to look around."""
    if isinstance(field, TimeField):
        return _time(words, field)
    day, calendar = meant(words, asking), asking.office.calendar
    first = first_day(field, asking.now, calendar)
    if first is not None and day < first:
        raise Wrong("wrong-date-past", {"date": in_words.day(asking.house, asking.person, day)}, first)
    if field.days == "working" and not calendar.works(day):
        raise closed(asking.house, asking.person, calendar, day)
    return day.isoformat()


def on_day(words: str, field: SlotField, asking: "Asking") -> date:
    """The day on which a slot is wanted. Raises `Wrong` where there is none, with the day to look around."""
    day, calendar = meant(words, asking), asking.office.calendar
    every = list(slots(field, asking.now, calendar, asking.taken))
    there = {slot.at.astimezone(calendar.zone).date(): False for slot in every}
    there |= {slot.at.astimezone(calendar.zone).date(): True for slot in every if slot.left}
    said: dict[str, Value] = {"date": in_words.day(asking.house, asking.person, day)}
    if day < _today(asking):
        raise Wrong("wrong-date-past", said, day)
    if there and day > max(there):
        raise Wrong("wrong-date-far", said | {"last": in_words.day(asking.house, asking.person, max(there))}, day)
    if field.days == "working" and not calendar.works(day):
        raise closed(asking.house, asking.person, calendar, day)
    if day not in there:
        raise Wrong("wrong-date-soon", said, day)
    if not there[day]:
        raise Wrong("wrong-date-full", said, day)
    return day


def meant(words: str, asking: "Asking") -> date:
    """The date that is meant. Raises `Wrong`."""
    day = read_date(words, _today(asking))
    if day is None:
        raise Wrong("wrong-date", {"example": f"{_today(asking) + timedelta(days=7):%d/%m/%Y}"})
    return day


def closed(house: House, person: Person, calendar: OfficeCalendar, day: date) -> Wrong:
    """Why the office is closed on a day."""
    name = next((holiday.name for holiday in calendar.holidays(day, day)), "none")
    return Wrong("wrong-date-closed", {"date": in_words.day(house, person, day), "name": name}, day)


def _time(words: str, field: TimeField) -> str:
    found = read_time(words)
    if found is None:
        raise Wrong("wrong-time")
    if not _within(field, found):
        raise Wrong("wrong-time-outside", {"earliest": field.earliest or "00:00", "latest": field.latest or "23:59"})
    return found


def _within(field: TimeField, at: str) -> bool:
    earliest, latest = field.earliest or "00:00", field.latest or "23:59"
    return time.fromisoformat(earliest) <= time.fromisoformat(at) <= time.fromisoformat(latest)


def _today(asking: "Asking") -> date:
    return asking.now.astimezone(asking.office.calendar.zone).date()
