"""The parts of a party on a card: which of them a step is for, and when they come."""

from bot import in_words
from bot.house import House
from bot.subject import Subject
from bot.texts import Markup
from core.case import OpenStep
from core.parts import moments, seen


def lines(house: House, of: Subject, waiting: OpenStep) -> list[Markup]:
    """Which part of the party the step is for, with its time; nothing where the party comes as one."""
    name = next((step.parts[1:] for step in of.procedure.steps if step.parts is not None), None)
    if not waiting.part or name is None:
        return []
    at = (in_words.moment(house, of.viewer, one) for one in moments(seen(of.case, waiting.part), name, None))
    return [house.say(of.viewer, "card-part", number=waiting.part, count=of.case.parts, time=next(at, ""))]
