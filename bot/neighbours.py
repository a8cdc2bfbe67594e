"""The lines and buttons of a card that speak of other cases: the same event, merged ones, and earlier reports."""

from typing import TYPE_CHECKING

from bot import keyboards
from bot.house import House, language_of
from bot.presses import data
from core.distance import printed
from core.incident import Alike

if TYPE_CHECKING:
    from bot.cards import Subject


def lines(house: House, of: "Subject") -> list[str]:
    """Which case this one is merged into, who else reports the event, and what may tell of the same."""
    found: list[str] = []
    if of.around.main is not None:
        found.append(house.say(of.viewer, "card-merged", main=of.around.main.ticket))
    if of.around.members:
        tickets = ", ".join(member.ticket for member in of.around.members)
        found.append(house.say(of.viewer, "card-reporters", count=len(of.around.members) + 1, tickets=tickets))
    return found + [_suggestion(house, of, one) for one in of.around.alike]


def buttons(house: House, of: "Subject") -> keyboards.Rows:
    """Gabung for each that is suggested, Pisahkan for what is merged: one a row, after everything more urgent."""
    rule, language = of.procedure.same_event, language_of(of.viewer)
    if rule is None or not of.around.may_merge or not of.case.is_open:
        return []
    if of.case.merged is not None:
        return [[keyboards.button(rule.part.in_language(language), data("part", of.case.id))]]
    label = rule.label.in_language(language)
    return [
        [keyboards.button(f"{label} {one.case.ticket}", data("merge", of.case.id, one.case.id))]
        for one in of.around.alike
    ]


def _suggestion(house: House, of: "Subject", one: Alike) -> str:
    minutes = max(0, round((of.now - one.case.opened_at).total_seconds() / 60))
    ago = house.time_left(one.case.opened_at, house.label(of.viewer, "card-minutes-ago", minutes=minutes))
    distance = printed(one.metres, language_of(of.viewer))
    return house.say(of.viewer, "card-alike", ticket=one.case.ticket, distance=distance, ago=ago)
