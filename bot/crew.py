"""Those who go beside whoever leads, as cards and news speak of them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from bot.house import House, language_of
from core.case import Case, Member
from core.events import ActionTaken, Event, StepOpened
from core.people import Office, Person
from core.procedure import Procedure


def lines(house: House, viewer: Person, case: Case, procedure: Procedure, office: Office) -> Iterator[str]:
    """A line of the card for each who was asked and went, or may still: where they are, and since when."""
    for member in case.crew:
        if member.left is not None and member.until is not None:
            continue
        step, since = max(reversed([*member.times.items()]), key=lambda time: time[1])
        title = procedure.step(step).title.in_language(language_of(viewer))
        name = name_of(member, office)
        if member.until is None:
            yield house.say(viewer, "card-crew", name=name, step=title, time=house.time(since))
        else:
            yield house.say(viewer, "card-crew-finished", name=name, time=house.time(member.until))


def name_of(member: Member, office: Office) -> str:
    """The post that was asked by telephone, else the person."""
    return member.post or _name(member.person, office)


def went(case: Case) -> Iterator[int]:
    """The persons who went beside whoever leads, or were on the point of it."""
    return (member.person for member in case.crew if member.left is None and member.post is None)


def acting(case: Case, events: Iterable[Event], office: Office, now: datetime) -> str:
    """Who has just done something: the post that somebody spoke for, else the person; empty for nobody."""
    action = next((event for event in events if isinstance(event, ActionTaken)), None)
    if action is None or action.by is None:
        return ""
    for member in case.crew:
        moved = member.person == action.by and now in (member.until, *member.times.values())
        if moved and member.post is not None and action.step in member.times:
            return member.post
    return _name(action.by, office)


def asked(events: Sequence[Event], office: Office) -> str:
    """The names of those who are asked from now on to go beside whoever leads."""
    new = [event for event in events if isinstance(event, StepOpened) and event.crew]
    return ", ".join(event.post or _name(event.holders[0], office) for event in new)


def _name(person_id: int, office: Office) -> str:
    person = office.person(person_id)
    return person.name if person is not None else ""
