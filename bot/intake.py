"""Takes updates in, whichever way they come: the raw JSON is on disk before Telegram is told that we have it."""

from collections.abc import Callable, Sequence
from typing import Any

from bot import envelope
from bot.clock import Clock
from storage import inbox, json_text
from storage.database import Database
from storage.inbox import Arrival


class Intake:
    """The door of the inbox. `urgent` are the chats that an alarm is open in."""

    def __init__(self, db: Database, clock: Clock, urgent: set[int], wake_worker: Callable[[], None]) -> None:
        self._db, self._clock, self._urgent, self._wake = db, clock, urgent, wake_worker
        self.last_update_id: int | None = None

    async def take(self, updates: Sequence[dict[str, Any]]) -> None:
        """Put updates on disk in one commit; known update ids are dropped. Raises DatabaseError."""
        rows = []
        for update in updates:
            read = envelope.read(update)
            urgent = read.is_alarm or read.where is not None or bool({read.chat_id, read.user_id} & self._urgent)
            rows.append(Arrival(read.update_id, read.chat_id, read.user_id, urgent, json_text.text(update)))
        await inbox.insert(self._db, rows, self._clock.now())
        self.last_update_id = max(row.update_id for row in rows)
        self._wake()
