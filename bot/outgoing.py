"""What handlers return, made into rows: normalised, checked against the Bot API's limits, and given a lane.

Source of the limits: https://core.telegram.org/bots/api#sendmessage and #inlinekeyboardbutton.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from aiogram.methods import (
    AnswerCallbackQuery,
    SendDocument,
    SendMessage,
    SendPhoto,
    SendVideo,
    SendVideoNote,
    SendVoice,
    TelegramMethod,
)
from aiogram.types import ReplyParameters

from bot.errors import OutgoingError
from bot.telegram import Payload
from storage.outbox import Message

TEXT_MOST, CAPTION_MOST, ANSWER_MOST, DATA_MOST = 4096, 1024, 200, 64
_TAG = re.compile(r"<[^>]*>")


def methods(returned: Any) -> Iterator[TelegramMethod[Any]]:
    """Every call that a handler returned, whatever shape it came in."""
    if returned is None:
        return
    if isinstance(returned, TelegramMethod):
        yield returned
    elif isinstance(returned, Iterable):
        for one in returned:
            yield from methods(one)
    else:
        raise OutgoingError(method=type(returned).__name__, fault="handlers return Bot API methods")


def payload_of(method: TelegramMethod[Any]) -> Payload:
    """The JSON of a call. Raises `OutgoingError` for unknown fields and for what Telegram would refuse."""
    if method.model_extra:
        raise OutgoingError(method=method.__api_method__, fault=f"unknown fields {sorted(method.model_extra)}")
    payload: Payload = method.model_dump(mode="json", exclude_unset=True, exclude_none=True)
    _check(method.__api_method__, payload)
    return payload


def message(method: TelegramMethod[Any], lane: str, **rest: Any) -> Message:
    """The outbox row of a call."""
    payload = payload_of(method)
    return Message(chat_id=payload["chat_id"], lane=lane, method=method.__api_method__, payload=payload, **rest)


def text(chat_id: int, words: str, markup: Any = None, *, reply_to: int | None = None) -> SendMessage:
    """A message in our HTML, optionally as an answer to one of theirs."""
    fields: dict[str, Any] = {"chat_id": chat_id, "text": words, "parse_mode": "HTML"}
    if markup is not None:
        fields["reply_markup"] = markup
    if reply_to is not None:
        fields["reply_parameters"] = ReplyParameters(message_id=reply_to, allow_sending_without_reply=True)
    return SendMessage(**fields)


def file(chat_id: int, kind: str, file_id: str, caption: str) -> TelegramMethod[Any]:
    """A file that Telegram has already, with a caption in our HTML where the kind carries one."""
    fields: dict[str, Any] = {"chat_id": chat_id, "caption": caption, "parse_mode": "HTML"}
    match kind:
        case "photo":
            return SendPhoto(photo=file_id, **fields)
        case "voice":
            return SendVoice(voice=file_id, **fields)
        case "video_note":
            return SendVideoNote(chat_id=chat_id, video_note=file_id)
        case "video":
            return SendVideo(video=file_id, **fields)
        case _:
            return SendDocument(document=file_id, **fields)


def is_answer(method: TelegramMethod[Any]) -> bool:
    """Whether it answers a press, and so leaves at once and is no row."""
    return isinstance(method, AnswerCallbackQuery)


def utf16(words: str, *, html: bool = True) -> int:
    """Length as Telegram counts it: without blanks around, and after markup, if any, has been read."""
    read = unescape(_TAG.sub("", words)) if html else words
    return len(read.strip().encode("utf-16-le")) // 2


def _check(name: str, payload: Payload) -> None:
    most = ANSWER_MOST if name == "answerCallbackQuery" else TEXT_MOST
    html = "parse_mode" in payload
    length = utf16(payload.get("text", "?"), html=html)
    if not 0 < length <= most:
        raise OutgoingError(method=name, fault=f"text of {length} characters, 1 to {most} are allowed")
    if utf16(payload.get("caption", ""), html=html) > CAPTION_MOST:
        raise OutgoingError(method=name, fault=f"caption above {CAPTION_MOST} characters")
    for row in payload.get("reply_markup", {}).get("inline_keyboard", ()):
        for button in row:
            if len(button.get("callback_data", "x").encode()) not in range(1, DATA_MOST + 1):
                raise OutgoingError(method=name, fault=f"callback data above {DATA_MOST} bytes")
