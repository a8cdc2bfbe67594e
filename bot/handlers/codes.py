"""A case's code is typed or scanned: the action that it stands for is done, by whoever may do it."""

from typing import Any

from bot.check_codes import CODE
from bot.flows import form
from bot.visit import Visit
from core.commands import Act
from core.permission import permit
from core.refusal import CaseOver, StepOver


def is_code(words: str) -> bool:
    """Whether the words look like a code."""
    return CODE.fullmatch(words.strip().upper()) is not None


def in_link(link: str, visit: Visit) -> str | None:
    """The code in a deep link: it stands behind the name of the procedure."""
    procedure, _, code = link.partition("_")
    return code if procedure in visit.desk.house.shelf.in_force and is_code(code) else None


async def use(visit: Visit, words: str) -> Any:
    """Do what the code stands for; None where no case has it. Raises `Refusal`."""
    code = await visit.desk.unit.code(words.strip().upper())
    case = await visit.desk.unit.case(code.case_id) if code is not None else None
    if code is None or case is None:
        return None
    if visit.person.id == case.requester:
        return visit.reply("check-code-is-yours", await visit.menu(), code=code.code)
    visit.case_id = case.id
    procedure, office = visit.desk.house.shelf.of(case), await visit.desk.office()
    if not case.is_open:
        raise CaseOver(case.outcome or "", case.closed_at or visit.desk.now)
    # Of a party that comes in parts the next one is meant.
    waits = [one for one in case.steps if procedure.step(one.id).action(code.action)]
    waiting = min(waits, key=lambda one: one.part, default=None)
    if waiting is None:
        raise StepOver()
    command = Act(by=visit.person.id, entry=waiting.entry, action=code.action)
    action = permit(case, command, visit.desk.now, procedure, office)
    if action.asks:
        return await form.start(visit, {"case": case.id, "entry": command.entry, "action": action.id})
    await visit.desk.decide(case, command)
    label = action.label.in_language(visit.person.language)
    return visit.reply("check-code-used", await visit.menu(), ticket=case.ticket, action=label)
