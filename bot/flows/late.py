"""An alarm that came in long after it was pressed: Telegram kept it while we were away, and it may be over by now."""

from datetime import datetime
from typing import Any

from bot import keyboards
from bot.flows import withdrawal
from bot.flows.content import is_late
from bot.presses import OldButton, Press, data
from bot.routes import Routes
from bot.texts import Markup
from bot.visit import Visit
from core.case import Case
from core.commands import Act

routes = Routes()

ANSWER = "still_needed"


def pressed_at(visit: Visit) -> datetime | None:
    """When the message was sent, where that was long before we got it."""
    sent_at = visit.sent_at
    return sent_at if sent_at is not None and is_late(sent_at, visit.desk.now) else None


def is_asked(visit: Visit, alarm: Case) -> bool:
    """Whether the alarm came late and nobody knows yet if it is still needed."""
    here = any(one.id == ANSWER for one in visit.desk.house.shelf.of(alarm).standing)
    return here and alarm.pressed_at is not None and ANSWER not in alarm.values


def ask(visit: Visit, alarm: Case) -> Any:
    """Tell the citizen so, and ask; the phones of the operators ring meanwhile."""
    rows = [
        [keyboards.button(visit.label("late-yes"), data("late", alarm.id, "yes"), "danger")],
        [keyboards.button(visit.label("late-no"), data("late", alarm.id, "no"))],
    ]
    return visit.reply("late-asked", keyboards.inline(rows), **_times(visit, alarm))


async def confirm(visit: Visit, alarm: Case) -> None:
    """The citizen still needs help: the alarm goes on as any other."""
    confirmed = await visit.desk.decide(alarm, Act(by=visit.person.id, action=ANSWER, answers={ANSWER: True}))
    await withdrawal.take_back(visit, confirmed)


@routes.press("late")
async def answered(press: Press, visit: Visit) -> Any:
    """Masih perlu, or Sudah tidak perlu: a request to close, which an operator decides on."""
    alarm = await visit.case(press.number(0))
    match press.part(1):
        case "yes":
            await confirm(visit, alarm)
            return [_settled(visit, "late-yes"), visit.reply("late-still-needed", await visit.menu())]
        case "no":
            return [_settled(visit, "late-no"), await withdrawal.ask_close(visit, alarm)]
        case _:
            raise OldButton


def _settled(visit: Visit, answer: str) -> Any:
    question = Markup(visit.label("late-question"))
    return visit.settle(visit.say("form-answer", question=question, answer=visit.label(answer)))


def _times(visit: Visit, alarm: Case) -> dict[str, str]:
    house = visit.desk.house
    pressed = alarm.pressed_at or alarm.opened_at
    return {"pressed": house.since(pressed, alarm.opened_at), "received": house.time(alarm.opened_at)}
