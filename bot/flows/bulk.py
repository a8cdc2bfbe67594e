"""Several alike at once: ticked in one message, one disposition for all, each case its own event."""

import secrets
from typing import Any

from bot import keyboards, outgoing, queue
from bot.facts import clipped
from bot.flows import form
from bot.flows.submission import for_others
from bot.presses import OldButton, data
from bot.visit import Visit
from core.case import Case
from core.commands import Act
from core.permission import permit

STATE = "bulk"
MOST = 20
Group = list[tuple[Case, int]]


async def groups(visit: Visit) -> list[Group]:
    """Cases of one procedure at one step, two or more, each with the step's entry."""
    found: dict[tuple[str, str], Group] = {}
    for case in await queue.waiting_for(visit.desk, visit.person):
        waiting = queue.step_for(visit.desk, visit.person, case)
        if waiting is not None:
            found.setdefault((case.procedure_version, waiting.id), []).append((case, waiting.entry))
    return [group[:MOST] for group in found.values() if len(group) > 1]


async def begin(visit: Visit, group: Group) -> Any:
    """The cases to be ticked."""
    cases = [[case.id, entry] for case, entry in group]
    visit.go_to(STATE, {"nonce": secrets.token_hex(3), "cases": cases, "ticked": []})
    words, markup = await page(visit)
    return outgoing.text(visit.person.telegram_id, words, markup)


async def page(visit: Visit) -> tuple[str, Any]:
    """The message with its ticks, and what can be done with what is ticked."""
    state, rows = visit.conversation.data, []
    ticked, nonce, title = set(state["ticked"]), state["nonce"], ""
    for place, (case_id, _) in enumerate(state["cases"]):
        case = await visit.desk.unit.case(case_id)
        if case is None:
            continue
        requester = await visit.desk.unit.person_by_id(case.requester)
        name = clipped(requester.name, 24) if requester is not None else ""
        mark = "☑" if place in ticked else "☐"
        rows.append([keyboards.button(f"{mark} {case.ticket} · {name}", data("bulk", "tick", nonce, place))])
        procedure = visit.desk.house.shelf.of(case)
        title = procedure.title.in_language(visit.person.language)
    rows.append([keyboards.button(visit.label("bulk-all"), data("bulk", "all", nonce))])
    if ticked:
        rows += await _actions(visit, nonce)
    rows.append([keyboards.button(visit.label("form-cancel"), data("bulk", "stop", nonce))])
    return visit.say("bulk-choose", title=title, count=len(ticked)), keyboards.inline(rows)


def ticked(visit: Visit) -> list[list[int]]:
    """The cases that are ticked, in their order, each with the step's entry."""
    state = visit.conversation.data
    return [pair for place, pair in enumerate(state["cases"]) if place in set(state["ticked"])]


async def do(visit: Visit, action_id: str) -> Any:
    """Ask what the action asks, once; or do it at once."""
    (case_id, entry), *others = ticked(visit)
    case = await visit.desk.unit.case(case_id)
    if case is None:
        raise OldButton
    procedure, office = visit.desk.house.shelf.of(case), await visit.desk.office()
    command = Act(by=visit.person.id, entry=entry, action=action_id)
    action = permit(case, command, visit.desk.now, procedure, office)
    if action.asks:
        return await form.start(visit, {"case": case_id, "entry": entry, "action": action_id, "others": others})
    visit.end()
    await visit.desk.decide(case, command)
    return await for_others(visit, others, command)


async def _actions(visit: Visit, nonce: str) -> keyboards.Rows:
    """What can be done with the first that is ticked, but what is asked twice."""
    case_id, entry = ticked(visit)[0]
    case = await visit.desk.unit.case(case_id)
    waiting = case.entry(entry) if case is not None else None
    if case is None or waiting is None:
        return []
    actions = visit.desk.house.shelf.of(case).step(waiting.id).actions
    language = visit.person.language
    return keyboards.in_rows(
        [
            keyboards.button(one.label.in_language(language), data("bulk", "do", nonce, one.id), one.style)
            for one in actions
            if not one.confirm and one.when is None
        ],
        2,
    )
