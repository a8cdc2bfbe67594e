"""What is offered before a case is opened: taking it ends the form, going on loses nothing."""

import secrets
from typing import Any

from bot import keyboards
from bot.facts import clipped
from bot.flows.answers import Answers
from bot.hooks import HOOKS, Offer
from bot.presses import OldButton, data
from bot.visit import Visit
from core.field import PhraseField, TextField

LABEL_MOST = 60


async def offers(visit: Visit, name: str, answer: Any) -> list[Offer]:
    """What may be meant by the first words of a form that opens a case; nothing by a later answer or by a voice."""
    form = await Answers.of(visit)
    before = form.procedure.open.before if form.procedure is not None and form.opens and not form.on_behalf else None
    worded = next((field.id for field in form.fields if isinstance(field, TextField | PhraseField)), None)
    if before is None or name != worded or not isinstance(answer, str):
        return []
    return list(await HOOKS[before].find(visit, answer))


def question(visit: Visit, found: list[Offer]) -> tuple[str, Any]:
    """The offer in words and its buttons; the form remembers it until one is pressed."""
    nonce = secrets.token_hex(3)
    words = visit.say("instead-ask", count=len(found), found=visit.desk.house.join(one.words for one in found))
    rows = [
        [keyboards.button(clipped(one.label, LABEL_MOST), data("form", nonce, "take", at))]
        for at, one in enumerate(found)
    ]
    rows.append([keyboards.button(visit.label("instead-go-on"), data("form", nonce, "go-on"), "primary")])
    rows.append([keyboards.button(visit.label("form-cancel"), data("form", nonce, "stop"))])
    offered = {"offers": [one.id for one in found], "options": [], "labels": []}
    visit.go_to("form", visit.conversation.data | {"nonce": nonce, "asked": words, **offered})
    return words, keyboards.inline(rows)


async def taken(visit: Visit, number: int) -> Any:
    """One of them is it: nothing is opened."""
    state, form = visit.conversation.data, await Answers.of(visit)
    offered = state.get("offers", [])
    before = form.procedure.open.before if form.procedure is not None else None
    if before is None or not 0 <= number < len(offered):
        raise OldButton
    visit.end()
    done = await HOOKS[before].take(visit, offered[number])
    return [visit.settle(state["asked"]), visit.toast("instead-taken"), done]
