"""What a message brings: words, a position, a file. The same reading for forms and for an open alarm."""

from datetime import datetime
from typing import Any

from aiogram.types import Message

from bot.texts import clean
from core.answers import position
from core.commands import Attachment

TEXT_MOST = 4096


class OddPosition(ValueError):
    """The phone gave 0,0: a position that is nobody's."""


def words(message: Message) -> str:
    """What was written, or stands under a picture, without what no person types."""
    return clean(message.text or message.caption or "")[:TEXT_MOST].strip()


def place(message: Message, now: datetime) -> dict[str, Any] | None:
    """The position of a location or venue. Raises `OddPosition` for 0,0."""
    location = message.location or (message.venue.location if message.venue is not None else None)
    if location is None:
        return None
    if location.latitude == 0 and location.longitude == 0:
        raise OddPosition
    return position(location.latitude, location.longitude, now, location.horizontal_accuracy)


def attachment(message: Message) -> Attachment | None:
    """The file of a message, photos at their full size."""
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return Attachment("photo", largest.file_id, largest.file_unique_id)
    if message.voice is not None:
        return Attachment("voice", message.voice.file_id, message.voice.file_unique_id)
    film = message.video or message.video_note
    if film is not None:
        return Attachment("video", film.file_id, film.file_unique_id)
    if message.document is not None:
        name = clean(message.document.file_name or "")[:100]
        return Attachment("document", message.document.file_id, message.document.file_unique_id, name)
    return None


def kind(message: Message) -> str:
    """What the message is, in the words of the procedures' grammar; empty for what no question asks for."""
    if message.location is not None or message.venue is not None:
        return "location"
    file = attachment(message)
    if file is not None:
        return file.kind
    return "text" if message.text else ""
