"""What a message brings: words, a position, a file. The same reading for forms and for an open alarm."""

from datetime import UTC, datetime, timedelta
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import Message

from bot.texts import clean
from core.answers import position
from core.commands import Attachment

TEXT_MOST = 4096
LATE = timedelta(minutes=2)
NUMBER_MOST = 32
LIVE_MOST = timedelta(days=30)
"""Telegram's live locations without an end are taken to last so long."""
SAID = frozenset(
    {
        *(ContentType.TEXT, ContentType.PHOTO, ContentType.VIDEO, ContentType.VIDEO_NOTE, ContentType.VOICE),
        *(ContentType.AUDIO, ContentType.ANIMATION, ContentType.DOCUMENT, ContentType.STICKER, ContentType.CONTACT),
        *(ContentType.LOCATION, ContentType.VENUE, ContentType.POLL, ContentType.DICE, ContentType.GAME),
        *(ContentType.STORY, ContentType.PAID_MEDIA, ContentType.LIVE_PHOTO, ContentType.CHECKLIST),
        ContentType.UNKNOWN,
    }
)
"""What people send. The rest are Telegram's own notes (pinned, wallpaper changed, …), which ask for no answer."""


class OddPosition(ValueError):
    """The phone gave 0,0: a position that is nobody's."""


def is_said(message: Message) -> bool:
    """Whether somebody sent it to be read; what Telegram has no name for yet counts too."""
    return message.content_type in SAID


def words(message: Message) -> str:
    """What was written, or stands under a picture, without what no person types."""
    return clean(message.text or message.caption or "")[:TEXT_MOST].strip()


def argument(message: Message) -> str:
    """What was written behind a command; empty where there is nothing."""
    return words(message).partition(" ")[2].strip()


def parts(message: Message, now: datetime) -> list[tuple[str, Any]]:
    """Everything that a message brings to an open case: kind and answer each. Raises `OddPosition`.

    A caption is words of its own; so are a venue's name and somebody else's number; the sender's own is a number. What
    nobody asks for (a sticker, music) stands there by its name, without an answer.
    """
    if (number := own_number(message)) is not None:
        return [("contact", number)]
    found: list[tuple[str, Any]] = []
    where, file = place(message, now), attachment(message)
    if where is not None:
        found.append(("location", where))
    if file is not None:
        found.append((file.kind, (file,)))
    elif where is None and message.content_type not in (ContentType.TEXT, ContentType.CONTACT):
        found.append((ContentType(message.content_type).value, None))
    if said := words(message) or _named(message):
        found.append(("text", said))
    return found


def place(message: Message, now: datetime) -> dict[str, Any] | None:
    """The position of a location or venue. Raises `OddPosition` for 0,0."""
    location = message.location or (message.venue.location if message.venue is not None else None)
    if location is None:
        return None
    if location.latitude == 0 and location.longitude == 0:
        raise OddPosition
    sent_at = _sent_at(message)
    at = sent_at if is_late(sent_at, now) else now
    found = position(location.latitude, location.longitude, at, location.horizontal_accuracy)
    until = live_until(message)
    return found if until is None else found | {"live": message.message_id, "until": until.isoformat()}


def is_late(sent_at: datetime, received_at: datetime) -> bool:
    """Whether Telegram kept a message for us while we were away; clocks that differ a little do not count."""
    return received_at - sent_at > LATE


def own_number(message: Message) -> str | None:
    """The telephone number that the sender shares as their own; anybody else's contact is none."""
    contact, sender = message.contact, message.from_user
    if contact is None or sender is None or contact.user_id != sender.id:
        return None
    return clean(contact.phone_number)[:NUMBER_MOST].strip() or None


def live_until(message: Message) -> datetime | None:
    """Until when a live location is shared, None for one that is not live, or not any more."""
    if message.location is None or message.location.live_period is None:
        return None
    return message.date + min(timedelta(seconds=message.location.live_period), LIVE_MOST)


def _sent_at(message: Message) -> datetime:
    return datetime.fromtimestamp(message.edit_date, UTC) if message.edit_date is not None else message.date


def attachment(message: Message) -> Attachment | None:
    """The file of a message, photos at their full size."""
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return Attachment("photo", largest.file_id, largest.file_unique_id)
    if message.voice is not None:
        return Attachment("voice", message.voice.file_id, message.voice.file_unique_id)
    if message.video is not None:
        return Attachment("video", message.video.file_id, message.video.file_unique_id)
    if message.video_note is not None:
        return Attachment("video_note", message.video_note.file_id, message.video_note.file_unique_id)
    if message.document is not None and message.animation is None:
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


def _named(message: Message) -> str:
    named: list[str | None] = []
    if message.venue is not None:
        named = [message.venue.title, message.venue.address]
    elif message.contact is not None:
        named = [message.contact.first_name, message.contact.last_name, message.contact.phone_number]
    return clean(", ".join(one for one in named if one))[:TEXT_MOST].strip()
