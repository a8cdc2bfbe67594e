"""Presses on cards: take a case, take it over, do an action. What may be done is decided in one place, the core."""

from dataclasses import replace
from typing import Any

from bot import keyboards, outgoing
from bot.card_buttons import PROPOSED
from bot.facts import NONE, label_of
from bot.flows import form
from bot.presses import Press, data
from bot.routes import Routes
from bot.visit import Visit
from core.action import Action
from core.case import Case
from core.commands import Act, Claim, Release, Undo
from core.parts import plain
from core.permission import permit
from core.refusal import Overtaken
from core.register import register_row

routes = Routes()


@routes.press("claim", "over")
async def claim(press: Press, visit: Visit) -> Any:
    """Tangani, or Ambil alih."""
    case = await visit.case(press.number(0))
    await visit.desk.decide(case, Claim(by=visit.person.id, entry=press.number(1), over=press.verb == "over"))
    return visit.toast("case-yours", ticket=case.ticket)


@routes.press("release")
async def release(press: Press, visit: Visit) -> Any:
    """Lepaskan: given back, so that another takes it."""
    case = await visit.case(press.number(0))
    await visit.desk.decide(case, Release(by=visit.person.id, entry=press.number(1)))
    return visit.toast("case-released", ticket=case.ticket)


@routes.press("undo")
async def undo(press: Press, visit: Visit) -> Any:
    """Urungkan: the newest action is taken back."""
    case = await visit.case(press.number(0))
    action = _undone(visit, case)
    if not case.is_open and await _has_begun_anew(visit, case):
        raise Overtaken(None)
    await visit.desk.decide(case, Undo(by=visit.person.id, number=press.number(1)))
    return visit.toast("case-undone", action=action)


@routes.press("act")
async def act(press: Press, visit: Visit) -> Any:
    """An action: its questions first, or a second press where it is dangerous, then it is done."""
    case = await visit.case(press.number(0))
    command = Act(by=visit.person.id, entry=press.number(1), action=press.part(2))
    procedure, office = visit.desk.house.shelf.of(case), await visit.desk.office()
    action = permit(case, command, visit.desk.now, procedure, office)
    if action.proposed is not None and press.part(3) == PROPOSED:
        asked, phrase = action.proposed
        await visit.desk.decide(case, replace(command, answers={asked: phrase.id}))
        return visit.toast("case-done", action=phrase.in_language(visit.person.language))
    if action.asks:
        return await form.start(visit, {"case": case.id, "entry": command.entry, "action": action.id})
    if action.confirm and press.part(3) != "yes":
        return await _ask_again(press, visit, case, action)
    await visit.desk.decide(case, command)
    label = action.label.in_language(visit.person.language)
    done = visit.toast("case-done", action=label)
    return [visit.settle(visit.say("case-done", action=label)), done] if action.confirm else done


@routes.press("no")
async def not_after_all(press: Press, visit: Visit) -> Any:
    """The second press was not given."""
    return [visit.settle(visit.say("case-untouched")), visit.toast("case-untouched")]


def _undone(visit: Visit, case: Case) -> str:
    """The label of the button that would be taken back."""
    procedure = visit.desk.house.shelf.of(case)
    return label_of(procedure, case.undo.deed, visit.person.language) if case.undo is not None else NONE


async def _has_begun_anew(visit: Visit, case: Case) -> bool:
    """Whether the requester has another case open by now, where they can have one only."""
    others = [one for one in await visit.desk.unit.open_cases_of(case.requester) if one.procedure == case.procedure]
    return bool(others) and visit.desk.house.shelf.of(case).open.once


async def _ask_again(press: Press, visit: Visit, case: Case, action: Action) -> Any:
    label = action.label.in_language(visit.person.language)
    again = data("act", *press.parts[:3], "yes")
    rows = [[keyboards.button(label, again, action.style), keyboards.button(visit.label("button-no"), data("no"))]]
    preview = await _register_line(visit, case) if any(one.name == "register" for one in action.effects) else ""
    sure = visit.say("case-sure", action=label, ticket=case.ticket)
    return outgoing.text(visit.person.telegram_id, f"{preview}{sure}", keyboards.inline(rows))


async def _register_line(visit: Visit, case: Case) -> str:
    """The register's line as it will be written, to be read before it is."""
    procedure, office = visit.desk.house.shelf.of(case), await visit.desk.office()
    row = register_row(case, procedure, office)
    house, went = visit.desk.house, [member["name"] for member in row["crew"] if member["left"] is None]
    lines = [
        f"{procedure.step(step).title.in_language(visit.person.language)}: {house.time(at)}"
        for step, at in case.reached.items()
        if step == plain(step)
    ]
    return visit.say(
        "register-line",
        ticket=case.ticket,
        opened=house.moment(case.opened_at),
        kind=row["values"].pop("kind", "-"),
        others=", ".join(row["values"].values()) or "none",
        people=", ".join([*row["handled_by"].values(), *went]) or "-",
        files=row["evidence"],
        times="\n".join(lines),
    )
