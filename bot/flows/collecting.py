"""Answers of several parts: ready ones that are ticked, files and records that come one after another."""

from typing import Any

from aiogram.types import Message

from bot.flows import questions
from bot.flows.answers import Answers
from bot.flows.put import put
from bot.presses import OldButton
from bot.texts import Markup
from bot.visit import Visit
from core.field import ChecklistField, Field, RecordsField
from core.question import Several

COMPLETE = object()
"""There is room for no more: the next question comes."""


async def tick(visit: Visit, form: Answers, field: Field, found: list[questions.Option], value: Any) -> Any:
    """Tick a ready answer, or take the tick away: the same message shows it. The oldest tick gives way to one more."""
    asking, ticked = await form.asking(), form.ticked(field.id)
    ticked = [one for one in ticked if one != value] if value in ticked else [*ticked, value]
    ticked = ticked[-(questions.ticked_at_most(asking, field) or 0) :]
    state = visit.conversation.data
    visit.go_to("form", state | {"answers": state["answers"] | {field.id: ticked}})
    return shown(visit, form, asking, field, found, ticked)


def shown(
    visit: Visit,
    form: Answers,
    asking: questions.Asking,
    field: Field,
    found: list[questions.Option],
    ticked: list[Any],
) -> Any:
    """The question's message as it is now: what is ticked, and the page that is shown."""
    state = visit.conversation.data
    words = f"{state['asked']}\n{questions.hint(asking, field)}"
    markup = questions.keyboard(
        asking, field, found, state["nonce"], first=form.at == 0, ticked=ticked, shown=state.get("shown", 0)
    )
    return visit.settle(words, markup)


async def done(visit: Visit, form: Answers, asked: Markup) -> Any:
    """Selesai: what the question then stands with."""
    state, field = visit.conversation.data, form.field
    if field is not None and questions.ticked_at_most(await form.asking(), field) is not None:
        ticked = form.ticked(field.id)
        if isinstance(field, ChecklistField):
            visit.go_to("form", state | {"answers": state["answers"] | {field.id: ticked}})
        elif not ticked:
            raise OldButton
        labels = dict(zip(state["options"], state["labels"], strict=True))
        answer = "; ".join(labels.get(one, str(one)) for one in ticked) or visit.label("checklist-good")
    else:
        files = form.files(field.id) if field is not None else []
        answer = f"{'✍️' if isinstance(field, RecordsField) else '📎'} {len(files)}"
    return visit.settle(visit.say("form-answer", question=asked, answer=answer))


async def collect(message: Message, visit: Visit, form: Answers, field: Field, answer: Any) -> Any:
    """One more file, or some records; an album comes as several messages and is answered once."""
    state = visit.conversation.data
    files = [*form.files(field.id), *form.plain(answer)]
    most = field.max if isinstance(field, Several) else 1
    same_album = message.media_group_id is not None and state.get("album") == message.media_group_id
    answers = state["answers"] | {field.id: files[:most]}
    visit.go_to("form", state | {"answers": answers, "album": message.media_group_id, "album_of": field.id})
    if same_album:
        return cut(visit) if len(files) > most else None
    if len(files) >= most:
        return COMPLETE
    markup = questions.keyboard(await form.asking(), field, [], state["nonce"], first=form.at == 0, files=len(files))
    count = "none" if message.media_group_id is not None else str(len(files))
    key = "form-more-records" if isinstance(field, RecordsField) else "form-more"
    return put(visit, form.procedure, visit.say(key, count=count, most=most), markup)


def is_left_over(message: Message, visit: Visit, field: Field | None) -> bool:
    """Whether it is the rest of an album, of which the question before has taken all that it takes.

    Without a field the form is at its end.
    """
    state = visit.conversation.data
    same = message.media_group_id is not None and message.media_group_id == state.get("album")
    return same and (field is None or state.get("album_of") != field.id)


def cut(visit: Visit) -> Any:
    """Say once that the rest of an album is not taken."""
    state = visit.conversation.data
    if state.get("cut") == state.get("album"):
        return None
    visit.go_to("form", state | {"cut": state["album"]})
    return visit.reply("form-album-cut")
