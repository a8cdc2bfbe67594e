"""The generic form: whatever a procedure's fields ask, one question a message, for opening a case or for an action."""

import secrets
from typing import Any

from aiogram.methods import EditMessageReplyMarkup
from aiogram.types import InlineKeyboardMarkup, Message

from bot import keyboards, outgoing
from bot.flows import candidates, content, instead, questions, replies
from bot.flows.answers import Answers
from bot.presses import OldButton, Press, data
from bot.routes import Routes, plain
from bot.silence import without_sound
from bot.texts import Markup
from bot.visit import Visit
from core.commands import Act
from core.field import Field, PersonField, PhoneField, Several
from core.judgement import holds
from core.procedure import Procedure

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
            form = await Answers.of(visit)
            if isinstance(form.field, PersonField):
                return await _ticked(visit, form, form.field, asked)
            files = form.files(form.field.id) if form.field is not None else []
            done = visit.say("form-answer", question=asked, answer=f"📎 {len(files)}")
            return [visit.settle(done), await _step(visit, 1)]
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
    if field is None:
        return [*await settled(visit), await _ask(visit)]
    if isinstance(field, PhoneField) and (way := _typed_way(message, visit, field)):
        return await _step(visit, way)
    try:
        if form.why and field.unless is not None:
            why = form.plain(replies.reason(message, field.unless))
            return [*await settled(visit), await _keep(visit, field.unless.id, why)]
        answer = replies.read(message, field, visit)
    except replies.Wrong as wrong:
        instead = content.words(message) if content.kind(message) == "text" else ""
        if instead and field.unless is not None and not field.unless.phrases and field.unless.own_words:
            return [*await settled(visit), await _keep(visit, field.unless.id, instead[:500])]
        return visit.reply(wrong.key, **wrong.values)
    if isinstance(field, Several):
        return [*await settled(visit), await _collect(message, visit, form, field, answer)]
    return [*await settled(visit), await _keep(visit, field.id, form.plain(answer))]


async def settled(visit: Visit) -> list[Any]:
    """The question that was answered by a message, or is not answered at all, loses its buttons; asked once."""
    state = visit.conversation.data
    message_id = await visit.desk.unit.sent_as(state["key"]) if state.get("key") else None
    if message_id is None:
        return []
    visit.go_to("form", state | {"key": None})
    return [EditMessageReplyMarkup(chat_id=visit.person.telegram_id, message_id=message_id)]


def _typed_way(message: Message, visit: Visit, field: PhoneField) -> int:
    """Where Kembali and Lewati of the keyboard at the bottom lead: -1, 1, or 0 for other words."""
    said = plain(content.words(message))
    if said == plain(visit.label("form-back")):
        return -1
    return int(field.optional and said == plain(visit.label("form-skip")))


async def _ask(visit: Visit) -> Any:
    """Ask the question that is next, or finish."""
    form = await Answers.of(visit)
    while form.field is not None and not holds(form.field.when, form.case_so_far):
        visit.go_to("form", visit.conversation.data | {"at": form.at + 1})
        form = await Answers.of(visit)
    if form.field is None:
        return await (_summary(visit, form) if form.opens else _finish(visit, form))
    asking, nonce = await form.asking(), secrets.token_hex(3)
    if form.why and form.field.unless is not None:
        found, reason = questions.reasons(asking, form.field.unless), form.field.unless.ask
        question = visit.say("form-question", question=reason.in_language(visit.person.language) if reason else "?")
        words: str = question
    else:
        found, question = questions.options(asking, form.field), questions.question(asking, form.field)
        nobody = not found and form.field.type == "person"
        words = visit.say("form-nobody-there") if nobody else f"{question}\n{questions.hint(asking, form.field)}"
        words = "\n\n".join([*candidates.to_dial(asking, form.fields, form.answers, form.field), words])
    files = len(form.files(form.field.id))
    ticked = form.ticked(form.field.id) if questions.ticks(form.field, found) else ()
    markup = questions.keyboard(asking, form.field, found, nonce, first=form.at == 0, files=files, ticked=ticked)
    ready = {"options": [option.value for option in found], "labels": [option.label for option in found]}
    visit.go_to("form", visit.conversation.data | {"nonce": nonce, "asked": question, **ready})
    return _put(visit, form.procedure, words, markup)


def _put(visit: Visit, procedure: Procedure | None, words: str, markup: Any) -> None:
    """Send a question; under buttons of its own it has a key, by which its message is found again."""
    key = f"form:{secrets.token_hex(8)}" if isinstance(markup, InlineKeyboardMarkup) else None
    lane = "alarm" if procedure is not None and procedure.lane == "alarm" else "reply"
    visit.go_to("form", visit.conversation.data | {"key": key})
    message = outgoing.text(visit.person.telegram_id, words, markup)
    visit.desk.unit.say(outgoing.message(without_sound(message) if visit.silent else message, lane, key=key))


async def _chosen(visit: Visit, number: int, asked: Markup) -> Any:
    form, state = await Answers.of(visit), visit.conversation.data
    if form.field is None or not 0 <= number < len(state["options"]):
        raise OldButton
    found = [questions.Option(*pair) for pair in zip(state["labels"], state["options"], strict=True)]
    if questions.ticks(form.field, found):
        return await _tick(visit, form, form.field, found, found[number].value)
    name = form.field.unless.id if form.why and form.field.unless is not None else form.field.id
    answered = visit.say("form-answer", question=asked, answer=state["labels"][number])
    return [visit.settle(answered), await _keep(visit, name, state["options"][number])]


async def _tick(visit: Visit, form: Answers, field: Field, found: list[questions.Option], value: Any) -> Any:
    """Tick a ready answer, or take the tick away: the same message shows it."""
    ticked = form.ticked(field.id)
    ticked = [one for one in ticked if one != value] if value in ticked else [*ticked, value]
    state = visit.conversation.data
    visit.go_to("form", state | {"answers": state["answers"] | {field.id: ticked}})
    asking = await form.asking()
    words = f"{state['asked']}\n{questions.hint(asking, field)}"
    markup = questions.keyboard(asking, field, found, state["nonce"], first=form.at == 0, ticked=ticked)
    return visit.settle(words, markup)


async def _ticked(visit: Visit, form: Answers, field: Field, asked: Markup) -> Any:
    """Selesai after ticking: at least one is needed."""
    state, ticked = visit.conversation.data, form.ticked(field.id)
    if not ticked:
        raise OldButton
    labels = dict(zip(state["options"], state["labels"], strict=True))
    answer = "; ".join(labels.get(one, str(one)) for one in ticked)
    return [visit.settle(visit.say("form-answer", question=asked, answer=answer)), await _step(visit, 1)]


async def _keep(visit: Visit, name: str, answer: Any) -> Any:
    answers = visit.conversation.data["answers"] | {name: answer}
    visit.go_to("form", visit.conversation.data | {"answers": answers})
    found = await instead.offers(visit, name, answer)
    if found:
        return _put(visit, None, *instead.question(visit, found))
    return await _step(visit, 1)


async def _step(visit: Visit, by: int) -> Any:
    """Go on or back; back leads past what was not asked."""
    state, form = visit.conversation.data, await Answers.of(visit)
    at = max(0, state["at"] + by)
    while by < 0 < at and not holds(form.fields[at].when, form.case_so_far):
        at -= 1
    visit.go_to("form", state | {"at": at, "why": False})
    return await _ask(visit)


async def _collect(message: Message, visit: Visit, form: Answers, field: Field, answer: Any) -> Any:
    """One more file; an album comes as several messages and is answered once."""
    state = visit.conversation.data
    files = [*form.files(field.id), *form.plain(answer)]
    most = field.max if isinstance(field, Several) else 1
    same_album = message.media_group_id is not None and state.get("album") == message.media_group_id
    answers = state["answers"] | {field.id: files[:most]}
    visit.go_to("form", state | {"answers": answers, "album": message.media_group_id})
    if same_album:
        return None
    if len(files) >= most:
        return await _step(visit, 1)
    markup = questions.keyboard(await form.asking(), field, [], state["nonce"], first=form.at == 0, files=len(files))
    count = "none" if message.media_group_id is not None else str(len(files))
    return _put(visit, form.procedure, visit.say("form-more", count=count, most=most), markup)


async def _summary(visit: Visit, form: Answers) -> Any:
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
    return _put(visit, form.procedure, words, keyboards.inline(rows))


async def _finish(visit: Visit, form: Answers) -> Any:
    """Everything is answered: act, or open the case."""
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
    if visit.query_id is not None:
        return visit.toast("form-accepted", ticket=form.case.ticket)
    return visit.reply("form-accepted", await visit.menu(), ticket=form.case.ticket)


async def open_procedure(visit: Visit, procedure: Procedure) -> Any:
    """The command of a procedure without a flow of its own: its form, or the case at once."""
    if not any(visit.person.holds(role) for role in procedure.open.by):
        return visit.reply("refused-not-allowed")
    return await start(visit, {"procedure": procedure.id})


async def open_on_behalf(visit: Visit, procedure: Procedure) -> Any:
    """The command of staff who open a case for somebody else: its own form."""
    entry = procedure.open.on_behalf
    if entry is None or not any(visit.person.holds(role) for role in entry.by):
        return visit.reply("refused-not-allowed")
    return await start(visit, {"procedure": procedure.id, "on_behalf": True})
