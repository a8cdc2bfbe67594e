"""What is around a case: others that may tell of the same event, merged ones, and its reporter's earlier reports."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot import reporters
from core.access import entitled
from core.case import Case
from core.distance import box
from core.incident import MOST_ALIKE, Alike, alike, stands_alone
from core.people import Person
from storage.neighbours import Stir

if TYPE_CHECKING:
    from bot.desk import Desk

MET_WITHIN, WAVE_FROM = timedelta(hours=1), 5
"""So many open alarms of people first met so lately are shown as a wave; nobody is ever refused for it."""
LOOKED_AT = 50
"""So many near cases are looked at, the newest first."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands on a card beside the case itself."""

    main: Case | None = None
    members: tuple[Case, ...] = ()
    alike: tuple[Alike, ...] = ()
    may_merge: bool = False
    earlier: tuple[tuple[str, datetime], ...] = ()
    wave: tuple[int, int] | None = None


NOTHING_AROUND = Surroundings()


async def look_around(desk: "Desk", case: Case, viewer: Person) -> Surroundings:
    """What somebody is to see around a case; suggestions only for whoever may merge."""
    rule = desk.house.shelf.of(case).same_event
    if rule is None:
        return NOTHING_AROUND
    may_merge = entitled(viewer, case, rule.performer)
    return Surroundings(
        main=await reporters.main_of(desk.unit, case),
        members=tuple(await reporters.members_of(desk.unit, case)),
        alike=await suggestions(desk, case) if may_merge else (),
        may_merge=may_merge,
        earlier=tuple(await desk.unit.ended_before(case)) if may_merge else (),
        wave=await wave(desk, case.procedure) if may_merge and case.is_open else None,
    )


async def wave(desk: "Desk", procedure: str) -> tuple[int, int] | None:
    """How many of how many reporters of open cases are new here, where they are so many that people must know."""
    everybody, new = await desk.unit.reporters(procedure, desk.now - MET_WITHIN)
    return (new, everybody) if new >= WAVE_FROM else None


async def suggestions(desk: "Desk", case: Case) -> tuple[Alike, ...]:
    """Open cases that may tell of the same event."""
    rule, place = desk.house.shelf.of(case).same_event, case.place
    if rule is None or place is None or rule.within.delta is None or not case.is_open:
        return ()
    around, within = box(place.lat, place.lon, rule.metres), rule.within.delta
    near = await desk.unit.open_cases_within(around, case.opened_at - within, case.opened_at + within, LOOKED_AT)
    return alike(case, near, rule)


def refresh_neighbours(desk: "Desk", case: Case) -> None:
    """The case has a place now: it is suggested on the cards of those around it."""
    rule, place = desk.house.shelf.of(case).same_event, case.place
    if rule is not None and place is not None and rule.within.delta is not None and stands_alone(case):
        desk.unit.stir(case.id, Stir(place, case.opened_at, rule.metres, rule.within.delta, MOST_ALIKE))
