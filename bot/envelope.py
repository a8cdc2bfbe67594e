"""What is read of a raw update without aiogram's types: whose it is, and whether it could be an alarm.

aiogram rejects a whole update for one unknown union tag; this reading never fails.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
LARGEST = 2**63 - 1
_ALARM = re.compile(r"\W*/?(panik|panic)\b", re.IGNORECASE)
_YES = "v1:cry:yes"
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
    def is_private(self) -> bool:
        """Whether somebody is alone with the bot: groups and channels have numbers below zero."""
        return self.chat_id > 0

    @property
    def is_ours(self) -> bool:
        """Whether it is of a kind that we asked Telegram for."""
        return self.kind in ALLOWED_UPDATES

    @property
    def cries_for_help(self) -> bool:
        """Whether it could be an alarm: a position, not each of its moves, or a word that people in danger use."""
        given = self.where is not None and self.live_message is None
        return self.is_alarm or (self.is_said and self.is_private and (given or cries(self.text)))

    @property
    def is_alarm(self) -> bool:
        """Whether the text itself is the alarm's button or command, or the press that makes an alarm of a cry."""
        if self.kind == "callback_query":
            return self.text == _YES
        return self.is_said and _ALARM.match(self.text) is not None

    @property
    def is_said(self) -> bool:
        """Whether somebody wrote or sent it, rather than pressed a button or joined."""
        return self.kind in ("message", "edited_message")


def cries(words: str) -> bool:
    """Whether there is a word in them that people in danger use."""
    return _CRY.search(words) is not None


def read(update: Mapping[str, Any]) -> Envelope:
    """The envelope of any JSON object; 0 stands for a number that it does not have."""
    kinds = [key for key in update if key != "update_id"]
    kind = next((key for key in kinds if key in ALLOWED_UPDATES), kinds[0] if kinds else "")
    body = _mapping(update.get(kind))
    message = _mapping(body.get("message")) if kind == "callback_query" else body
    user = _mapping(body.get("from"))
    user_id = _number(user.get("id"))
    chat_id = _number(_mapping(message.get("chat")).get("id"))
    words = (body.get("data"),) if kind == "callback_query" else (body.get("text"), body.get("caption"))
    return Envelope(
        update_id=_number(update.get("update_id")) or 0,
        kind=kind,
        chat_id=chat_id or user_id or 0,
        user_id=user_id,
        name=" ".join(part for part in (user.get("first_name"), user.get("last_name")) if isinstance(part, str)),
        text=next((word for word in words if isinstance(word, str)), ""),
        where=_where(message) if kind != "callback_query" else None,
        live_message=_live_message(kind, body),
    )


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _number(value: Any) -> int | None:
    """A number as chats and people have them; None for what is none, or larger than any database keeps."""
    return value if type(value) is int and abs(value) <= LARGEST else None


def _where(message: Mapping[str, Any]) -> tuple[float, float] | None:
    location = _mapping(message.get("location")) or _mapping(_mapping(message.get("venue")).get("location"))
    lat, lon = location.get("latitude"), location.get("longitude")
    return (float(lat), float(lon)) if isinstance(lat, int | float) and isinstance(lon, int | float) else None


def _live_message(kind: str, body: Mapping[str, Any]) -> int | None:
    """The number of the message that a live location moves in, for coalescing."""
    return _number(body.get("message_id")) if kind == "edited_message" and "location" in body else None
