"""A form that is filled in: its summary, and what becomes of its answers once they are sent."""

import secrets
from collections.abc import Iterable
from typing import Any

from bot import keyboards
from bot.flows.answers import Answers
from bot.flows.put import put
from bot.presses import OldButton, data
from bot.visit import Visit
from core.commands import Act
from core.refusal import Refusal


async def summary(visit: Visit, form: Answers) -> Any:
    """Show every answer before anything is opened: Kirim, Kembali or Batal."""
    nonce = secrets.token_hex(3)
    words = visit.say("form-summary", answers="\n".join(form.lines()))
    visit.go_to("form", visit.conversation.data | {"nonce": nonce, "asked": words, "options": [], "labels": []})
    rows = [
        [keyboards.button(visit.label("form-send"), data("form", nonce, "send"), "success")],
        [
            keyboards.button(visit.label("form-back"), data("form", nonce, "back")),
            keyboards.button(visit.label("form-cancel"), data("form", nonce, "stop")),
        ],
    ]
    return put(visit, form.procedure, words, keyboards.inline(rows))


async def submit(visit: Visit, form: Answers) -> Any:
    """The form ends: its sheet is kept, its action done, also in others alike, or its case opened."""
    visit.end()
    if form.sheet is not None:
        return await form.sheet.keep(visit, form.values())
    assert form.procedure is not None
    if form.on_behalf:
        case = await visit.desk.open_for_caller(form.procedure, visit.person, form.values())
        return visit.toast("case-recorded", ticket=case.ticket)
    if form.opens:
        case = await visit.desk.open(form.procedure, visit.person, form.values())
        return visit.reply("case-opened", await visit.menu(), ticket=case.ticket)
    assert form.case is not None
    by, writer = visit.person.id, None
    if form.recorded_for is not None:
        by, writer = form.recorded_for, visit.person.id
    command = Act(by=by, entry=form.entry, action=form.action, recorded_by=writer, answers=form.values())
    await visit.desk.decide(form.case, command)
    if form.others:
        return await for_others(visit, form.others, command)
    if visit.query_id is not None:
        return visit.toast("form-accepted", ticket=form.case.ticket)
    return visit.reply("form-accepted", await visit.menu(), ticket=form.case.ticket)


async def for_others(visit: Visit, others: Iterable[list[int]], command: Act) -> Any:
    """The same in the other cases, in each as an event of its own; what cannot be done any more is counted."""
    done, refused = 1, 0
    for case_id, entry in others:
        case = await visit.desk.unit.case(case_id)
        try:
            if case is None:
                raise OldButton
            own = Act(by=command.by, entry=entry, action=command.action, answers=command.answers)
            await visit.desk.decide(case, own)
            done += 1
        except Refusal:
            refused += 1
    return visit.reply("bulk-done", await visit.menu(), done=done, refused=refused)
