"""The office: everybody who works in it as known at one moment, who of them is called, and who is nearest."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from core.distance import great_circle_m
from core.office_calendar import USUAL_CALENDAR, OfficeCalendar
from core.people import Fix, Footing, Person, Staff
from core.post import Post
from core.slots import Engagement


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could be sent: distance in metres (None where a position is unknown), and the fix it rests on."""

    person: Person
    metres: float | None
    fix: Fix | None
    busy: bool = False
    footing: Footing = Footing.NOTHING

    @property
    def rank(self) -> tuple[bool, bool, bool, float]:
        """The free before the busy, an old position after fresh ones and posts, the unknown last; then by distance."""
        return self.busy, self.metres is None, self.footing is Footing.OLD, self.metres or 0.0


@dataclass(frozen=True, slots=True)
class Telephoned:
    """A post that can be asked by telephone only, with its distance in metres."""

    post: Post
    metres: float | None

    @property
    def rank(self) -> tuple[bool, bool, bool, float]:
        """Where it stands among candidates."""
        return False, self.metres is None, False, self.metres or 0.0


@dataclass(frozen=True, slots=True)
class Office:
    """Everybody who holds a role, as known at one moment, and when they work.

    `busy` are persons who handle an open case now.
    Somebody stands in for those who are `absent`: they may still act, and are not called.
    """

    staff: tuple[Person, ...]
    busy: frozenset[int] = frozenset()
    posts: tuple[Post, ...] = ()
    calendar: OfficeCalendar = USUAL_CALENDAR
    engagements: tuple[Engagement, ...] = ()
    absent: frozenset[int] = frozenset()
    _staff: Staff = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_staff", self.staff if isinstance(self.staff, Staff) else Staff(self.staff))

    def person(self, person_id: int) -> Person | None:
        """The staff member with that id."""
        return self._staff.person(person_id)

    def with_people(self, people: Iterable[Person]) -> "Office":
        """The office with these in the place of those with the same ids, or beside the others."""
        return replace(self, staff=self._staff.with_people(tuple(people)))

    def post(self, name: str) -> Post | None:
        """The post of that name."""
        return next((post for post in self.posts if post.name == name), None)

    def holders(self, role: str, *, on_duty: bool = False) -> tuple[Person, ...]:
        """Reachable holders of a role, only those on duty if asked; whoever stands in for one in that one's place."""
        held = (person for person in self._staff.holding(role) if person.reachable and (person.on_duty or not on_duty))
        return tuple(person for person in held if self._serves_as(person, role))

    def deputies(self, person_id: int, roles: Collection[str]) -> tuple[Person, ...]:
        """Whoever stands in for somebody in one of these roles."""
        return tuple(
            person
            for person in self.staff
            if any(one.principal == person_id and one.roles.intersection(roles) for one in person.acting)
        )

    def holders_of(self, roles: Iterable[str], *, on_duty: bool = False) -> tuple[Person, ...]:
        """Reachable holders of any of the roles, each once."""
        found = {p.id: p for role in roles for p in self.holders(role, on_duty=on_duty)}
        return tuple(found.values())

    def nearest(
        self,
        role: str,
        place: Fix | None,
        now: datetime,
        *,
        without: Collection[int] = (),
        kind: str | None = None,
        posts: bool = True,
    ) -> tuple[Candidate, ...]:
        """Holders on duty by rank: free, freshness, great-circle distance.

        The crew of a post is asked for the kinds that it serves, and with `posts` False not at all.
        """
        candidates = [
            self._candidate(person, place, now)
            for person in self.holders(role, on_duty=True)
            if person.id not in without and self._serves(person, kind, posts=posts)
        ]
        return tuple(sorted(candidates, key=lambda c: (c.rank, c.person.id)))

    def by_telephone(
        self, role: str, place: Fix | None, *, kind: str | None = None, without: Collection[str] = ()
    ) -> tuple[Telephoned, ...]:
        """Posts that serve the kind and have nobody of the role on duty in the chat, the nearest first."""
        manned = {person.station for person in self.holders(role, on_duty=True)}
        found = [
            Telephoned(post, _metres(place, post.place))
            for post in self.posts
            if post.serves(kind) and post.name not in manned and post.name not in without
        ]
        return tuple(sorted(found, key=lambda one: (one.rank, one.post.name)))

    def _serves_as(self, person: Person, role: str) -> bool:
        """Whether a holder serves, rather than whoever stands in for them."""
        is_away = person.id in self.absent and role in person.delegable
        return not is_away or any(role in one.roles for one in person.acting)

    def _serves(self, person: Person, kind: str | None, *, posts: bool) -> bool:
        post = self.post(person.station) if person.station is not None else None
        return post is None or (posts and post.serves(kind))

    def _candidate(self, person: Person, place: Fix | None, now: datetime) -> Candidate:
        fix = person.whereabouts(now)
        busy = person.id in self.busy
        return Candidate(person, _metres(place, fix), fix, busy=busy, footing=person.footing(now))


def _metres(place: Fix | None, fix: Fix | None) -> float | None:
    """How far apart two positions are, as far as both are known."""
    return great_circle_m(place.lat, place.lon, fix.lat, fix.lon) if place and fix else None
