"""Sending a question, and taking its buttons away once it is answered."""

import secrets
from typing import Any

from aiogram.methods import EditMessageReplyMarkup
from aiogram.types import InlineKeyboardMarkup

from bot import outgoing
from bot.silence import without_sound
from bot.visit import Visit
from core.procedure import Procedure


def put(visit: Visit, procedure: Procedure | None, words: str, markup: Any) -> None:
    """Send a question; under buttons of its own it has a key, by which its message is found again."""
    key = f"form:{secrets.token_hex(8)}" if isinstance(markup, InlineKeyboardMarkup) else None
    lane = "alarm" if procedure is not None and procedure.lane == "alarm" else "reply"
    visit.go_to("form", visit.conversation.data | {"key": key})
    message = outgoing.text(visit.person.telegram_id, words, markup)
    visit.desk.unit.say(outgoing.message(without_sound(message) if visit.silent else message, lane, key=key))


async def settled(visit: Visit) -> list[Any]:
    """The question that was answered by a message, or is not answered at all, loses its buttons; asked once."""
    state = visit.conversation.data
    message_id = await visit.desk.unit.sent_as(state["key"]) if state.get("key") else None
    if message_id is None:
        return []
    visit.go_to("form", state | {"key": None})
    return [EditMessageReplyMarkup(chat_id=visit.person.telegram_id, message_id=message_id)]
