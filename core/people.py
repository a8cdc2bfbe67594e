"""Who takes part: persons, the roles they hold, and where staff are."""

from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property

from core.grammar import id_of

FRESH_FIX = timedelta(minutes=30)
COMPARED_FOR = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Fix:
    """A position somebody gave: WGS84 degrees, when it was taken, its accuracy in metres if the phone told."""

    lat: float
    lon: float
    at: datetime
    accuracy: float | None = None


class Footing(StrEnum):
    """What somebody's whereabouts rest on."""

    FIX = "fix"
    """A position younger than 30 minutes."""
    POST = "post"
    OLD = "old"
    """An older position, of somebody without a post."""
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Grant:
    """A role that a person holds, for one unit or (empty unit) for the whole office."""

    role: str
    unit: str = ""


DUTY_ROLES = frozenset({"citizen", "operator", "officer", "cctv_officer", "admin"})
"""Roles that nobody stands in for: others hold them too, and a duty is handed over instead."""


@dataclass(frozen=True, slots=True)
class Acting:
    """Whom somebody stands in for now, as what (`Plh`, `Plt`), and in which roles."""

    principal: int
    capacity: str
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Relative:
    """Somebody to be told by telephone; `allowed` once the person wants that when they press PANIK."""

    name: str
    phone: str
    allowed: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the chat. `id` is ours and says nothing about them; a private chat has the number `telegram_id`.

    Who called, came or wrote elsewhere has the number 0: no chat, and nothing can be sent to them.
    `station` names the post that they are crew of; its position is then their `post`.
    `previous` is an earlier fix than `fix`, to see which way they go; `live_until` is how long they share a position.
    `acting` is for whom they stand in at this moment.
    """

    id: int
    telegram_id: int
    name: str
    language: str = "id"
    grants: frozenset[Grant] = frozenset()
    on_duty_since: datetime | None = None
    reachable: bool = True
    phone: str | None = None
    registered_at: datetime | None = None
    relative: Relative | None = None
    post: Fix | None = None
    fix: Fix | None = None
    station: str | None = None
    previous: Fix | None = None
    live_until: datetime | None = None
    acting: tuple[Acting, ...] = ()
    own_roles: frozenset[str] = field(init=False, repr=False, compare=False)
    """The roles held by themselves, whatever the unit."""
    roles: frozenset[str] = field(init=False, repr=False, compare=False)
    """The roles held, whatever the unit, and those that they stand in for."""

    def __post_init__(self) -> None:
        own = frozenset(grant.role for grant in self.grants)
        object.__setattr__(self, "own_roles", own)
        object.__setattr__(self, "roles", own.union(*(one.roles for one in self.acting)))

    @property
    def is_registered(self) -> bool:
        """Whether the person has given their name and, by their own contact, their number."""
        return self.registered_at is not None and self.phone is not None

    @property
    def first_name(self) -> str:
        """What the person is called to people outside the office."""
        return self.name.partition(" ")[0]

    @property
    def delegable(self) -> frozenset[str]:
        """The roles that somebody can stand in for."""
        return self.own_roles - DUTY_ROLES

    @property
    def stands_for(self) -> frozenset[int]:
        """The ids of those whose work is theirs now, their own among them."""
        return frozenset((self.id, *(one.principal for one in self.acting)))

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

    def holds_in(self, role: str, unit: str) -> bool:
        """Whether the person holds the role for that unit or for the whole office, or stands in for somebody in it.

        A unit is the same however it is written: `Dinas Kesehatan` or `dinas_kesehatan`.
        """
        own = any(grant.role == role and id_of(grant.unit) in ("", id_of(unit)) for grant in self.grants)
        return own or any(role in one.roles for one in self.acting)

    def whereabouts(self, now: datetime) -> Fix | None:
        """The newest fix while it is younger than 30 minutes, else the post, else the old fix."""
        return self.fix if self.footing(now) in (Footing.FIX, Footing.OLD) else self.post

    def footing(self, now: datetime) -> Footing:
        """What the whereabouts rest on."""
        if self.fix is not None and now - self.fix.at <= FRESH_FIX:
            return Footing.FIX
        if self.post is not None:
            return Footing.POST
        return Footing.NOTHING if self.fix is None else Footing.OLD

    def at(self, fix: Fix) -> "Person":
        """The same person at a newer position; the one before stays for a minute, to be compared with."""
        is_old = self.previous is None or fix.at - self.previous.at >= COMPARED_FOR
        return replace(self, fix=fix, previous=self.fix if is_old else self.previous)


class Staff(tuple[Person, ...]):
    """Everybody who holds a role, each once; who holds which is worked out once, however often it is asked."""

    @cached_property
    def _by_id(self) -> dict[int, Person]:
        return {person.id: person for person in self}

    @cached_property
    def _by_role(self) -> dict[str, list[Person]]:
        found: dict[str, list[Person]] = defaultdict(list)
        for person in self:
            for role in person.roles:
                found[role].append(person)
        return found

    @cached_property
    def _with(self) -> dict[tuple[Person, ...], "Staff"]:
        return {}

    @property
    def ids(self) -> Set[int]:
        """The ids of all of them."""
        return self._by_id.keys()

    def person(self, person_id: int) -> Person | None:
        """The one with that id."""
        return self._by_id.get(person_id)

    def holding(self, role: str) -> Sequence[Person]:
        """Those who hold the role, in any unit; everybody is a citizen."""
        return self if role == "citizen" else self._by_role.get(role, ())

    def with_people(self, people: tuple[Person, ...]) -> "Staff":
        """These in the place of those with the same ids, or beside the others."""
        if people not in self._with:
            self._with[people] = Staff({**self._by_id, **{person.id: person for person in people}}.values())
        return self._with[people]
