"""After the end: Sudah, Belum selesai, Masih darurat."""

from typing import Any

from bot.flows import panic
from bot.presses import OldButton, Press
from bot.routes import Routes
from bot.silence import is_silent
from bot.visit import Visit
from core.case import Case
from core.contest import contested
from core.refusal import AlreadyLinked, TooLate

routes = Routes()


@routes.press("agree")
async def accept(press: Press, visit: Visit) -> Any:
    """Sudah: thanked and kept, once; the button stays and is answered."""
    case = await _ended(press, visit)
    if case.accepted_at is not None:
        return visit.toast("contest-thanks", ticket=case.ticket)
    await visit.desk.accept(case, visit.person)
    return visit.reply("contest-thanks", await visit.menu(), ticket=case.ticket)


@routes.press("contest")
async def contest(press: Press, visit: Visit) -> Any:
    """Belum selesai, Masih darurat: a linked case; pressed again it leads to that one."""
    case = await _ended(press, visit)
    try:
        return await _contest(visit, case, press.part(1))
    except AlreadyLinked as linked:
        return visit.reply("contest-already", await visit.menu(), ticket=linked.ticket)
    except TooLate:
        return visit.reply("contest-too-late", await visit.menu(), ticket=case.ticket)


async def _contest(visit: Visit, case: Case, link: str) -> Any:
    """What would ring while the person's own alarm is open makes that one ring again instead."""
    shelf, alarm = visit.desk.house.shelf, await visit.alarm()
    opens = contested(case, shelf.of(case), link, visit.person.id, visit.desk.now).opens
    begins = next((step for step in shelf.in_force[opens.procedure].steps if step.id == opens.at), None)
    if alarm is not None and begins is not None and begins.ring is not None:
        return await panic.press(visit, shelf.of(alarm))
    await visit.desk.contest(case, link, visit.person)
    return None


async def _ended(press: Press, visit: Visit) -> Case:
    case = await visit.desk.unit.case(press.number(0))
    if case is None:
        raise OldButton
    visit.silent = visit.silent or is_silent(case)
    return case
