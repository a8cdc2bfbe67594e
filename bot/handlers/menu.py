"""What everybody can do: /start, /bantuan, /bahasa, /batal."""

from typing import Any

from aiogram.types import ChatMemberUpdated, Message

from bot import keyboards
from bot.flows import content, cry, panic, rehearsal, withdrawal
from bot.flows.put import settled
from bot.handlers import codes, cries
from bot.handlers.letters import verify
from bot.handlers.places import open_code
from bot.handlers.tasks import open_link
from bot.internal import unreachable
from bot.presses import OldButton, Press, data
from bot.routes import Routes
from bot.visit import Visit

routes = Routes()


@routes.command("start")
async def start(message: Message, visit: Visit) -> Any:
    """Greeting and menu; a deep link leads to what it names."""
    link = content.argument(message)
    if link.startswith("case_"):
        return await open_link(visit, link.removeprefix("case_"))
    if link.startswith("p_"):
        return await open_code(visit, link.removeprefix("p_"))
    if (code := codes.in_link(link, visit)) is not None:
        return await codes.use(visit, code) or visit.reply("check-code-unknown", await visit.menu())
    if link.startswith("v_"):
        return await verify(visit, link.removeprefix("v_"))
    if not visit.person.roles:
        key = "greeting"
    elif any(visit.person.holds(role) for role in keyboards.ON_DUTY_ROLES):
        key = "greeting-staff"
    else:
        key = "greeting-desk"
    duty = "on" if visit.person.on_duty else "off"
    return visit.reply(key, await visit.menu(), name=visit.person.name, duty=duty)


@routes.command("bantuan", "help")
async def help_(message: Message, visit: Visit) -> Any:
    """What can be done here, for the person's roles."""
    key = "help-staff" if visit.person.roles else "help"
    return visit.reply(key, await visit.menu(), number=str(visit.person.telegram_id))


@routes.command("bahasa", "language")
async def language(message: Message, visit: Visit) -> Any:
    """The languages to choose from, each in its own words."""
    texts = visit.desk.house.texts
    buttons = [keyboards.button(texts.label(one, "language-name"), data("language", one)) for one in texts.languages]
    return visit.reply("language-choose", keyboards.inline([buttons]))


@routes.press("language")
async def language_chosen(press: Press, visit: Visit) -> Any:
    """From now on the person is spoken to in that language."""
    if press.part(0) not in visit.desk.house.texts.languages:
        raise OldButton
    visit.keep(language=press.part(0))
    return visit.reply("language-set", await visit.menu())


@routes.command("batal", "cancel")
@routes.word(keyboards.CANCEL)
async def cancel(message: Message, visit: Visit) -> Any:
    """End the form that is open; without one, the alarm is meant."""
    if visit.conversation.state == "form":
        without_buttons = await settled(visit)
        visit.end()
        return [*without_buttons, visit.reply("form-cancelled", await visit.menu())]
    alarm = await visit.alarm()
    if alarm is not None:
        return await panic.cancel(visit, alarm)
    if cry.is_asked(visit):
        return await cries.forgotten(visit)
    rehearsed = await visit.rehearsal()
    if rehearsed is not None:
        return await rehearsal.end(visit, rehearsed)
    return visit.reply("nothing-to-cancel", await visit.menu())


@routes.word(keyboards.SILENCE)
async def silence(message: Message, visit: Visit) -> Any:
    """Jangan telepon, in an alarm."""
    alarm = await visit.alarm()
    if alarm is not None:
        return await panic.silence(visit, alarm)
    if await visit.rehearsal() is not None:
        return await rehearsal.silence(visit)
    return visit.reply("not-understood", await visit.menu())


@routes.word(keyboards.SAFE)
async def safe(message: Message, visit: Visit) -> Any:
    """Saya aman, in an alarm: a request."""
    alarm = await visit.alarm()
    if alarm is not None:
        return await withdrawal.ask_close(visit, alarm)
    return visit.reply("nothing-to-cancel", await visit.menu())


@routes.word(keyboards.NEEDED, keyboards.UNDER_DURESS)
async def needed(message: Message, visit: Visit) -> Any:
    """Masih perlu, in an alarm; without one the way to help is said."""
    alarm = await visit.alarm()
    if alarm is not None:
        return await withdrawal.go_on(visit, alarm)
    return visit.reply("not-understood", await visit.menu())


@routes.word(keyboards.AGAIN)
async def again(message: Message, visit: Visit) -> Any:
    """PANIK by a name that gives nothing away."""
    procedure = panic.procedure(visit)
    if procedure is not None:
        return await panic.press(visit, procedure)
    return visit.reply("not-understood", await visit.menu())


@routes.word(keyboards.NUMBER)
async def number_typed(message: Message, visit: Visit) -> Any:
    """The number button's label came as words: that client cannot share a contact by it."""
    return visit.reply("number-by-clip", await visit.menu())


@routes.word(keyboards.LOCATE)
async def locate_typed(message: Message, visit: Visit) -> Any:
    """The location button's label came as words: that client cannot send a position by it."""
    return visit.reply("location-by-clip", await visit.menu())


@routes.state("*", "blocked")
async def blocked(update: ChatMemberUpdated, visit: Visit) -> Any:
    """Whoever blocks the bot is out of reach from now on; what waits for them goes on without them."""
    await unreachable(visit.desk, visit.person.telegram_id)
    return None
