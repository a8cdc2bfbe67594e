"""Reading an answer: the value of a field, or what was wrong with it and an example of what is right."""

import re
from typing import Any

from aiogram.types import Message

from bot.flows import content, questions
from bot.flows.wrong import Wrong as Wrong
from bot.texts import Value, clean
from bot.visit import Visit
from core.commands import Attachment
from core.field import (
    DocumentField,
    Field,
    LocationField,
    NumberField,
    PhoneField,
    PhotosField,
    PhraseField,
    RecordsField,
    TextField,
    VideoField,
    VoiceField,
)
from core.question import Reason

FILES = {
    PhotosField: ("photo",),
    VoiceField: ("voice",),
    VideoField: ("video", "video_note"),
}
FILE_MOST = 20 * 1024 * 1024
"""Bytes that a bot can fetch: https://core.telegram.org/bots/api#getfile"""
ENDINGS = {"jpeg": "jpg"}
LISTED = re.compile(r"^\s*(?:\d{1,3}[.)]|[-•*])\s+")
PHONE_MOST = 32
WORDS_MOST = 500
PHONE = re.compile(r"\+?[0-9](?:[ ().-]{0,2}[0-9]){6,15}")
NUMBER = re.compile(r"-?\d{1,12}")


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
        case RecordsField():
            return _records(words if kind == "text" else "", asked)
        case DocumentField():
            return _document(message, asked, visit)
        case PhotosField() | VoiceField() | VideoField():
            file = content.attachment(message)
            if file is None or file.kind not in FILES[type(asked)]:
                raise Wrong(f"wrong-{asked.type}")
            return file
        case _:
            raise Wrong("wrong-tap")


def reason(message: Message, asked: Reason) -> Any:
    """Why a field stays without its answer: in own words, written or said, or a picture. Raises `Wrong`."""
    if asked.photo and content.kind(message) == "photo":
        return content.attachment(message)
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
        raise Wrong("wrong-number", {"example": asked.example or str(asked.min or 1)})
    number = int(words)
    if (asked.min is not None and number < asked.min) or (asked.max is not None and number > asked.max):
        bounds = {"least": asked.min, "most": asked.max}
        said: dict[str, Value] = {name: "none" if bound is None else str(bound) for name, bound in bounds.items()}
        raise Wrong(
            "wrong-range", said | {"example": asked.example or str(asked.max if asked.min is None else asked.min)}
        )
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


def _document(message: Message, asked: DocumentField, visit: Visit) -> Attachment:
    """A file of a kind that is taken, or a picture of it."""
    file = content.attachment(message)
    taken = questions.kinds(asked)
    if file is None or file.kind not in ("photo", "document"):
        raise Wrong("wrong-document" if content.kind(message) == "text" else "wrong-kind", {"kinds": taken})
    if file.kind == "photo" and not questions.takes_pictures(asked):
        raise Wrong("wrong-photo-of-it", {"kinds": taken})
    if file.kind == "document" and message.document is not None:
        ending = file.name.rpartition(".")[2].lower() if "." in file.name else ""
        if ENDINGS.get(ending, ending) not in asked.accept:
            raise Wrong("wrong-kind", {"kinds": taken})
        if (message.document.file_size or 0) > FILE_MOST:
            route = visit.desk.house.upload_url or "none"
            raise Wrong("wrong-size", {"most": FILE_MOST // (1024 * 1024), "link": route})
    return file


def _records(words: str, asked: RecordsField) -> list[dict[str, Any]]:
    """A record a line; where each has several answers, they are parted by commas or semicolons."""
    lines = [LISTED.sub("", line).strip() for line in words.splitlines()]
    records = [_record(line, asked) for line in lines if line]
    if not records:
        raise Wrong("wrong-records", {"example": asked.example or "Siti Contoh"})
    return records


def _record(line: str, asked: RecordsField) -> dict[str, Any]:
    parts = [line] if len(asked.fields) == 1 else [part.strip() for part in re.split(r"[;,]", line)]
    if len(parts) != len(asked.fields):
        raise Wrong("wrong-record", {"line": line[:60], "count": len(asked.fields), "example": asked.example or "-"})
    return {field.name: _part(part, field) for field, part in zip(asked.fields, parts, strict=True)}


def _part(part: str, field: Field) -> Any:
    if isinstance(field, NumberField):
        return _number(part, field)
    return _text(part, 1, field.max if isinstance(field, TextField) else WORDS_MOST)
