"""The lines and buttons of a card that speak of other cases: the same event, merged ones, and earlier reports."""

from collections.abc import Iterator

from bot import keyboards
from bot.house import House, language_of
from bot.presses import data
from bot.subject import Subject
from core.distance import printed
from core.incident import Alike

DATES_MOST = 3


def lines(house: House, of: Subject) -> list[str]:
    """Which case this one is merged into, who else reports the event, and what may tell of the same."""
    found: list[str] = []
    if of.around.main is not None:
        found.append(house.say(of.viewer, "card-merged", main=of.around.main.ticket))
    if of.around.members:
        tickets = ", ".join(member.ticket for member in of.around.members)
        found.append(house.say(of.viewer, "card-reporters", count=len(of.around.members) + 1, tickets=tickets))
    return found + [_suggestion(house, of, one) for one in of.around.alike]


def buttons(house: House, of: Subject) -> keyboards.Rows:
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


def last_lines(house: House, of: Subject) -> list[str]:
    """What stands last: whether many reporters are new, and how earlier reports of this one ended, as counts."""
    found: list[str] = []
    if of.around.wave is not None:
        new, everybody = of.around.wave
        found.append(house.say(of.viewer, "card-wave", new=new, all=everybody))
    if of.around.earlier:
        newest = house.date(of.around.earlier[-1][1])
        endings = "; ".join(_endings(house, of))
        found.append(house.say(of.viewer, "card-history", count=len(of.around.earlier), newest=newest, endings=endings))
    return ["", *found] if found else []


def _endings(house: House, of: Subject) -> Iterator[str]:
    """`bukan keadaan darurat: 2 (02/01, 12/03)` for each outcome there was, with its newest dates."""
    for outcome in dict.fromkeys(outcome for outcome, _ in of.around.earlier):
        dates = [house.date(at) for one, at in of.around.earlier if one == outcome]
        named = of.procedure.outcomes.get(outcome)
        label = named.in_language(language_of(of.viewer)) if named is not None else outcome
        shown = ", ".join(["…"] * (len(dates) > DATES_MOST) + dates[-DATES_MOST:])
        yield f"{label[:1].lower()}{label[1:]}: {len(dates)} ({shown})"


def _suggestion(house: House, of: Subject, one: Alike) -> str:
    minutes = max(0, round((of.now - one.case.opened_at).total_seconds() / 60))
    ago = house.time_left(one.case.opened_at, house.label(of.viewer, "card-minutes-ago", minutes=minutes))
    distance = printed(one.metres, language_of(of.viewer))
    return house.say(of.viewer, "card-alike", ticket=one.case.ticket, distance=distance, ago=ago)
