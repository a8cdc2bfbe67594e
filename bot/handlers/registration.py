"""/daftar: register once, see it, change it, withdraw it."""

from typing import Any

from aiogram.types import Message

from bot import keyboards, outgoing
from bot.flows import form, registration
from bot.presses import OldButton, Press, data
from bot.routes import Routes
from bot.visit import Visit

routes = Routes()


@routes.command("daftar", "register")
async def register(message: Message, visit: Visit) -> Any:
    """The form, or what was given; not while an alarm is open, for everything sent then belongs to that."""
    if await visit.alarm() is not None or await visit.rehearsal() is not None:
        return visit.reply("registration-not-now", await visit.menu())
    if not visit.person.is_registered:
        return await form.start(visit, {"sheet": registration.NAME})
    person, relative = visit.person, visit.person.relative
    change = keyboards.button(visit.label("registration-change"), data("registration", "change"))
    end = keyboards.button(visit.label("registration-end"), data("registration", "end"), "danger")
    return visit.reply(
        "registration-shown",
        keyboards.inline([[change], [end]]),
        name=person.name,
        number=person.phone or "none",
        relative=relative.name if relative is not None else "none",
        relativenumber=relative.phone if relative is not None else "none",
        allowed="yes" if relative is not None and relative.allowed else "no",
    )


@routes.press("registration")
async def pressed(press: Press, visit: Visit) -> Any:
    """Change it, or withdraw it, which is asked twice."""
    if not visit.person.is_registered or await visit.alarm() is not None:
        raise OldButton
    match press.part(0):
        case "change":
            return await form.start(visit, {"sheet": registration.NAME})
        case "end":
            yes = keyboards.button(visit.label("registration-end"), data("registration", "ended"), "danger")
            no = keyboards.button(visit.label("button-no"), data("no"))
            sure = visit.say("registration-sure")
            return outgoing.text(visit.person.telegram_id, sure, keyboards.inline([[yes], [no]]))
        case "ended":
            registration.withdraw(visit)
            return [visit.settle(visit.say("registration-ended")), visit.toast("registration-ended")]
        case _:
            raise OldButton
