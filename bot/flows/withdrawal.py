"""Saya aman, Batal, Sudah tidak perlu: the phone may not be in the hands of whoever is in danger, so nothing closes."""

from typing import Any

from bot import closing
from bot.visit import Visit
from core.case import Case
from core.commands import Act


async def ask_close(visit: Visit, alarm: Case) -> Any:
    """The request, for an operator to decide on."""
    await visit.desk.decide(alarm, Act(by=visit.person.id, action="ask_close", answers={closing.VALUE: True}))
    return visit.reply("alarm-close-asked", await visit.menu())


async def go_on(visit: Visit, alarm: Case) -> Any:
    """Masih perlu: the request is taken back, whoever made it."""
    await take_back(visit, alarm)
    return visit.reply("alarm-goes-on", await visit.menu())


async def take_back(visit: Visit, alarm: Case) -> None:
    """The request counts no longer, if there is one."""
    if closing.is_asked(alarm):
        await visit.desk.decide(alarm, Act(by=visit.person.id, action="go_on", answers={closing.VALUE: False}))
