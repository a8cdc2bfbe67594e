"""Reading an answer: the value of a field, or what was wrong with it and an example of what is right."""

import re
from dataclasses import dataclass, field
from typing import Any

from aiogram.types import Message

from bot.flows import content
from bot.texts import Value, clean
from bot.visit import Visit
from core.field import (
    DocumentField,
    Field,
    LocationField,
    NumberField,
    PhoneField,
    PhotosField,
    PhraseField,
    Reason,
    TextField,
    VideoField,
    VoiceField,
)

FILES = {
    PhotosField: ("photo",),
    VoiceField: ("voice",),
    VideoField: ("video", "video_note"),
    DocumentField: ("document",),
}
PHONE_MOST = 32
WORDS_MOST = 500
PHONE = re.compile(r"\+?[0-9](?:[ ().-]{0,2}[0-9]){6,15}")
NUMBER = re.compile(r"-?\d{1,12}")


@dataclass(frozen=True, slots=True)
class Wrong(Exception):
    """The answer cannot be taken: the key of the text that says why, and its values."""

    key: str
    values: dict[str, Value] = field(default_factory=dict)


def read(message: Message, asked: Field, visit: Visit) -> Any:
    """The answer to a field. Raises `Wrong`."""
    kind, words = content.kind(message), content.words(message)
    match asked:
        case TextField() if kind == "voice" and asked.voice:
            return content.attachment(message)
        case TextField():
            return _text(words if kind == "text" else "", asked.min, asked.max)
        case PhraseField() if kind == "voice" and asked.own_words:
            return content.attachment(message)
        case PhraseField() if asked.own_words:
            return _text(words if kind == "text" else "", 1, WORDS_MOST)
        case NumberField():
            return _number(words, asked)
        case LocationField():
            return _location(message, visit)
        case PhoneField() if not asked.own:
            return _number_of_anybody(message)
        case PhoneField():
            return _own_contact(message, visit)
        case PhotosField() | VoiceField() | VideoField() | DocumentField():
            file = content.attachment(message)
            if file is None or file.kind not in FILES[type(asked)]:
                raise Wrong(f"wrong-{asked.type}")
            return file
        case _:
            raise Wrong("wrong-tap")


def reason(message: Message, asked: Reason) -> Any:
    """Why a field stays without its answer: in own words, written or said. Raises `Wrong`."""
    if not asked.own_words:
        raise Wrong("wrong-tap")
    if content.kind(message) == "voice":
        return content.attachment(message)
    return _text(content.words(message) if content.kind(message) == "text" else "", 1, WORDS_MOST)


def _text(words: str, least: int, most: int) -> str:
    if not words:
        raise Wrong("wrong-text")
    if not least <= len(words) <= most:
        raise Wrong("wrong-length", {"least": least, "most": most, "length": len(words)})
    return words


def _number(words: str, asked: NumberField) -> int:
    if not NUMBER.fullmatch(words):
        raise Wrong("wrong-number", {"example": str(asked.min or 1)})
    number = int(words)
    if (asked.min is not None and number < asked.min) or (asked.max is not None and number > asked.max):
        bounds = {"least": asked.min, "most": asked.max}
        raise Wrong("wrong-range", {name: "none" if bound is None else str(bound) for name, bound in bounds.items()})
    return number


def _location(message: Message, visit: Visit) -> Any:
    try:
        found = content.place(message, visit.desk.now)
    except content.OddPosition:
        raise Wrong("odd-position") from None
    if found is None:
        raise Wrong("wrong-location")
    return found


def _own_contact(message: Message, visit: Visit) -> str:
    if message.contact is None:
        raise Wrong("wrong-phone")
    if message.contact.user_id != visit.person.telegram_id:
        raise Wrong("wrong-contact")
    return clean(message.contact.phone_number)[:PHONE_MOST]


def _number_of_anybody(message: Message) -> str:
    if message.contact is not None:
        return clean(message.contact.phone_number)[:PHONE_MOST]
    written = content.words(message)
    if not PHONE.fullmatch(written):
        raise Wrong("wrong-number-of-anybody")
    return written
