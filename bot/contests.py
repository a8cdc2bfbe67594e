"""The question under a closing message: is it right? The buttons, and the lines on the cards of linked cases."""

from collections.abc import Iterator

from aiogram.types import InlineKeyboardButton

from bot import keyboards
from bot.house import House, language_of
from bot.presses import data
from bot.silence import is_silent
from core.case import Case
from core.contest import Contest
from core.people import Person
from core.procedure import Procedure


def rows(house: House, case: Case, procedure: Procedure, person: Person) -> keyboards.Rows:
    """A row a contest; where others may read the screen no label says what it is about."""
    return [list(_buttons(house, case, person, contest)) for contest in procedure.contests(case.outcome)]


def _buttons(house: House, case: Case, person: Person, contest: Contest) -> Iterator[InlineKeyboardButton]:
    language, silent = language_of(person), is_silent(case)
    if contest.agree is not None:
        label = house.label(person, "silent-done") if silent else contest.agree.in_language(language)
        yield keyboards.button(label, data("agree", case.id), "success")
    label = house.label(person, "silent-not-yet") if silent else contest.label.in_language(language)
    yield keyboards.button(label, data("contest", case.id, contest.opens.link), "danger")


def lines(house: House, case: Case, procedure: Procedure, reader: Person) -> Iterator[str]:
    """What the card says of the case before it and of those after it, and what the requester says of its end."""
    if case.origin is not None:
        outcome = procedure.outcomes.get(case.origin.outcome)
        words = outcome.in_language(language_of(reader)) if outcome is not None else "none"
        yield house.say(reader, "card-origin", ticket=case.origin.ticket, outcome=words)
    for link in case.links:
        yield house.say(reader, "card-linked", ticket=link.ticket)
    if case.accepted_at is not None:
        yield house.say(reader, "card-accepted", time=house.time(case.accepted_at))
