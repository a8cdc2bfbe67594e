"""What no other handler answers: an open alarm takes it, staff's words go to their case, and the rest is explained."""

from typing import Any

from aiogram.types import Message

from bot.flows import content, form, panic
from bot.handlers import duty
from bot.presses import Press
from bot.visit import Visit
from core import refusal
from core.case import Case
from core.commands import Act
from core.procedure import Procedure
from core.unprompted import action_for


async def anything(message: Message, visit: Visit) -> Any:
    """A message that is no command, no button and no answer."""
    alarm = await visit.alarm()
    if alarm is not None:
        return await panic.contribute(message, visit, alarm)
    kind = content.kind(message)
    if visit.person.roles:
        try:
            if kind == "location":
                return await duty.moved(message, visit)
        except content.OddPosition:
            return visit.reply("odd-position", await visit.menu())
        case = await _own_case(visit)
        if case is not None:
            return await _add(message, visit, case)
    if kind == "location":
        return visit.reply("stray-location", await visit.menu())
    if message.text and message.text.startswith("/"):
        return visit.reply("unknown-command", await visit.menu())
    return visit.reply("not-understood", await visit.menu())


async def open_by_command(visit: Visit, procedure: Procedure) -> Any:
    """The command or menu button of a procedure."""
    if procedure.lane == "alarm":
        return await panic.press(visit, procedure)
    return await form.open_procedure(visit, procedure)


async def refused(visit: Visit, why: refusal.Refusal, press: Press | None) -> Any:
    """Say why a wish was not granted, what happened meanwhile and who did it, and show the card as it is now."""
    values: dict[str, Any] = {}
    if isinstance(why, refusal.AlreadyTaken):
        holder = (await visit.desk.office()).person(why.by)
        at = visit.desk.house.time(why.at) if why.at is not None else ""
        values = {"name": holder.name if holder is not None else "", "time": at}
    elif isinstance(why, refusal.CaseOver):
        values = {"time": visit.desk.house.time(why.at)}
    if visit.query_id is None or press is None:
        return visit.reply(f"refused-{why.name}", await visit.menu(), **values)
    if not isinstance(why, refusal.NotAllowed):
        await _show_again(press, visit)
    return visit.toast(f"refused-{why.name}", alert=True, **values)


async def _show_again(press: Press, visit: Visit) -> None:
    case = await visit.desk.unit.case(press.number(0))
    if case is not None and any(view.person_id == visit.person.id for view in await visit.desk.unit.card_views(case.id)):
        lane = visit.desk.house.shelf.of(case).lane
        visit.desk.unit.raise_card(case.id, visit.person.telegram_id, visit.person.id, lane)


async def _own_case(visit: Visit) -> Case | None:
    """The one case that the person works on; none where it could be several."""
    mine = [case for case in await visit.desk.unit.tasks_of(visit.person.id, [], limit=2)]
    return mine[0] if len(mine) == 1 else None


async def _add(message: Message, visit: Visit, case: Case) -> Any:
    """Words or files of whoever works on a case are kept in it."""
    kind, file = content.kind(message), content.attachment(message)
    found = action_for(case, visit.desk.house.shelf.of(case), visit.person, kind)
    answer = (file,) if file is not None else content.words(message)
    if found is None or not answer:
        return visit.reply("not-understood", await visit.menu())
    entry, action = found
    command = Act(by=visit.person.id, entry=entry, action=action.id, answers={action.asks[0].id: answer})
    await visit.desk.decide(case, command)
    return visit.reply("case-added", await visit.menu(), ticket=case.ticket)
