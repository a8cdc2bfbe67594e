"""What no other handler answers: an open alarm takes it, staff's words go to their case, and the rest is explained."""

from contextlib import suppress
from typing import Any

import structlog
from aiogram.types import Message

from bot import following
from bot.facts import label_of
from bot.flows import content, cry, form, panic, place_code, rehearsal
from bot.handlers import codes, duty
from bot.routes import command_name
from bot.visit import Visit
from core import refusal
from core.access import foremost, may_see
from core.case import Case
from core.procedure import Procedure

log = structlog.get_logger()


async def anything(message: Message, visit: Visit) -> Any:
    """A message that is no known command, no button and no answer."""
    alarm, command = await visit.alarm(), command_name(message.text or "")
    if command is not None and (alarm is None or " " not in content.words(message)):
        return visit.reply("unknown-command", await visit.menu())
    if alarm is not None:
        if visit.person.roles and content.kind(message) == "location":
            with suppress(content.OddPosition):
                await following.told(message, visit)
        return await panic.contribute(message, visit, alarm)
    rehearsed = await visit.rehearsal()
    if rehearsed is not None:
        return await rehearsal.contribute(message, visit, rehearsed)
    if codes.is_code(content.words(message)) and (used := await codes.use(visit, content.words(message))) is not None:
        return used
    in_need = cry.is_cry(message)
    if visit.person.roles:
        try:
            if content.kind(message) == "location":
                return await duty.moved(message, visit)
        except content.OddPosition:
            return visit.reply("odd-position", await visit.menu())
        mine = await visit.desk.unit.tasks_of(visit.person.id, [], limit=2)
        if len(mine) == 1:
            return await _add(message, visit, mine[0])
        in_need = cry.in_words(message) if mine else in_need
    if in_need or cry.is_asked(visit):
        place_code.goes_along(visit)
        return await cry.ask(message, visit)
    return visit.reply("not-understood", await visit.menu())


async def open_by_command(visit: Visit, procedure: Procedure) -> Any:
    """The command or menu button of a procedure."""
    if procedure.lane == "alarm":
        return await panic.press(visit, procedure)
    if procedure.rehearses is not None:
        return await rehearsal.press(visit, procedure)
    return await form.open_procedure(visit, procedure)


async def refused(visit: Visit, why: refusal.Refusal) -> Any:
    """Say why a wish was not granted, what happened meanwhile and who did it, and show the card as it is now."""
    case = await visit.desk.unit.case(visit.case_id) if visit.case_id is not None else None
    procedure = visit.desk.house.shelf.of(case) if case is not None else None
    works = case is not None and procedure is not None and may_see(visit.person, case, procedure)
    works = works or (case is not None and visit.person.roles != frozenset() and visit.person.id in case.passed)
    if case is not None and not works and visit.person.id != case.requester:
        why = refusal.NotAllowed()
    log.info("refused", reason=why.name, case=case.id if case is not None else None)
    values: dict[str, Any] = {}
    match why:
        case refusal.AlreadyTaken():
            values = {"name": await _name(visit, why.by), "time": visit.desk.house.time(why.at) if why.at else "none"}
        case refusal.MergedAlready():
            main = await visit.desk.unit.case(why.into)
            values = {"ticket": main.ticket if main is not None else ""}
        case refusal.CaseOver():
            outcome = procedure.outcomes.get(why.outcome) if procedure is not None else None
            words = outcome.in_language(visit.person.language) if outcome is not None else "none"
            values = {"time": visit.desk.house.time(why.at), "outcome": words}
        case refusal.TooEarly():
            values = {"at": visit.desk.house.moment(why.at)}
        case refusal.Overtaken() if why.deed is not None and procedure is not None:
            label = label_of(procedure, why.deed, visit.person.language)
            values = {"name": await _name(visit, why.deed.by), "action": label}
        case refusal.Overtaken():
            values = {"name": "none", "action": "none"}
        case refusal.StepOver():
            values = await _now(visit, case if works else None)
    if visit.query_id is None:
        return visit.reply(f"refused-{why.name}", await visit.menu(), **values)
    if case is not None and works:
        await _show_again(visit, case)
    return visit.toast(f"refused-{why.name}", alert=True, **values)


async def _now(visit: Visit, case: Case | None) -> dict[str, Any]:
    """Where a case stands now, and who has it."""
    procedure = visit.desk.house.shelf.of(case) if case is not None else None
    waiting = foremost(case.steps, procedure) if case is not None and procedure is not None else None
    if case is None or waiting is None:
        return {"step": "none", "name": "none"}
    title = visit.desk.house.shelf.of(case).step(waiting.id).title.in_language(visit.person.language)
    who = waiting.claimed_by or next(iter(waiting.holders), None)
    return {"step": title, "name": await _name(visit, who) if who not in (None, case.requester) else "none"}


async def _name(visit: Visit, person_id: int | None) -> str:
    person = (await visit.desk.office()).person(person_id or 0)
    return person.name if person is not None else "none"


async def _show_again(visit: Visit, case: Case) -> None:
    if any(view.person_id == visit.person.id for view in await visit.desk.unit.card_views(case.id)):
        lane = visit.desk.house.shelf.of(case).lane
        visit.desk.unit.raise_card(case.id, visit.person.telegram_id, visit.person.id, lane)


async def _add(message: Message, visit: Visit, case: Case) -> Any:
    """Words or files of whoever works on a case are kept in it."""
    if await panic.add(visit, case, content.parts(message, visit.desk.now)):
        return visit.reply("case-added", await visit.menu(), ticket=case.ticket)
    return visit.reply("not-understood", await visit.menu())
