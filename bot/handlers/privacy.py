"""/privasi: what is kept of somebody; they may have it as a file, and have it erased."""

from typing import Any

from aiogram.types import Message

from bot import keyboards, outgoing, own_data, surveys
from bot.presses import OldButton, Press, data
from bot.routes import Routes
from bot.visit import Visit
from core.case import Case
from storage.errands import Errand

routes = Routes()


@routes.command("privasi", "privacy")
async def privacy(message: Message, visit: Visit) -> Any:
    """What is kept, with Unduh and Hapus; nothing of it while somebody else may read the screen."""
    if visit.silent:
        return visit.reply("privacy-not-now", await visit.menu())
    shown = own_data.summary(visit.desk.house, visit.person, await own_data.cases_of(visit.desk.unit, visit.person))
    save = keyboards.button(visit.label("privacy-export"), data("privacy", "export"))
    erase = keyboards.button(visit.label("privacy-erase"), data("privacy", "erase"), "danger")
    return outgoing.text(visit.person.telegram_id, shown, keyboards.inline([[save], [erase]]))


@routes.press("privacy")
async def pressed(press: Press, visit: Visit) -> Any:
    """Have it sent, or erased, which is asked twice."""
    if visit.silent:
        raise OldButton
    match press.part(0):
        case "export":
            _have_sent(visit)
            return visit.toast("privacy-coming")
        case "erase":
            yes = keyboards.button(visit.label("privacy-erase"), data("privacy", "erased"), "danger")
            no = keyboards.button(visit.label("button-no"), data("no"))
            sure = visit.say("privacy-sure")
            return outgoing.text(visit.person.telegram_id, sure, keyboards.inline([[yes], [no]]))
        case "erased":
            needed = await _erase(visit)
            key = "privacy-erased-partly" if needed else "privacy-erased"
            told = visit.say(key, cases=", ".join(case.ticket for case in needed))
            return [visit.settle(told), visit.toast("privacy-erased-toast")]
        case _:
            raise OldButton


def _have_sent(visit: Visit) -> None:
    """Once for each press."""
    mark = f"own_data:{visit.person.id}:{visit.desk.now.isoformat()}"
    visit.desk.unit.ask(Errand("own_data", {"telegram_id": visit.person.telegram_id}, None, mark))


async def _erase(visit: Visit) -> list[Case]:
    """Erase what no open case needs; returns those that still need theirs.

    While there are any, name, number and relative stay as well. The name of staff is the office's, as is where they
    are while on duty.
    """
    unit, person, now = visit.desk.unit, visit.person, visit.desk.now
    cases = await own_data.cases_of(unit, person)
    needed = [case for case in cases if own_data.is_needed(case, now)]
    for case in cases:
        await surveys.forget(unit, case)
        if case not in needed and case.personal:
            unit.erase(case.id, person.id)
    visit.end()
    if not needed:
        visit.keep(name=person.name if person.roles else "", phone=None, registered_at=None, relative=None)
        if not person.on_duty:
            visit.keep(fix=None, previous=None, live_until=None)
        unit.note("PersonErased", {"person": person.id}, person.id)
    return needed
