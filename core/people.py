"""Who takes part: persons, the roles they hold, where staff are, and the office they make up together."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.distance import great_circle_m

FRESH_FIX = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Fix:
    """A position somebody gave: WGS84 degrees, when it was taken, its accuracy in metres if the phone told."""

    lat: float
    lon: float
    at: datetime
    accuracy: float | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """A role that a person holds, for one unit or (empty unit) for the whole office."""

    role: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the chat. `id` is ours and says nothing about them; a private chat has the number `telegram_id`.

    Who called, came or wrote elsewhere has the number 0: no chat, and nothing can be sent to them.
    """

    id: int
    telegram_id: int
    name: str
    language: str = "id"
    grants: frozenset[Grant] = frozenset()
    on_duty_since: datetime | None = None
    reachable: bool = True
    phone: str | None = None
    post: Fix | None = None
    fix: Fix | None = None

    @property
    def roles(self) -> frozenset[str]:
        """The roles held, whatever the unit."""
        return frozenset(grant.role for grant in self.grants)

    @property
    def on_duty(self) -> bool:
        """Whether the person has said so with /piket."""
        return self.on_duty_since is not None

    @property
    def has_chat(self) -> bool:
        """Whether the bot can write to them at all."""
        return self.telegram_id != 0

    def holds(self, role: str) -> bool:
        """Whether the person holds the role in any unit; everybody is a citizen."""
        return role == "citizen" or role in self.roles

    def whereabouts(self, now: datetime) -> Fix | None:
        """The newest fix while it is younger than 30 minutes, else the post, else the old fix."""
        if self.fix is not None and now - self.fix.at <= FRESH_FIX:
            return self.fix
        return self.post or self.fix

    def at(self, fix: Fix) -> "Person":
        """The same person at a newer position."""
        return replace(self, fix=fix)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could be sent: distance in metres (None where a position is unknown), and the fix it rests on."""

    person: Person
    metres: float | None
    fix: Fix | None
    busy: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """Everybody who holds a role, as known at one moment; `busy` are persons who handle an open case now."""

    staff: tuple[Person, ...]
    busy: frozenset[int] = frozenset()

    def person(self, person_id: int) -> Person | None:
        """The staff member with that id."""
        return next((person for person in self.staff if person.id == person_id), None)

    def holders(self, role: str, *, on_duty: bool = False) -> tuple[Person, ...]:
        """Reachable holders of a role, only those on duty if asked."""
        return tuple(p for p in self.staff if p.holds(role) and p.reachable and (p.on_duty or not on_duty))

    def holders_of(self, roles: Iterable[str], *, on_duty: bool = False) -> tuple[Person, ...]:
        """Reachable holders of any of the roles, each once."""
        found = {p.id: p for role in roles for p in self.holders(role, on_duty=on_duty)}
        return tuple(found.values())

    def nearest(
        self, role: str, place: Fix | None, now: datetime, *, without: Collection[int] = ()
    ) -> tuple[Candidate, ...]:
        """Holders on duty, the free before the busy, then by great-circle distance; unknown positions last."""
        candidates = [
            self._candidate(person, place, now)
            for person in self.holders(role, on_duty=True)
            if person.id not in without
        ]
        return tuple(sorted(candidates, key=lambda c: (c.busy, c.metres is None, c.metres or 0.0, c.person.id)))

    def _candidate(self, person: Person, place: Fix | None, now: datetime) -> Candidate:
        fix = person.whereabouts(now)
        metres = great_circle_m(place.lat, place.lon, fix.lat, fix.lon) if place and fix else None
        return Candidate(person, metres, fix, busy=person.id in self.busy)
