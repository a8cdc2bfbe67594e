"""/laporan: the month so far of a procedure; other months and procedures by buttons."""

from typing import Any

from aiogram.types import Message

from bot import keyboards, reports
from bot.facts import clipped
from bot.presses import OldButton, Press, data
from bot.reports import Month
from bot.routes import Routes
from bot.visit import Visit
from core.procedure import Procedure
from core.refusal import NotAllowed

routes = Routes()
SINCE = Month(2026, 1)
"""There is nothing before."""


@routes.command("laporan", "report")
async def report(message: Message, visit: Visit) -> Any:
    """The first procedure that the person oversees."""
    mine = reports.overseen(visit.desk.house, visit.person)
    if not mine:
        return visit.reply("report-not-yours", await visit.menu())
    words = await reports.text(visit.desk, visit.person, mine[0], _now(visit))
    return visit.reply("own-words", _buttons(visit, mine, mine[0], _now(visit)), words=words)


@routes.press("report")
async def page(press: Press, visit: Visit) -> Any:
    """Another month, or another procedure."""
    mine = reports.overseen(visit.desk.house, visit.person)
    if not mine:
        raise NotAllowed()
    chosen = next((one for one in mine if one.id == press.part(0)), None)
    number = press.number(1)
    if chosen is None or not SINCE.number <= number <= _now(visit).number:
        raise OldButton
    month = Month.numbered(number)
    words = await reports.text(visit.desk, visit.person, chosen, month)
    return visit.settle(words, _buttons(visit, mine, chosen, month))


def _now(visit: Visit) -> Month:
    return Month.of(visit.desk.now.astimezone(visit.desk.house.zone).date())


def _buttons(visit: Visit, mine: list[Procedure], shown: Procedure, month: Month) -> Any:
    """The months before and after, and the other procedures."""
    language = visit.person.language
    near = [Month.numbered(month.number + by) for by in (-1, 1)]
    ways = [
        keyboards.button(
            visit.label("report-month", way=way, month=visit.label("month-name", month=one.month), year=str(one.year)),
            data("report", shown.id, one.number),
        )
        for way, one in zip(("back", "on"), near, strict=True)
        if SINCE.number <= one.number <= _now(visit).number
    ]
    others = [
        keyboards.button(clipped(one.title.in_language(language), 40), data("report", one.id, month.number))
        for one in mine
        if one is not shown
    ]
    return keyboards.inline([ways, *keyboards.in_rows(others, 1)])
