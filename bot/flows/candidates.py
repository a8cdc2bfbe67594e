"""Who can be chosen for a question for a person: people of the office and posts, in their order, a line each."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot import in_words
from bot.facts import NONE
from bot.house import language_of
from bot.texts import Markup
from core.case import Case
from core.choice import chosen, fits
from core.distance import geodesic_m, printed
from core.field import Field, PersonField
from core.office import Candidate, Telephoned
from core.people import Fix, Footing, Person
from core.post import CHOSEN
from core.slots import clashes, times

if TYPE_CHECKING:
    from bot.flows.questions import Asking

SHOWN = 6


def offered(asking: "Asking", field: PersonField) -> Iterator[tuple[str, Any]]:
    """The line and the value of everybody who can be chosen; whoever was passed over stands last.

    Where others are added to those who go already, those are not offered again.
    """
    case = asking.case
    if field.free_at is not None:
        for person in sorted(
            _holders(asking, field), key=lambda one: (_engaged(asking, field, one) is not None, one.name)
        ):
            yield _line_at(asking, person, _engaged(asking, field, person)), person.id
        return
    waiting = [one for one in case.steps if one.holders] if case is not None else []
    adds = field.several and field.others is None
    people = {person for one in waiting if one.post is None for person in one.holders} if adds else set()
    posts = {one.post for one in waiting if one.post is not None} if adds else set()
    beside = {person for one in waiting if one.crew and one.post is None for person in one.holders}
    passed = set(case.passed) if case is not None else set()
    found: list[Candidate | Telephoned] = [*_people(asking, field, people), *_posts(asking, field, posts)]
    found.sort(key=lambda one: (isinstance(one, Candidate) and one.person.id in passed, one.rank))
    for one in found[:SHOWN]:
        if isinstance(one, Telephoned):
            yield _post_line(asking, one), f"{CHOSEN}{one.post.name}"
        else:
            state = "free" if not one.busy else "busy"
            state = "passed" if one.person.id in passed else "beside" if one.person.id in beside else state
            yield _line(asking, one, state), one.person.id


def to_dial(asking: "Asking", fields: Collection[Field], answers: dict[str, Any], asked: Field) -> list[Markup]:
    """The numbers of the posts just chosen, before the question whom one has reached there."""
    mentioned = asked.when.mentioned if asked.when is not None else ()
    lines = []
    for field in fields:
        if isinstance(field, PersonField) and field.posts and f"{field.name}_posts" in mentioned:
            for name in chosen(field, answers.get(field.id) or ())[f"{field.name}_posts"]:
                post = asking.office.post(name)
                if post is not None:
                    lines.append(asking.house.say(asking.person, "crew-dial", post=name, phone=post.phone))
    return lines


def _people(asking: "Asking", field: PersonField, without: Collection[int]) -> tuple[Candidate, ...]:
    case = asking.case
    if field.nearest:
        place, kind = (case.place, case.values.get("kind")) if case is not None else (None, None)
        return asking.office.nearest(field.role, place, asking.now, without=without, kind=kind, posts=field.posts)
    return tuple(
        Candidate(person, None, None, person.id in asking.office.busy)
        for person in _holders(asking, field)
        if person.id not in without
    )


def _holders(asking: "Asking", field: PersonField) -> list[Person]:
    """Everybody of the role, and of the unit where the question names one."""
    so_far = Case(0, "", "", "", 0, asking.now, values=asking.values) if asking.case is None else asking.case
    case = replace(so_far, values={**so_far.values, **asking.values})
    return [one for one in asking.office.holders(field.role, on_duty=field.on_duty) if fits(one, field, case)]


def _posts(asking: "Asking", field: PersonField, without: Collection[str | None]) -> tuple[Telephoned, ...]:
    case = asking.case
    if not field.posts:
        return ()
    place, kind = (case.place, case.values.get("kind")) if case is not None else (None, None)
    names = [name for name in without if name is not None]
    return asking.office.by_telephone(field.role, place, kind=kind, without=names)


def _engaged(asking: "Asking", field: PersonField, person: Person) -> datetime | None:
    """When somebody is needed elsewhere at the date for which the question looks for somebody."""
    if field.free_at is None or asking.case is None:
        return None
    moments = times(asking.case, asking.procedure, field.free_at) if asking.procedure is not None else ()
    found = clashes(person.id, moments, asking.office.engagements, asking.case.id)
    return min((one.at for one in found), default=None)


def _line_at(asking: "Asking", person: Person, engaged: datetime | None) -> str:
    """Somebody for a date: their name, and what keeps them."""
    at = in_words.moment(asking.house, asking.person, engaged) if engaged is not None else NONE
    return asking.house.label(asking.person, "candidate-at", name=person.name, engaged=at)


def _line(asking: "Asking", candidate: Candidate, state: str) -> str:
    old = asking.now - candidate.fix.at if candidate.fix is not None else timedelta()
    minutes = int(old / timedelta(minutes=1))
    unit, age = ("hours", minutes // 60) if minutes >= 120 else ("minutes", minutes)
    return asking.house.label(
        asking.person,
        "crew-candidate",
        name=candidate.person.name,
        distance=_distance(asking, candidate.fix),
        footing="post" if candidate.footing is Footing.POST else unit,
        age=age,
        state=state,
    )


def _post_line(asking: "Asking", found: Telephoned) -> str:
    distance = _distance(asking, found.post.place)
    return asking.house.label(asking.person, "crew-candidate-post", name=found.post.name, distance=distance)


def _distance(asking: "Asking", fix: Fix | None) -> str:
    place = asking.case.place if asking.case is not None else None
    if fix is None or place is None:
        return NONE
    return printed(geodesic_m(place.lat, place.lon, fix.lat, fix.lon), language_of(asking.person))
