"""/tugas and /status: what waits for me, and what became of what I asked for."""

from typing import Any

from aiogram.types import Message

from bot import keyboards, queue
from bot.facts import clipped
from bot.flows import bulk
from bot.presses import Press, data
from bot.routes import Routes
from bot.texts import Markup
from bot.visit import Visit
from core.access import foremost, may_act, may_see
from core.case import Case, OpenStep
from core.deadline import due_at
from core.forecast import forecast
from core.office import Office
from core.procedure import Procedure
from core.refusal import NotAllowed

routes = Routes()

PAGE = 5


@routes.command("tugas", "tasks")
@routes.word(keyboards.TASKS)
async def tasks(message: Message, visit: Visit) -> Any:
    """What waits for the person, the most urgent first."""
    if not visit.person.roles:
        return visit.reply("tasks-not-yours", await visit.menu())
    return await _page(visit, 0)


@routes.press("tasks")
async def more_tasks(press: Press, visit: Visit) -> Any:
    """Another page."""
    return await _page(visit, max(0, press.number(0)))


@routes.press("look")
async def look(press: Press, visit: Visit) -> Any:
    """Show a case's card anew, to whoever may see it."""
    case = await visit.desk.unit.case(press.number(0))
    return _show(visit, case)


async def open_link(visit: Visit, number: str) -> Any:
    """A deep link to a case: its card for staff, its state for whoever asked for it."""
    case = await visit.desk.unit.case_by_ticket(number)
    if case is not None and case.requester == visit.person.id:
        return visit.reply("status-list", await visit.menu(), cases=await _line(visit, case))
    return _show(visit, case)


@routes.command("status")
@routes.word(keyboards.STATUS)
async def status(message: Message, visit: Visit) -> Any:
    """The person's own cases, each with its step, since when and until when."""
    cases = await visit.desk.unit.last_cases_of(visit.person.id, PAGE)
    if not cases:
        return visit.reply("status-empty", await visit.menu())
    lines = [await _line(visit, case) for case in cases]
    return visit.reply("status-list", await visit.menu(), cases=visit.desk.house.join(lines))


def _show(visit: Visit, case: Case | None) -> Any:
    if case is None or not may_see(visit.person, case, visit.desk.house.shelf.of(case)):
        raise NotAllowed()
    lane = visit.desk.house.shelf.of(case).lane
    visit.desk.unit.raise_card(case.id, visit.person.telegram_id, visit.person.id, lane, ring=True)
    return None


async def _page(visit: Visit, number: int) -> Any:
    roles = sorted(visit.person.roles)
    people = sorted(visit.person.stands_for)
    cases = await visit.desk.unit.tasks_of(people, roles, limit=PAGE + 1, offset=number * PAGE)
    if not cases:
        return visit.reply("tasks-empty", await visit.menu())
    office = await visit.desk.office()
    rows = [[keyboards.button(_task(visit, case, office), data("look", case.id))] for case in cases[:PAGE]]
    if len(cases) > PAGE:
        rows.append([keyboards.button(visit.label("tasks-more"), data("tasks", number + 1))])
    if number == 0 and sum(queue.of_a_desk(visit.desk, case) for case in cases) > 1:
        ways = [keyboards.button(visit.label("tasks-singly"), data("next", 0))]
        alike = enumerate(await bulk.groups(visit))
        ways += [
            keyboards.button(visit.label("tasks-bulk", step=_step_title(visit, group[0][0])), data("bulk", "of", place))
            for place, group in alike
        ]
        rows += keyboards.in_rows(ways, 1)
    return visit.reply("tasks-list", keyboards.inline(rows), count=len(cases[:PAGE]))


def _step_title(visit: Visit, case: Case) -> str:
    """The step of a case that waits for the visitor."""
    waiting = queue.step_for(visit.desk, visit.person, case)
    step = visit.desk.house.shelf.of(case).step(waiting.id) if waiting is not None else None
    return clipped(step.title.in_language(visit.person.language), 40) if step is not None else ""


def _task(visit: Visit, case: Case, office: Office) -> str:
    procedure = visit.desk.house.shelf.of(case)
    mine = [one for one in case.steps if may_act(visit.person, case, one, procedure)]
    waiting = foremost(mine or case.steps, procedure)
    assert waiting is not None
    step = procedure.step(waiting.id)
    due = due_at(case, waiting, procedure, office)
    until = visit.desk.house.since(due, visit.desk.now) if due is not None else "none"
    title = step.title.in_language(visit.person.language)
    return visit.label("tasks-one", ticket=case.ticket, step=title, until=until)


async def _line(visit: Visit, case: Case) -> Any:
    house, procedure, language = visit.desk.house, visit.desk.house.shelf.of(case), visit.person.language
    title = procedure.title.in_language(language)
    if not case.is_open:
        outcome = procedure.outcomes.get(case.outcome or "")
        words = outcome.in_language(language) if outcome is not None else case.outcome or ""
        at = house.moment(case.closed_at or case.opened_at)
        return visit.say("status-closed", ticket=case.ticket, title=title, outcome=words, at=at)
    waiting = foremost(case.steps, procedure)
    assert waiting is not None
    step = procedure.step(waiting.id)
    office = await visit.desk.office()
    due, coming = due_at(case, waiting, procedure, office), forecast(case, procedure, office, visit.desk.now)
    said = visit.say(
        "status-open",
        ticket=case.ticket,
        title=title,
        step=step.title.in_language(language),
        since=house.moment(waiting.opened_at),
        until=house.moment(due) if due is not None else "none",
        forecast=house.day(visit.person, coming.at) if coming is not None else "none",
    )
    desk = _desk(visit, case, waiting, procedure)
    return Markup(f"{said}\n{desk}") if desk else said


def _desk(visit: Visit, case: Case, waiting: OpenStep, procedure: Procedure) -> str:
    """At whose desk a request lies, by the office and not by name; of an alarm the step says enough."""
    if procedure.lane == "alarm" or procedure.rehearses is not None:
        return ""
    if waiting.holders == (case.requester,):
        return visit.say("status-desk-yours")
    performer = procedure.step(waiting.id).performer
    role = procedure.role_of(performer) if performer is not None else None
    return visit.say("status-desk", desk=procedure.role_title(role).in_language(visit.person.language)) if role else ""
