"""Those who go beside whoever leads, as cards and news speak of them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from bot.facts import NONE
from bot.house import House, language_of
from core.case import Case, Member
from core.events import ActionTaken, Event, HolderPassed, StepOpened
from core.office import Office
from core.people import Person
from core.procedure import Procedure

if TYPE_CHECKING:
    from bot.aftermath import Aftermath


def lines(house: House, viewer: Person, case: Case, procedure: Procedure, office: Office) -> Iterator[str]:
    """A line of the card for each who was asked and went, or may still: where they are, and since when."""
    for member in case.crew:
        if member.left is not None and member.until is not None:
            continue
        step, since = max(reversed([*member.times.items()]), key=lambda time: time[1])
        title = procedure.step(step).title.in_language(language_of(viewer))
        who = name_of(member, office)
        if member.until is None:
            yield house.say(viewer, "card-crew", name=who, step=title, time=house.time(since))
        else:
            yield house.say(viewer, "card-crew-finished", name=who, time=house.time(member.until))


def name_of(member: Member, office: Office) -> str:
    """The post that was asked by telephone, else the person."""
    return member.post or name(member.person, office)


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
    return name(action.by, office)


def asked(events: Sequence[Event], office: Office) -> str:
    """The names of those who are asked from now on to go beside whoever leads."""
    new = [event for event in events if isinstance(event, StepOpened) and event.crew]
    return ", ".join(event.post or name(event.holders[0], office) for event in new)


async def passed(after: "Aftermath", event: HolderPassed, who: str) -> None:
    """Whoever is above learns at once who of the others is not counted on, and who is asked now, if anybody is."""
    lost = any(event.person in waiting.holders for waiting in after.case.steps if waiting.entry == event.entry)
    new = asked(after.events, after.office) or NONE
    key = "crew-unanswered" if event.reason == "unanswered" else "crew-unreachable"
    for person_id in after.superiors(after.procedure.above_of(after.procedure.step(event.step))):
        await after.say(person_id, after.news_lane, "news-holder-lost" if lost else key, name=who, asked=new)


def name(person_id: int, office: Office) -> str:
    """Somebody's name; empty where they have left."""
    person = office.person(person_id)
    return person.name if person is not None else ""
