"""What is read of a raw update without aiogram's types: whose it is, and whether it could be an alarm.

aiogram rejects a whole update for one unknown union tag; this reading never fails.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
_CRY = re.compile(r"\b(panik|panic|tolong|help|darurat|emergency|kebakaran|maling|rampok)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Envelope:
    """An update's address. `where` is (lat, lon) and `text` the words, as far as they could be found."""

    update_id: int
    kind: str
    chat_id: int
    user_id: int | None
    name: str
    text: str
    where: tuple[float, float] | None
    live_message: int | None

    @property
    def cries_for_help(self) -> bool:
        """Whether it could be an alarm: a position, or a word that people in danger use."""
        return self.where is not None or _CRY.search(self.text) is not None

    @property
    def is_alarm(self) -> bool:
        """Whether the text itself is the alarm's button or command."""
        return re.match(r"\W*/?(panik|panic)\b", self.text, re.IGNORECASE) is not None


def read(update: Mapping[str, Any]) -> Envelope:
    """The envelope of any JSON object that calls itself an update."""
    kind = next((key for key in update if key != "update_id"), "")
    body = _mapping(update.get(kind))
    message = _mapping(body.get("message")) if kind == "callback_query" else body
    user = _mapping(body.get("from"))
    chat = _mapping(message.get("chat"))
    user_id = user.get("id") if isinstance(user.get("id"), int) else None
    chat_id = chat.get("id") if isinstance(chat.get("id"), int) else user_id
    words = (body.get("data"),) if kind == "callback_query" else (body.get("text"), body.get("caption"))
    return Envelope(
        update_id=int(update["update_id"]),
        kind=kind,
        chat_id=chat_id or 0,
        user_id=user_id,
        name=" ".join(part for part in (user.get("first_name"), user.get("last_name")) if isinstance(part, str)),
        text=next((word for word in words if isinstance(word, str)), ""),
        where=_where(message.get("location")) if kind != "callback_query" else None,
        live_message=_live_message(kind, body),
    )


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _where(location: Any) -> tuple[float, float] | None:
    lat, lon = _mapping(location).get("latitude"), _mapping(location).get("longitude")
    return (float(lat), float(lon)) if isinstance(lat, int | float) and isinstance(lon, int | float) else None


def _live_message(kind: str, body: Mapping[str, Any]) -> int | None:
    """The number of the message that a live location moves in, for coalescing."""
    number = body.get("message_id")
    return number if kind == "edited_message" and "location" in body and isinstance(number, int) else None
