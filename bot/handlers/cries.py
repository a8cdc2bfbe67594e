"""The answers to "Apakah ini keadaan darurat?": Ya opens the alarm, Bukan forgets what was kept."""

from typing import Any

from bot.flows import cry, panic
from bot.presses import OldButton, Press
from bot.routes import Routes
from bot.texts import Markup
from bot.visit import Visit

routes = Routes()


@routes.press("cry")
async def answered(press: Press, visit: Visit) -> Any:
    """Ya never comes too late: it is PANIK, with whatever is still kept."""
    procedure = panic.procedure(visit)
    match press.part(0):
        case "yes" if procedure is not None:
            return [_settled(visit, "cry-yes"), await panic.press(visit, procedure)]
        case "no" if await visit.alarm() is None:
            return [_settled(visit, "cry-no"), await forgotten(visit)]
        case _:
            raise OldButton


async def forgotten(visit: Visit) -> Any:
    """It was no emergency: nothing is kept."""
    if visit.conversation.state == cry.STATE:
        visit.end()
    return visit.reply("cry-forgotten", await visit.menu())


def _settled(visit: Visit, answer: str) -> Any:
    question = Markup(visit.label("cry-question"))
    return visit.settle(visit.say("form-answer", question=question, answer=visit.label(answer)))
