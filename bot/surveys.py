"""The satisfaction survey: asked once, some time after the end, a tap a question, and stopped at any time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from bot import keyboards, outgoing
from bot.house import House, language_of
from bot.presses import data
from bot.silence import is_silent
from bot.texts import Markup
from core.case import Case
from core.field import ChoiceField
from core.judgement import value_of
from core.people import Person
from core.procedure import Procedure
from core.survey import ASKED_AFTER, STARS, Survey, Unsur
from core.survey_order import SurveyOrder, questions
from storage import surveys
from storage.batch import Batch, Committed
from storage.database import Database
from storage.unit_of_work import UnitOfWork

LANE = "nag"
LATER = timedelta(hours=1)
FROM, UNTIL = time(8), time(20)
"""Nobody is asked by night."""
BATCH = 20


def wanted(house: House, unit: UnitOfWork, case: Case, procedure: Procedure, order: SurveyOrder) -> None:
    """Have the requester asked once the case has ended, unless it is, or may be, nothing to be asked about."""
    if case.on_behalf or is_delicate(case, procedure) or any(value_of(case, name) is None for name in order.needs):
        return
    at = _next_day(house, unit.received_at) if order.next_day else unit.received_at + ASKED_AFTER
    unit.save_survey(Survey(case.id, case.procedure, next_at=at))


async def forget(unit: UnitOfWork, case: Case) -> None:
    """Nobody is asked about it any more."""
    survey = await unit.survey(case.id)
    if survey is not None and survey.ended_at is None:
        unit.save_survey(replace(survey, next_at=None, ended_at=unit.received_at))


def is_delicate(case: Case, procedure: Procedure) -> bool:
    """Whether it is about what a choice calls `discreet`, such as violence, or silence was asked for."""
    chosen = (
        choice.discreet
        for field in procedure.fields
        if isinstance(field, ChoiceField)
        for choice in field.choices
        if choice.id == value_of(case, field.name)
    )
    return is_silent(case) or any(chosen)


class Surveys:
    """Part of the timekeeper. `hand_out` is given what a commit has left to do."""

    def __init__(self, db: Database, house: House, hand_out: Callable[[Committed], None]) -> None:
        self._db, self._house, self._hand_out = db, house, hand_out

    async def due(self, now: datetime) -> bool:
        """Ask a few whose time has come; False once there are none."""
        found = await surveys.due(self._db, now, BATCH)
        if not found:
            return False
        batch = Batch(self._db)
        for case_id in found:
            unit = batch.unit(now)
            await self._ask(unit, case_id)
            batch.accept(unit)
        self._hand_out(await batch.commit([], at=now))
        return True

    async def _ask(self, unit: UnitOfWork, case_id: int) -> None:
        case, survey = await unit.case(case_id), await unit.survey(case_id)
        if case is None or survey is None:
            return
        requester = await unit.person_by_id(case.requester)
        if case.is_open and case.parts:
            unit.save_survey(replace(survey, next_at=unit.received_at + ASKED_AFTER))
            return
        # What the requester says is not finished goes on in a case that is linked.
        is_over = not case.is_open and not case.links
        if not is_over or requester is None or not requester.reachable or not requester.has_chat:
            unit.save_survey(replace(survey, next_at=None))
            return
        later = _by_day(self._house, unit.received_at)
        if later > unit.received_at or await _is_occupied(unit, requester):
            unit.save_survey(replace(survey, next_at=max(later, unit.received_at + LATER)))
            return
        unit.save_survey(replace(survey, next_at=None, asked_at=unit.received_at))
        procedure = self._house.shelf.of(case)
        title, asked = procedure.title.in_language(language_of(requester)), questions(procedure)
        words = self._house.say(requester, "survey-begin", ticket=case.ticket, title=title, count=len(asked))
        words = self._house.join([words, question(self._house, requester, asked[0], asked)])
        message = outgoing.text(requester.telegram_id, words, buttons(self._house, requester, case.id, asked[0]))
        unit.say(outgoing.message(message, LANE, key=f"survey:{case.id}"))


def question(house: House, person: Person, one: Unsur, asked: Sequence[Unsur]) -> Markup:
    """One of those that are asked, with its number."""
    words = one.question.in_language(language_of(person))
    return house.say(person, "survey-question", number=asked.index(one) + 1, count=len(asked), question=words)


def buttons(house: House, person: Person, case_id: int, one: Unsur) -> Any:
    """The grades, the best on top, and the end."""
    language = language_of(person)
    rows = [
        [keyboards.button(words.in_language(language), data("survey", case_id, one.code, str(grade)))]
        for grade, words in reversed(list(enumerate(one.grades, 1)))
    ]
    stop = house.label(person, "survey-stop", form="one" if one is STARS else "many")
    return keyboards.inline([*rows, [keyboards.button(stop, data("survey", case_id, "stop"))]])


def coming(answered: Mapping[str, int], asked: Sequence[Unsur]) -> Unsur | None:
    """The first question that has no answer yet."""
    return next((one for one in asked if one.code not in answered), None)


def _by_day(house: House, now: datetime) -> datetime:
    """Now, or the next morning."""
    local = now.astimezone(house.zone)
    if FROM <= local.time() < UNTIL:
        return now
    day = local.date() + timedelta(days=local.time() >= UNTIL)
    return datetime.combine(day, FROM, house.zone)


def _next_day(house: House, now: datetime) -> datetime:
    """The same hour of the next day, of a night the morning of that day."""
    local = now.astimezone(house.zone)
    at = local.time() if FROM <= local.time() < UNTIL else FROM
    return datetime.combine(local.date() + timedelta(days=1), at, house.zone)


async def _is_occupied(unit: UnitOfWork, person: Person) -> bool:
    """Whether somebody is in the middle of something else."""
    talk = await unit.conversation(person.telegram_id, person.telegram_id)
    return talk.state is not None or any(case.is_open for case in await unit.open_cases_of(person.id))
