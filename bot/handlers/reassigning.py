"""/alih TICKET: a head or an admin passes a step on to somebody else of its role."""

from typing import Any

from aiogram.types import Message

from bot import keyboards
from bot.facts import clipped
from bot.flows import content
from bot.presses import OldButton, Press, data
from bot.routes import Routes
from bot.visit import Visit
from core.access import may_reassign
from core.case import Case, OpenStep
from core.commands import Reassign
from core.course import Course
from core.reassigning import fit
from core.refusal import NotAllowed

routes = Routes()
STATE = "reassign"
MOST = 20


@routes.command("alih", "reassign")
async def reassign(message: Message, visit: Visit) -> Any:
    """Who has the step now, and who could have it."""
    if not visit.person.roles:
        raise NotAllowed()
    ticket = content.words(message).partition(" ")[2].strip().upper()
    case = await visit.desk.unit.case_by_ticket(ticket) if ticket else None
    if case is None or not case.is_open:
        return visit.reply("reassign-which", await visit.menu())
    waiting = _waiting(visit, case)
    if waiting is None:
        raise NotAllowed()
    procedure, office = visit.desk.house.shelf.of(case), await visit.desk.office()
    people = fit(Course(case, procedure, office, visit.desk.now), waiting)[:MOST]
    title = procedure.step(waiting.id).title.in_language(visit.person.language)
    if not people:
        return visit.reply("reassign-nobody", await visit.menu(), ticket=case.ticket, step=title)
    visit.go_to(STATE, {"case": case.id, "entry": waiting.entry, "people": [one.id for one in people]})
    rows = keyboards.in_rows(
        [keyboards.button(clipped(one.name, 40), data("reassign", place)) for place, one in enumerate(people)], 2
    )
    return visit.reply("reassign-to", keyboards.inline(rows), ticket=case.ticket, step=title)


@routes.press("reassign")
async def chosen(press: Press, visit: Visit) -> Any:
    """The step is theirs from now on."""
    state, place = visit.conversation.data, press.number(0)
    if visit.conversation.state != STATE or not 0 <= place < len(state["people"]):
        raise OldButton
    case, to = await visit.desk.unit.case(state["case"]), state["people"][place]
    visit.end()
    if case is None:
        raise OldButton
    await visit.desk.decide(case, Reassign(by=visit.person.id, entry=state["entry"], to=to))
    person = (await visit.desk.office()).person(to)
    name = person.name if person is not None else ""
    return visit.settle(visit.say("reassign-done", ticket=case.ticket, name=name))


def _waiting(visit: Visit, case: Case) -> OpenStep | None:
    """The step of the case that the visitor may pass on."""
    procedure = visit.desk.house.shelf.of(case)
    return next((one for one in case.steps if may_reassign(visit.person, one, procedure)), None)
