"""Messages as they come in, for tests of what reads them."""

from datetime import UTC, datetime
from typing import Any

from aiogram.types import Message

NOW = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
SENDER = 7_000_000_001
FILE = {"file_id": "F1", "file_unique_id": "U1"}
PICTURE = {**FILE, "width": 640, "height": 480}
FILM = {**PICTURE, "duration": 3}
PLACE = {"latitude": 3.3, "longitude": 117.6}


def message(**content: Any) -> Message:
    """A message of Sari's in her own chat."""
    person = {"id": SENDER, "first_name": "Sari", "is_bot": False}
    chat = {"id": SENDER, "type": "private"}
    return Message.model_validate(
        {"message_id": 3, "date": int(NOW.timestamp()), "from": person, "chat": chat, **content}
    )
