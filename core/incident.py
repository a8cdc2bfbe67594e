"""Several voices, one event: which open cases may tell of the same, and which of two is worked on for both."""

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nsmallest
from typing import Annotated

from pydantic import Field as Key

from core.case import Case
from core.distance import geodesic_m, great_circle_m
from core.duration import Duration
from core.grammar import Spoken, Text
from core.performer import Performer

MOST_ALIKE = 3
"""So many are suggested at most: a card is read in seconds."""


class SameEvent(Spoken):
    """Open cases that began so near each other may tell of one event; `by` may merge them, and part them again."""

    label: Text
    part: Text
    metres: Annotated[int, Key(ge=1, le=10_000)]
    within: Duration
    performer: Performer = Key(alias="by")


@dataclass(frozen=True, slots=True)
class Alike:
    """An open case that may tell of the same event, and how far away it is in metres."""

    case: Case
    metres: float


def alike(case: Case, others: Iterable[Case], rule: SameEvent) -> tuple[Alike, ...]:
    """Those of the others that may tell of the same event, the nearest first."""
    place, within = case.place, rule.within.delta
    if place is None or within is None or not stands_alone(case):
        return ()
    found = [
        (great_circle_m(place.lat, place.lon, there.lat, there.lon), other.id, other, there)
        for other in others
        if other.id != case.id and other.procedure == case.procedure and stands_alone(other)
        if abs(other.opened_at - case.opened_at) <= within and (there := other.place) is not None
    ]
    nearest = (
        Alike(other, geodesic_m(place.lat, place.lon, there.lat, there.lon))
        for _, _, other, there in nsmallest(MOST_ALIKE, found)
    )
    return tuple(one for one in nearest if one.metres <= rule.metres)


def stands_alone(case: Case) -> bool:
    """Whether the case is open and worked on by itself."""
    return case.is_open and case.merged is None


def is_sent(case: Case) -> bool:
    """Whether somebody is asked by name to do something about it, such as an officer who is on the way."""
    return any(person != case.requester for step in case.steps for person in step.holders)


def in_order(case: Case, other: Case) -> tuple[Case, Case]:
    """Of two cases of one event the one that is worked on for both, then the one that is merged into it.

    Whoever is on the way goes on; else whoever has taken one of them keeps it; else the older stands for both.
    """
    first, second = sorted((case, other), key=lambda one: (not is_sent(one), not _is_taken(one), one.opened_at, one.id))
    return first, second


def _is_taken(case: Case) -> bool:
    return any(step.claimed_by is not None for step in case.steps)
