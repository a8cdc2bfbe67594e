"""The generic form: whatever a procedure's fields ask, one question a message, for opening a case or for an action."""

import secrets
from datetime import date
from typing import Any

from aiogram.types import Message

from bot.flows import candidates, collecting, content, instead, moments, questions, replies, resuming, submission
from bot.flows.answers import Answers
from bot.flows.put import put, settled
from bot.presses import OldButton, Press
from bot.routes import Routes, plain
from bot.texts import Markup
from bot.visit import Visit
from core.field import DateField, PersonField, PhoneField, SlotField, TimeField
from core.judgement import holds
from core.procedure import Procedure
from core.question import Several

routes = Routes()


async def start(visit: Visit, about: dict[str, Any]) -> Any:
    """Begin a form; `about` says what its answers are for: an action of a case, or opening a procedure."""
    visit.go_to("form", about | {"at": 0, "answers": {}})
    return await _ask(visit)


@routes.press("form")
async def pressed(press: Press, visit: Visit) -> Any:
    """A ready answer, or Lewati, Kembali, Selesai, Tanpa, Batal. The question then stands with its answer beside it."""
    state = visit.conversation.data
    if visit.conversation.state != "form" or press.part(0) != state.get("nonce"):
        raise OldButton
    asked = Markup(state.get("asked", ""))
    match press.part(1):
        case "stop":
            visit.end()
            return [visit.settle(visit.say("form-cancelled")), visit.toast("form-cancelled")]
        case "back":
            return [visit.settle(asked), await _step(visit, -1)]
        case "skip":
            skipped = visit.say("form-answer", question=asked, answer=visit.label("form-skip"))
            return [visit.settle(skipped), await _step(visit, 1)]
        case "done":
            return [await collecting.done(visit, await Answers.of(visit), asked), await _step(visit, 1)]
        case "more":
            return await _page(visit, press.number(2))
        case "again":
            return [visit.settle(asked), await _ask(visit)]
        case "anew":
            return [visit.settle(asked), await start(visit, resuming.about(visit))]
        case "without":
            visit.go_to("form", state | {"why": True})
            return [visit.settle(asked), await _ask(visit)]
        case "take":
            return await instead.taken(visit, press.number(2))
        case "go-on":
            return [visit.settle(asked), await _step(visit, 1)]
        case "send":
            return [visit.settle(asked), await _finish(visit, await Answers.of(visit))]
        case _:
            return await _chosen(visit, press.number(1), asked)


@routes.state("form", "*")
async def answered(message: Message, visit: Visit) -> Any:
    """An answer that was written, said or sent."""
    form = await Answers.of(visit)
    field = form.field
    if collecting.is_left_over(message, visit, field):
        return collecting.cut(visit)
    if field is None:
        return [*await settled(visit), await _ask(visit)]
    if isinstance(field, PhoneField) and (way := _typed_way(message, visit, field)):
        return await _step(visit, way)
    if resuming.is_stale(visit):
        return [*await settled(visit), resuming.offer(visit, form)]
    try:
        if form.why and field.unless is not None:
            why = form.plain(replies.reason(message, field.unless))
            return [*await settled(visit), await _keep(visit, field.unless.id, why)]
        if isinstance(field, SlotField):
            around = moments.on_day(content.words(message), field, await form.asking())
            return [*await settled(visit), await _ask_around(visit, around)]
        if isinstance(field, DateField | TimeField):
            answer: Any = moments.written(content.words(message), field, await form.asking())
        else:
            answer = replies.read(message, field, visit)
    except replies.Wrong as wrong:
        if wrong.around is not None:
            why_not = visit.say(wrong.key, **wrong.values)
            return [*await settled(visit), await _ask_around(visit, wrong.around, why_not)]
        if field.unless is not None and field.unless.photo and content.kind(message) == "photo":
            sheet = form.plain(content.attachment(message))
            return [*await settled(visit), await _keep(visit, field.unless.id, sheet)]
        words = content.words(message) if content.kind(message) == "text" else ""
        if words and field.unless is not None and not field.unless.phrases and field.unless.own_words:
            return [*await settled(visit), await _keep(visit, field.unless.id, words[:500])]
        return visit.reply(wrong.key, **wrong.values)
    if isinstance(field, Several):
        taken = [*await settled(visit), await collecting.collect(message, visit, form, field, answer)]
        return [*taken[:-1], await _step(visit, 1)] if taken[-1] is collecting.COMPLETE else taken
    return [*await settled(visit), await _keep(visit, field.id, form.plain(answer))]


def _typed_way(message: Message, visit: Visit, field: PhoneField) -> int:
    """Where Kembali and Lewati of the keyboard at the bottom lead: -1, 1, or 0 for other words."""
    said = plain(content.words(message))
    if said == plain(visit.label("form-back")):
        return -1
    return int(field.optional and said == plain(visit.label("form-skip")))


async def _ask(visit: Visit, first: Markup | None = None) -> Any:
    """Ask the question that is next, or finish; what is to be said `first` stands above the question."""
    form = await Answers.of(visit)
    while form.field is not None and not holds(form.field.when, form.case_so_far):
        visit.go_to("form", visit.conversation.data | {"at": form.at + 1})
        form = await Answers.of(visit)
    if form.field is None:
        return await (submission.summary(visit, form) if form.opens else _finish(visit, form))
    asking, nonce = await form.asking(), secrets.token_hex(3)
    if form.why and form.field.unless is not None:
        found, reason = questions.reasons(asking, form.field.unless), form.field.unless.ask
        question = visit.say("form-question", question=reason.in_language(visit.person.language) if reason else "?")
        words: str = question
    else:
        found, question = questions.options(asking, form.field), questions.question(asking, form.field)
        nobody = not found and form.field.type == "person"
        dated = isinstance(form.field, PersonField) and form.field.free_at is not None
        nobody_there = visit.say("form-nobody-holds" if dated else "form-nobody-there")
        words = nobody_there if nobody else f"{question}\n{questions.hint(asking, form.field)}"
        if not found and isinstance(form.field, SlotField):
            words = f"{question}\n{visit.say('form-no-slots')}"
        words = "\n\n".join(
            [
                *([first] if first is not None else []),
                *candidates.to_dial(asking, form.fields, form.answers, form.field),
                words,
            ]
        )
    files = len(form.files(form.field.id))
    ticked = form.ticked(form.field.id) if questions.ticks(asking, form.field, found) else ()
    shown = moments.first_shown(asking, [one.value for one in found]) if isinstance(form.field, SlotField) else 0
    markup = questions.keyboard(
        asking, form.field, found, nonce, first=form.at == 0, files=files, ticked=ticked, shown=shown
    )
    ready = {
        "shown": shown,
        "options": [option.value for option in found],
        "labels": [option.label for option in found],
    }
    visit.go_to("form", visit.conversation.data | {"nonce": nonce, "asked": question, **ready})
    return put(visit, form.procedure, words, markup)


async def _chosen(visit: Visit, number: int, asked: Markup) -> Any:
    form, state = await Answers.of(visit), visit.conversation.data
    if form.field is None or not 0 <= number < len(state["options"]):
        raise OldButton
    found = _ready(state)
    if questions.ticks(await form.asking(), form.field, found):
        return await collecting.tick(visit, form, form.field, found, found[number].value)
    name = form.field.unless.id if form.why and form.field.unless is not None else form.field.id
    answered = visit.say("form-answer", question=asked, answer=state["labels"][number])
    return [visit.settle(answered), await _keep(visit, name, state["options"][number])]


def _ready(state: dict[str, Any]) -> list[questions.Option]:
    """The ready answers under the question, as they were when it was asked."""
    return [questions.Option(*pair) for pair in zip(state["labels"], state["options"], strict=True)]


async def _page(visit: Visit, shown: int) -> Any:
    """Another page of the ready answers, in the same message."""
    form, state = await Answers.of(visit), visit.conversation.data
    if form.field is None or not 0 <= shown < len(state["options"]):
        raise OldButton
    visit.go_to("form", state | {"shown": shown})
    found = _ready(state)
    return collecting.shown(visit, form, await form.asking(), form.field, found, form.ticked(form.field.id))


async def _ask_around(visit: Visit, around: date, first: Markup | None = None) -> Any:
    """Ask again, with what is possible from that day on."""
    visit.go_to("form", visit.conversation.data | {"around": around.isoformat()})
    return await _ask(visit, first)


async def _keep(visit: Visit, name: str, answer: Any) -> Any:
    answers = visit.conversation.data["answers"] | {name: answer}
    visit.go_to("form", visit.conversation.data | {"answers": answers})
    found = await instead.offers(visit, name, answer)
    if found:
        return put(visit, None, *instead.question(visit, found))
    return await _step(visit, 1)


async def _step(visit: Visit, by: int) -> Any:
    """Go on or back; back leads past what was not asked, and past a slot that was gone everything is answered."""
    state, form = visit.conversation.data, await Answers.of(visit)
    at = len(form.fields) if by > 0 and state.get("mending") else max(0, state["at"] + by)
    while by < 0 < at and not holds(form.fields[at].when, form.case_so_far):
        at -= 1
    visit.go_to("form", state | {"at": at, "why": False, "around": None, "mending": False})
    return await _ask(visit)


async def _finish(visit: Visit, form: Answers) -> Any:
    """Everything is answered; a slot that is gone by now is asked for again."""
    gone = await form.gone() if form.sheet is None else None
    if gone is not None:
        at = form.fields.index(gone)
        rest = {name: answer for name, answer in form.answers.items() if name != gone.id}
        visit.go_to("form", visit.conversation.data | {"at": at, "answers": rest, "around": None, "mending": True})
        return await _ask(visit, visit.say("form-slot-gone"))
    return await submission.submit(visit, form)


async def open_procedure(visit: Visit, procedure: Procedure) -> Any:
    """The command of a procedure without a flow of its own: its form, or the case at once."""
    if not any(visit.person.holds(role) for role in procedure.open.by):
        return visit.reply("refused-not-allowed")
    if resuming.is_begun(visit, procedure):
        return [*await settled(visit), resuming.offer(visit, await Answers.of(visit))]
    return await start(visit, {"procedure": procedure.id})


async def open_on_behalf(visit: Visit, procedure: Procedure) -> Any:
    """The command of staff who open a case for somebody else: its own form."""
    entry = procedure.open.on_behalf
    if entry is None or not any(visit.person.holds(role) for role in entry.by):
        return visit.reply("refused-not-allowed")
    return await start(visit, {"procedure": procedure.id, "on_behalf": True})
