"""Who reports, as those see it who are called: registered or not, and whom they may telephone."""

from bot.facts import NONE, clipped
from bot.house import House
from bot.silence import is_silent
from core.case import Case
from core.people import Person

NAME_MOST = 64


def identity(house: House, case: Case, viewer: Person, requester: Person) -> list[str]:
    """Lines for the card; numbers only while the case is open, a relative only for whoever has it.

    In a silent alarm no relative is named: it may be they of whom nobody must know.
    """
    if not requester.is_registered:
        return [house.say(viewer, "card-unregistered")]
    may_call = case.is_open and not is_silent(case)
    number = requester.phone if may_call and requester.phone is not None else NONE
    lines: list[str] = [house.say(viewer, "card-registered", number=number)]
    relative = requester.relative
    if relative is not None and relative.allowed and may_call and _has(case, viewer):
        lines.append(house.say(viewer, "card-relative", name=clipped(relative.name, NAME_MOST), number=relative.phone))
    return lines


def _has(case: Case, viewer: Person) -> bool:
    """Whether the viewer has the case, or a step of it."""
    return viewer.id in case.named.values() or any(
        viewer.id == step.claimed_by or viewer.id in step.holders for step in case.steps
    )
