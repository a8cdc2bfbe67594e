"""Live positions as the engine sees them: whose have stopped coming, and who is getting nearer to the place."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.case import Case, OpenStep
from core.distance import great_circle_m
from core.office import Office
from core.people import Fix, Person
from core.step import Step

FRESH = timedelta(minutes=3)
NEARER_M = 50.0
"""So much nearer is getting nearer, and not the trembling of a receiver."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A live position that nobody has heard of: whose, since when, and when that counts as lost."""

    person: int
    since: datetime
    lost_at: datetime
    watch: int


def silences(case: Case, waiting: OpenStep, step: Step, office: Office) -> Iterator[Silence]:
    """The live positions that the step watches and are not lost yet, each with when it will be."""
    for place, watch in enumerate(step.follows):
        if watch.lost.delta is None:
            continue
        people = (case.requester,) if watch.who is not None else _doing(waiting)
        for person in people:
            heard = last_heard(person, case, office)
            if heard is not None and person not in case.lost and heard[0] + watch.lost.delta < heard[1]:
                yield Silence(person, heard[0], heard[0] + watch.lost.delta, place)


def last_heard(person_id: int, case: Case, office: Office) -> tuple[datetime, datetime] | None:
    """When the person's live position last came, and until when it is shared; None where none is."""
    if person_id == case.requester:
        place, until = case.place, case.live_until
    else:
        person = office.person(person_id)
        place, until = (person.fix, person.live_until) if person is not None else (None, None)
    return None if place is None or until is None else (place.at, until)


def is_closing(person: Person | None, place: Fix | None, now: datetime) -> bool:
    """Whether the person's two newest fixes are fresh, and the later is markedly nearer to the place."""
    if person is None or place is None or person.fix is None or person.previous is None:
        return False
    if now - person.fix.at > FRESH or person.fix.at - person.previous.at > FRESH:
        return False
    return _metres(person.previous, place) - _metres(person.fix, place) >= NEARER_M


def _metres(fix: Fix, place: Fix) -> float:
    return great_circle_m(fix.lat, fix.lon, place.lat, place.lon)


def _doing(waiting: OpenStep) -> tuple[int, ...]:
    return (waiting.claimed_by,) if waiting.claimed_by is not None else waiting.holders
