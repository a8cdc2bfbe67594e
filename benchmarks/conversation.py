"""The conversation that every bot has: a citizen says hello, raises the alarm, adds to it, and asks what became of it.

Each of the turns gets exactly one answer, so a bot is done when as many answers have come as updates were handed out.
"""

from collections.abc import Iterator
from itertools import count
from typing import Any

Update = dict[str, Any]

FIRST_PERSON = 100_000
ALARM: Update = {"text": "🚨 PANIK"}
TURNS: tuple[Update, ...] = (
    {"text": "/start", "entities": [{"type": "bot_command", "offset": 0, "length": 6}]},
    {"text": "/bantuan", "entities": [{"type": "bot_command", "offset": 0, "length": 8}]},
    ALARM,
    {"location": {"latitude": 3.3013, "longitude": 117.5853, "horizontal_accuracy": 12.0}},
    {"text": "Depan Masjid, RT 5. Ada asap dari lantai dua."},
    {"text": "Di dalam masih ada dua orang."},
    {"text": "📋 Status saya"},
)
CALM = (TURNS[0], TURNS[1], TURNS[6])


class Crowd:
    """People who write to the bot for the first time."""

    def __init__(self) -> None:
        self._updates, self._people = count(1), count(FIRST_PERSON)

    def people(self, number: int) -> list[int]:
        """That many fresh people."""
        return [next(self._people) for _ in range(number)]

    def talk(self, people: list[int], turns: tuple[Update, ...] = TURNS) -> list[Update]:
        """Everybody's first turn, then everybody's second: so the people write side by side."""
        return [self.update(person, turn) for turn in turns for person in people]

    def update(self, person: int, turn: Update) -> Update:
        """One message of one person, as Telegram hands it out."""
        number = next(self._updates)
        chat = {"id": person, "type": "private", "first_name": "Warga", "last_name": str(person)}
        sender = {"id": person, "is_bot": False, "first_name": "Warga", "last_name": str(person), "language_code": "id"}
        message = {"message_id": number, "from": sender, "chat": chat, "date": 1_772_430_000, **turn}
        return {"update_id": number, "message": message}


def in_batches(updates: list[Update], size: int) -> Iterator[list[Update]]:
    """The updates as `getUpdates` hands them out."""
    for start in range(0, len(updates), size):
        yield updates[start : start + size]
