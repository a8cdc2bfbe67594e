"""What delivery has to keep of its work: noted together, before the next messages leave."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from storage import cards, inbox, outbox
from storage.cards import Shown
from storage.database import Database
from storage.outbox import Result


@dataclass(slots=True)
class Progress:
    """What has become of messages and cards, which are about to leave, and what the worker must be told, by chat."""

    results: list[Result] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    sending: list[int] = field(default_factory=list)
    showing: list[tuple[int, int]] = field(default_factory=list)
    notes: dict[int, Mapping[str, Any]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.results or self.shown or self.sending or self.showing or self.notes)

    def __len__(self) -> int:
        return len(self.results) + len(self.shown) + len(self.notes)

    def add(self, later: "Progress") -> None:
        """Take over what has come since, except what was about to leave."""
        self.results += later.results
        self.shown += later.shown
        self.notes |= later.notes


async def note(db: Database, progress: Progress, at: datetime) -> None:
    """Write it down in one transaction."""
    if not progress:
        return
    async with db.writing() as conn:
        if progress.results:
            await outbox.write_results(conn, progress.results)
        if progress.shown:
            await cards.write_shown(conn, progress.shown)
        if progress.sending:
            await outbox.write_sending(conn, progress.sending)
        if progress.showing:
            await cards.write_showing(conn, progress.showing)
        for told in progress.notes.values():
            await inbox.write_note(conn, told, at)
