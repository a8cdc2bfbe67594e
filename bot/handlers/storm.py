"""/badai, the queue's buttons, and the one tap by which citizens say how they are."""

from typing import Any

from aiogram.types import Message

from bot import keyboards, storms
from bot.aftermath import Aftermath
from bot.flows import panic
from bot.presses import OldButton, Press, data
from bot.routes import Routes
from bot.visit import Visit
from core.access import may_see
from core.case import Case
from core.commands import Act, Claim
from core.procedure import Procedure
from core.queue import triage_of
from core.refusal import NotAllowed, StepOver

routes = Routes()


@routes.command("badai", "storm")
async def storm(message: Message, visit: Visit) -> Any:
    """Whether a storm is on, and the press that begins or ends it."""
    procedure = _procedure(visit)
    on = await visit.desk.unit.storm(procedure.id)
    waiting = len(await storms.queued(visit.desk, procedure))
    if on is None:
        rows = [[_button(visit, "storm-begin", "on"), _button(visit, "button-no", "no")]]
        return visit.reply("storm-is-off", keyboards.inline(rows), waiting=waiting)
    rows = [[_button(visit, "storm-end", "off"), _button(visit, "button-no", "no")]]
    since = visit.desk.house.time(on.began_at)
    return visit.reply("storm-is-on", keyboards.inline(rows), waiting=waiting, since=since)


@routes.press("storm")
async def declared(press: Press, visit: Visit) -> Any:
    """A storm is begun or ended by whoever may."""
    procedure, office = _procedure(visit), await visit.desk.office()
    on = await visit.desk.unit.storm(procedure.id)
    match press.part(0):
        case "on" if on is None:
            await storms.begin(visit.desk, procedure, office, visit.person)
            return visit.settle(visit.say("storm-begin"))
        case "off" if on is not None:
            await storms.end(visit.desk, procedure, office, on, visit.person)
            return visit.settle(visit.say("storm-end"))
        case "no":
            return visit.settle(visit.say("case-untouched"))
        case _:
            raise OldButton


@routes.press("open")
async def open_card(press: Press, visit: Visit) -> Any:
    """The case's card with its map and its files, as it would have come by itself."""
    case = await visit.case(press.number(0))
    if not may_see(visit.person, case, visit.desk.house.shelf.of(case)):
        raise NotAllowed()
    await _hand_over(visit, case)
    return None


@routes.press("take")
async def take(press: Press, visit: Visit) -> Any:
    """Tangani from the queue: the case is theirs, and its card comes."""
    case = await visit.case(press.number(0))
    procedure = visit.desk.house.shelf.of(case)
    waiting = next((one for one in case.steps if procedure.step(one.id).claim is not None), None)
    if waiting is None:
        raise StepOver()
    case = await visit.desk.decide(case, Claim(by=visit.person.id, entry=waiting.entry))
    await _hand_over(visit, case)
    return visit.toast("case-yours", ticket=case.ticket)


@routes.press("triage")
async def triaged(press: Press, visit: Visit) -> Any:
    """How the reporter is: kept in the case, and the queue is sorted by it."""
    case = await visit.case(press.number(0))
    procedure = visit.desk.house.shelf.of(case)
    question, rule = triage_of(procedure), procedure.storm
    choice = next((one for one in question.choices if one.id == press.part(1)), None) if question is not None else None
    if question is None or rule is None or choice is None:
        raise OldButton
    answers = {question.name: choice.id}
    await visit.desk.decide(case, Act(by=visit.person.id, action=rule.triage, answers=answers))
    return visit.settle(visit.say("storm-triaged", answer=choice.label.in_language(visit.person.language)))


def _procedure(visit: Visit) -> Procedure:
    """The alarm. Raises `NotAllowed` to whoever may not declare a storm."""
    found = panic.procedure(visit)
    rule = found.storm if found is not None else None
    if found is None or rule is None or not any(visit.person.holds(role) for role in rule.performer.roles):
        raise NotAllowed()
    return found


async def _hand_over(visit: Visit, case: Case) -> None:
    after = Aftermath(visit.desk, case, visit.desk.house.shelf.of(case), await visit.desk.office(), ())
    after.views = {view.chat_id: view for view in await visit.desk.unit.card_views(case.id)}
    await after.bring(visit.person)


def _button(visit: Visit, key: str, answer: str) -> Any:
    return keyboards.button(visit.label(key), data("storm", answer), "danger" if answer == "on" else None)
