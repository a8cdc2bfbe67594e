"""Places at a time: the moments that a question for a slot offers, and what a case holds of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from core.duration import Duration
from core.field import PersonField, SlotField
from core.office_calendar import OfficeCalendar
from core.parts import moments
from core.work_clock import WorkClock

if TYPE_CHECKING:
    from core.case import Case
    from core.procedure import Procedure

USUALLY_AHEAD = Duration.model_validate("1 month")
"""How far ahead one may book where the file does not say."""
ENGAGED_FOR = timedelta(hours=1)
"""So long from the moment of a slot whoever is chosen for it is engaged."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A moment that can be booked, and how many places are left."""

    at: datetime
    left: int


@dataclass(frozen=True, slots=True)
class Engagement:
    """Somebody is needed at a moment for a case."""

    person: int
    at: datetime
    case: int


def later(moment: datetime, length: Duration, calendar: OfficeCalendar) -> datetime:
    """The moment so much later, round the clock."""
    return WorkClock(calendar, office=False).end(moment, length)


def slots(field: SlotField, now: datetime, calendar: OfficeCalendar, taken: Mapping[datetime, int]) -> Iterator[Slot]:
    """Every slot that may be asked for from now on, the earliest first, full ones too."""
    first = later(now, field.from_now, calendar) if field.from_now is not None else now
    last = later(now, field.ahead or USUALLY_AHEAD, calendar)
    day = first.astimezone(calendar.zone).date()
    while day <= last.astimezone(calendar.zone).date():
        if field.days == "all" or calendar.works(day):
            for hour in sorted(field.hours):
                at = datetime.combine(day, time.fromisoformat(hour), calendar.zone)
                if first <= at and now < at:
                    yield Slot(at, max(0, field.capacity - taken.get(at, 0)))
        day += timedelta(days=1)


def wanted(field: SlotField, values: Mapping[str, Any]) -> int:
    """How many slots the party needs."""
    people = values.get(field.people[1:]) if field.people is not None else None
    return -(-max(1, int(people)) // field.seats) if people is not None and field.seats is not None else 1


def booked(field: SlotField, answer: Any) -> dict[str, Any]:
    """The values that an answer gives: the first slot, and the others where there may be any."""
    first, *others = sorted(_moments(answer))
    values: dict[str, Any] = {field.name: first.isoformat()}
    if field.others is not None:
        values[field.others] = [one.isoformat() for one in others]
    return values


def split(case: "Case", procedure: "Procedure", name: str) -> list[dict[str, Any]]:
    """The values of each part of a party that comes at several times of `$name`; none where it comes at one."""
    others = next((field.others for field in procedure.slots if field.name == name[1:]), None)
    found = sorted(moments(case, name[1:], others))
    return [{name[1:]: at.isoformat(), others: None} for at in found] if others and len(found) > 1 else []


def held(case: "Case", procedure: "Procedure") -> dict[datetime, SlotField]:
    """The slots that the case takes a place of, each with the question that it answers."""
    if not case.is_open or procedure.rehearses is not None:
        return {}
    return {at: field for field in procedure.slots for at in moments(case, field.name, field.others)}


def engagements(case: "Case", procedure: "Procedure") -> frozenset[Engagement]:
    """Who is needed when for the case, of those chosen by whether they are free then."""
    if not case.is_open or procedure.rehearses is not None:
        return frozenset()
    found = set()
    for field in procedure.fields:
        if isinstance(field, PersonField) and field.free_at is not None and field.name in case.named:
            found |= {Engagement(case.named[field.name], at, case.id) for at in times(case, procedure, field.free_at)}
    return frozenset(found)


def times(case: "Case", procedure: "Procedure", name: str) -> tuple[datetime, ...]:
    """The moments of `$name`, with those of the further slots that it has."""
    fields = [field for field in procedure.slots if field.name == name[1:]]
    others = next((field.others for field in fields if field.others is not None), None)
    return tuple(dict.fromkeys(moments(case, name[1:], others)))


def clashes(person: int, at: Iterable[datetime], of: Iterable[Engagement], case: int) -> tuple[Engagement, ...]:
    """What keeps somebody from being there at any of these moments, in other cases than this one."""
    moments = tuple(at)
    return tuple(
        one
        for one in of
        if one.person == person and one.case != case and any(abs(one.at - moment) < ENGAGED_FOR for moment in moments)
    )


def _moments(value: Any) -> Iterator[datetime]:
    for one in value if isinstance(value, (list, tuple)) else (value,) if value is not None else ():
        yield datetime.fromisoformat(one)
