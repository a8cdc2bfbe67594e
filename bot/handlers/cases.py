"""Presses on cards: take a case, take it over, do an action. What may be done is decided in one place, the core."""

from typing import Any

from bot import keyboards
from bot.flows import form
from bot.presses import Press, data
from bot.routes import Routes
from bot.visit import Visit
from core.action import Action
from core.case import Case
from core.commands import Act, Claim
from core.decision import permit
from core.refusal import StepOver

routes = Routes()


@routes.press("claim", "over")
async def claim(press: Press, visit: Visit) -> Any:
    """Tangani, or Ambil alih."""
    case = await _case(press, visit)
    await visit.desk.decide(case, Claim(by=visit.person.id, entry=press.number(1), over=press.verb == "over"))
    return visit.toast("case-yours", ticket=case.ticket)


@routes.press("act")
async def act(press: Press, visit: Visit) -> Any:
    """An action: its questions first, or a second press where it is dangerous, then it is done."""
    case = await _case(press, visit)
    command = Act(by=visit.person.id, entry=press.number(1), action=press.part(2))
    procedure, office = visit.desk.house.shelf.of(case), await visit.desk.office()
    action = permit(case, command, visit.desk.now, procedure, office)
    if action.asks:
        return await form.start(visit, {"case": case.id, "entry": command.entry, "action": action.id})
    if action.confirm and press.part(3) != "yes":
        return _ask_again(press, visit, case, action)
    await visit.desk.decide(case, command)
    return visit.toast("case-done", action=action.label.in_language(visit.person.language))


@routes.press("no")
async def not_after_all(press: Press, visit: Visit) -> Any:
    """The second press was not given."""
    return visit.toast("case-untouched")


async def _case(press: Press, visit: Visit) -> Case:
    case = await visit.desk.unit.case(press.number(0))
    if case is None:
        raise StepOver()
    return case


def _ask_again(press: Press, visit: Visit, case: Case, action: Action) -> Any:
    label = action.label.in_language(visit.person.language)
    again = data("act", *press.parts[:3], "yes")
    rows = [[keyboards.button(label, again, action.style), keyboards.button(visit.label("button-no"), data("no"))]]
    return visit.reply("case-sure", keyboards.inline(rows), action=label, ticket=case.ticket)
