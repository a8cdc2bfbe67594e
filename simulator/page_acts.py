"""What people do on the page, by the name of the act."""

from collections.abc import Callable
from typing import Any

from simulator.chat import Message
from simulator.people import Person

LARGEST_ALBUM = 10


def _message(person: Person, order: dict[str, Any]) -> Message:
    message = person.chat.find(int(order["message_id"]))
    if message is None:
        raise ValueError("the message is gone")
    return message


def _write(person: Person, order: dict[str, Any]) -> None:
    reply_to = _message(person, order) if order.get("message_id") else None
    person.write(str(order["text"]), reply_to=reply_to)


def _press(person: Person, order: dict[str, Any]) -> None:
    message = _message(person, order)
    if message.markup is None:
        raise ValueError("the button is gone")
    button = message.markup.inline_keyboard[int(order["row"])][int(order["column"])]
    person.press_data(message, str(button.callback_data))


def _key(person: Person, order: dict[str, Any]) -> None:
    label = str(order["text"])
    if label not in [key.text for row in person.chat.keys for key in row]:
        raise ValueError("the button is gone")
    person.press(label, on=person.chat.keyboard)


def _location(person: Person, order: dict[str, Any]) -> None:
    latitude, longitude = float(order["latitude"]), float(order["longitude"])
    period = int(order.get("live_period") or 0)
    if period:
        person.start_live(latitude, longitude, period)
    elif order.get("message_id"):
        person.move_live(_message(person, order), latitude, longitude)
    else:
        person.share_location(latitude, longitude, accuracy=float(order.get("accuracy") or 15))


def _upload(person: Person, order: dict[str, Any]) -> None:
    uploads, caption = order["files"], str(order.get("caption") or "") or None
    if order.get("as") != "photo":
        for upload in uploads:
            person.send_document(upload.file.read(), upload.filename, caption, upload.content_type)
            caption = None
    elif len(uploads) == 1:
        person.send_photo(uploads[0].file.read(), caption)
    else:
        for first in range(0, len(uploads), LARGEST_ALBUM):
            person.send_album([one.file.read() for one in uploads[first : first + LARGEST_ALBUM]], caption)
            caption = None


ACTS: dict[str, Callable[[Person, dict[str, Any]], object]] = {
    "write": _write,
    "press": _press,
    "key": _key,
    "location": _location,
    "upload": _upload,
    "voice": lambda person, order: person.send_voice(),
    "contact": lambda person, order: person.share_contact(),
    "stand": lambda person, order: person.stand(float(order["latitude"]), float(order["longitude"])),
    "edit": lambda person, order: person.edit(_message(person, order), str(order["text"])),
    "stop-live": lambda person, order: person.stop_live(_message(person, order)),
    "delete": lambda person, order: person.delete(_message(person, order)),
    "block": lambda person, order: person.block(),
    "unblock": lambda person, order: person.unblock(),
}
