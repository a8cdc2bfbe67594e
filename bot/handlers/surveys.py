"""The survey's buttons: a grade, or that it is enough."""

from dataclasses import replace
from typing import Any

from bot import surveys
from bot.presses import OldButton, Press
from bot.routes import Routes
from bot.visit import Visit
from core.refusal import NotAllowed
from core.survey import ANSWERED_WITHIN, Survey, Unsur
from core.survey_order import questions

routes = Routes()


@routes.press("survey")
async def graded(press: Press, visit: Visit) -> Any:
    """Keep the grade and ask the next question; after the last, or at any time, it ends with thanks."""
    survey, unit = await _survey(press, visit), visit.desk.unit
    asked = await _questions(visit, survey)
    answered = await unit.survey_answers(survey.case_id)
    if press.part(1) == "stop":
        return _end(visit, survey, len(answered))
    one, grade = next((one for one in asked if one.code == press.part(1)), None), press.number(2)
    if one is None or not 1 <= grade <= len(one.grades):
        raise OldButton
    unit.save_survey_answer(survey.case_id, one.code, grade)
    answered = answered | {one.code: grade}
    following = surveys.coming(answered, asked)
    if following is None:
        return _end(visit, survey, len(answered))
    words = surveys.question(visit.desk.house, visit.person, following, asked)
    return visit.settle(words, surveys.buttons(visit.desk.house, visit.person, survey.case_id, following))


async def _survey(press: Press, visit: Visit) -> Survey:
    """The survey that is meant, if it is the presser's and can still be answered."""
    survey, case = await visit.desk.unit.survey(press.number(0)), await visit.desk.unit.case(press.number(0))
    if case is None or survey is None or case.requester != visit.person.id:
        raise NotAllowed()
    asked_at = survey.asked_at
    if asked_at is None or survey.ended_at is not None or visit.desk.now - asked_at > ANSWERED_WITHIN:
        raise OldButton
    return survey


async def _questions(visit: Visit, survey: Survey) -> tuple[Unsur, ...]:
    case = await visit.desk.unit.case(survey.case_id)
    return questions(visit.desk.house.shelf.of(case)) if case is not None else ()


def _end(visit: Visit, survey: Survey, answered: int) -> Any:
    visit.desk.unit.save_survey(replace(survey, ended_at=visit.desk.now))
    return visit.settle(visit.say("survey-thanks", count=answered))
