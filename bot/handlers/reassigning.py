"""A head or an admin passes a step on to somebody else of its role: /alih TICKET, or Alihkan on the card."""

from typing import Any

from aiogram.types import Message

from bot import keyboards, outgoing
from bot.facts import clipped
from bot.flows import content
from bot.presses import OldButton, Press, data
from bot.routes import Routes
from bot.texts import Markup
from bot.visit import Visit
from core.access import may_reassign
from core.case import Case, OpenStep
from core.commands import Reassign
from core.people import Person
from core.reassigning import fit, occupied
from core.refusal import NotAllowed

routes = Routes()
STATE = "reassign"
MOST = 20


@routes.command("alih", "reassign")
async def reassign(message: Message, visit: Visit) -> Any:
    """Who has the step now, and who could have it."""
    if not visit.person.roles:
        raise NotAllowed()
    ticket = content.argument(message).upper()
    case = await visit.desk.unit.case_by_ticket(ticket) if ticket else None
    if case is None or not case.is_open:
        return visit.reply("reassign-which", await visit.menu())
    procedure = visit.desk.house.shelf.of(case)
    waiting = next((one for one in case.steps if may_reassign(visit.person, one, procedure)), None)
    if waiting is None:
        raise NotAllowed()
    return await _ask(visit, case, waiting)


@routes.press("pass_on")
async def from_the_card(press: Press, visit: Visit) -> Any:
    """The same, of a step on a card."""
    case, waiting = await visit.step(press.number(0), press.number(1))
    if not may_reassign(visit.person, waiting, visit.desk.house.shelf.of(case)):
        raise NotAllowed()
    return await _ask(visit, case, waiting)


@routes.press("reassign")
async def chosen(press: Press, visit: Visit) -> Any:
    """Asked once more who it is; then the step is theirs."""
    state, place = visit.conversation.data, press.number(0)
    if visit.conversation.state != STATE or not 0 <= place < len(state["people"]):
        raise OldButton
    case, to = await visit.desk.unit.case(state["case"]), state["people"][place]
    person = (await visit.desk.office()).person(to)
    if case is None or person is None:
        visit.end()
        raise OldButton
    if press.part(1) != "yes":
        return _ask_again(visit, case, place, person)
    visit.end()
    await visit.desk.decide(case, Reassign(by=visit.person.id, entry=state["entry"], to=to))
    return visit.settle(visit.say("reassign-done", ticket=case.ticket, name=person.name))


async def _ask(visit: Visit, case: Case, waiting: OpenStep) -> Any:
    """To whom: the free first, then those with other work."""
    procedure, office = visit.desk.house.shelf.of(case), await visit.desk.office()
    title = procedure.step(waiting.id).title.in_language(visit.person.language)
    able = fit(office, procedure, waiting)
    busy = {one.id: occupied(one, case, procedure, office) for one in able}
    people = sorted(able, key=lambda one: busy[one.id])[:MOST]
    if not people:
        return _said(visit, visit.say("reassign-nobody", ticket=case.ticket, step=title))
    visit.go_to(STATE, {"case": case.id, "entry": waiting.entry, "people": [one.id for one in people]})
    labels = [
        visit.label("reassign-person", name=clipped(one.name, 40), busy="yes" if busy[one.id] else "no")
        for one in people
    ]
    rows = keyboards.in_rows(
        [keyboards.button(label, data("reassign", place)) for place, label in enumerate(labels)], 2
    )
    return _said(visit, visit.say("reassign-to", ticket=case.ticket, step=title), rows)


def _ask_again(visit: Visit, case: Case, place: int, person: Person) -> Any:
    yes = keyboards.button(visit.label("button-reassign"), data("reassign", place, "yes"), "primary")
    no = keyboards.button(visit.label("button-no"), data("no"))
    words = visit.say("reassign-sure", ticket=case.ticket, name=person.name)
    return visit.settle(words, keyboards.inline([[yes, no]]))


def _said(visit: Visit, words: Markup, rows: keyboards.Rows | None = None) -> Any:
    return outgoing.text(visit.person.telegram_id, words, keyboards.inline(rows or []))
