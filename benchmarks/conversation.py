"""The conversation that every bot has: a citizen says hello, raises the alarm, adds to it, and asks what became of it.

Each turn gets exactly one answer; the next one begins when everybody has it.
"""

import time
from collections.abc import Sequence
from itertools import count
from random import Random
from typing import Any

Content = dict[str, Any]
Message = dict[str, Any]

FIRST_PERSON = 100_000
SOUTH_WEST, DEGREES = (3.28, 117.56), 0.06
"""People are anywhere in a square of 6.6 km."""
ALARM: Content = {"text": "🚨 PANIK"}
TURNS: tuple[Content, ...] = (
    {"text": "/start", "entities": [{"type": "bot_command", "offset": 0, "length": 6}]},
    {"text": "/bantuan", "entities": [{"type": "bot_command", "offset": 0, "length": 8}]},
    ALARM,
    {"location": {}},
    {"text": "Depan Masjid, RT 5. Ada asap dari lantai dua."},
    {"text": "Di dalam masih ada dua orang."},
    {"text": "📋 Status saya"},
)


class Crowd:
    """People who write to the bot for the first time, with numbers from `first` on."""

    def __init__(self, first: int = FIRST_PERSON) -> None:
        self._people, self._messages, self._chance = count(first), count(1), Random(1)

    def talk(self, people: int, turns: Sequence[Content] = TURNS) -> list[list[Message]]:
        """What that many fresh people will write: everybody's first message, then everybody's second."""
        fresh = [next(self._people) for _ in range(people)]
        return [[self._message(person, turn) for person in fresh] for turn in turns]

    def _message(self, person: int, turn: Content) -> Message:
        chat = {"id": person, "type": "private", "first_name": "Warga", "last_name": str(person)}
        sender = {"id": person, "is_bot": False, "first_name": "Warga", "last_name": str(person), "language_code": "id"}
        said = {"location": self._place()} if "location" in turn else turn
        return {"message_id": next(self._messages), "from": sender, "chat": chat, "date": int(time.time()), **said}

    def _place(self) -> Content:
        lat, lon = (round(edge + DEGREES * self._chance.random(), 6) for edge in SOUTH_WEST)
        return {"latitude": lat, "longitude": lon, "horizontal_accuracy": 12.0}
