"""The survey's buttons: a grade, or that it is enough."""

from dataclasses import replace
from typing import Any

from bot import surveys
from bot.presses import OldButton, Press
from bot.routes import Routes
from bot.visit import Visit
from core.refusal import NotAllowed
from core.survey import ANSWERED_WITHIN, GRADES, Survey, unsur

routes = Routes()


@routes.press("survey")
async def graded(press: Press, visit: Visit) -> Any:
    """Keep the grade and ask the next question; after the last, or at any time, it ends with thanks."""
    survey, unit = await _survey(press, visit), visit.desk.unit
    answered = await unit.survey_answers(survey.case_id)
    if press.part(1) == "stop":
        return _end(visit, survey, len(answered))
    one, grade = unsur(press.part(1)), press.number(2)
    if one is None or grade not in GRADES:
        raise OldButton
    unit.save_survey_answer(survey.case_id, one.code, grade)
    answered = answered | {one.code: grade}
    following = surveys.coming(answered)
    if following is None:
        return _end(visit, survey, len(answered))
    words = surveys.question(visit.desk.house, visit.person, following)
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


def _end(visit: Visit, survey: Survey, answered: int) -> Any:
    visit.desk.unit.save_survey(replace(survey, ended_at=visit.desk.now))
    return visit.settle(visit.say("survey-thanks", count=answered))
