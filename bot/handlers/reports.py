"""/laporan: the month so far of a procedure; other months and procedures, and the figures as files, by buttons."""

from typing import Any

from aiogram.types import Message

from bot import keyboards, reports
from bot.documents import report_files
from bot.facts import clipped
from bot.presses import OldButton, Press, data
from bot.routes import Routes
from bot.visit import Visit
from core.month import Month
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
    chosen, month = _chosen(press, visit, mine)
    words = await reports.text(visit.desk, visit.person, chosen, month)
    return visit.settle(words, _buttons(visit, mine, chosen, month))


@routes.press("figures")
async def figures(press: Press, visit: Visit) -> Any:
    """Have the figures made as a file and sent."""
    chosen, month = _chosen(press, visit, reports.overseen(visit.desk.house, visit.person))
    form = press.part(2)
    if form not in report_files.FORMS:
        raise OldButton
    visit.desk.unit.ask(report_files.ask(chosen, month, form, visit.person, visit.desk.now))
    return visit.toast("report-coming")


def _chosen(press: Press, visit: Visit, mine: list[Procedure]) -> tuple[Procedure, Month]:
    """What a button names, as far as it is the presser's to read and not of the future."""
    if not mine:
        raise NotAllowed()
    chosen = next((one for one in mine if one.id == press.part(0)), None)
    try:
        month = Month.read(press.part(1))
    except ValueError:
        raise OldButton from None
    if chosen is None or not SINCE <= month <= _now(visit):
        raise OldButton
    return chosen, month


def _now(visit: Visit) -> Month:
    return Month.of(visit.desk.now, visit.desk.house.zone)


def _buttons(visit: Visit, mine: list[Procedure], shown: Procedure, month: Month) -> Any:
    """The months before and after, the files, and the other procedures."""
    language = visit.person.language
    ways = [
        keyboards.button(
            visit.label("report-month", way=way, month=visit.label("month-name", month=one.number), year=str(one.year)),
            data("report", shown.id, str(one)),
        )
        for way, one in (("back", month.before), ("on", month.after))
        if SINCE <= one <= _now(visit)
    ]
    files = [
        keyboards.button(visit.label("report-file", form=form), data("figures", shown.id, str(month), form))
        for form in report_files.FORMS
    ]
    others = [
        keyboards.button(clipped(one.title.in_language(language), 40), data("report", one.id, str(month)))
        for one in mine
        if one is not shown
    ]
    return keyboards.inline([ways, files, *keyboards.in_rows(others, 1)])
