"""A form that was left in the middle: it is kept, and offered again."""

import secrets
from datetime import timedelta
from typing import Any

from bot import keyboards
from bot.flows.answers import Answers
from bot.flows.put import put
from bot.presses import data
from bot.visit import Visit
from core.procedure import Procedure

STALE_AFTER = timedelta(hours=12)
"""After so long a message is hardly meant as the answer to the question that waits."""

ABOUT = frozenset({"procedure", "on_behalf", "case", "entry", "action", "recorded_for", "sheet"})


def is_stale(visit: Visit) -> bool:
    """Whether the form has waited so long that it is asked first whether to go on."""
    touched = visit.conversation.updated_at
    return touched is not None and visit.desk.now - touched >= STALE_AFTER


def is_begun(visit: Visit, procedure: Procedure) -> bool:
    """Whether the form that opens a case of the procedure waits with answers in it."""
    state = visit.conversation.data
    opens = visit.conversation.state == "form" and state.get("procedure") == procedure.id
    return opens and not state.get("on_behalf") and bool(state["answers"])


def about(visit: Visit) -> dict[str, Any]:
    """What the form's answers are for."""
    return {key: value for key, value in visit.conversation.data.items() if key in ABOUT}


def offer(visit: Visit, form: Answers) -> Any:
    """Ask whether to go on where it was left."""
    nonce, state = secrets.token_hex(3), visit.conversation.data
    left_at = visit.conversation.updated_at or visit.desk.now
    title = form.procedure.title.in_language(visit.person.language) if form.procedure is not None else "none"
    if form.case is not None:
        title = form.case.ticket
    asked = visit.say("form-left", title=title, at=visit.desk.house.moment(left_at), count=len(form.answers))
    rows = [
        [keyboards.button(visit.label("form-go-on"), data("form", nonce, "again"), "primary")],
        [keyboards.button(visit.label("form-anew"), data("form", nonce, "anew"))],
        [keyboards.button(visit.label("form-cancel"), data("form", nonce, "stop"))],
    ]
    visit.go_to("form", state | {"nonce": nonce, "asked": asked, "options": [], "labels": []})
    return put(visit, form.procedure, asked, keyboards.inline(rows))
