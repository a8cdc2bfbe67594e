"""Stand-ins (Plh, Plt): whoever does somebody's work from one day to another, in that one's place and name."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from core.office import Office
from core.people import Acting, Person

LONGEST = timedelta(days=366)


class Capacity(StrEnum):
    """In what capacity somebody stands in."""

    PLH = "plh"
    """Pelaksana harian: the holder is away for some days."""
    PLT = "plt"
    """Pelaksana tugas: the office has no holder, or only one who cannot serve."""

    @property
    def short(self) -> str:
        """As it stands before the office: `Plh Kepala Dinas`."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class StandIn:
    """`deputy` does the work of `principal` from `starts_at` until just before `ends_at`.

    `next_at` is when it begins or ends next, None once it is over; `begun` says that it has begun.
    """

    id: int
    principal: int
    deputy: int
    capacity: Capacity
    starts_at: datetime
    ends_at: datetime
    next_at: datetime | None
    begun: bool = False

    def lasts(self, now: datetime) -> bool:
        """Whether the deputy acts now."""
        return self.starts_at <= now < self.ends_at

    def meets(self, starts_at: datetime, ends_at: datetime) -> bool:
        """Whether it takes up some of that time."""
        return self.starts_at < ends_at and starts_at < self.ends_at


def span(first: date, last: date, now: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From the morning of the first day, or from now where that is today, to the end of the last day.

    Raises ValueError where the first day is past, the last one before it, or both are more than a year apart.
    """
    if first < now.astimezone(zone).date() or last < first or last - first > LONGEST:
        raise ValueError(f"no time from {first} to {last}")
    begins = datetime.combine(first, time(), zone)
    return max(begins, now), datetime.combine(last + timedelta(days=1), time(), zone)


def with_stand_ins(office: Office, lasting: Iterable[StandIn]) -> Office:
    """The office while these last: deputies hold what they stand in for, and who is away is called for none of it."""
    acting: dict[Person, tuple[Acting, ...]] = {}
    absent: set[int] = set()
    for one in lasting:
        principal, deputy = office.person(one.principal), office.person(one.deputy)
        if principal is None or deputy is None or not principal.delegable:
            continue
        acts = Acting(one.principal, one.capacity.short, principal.delegable)
        acting[deputy] = (*acting.get(deputy, ()), acts)
        if deputy.reachable:
            absent.add(principal.id)
    if not acting:
        return office
    deputies = [replace(deputy, acting=acts) for deputy, acts in acting.items()]
    return replace(office.with_people(deputies), absent=frozenset(absent))
