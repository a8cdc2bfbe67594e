"""A cry for help outside an alarm: kept in the conversation and asked about, until it is answered or a day is over."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from aiogram.types import Message

from bot import keyboards
from bot.envelope import cries
from bot.flows import content
from bot.presses import data
from bot.raw_alarm import MAPS
from bot.visit import Visit
from core.commands import Attachment
from core.people import FRESH_FIX

STATE = "cry"
KEPT_FOR = timedelta(hours=24)
KEPT_MOST = 30
SENT_IN_NEED = frozenset({"location", "photo", "voice", "video", "video_note"})

Part = tuple[str, Any]


def is_cry(message: Message) -> bool:
    """Whether it may come of an emergency: a position, a picture, a voice, or a word that people in danger use."""
    return content.kind(message) in SENT_IN_NEED or in_words(message)


def in_words(message: Message) -> bool:
    """Whether a word of it is one that people in danger use."""
    return cries(content.words(message))


def is_asked(visit: Visit) -> bool:
    """Whether the question waits for its answer; after a day it does not any more."""
    asked_at = visit.conversation.updated_at
    return visit.conversation.state == STATE and asked_at is not None and visit.desk.now - asked_at < KEPT_FOR


async def ask(message: Message, visit: Visit) -> Any:
    """Keep what the message brings, and ask whether it is an emergency; an album is asked about once."""
    try:
        parts = content.parts(message, visit.desk.now)
    except content.OddPosition:
        return visit.reply("odd-position", await visit.menu())
    state = visit.conversation.data if is_asked(visit) else {}
    brought = [[kind, _plain(answer)] for kind, answer in parts if answer is not None]
    if brought:
        kept = [*state.get("kept", ()), *brought][-KEPT_MOST:]
        visit.go_to(STATE, {"kept": kept, "album": message.media_group_id})
    if message.media_group_id is not None and message.media_group_id == state.get("album"):
        return None
    yes = keyboards.button(visit.label("cry-yes"), data("cry", "yes"), "danger")
    no = keyboards.button(visit.label("cry-no"), data("cry", "no"))
    return visit.reply("cry-asked", keyboards.inline([[yes], [no]]))


def kept(visit: Visit) -> list[Part]:
    """What was kept, as an alarm takes it: the newest position, all the words as one text, then the files.

    A position older than half an hour is words too, for whoever sent it may be elsewhere by now.
    """
    parts: list[Part] = visit.conversation.data["kept"] if is_asked(visit) else []
    files = [(kind, tuple(Attachment(**file) for file in answer)) for kind, answer in parts if isinstance(answer, list)]
    words = [answer for kind, answer in parts if kind == "text"]
    position = next((answer for kind, answer in reversed(parts) if kind == "location"), None)
    if position is None or visit.desk.now - (at := datetime.fromisoformat(position["at"])) <= FRESH_FIX:
        placed = [("location", position)] if position is not None else []
    else:
        where, placed = MAPS.format(position["lat"], position["lon"]), []
        words.append(visit.desk.house.label(None, "cry-earlier-position", at=visit.desk.house.moment(at), where=where))
    return [*placed, *_as_one(words), *files]


def _as_one(words: Iterable[str]) -> list[Part]:
    text = "\n".join(words)[: content.TEXT_MOST]
    return [("text", text)] if text else []


def _plain(answer: Any) -> Any:
    """An answer as the conversation keeps it."""
    if isinstance(answer, tuple):
        return [{"kind": f.kind, "file_id": f.file_id, "unique_id": f.unique_id, "name": f.name} for f in answer]
    return answer
