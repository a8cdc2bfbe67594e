"""Atas nama: an operator writes down what an officer has answered by radio or telephone."""

from typing import Any

from bot import keyboards, outgoing
from bot.flows import form
from bot.presses import Press, data
from bot.routes import Routes
from bot.visit import Visit
from core.access import may_record
from core.case import Case, OpenStep
from core.commands import Act
from core.judgement import holds
from core.parts import seen
from core.permission import permit
from core.refusal import NotAllowed

routes = Routes()


@routes.press("proxy")
async def record(press: Press, visit: Visit) -> Any:
    """First the actions that there are, then the questions of the one that was chosen."""
    case, waiting = await visit.step(press.number(0), press.number(1))
    procedure, office = visit.desk.house.shelf.of(case), await visit.desk.office()
    if not may_record(visit.person, case, waiting, procedure):
        raise NotAllowed()
    if not press.part(2):
        return await _choices(visit, case, waiting)
    holder = waiting.holders[0]
    wish = Act(by=holder, entry=waiting.entry, action=press.part(2), recorded_by=visit.person.id)
    permit(case, wish, visit.desk.now, procedure, office)
    about = {"case": case.id, "entry": wish.entry, "action": wish.action, "recorded_for": holder}
    return [visit.settle(await _question(visit, case, waiting)), await form.start(visit, about)]


async def _choices(visit: Visit, case: Case, waiting: OpenStep) -> Any:
    step, language = visit.desk.house.shelf.of(case).step(waiting.id), visit.person.language
    rows = [
        [keyboards.button(one.label.in_language(language), data("proxy", case.id, waiting.entry, one.id), one.style)]
        for one in step.actions
        if holds(one.when, seen(case, waiting.part), waiting)
    ]
    rows.append([keyboards.button(visit.label("button-no"), data("no"))])
    asked = await _question(visit, case, waiting)
    return outgoing.text(visit.person.telegram_id, asked, keyboards.inline(rows))


async def _question(visit: Visit, case: Case, waiting: OpenStep) -> str:
    holder = (await visit.desk.office()).person(waiting.holders[0])
    return visit.say("proxy-which", ticket=case.ticket, name=holder.name if holder is not None else "")
