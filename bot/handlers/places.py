"""The place of an alarm, when it is not where the reporter's phone is: Ubah lokasi, and the code of a place."""

from typing import Any

from aiogram.types import Message

from bot import keyboards
from bot.flows import content, panic, place_code
from bot.handlers import rest
from bot.routes import Routes
from bot.visit import Visit
from core.commands import Act

routes = Routes()

STATE = "relocate"


@routes.word(keyboards.RELOCATE)
async def relocate(message: Message, visit: Visit) -> Any:
    """Ubah lokasi: the next map or words are where it happens."""
    if await visit.alarm() is None:
        return visit.reply("not-understood", await visit.menu())
    visit.go_to(STATE, {})
    return visit.reply("relocate-ask", await visit.menu())


@routes.state(STATE, "location", "venue", "text")
async def relocated(message: Message, visit: Visit) -> Any:
    """Where it happens: a place on the map, or words; from now on it does not move with the reporter."""
    visit.end()
    alarm = await visit.alarm()
    if alarm is None:
        return await rest.anything(message, visit)
    try:
        parts = dict(content.parts(message, visit.desk.now))
    except content.OddPosition:
        return visit.reply("odd-position", await visit.menu())
    where = parts.pop("location", None)
    answers = {"elsewhere": parts.pop("text", "")} if where is None else {"position": where}
    alarm = await visit.desk.decide(alarm, Act(by=visit.person.id, action="relocate", answers=answers))
    await panic.add(visit, alarm, parts.items())
    return visit.reply("relocate-done", await visit.menu())


@routes.word(keyboards.PANIC_HERE)
async def panic_here(message: Message, visit: Visit) -> Any:
    """PANIK di sini: the alarm, at the place whose code was scanned a moment ago."""
    procedure = panic.procedure(visit)
    return await panic.press(visit, procedure) if procedure is not None else await rest.anything(message, visit)


async def open_code(visit: Visit, code: str) -> Any:
    """A place's code was scanned: it is kept for an alarm, or given to the one that is open."""
    place = await visit.desk.unit.place_code(code)
    if place is None:
        return visit.reply("code-unknown", await visit.menu())
    alarm = await visit.alarm()
    if alarm is not None:
        await panic.add(visit, alarm, place_code.parts(visit, place))
        return await panic.moved(visit, alarm)
    place_code.keep(visit, place)
    return visit.reply("code-scanned", keyboards.menu_here(visit.desk.house, visit.person), name=place.name)
