"""/piket: who is on duty, and where officers are."""

from typing import Any

from aiogram.types import Message

from bot import following, keyboards, sound_test
from bot.flows import handover
from bot.handlers import handover as change_of_shift
from bot.presses import Press
from bot.routes import Routes
from bot.visit import Visit

routes = Routes()
routes.include(change_of_shift.routes)


@routes.command("piket", "duty")
@routes.word(keyboards.DUTY_ON, keyboards.DUTY_OFF)
async def duty(message: Message, visit: Visit) -> Any:
    """Begin duty, or end it: as the button says, and the command turns it round.

    Whoever still has open cases is asked first who takes them over.
    """
    if not any(visit.person.holds(role) for role in keyboards.ON_DUTY_ROLES):
        return visit.reply("duty-not-yours", await visit.menu())
    wishes = {keyboards.DUTY_ON: True, keyboards.DUTY_OFF: False}
    pressed = keyboards.menu_words(visit.desk.house).get((message.text or "").strip(), "")
    begins = wishes.get(pressed, not visit.person.on_duty)
    if not begins and visit.person.on_duty and (open_cases := await handover.held(visit)):
        return await handover.begin(visit, open_cases)
    new = begins != visit.person.on_duty
    if new:
        visit.keep(on_duty_since=visit.desk.now if begins else None)
        visit.desk.unit.note("DutyStarted" if begins else "DutyEnded", {"person": visit.person.id}, visit.person.id)
    if begins:
        key = "duty-started-officer" if visit.person.holds("officer") else "duty-started"
        told = visit.reply(key, await visit.menu(), waiting=len(await handover.tasks(visit)))
        return [told, sound_test.ask(visit)] if new else told
    return await handover.ended(visit)


@routes.press("heard")
async def heard(press: Press, visit: Visit) -> Any:
    """Dengar: the phone is heard."""
    visit.desk.unit.test_sound(visit.person.id, None)
    return visit.settle(visit.say("sound-heard", time=visit.desk.house.time(visit.desk.now)))


async def moved(message: Message, visit: Visit) -> Any:
    """Staff sent a position: it counts as where they are."""
    return visit.reply("duty-position", await visit.menu()) if await following.told(message, visit) else None
