"""Gabung and Pisahkan: several reports of one event, merged and parted again."""

from typing import Any

from bot import reporters
from bot.presses import Press
from bot.routes import Routes
from bot.visit import Visit
from core.case import Case
from core.commands import Join, Merge, Part
from core.incident import in_order
from core.permission import still_open
from core.refusal import StepOver

routes = Routes()


@routes.press("merge")
async def merge(press: Press, visit: Visit) -> Any:
    """Gabung: the one that is further is worked on for both; what is merged already stands for its main case."""
    case, other = await _case(visit, press.number(0)), await _case(visit, press.number(1))
    still_open(other)
    main, merged = in_order(await _head(visit, case), await _head(visit, other))
    await visit.desk.decide(merged, Merge(by=visit.person.id, into=main))
    await visit.desk.decide(main, Join(by=visit.person.id, case=merged.id))
    return visit.toast("case-merged", ticket=merged.ticket, main=main.ticket)


@routes.press("part")
async def part(press: Press, visit: Visit) -> Any:
    """Pisahkan: it goes on by itself, where it was."""
    case = await _case(visit, press.number(0))
    parted = await visit.desk.decide(case, Part(by=visit.person.id))
    main = await _case(visit, case.merged or 0)
    await visit.desk.decide(main, Join(by=visit.person.id, case=case.id, leaves=True))
    return visit.toast("case-parted", ticket=parted.ticket)


async def _case(visit: Visit, number: int) -> Case:
    case = await visit.desk.unit.case(number)
    if case is None:
        raise StepOver()
    return case


async def _head(visit: Visit, case: Case) -> Case:
    return await reporters.main_of(visit.desk.unit, case) or case
