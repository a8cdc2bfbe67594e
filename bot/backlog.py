"""What waits to be sent, in memory as on disk: rows and cards in their lanes, and what has become of others."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import structlog

from bot.lanes import Item, Lanes
from bot.outcomes import Outcome, Unsure
from bot.pacing import URGENT, Pacing
from storage.cards import CardView, Shown
from storage.outbox import OutboxRow, Result
from storage.progress import Progress

log = structlog.get_logger()

AT_LEAST_ONCE = frozenset({URGENT, "dispatch", "nag"})
GIVE_UP_AFTER = timedelta(hours=24)

Key = tuple[int, int]
"""A card: its case and its chat."""


@dataclass(slots=True)
class Backlog:
    """Every change here leaves its trace in `progress`, which goes to disk before anything else is sent."""

    progress: Progress = field(default_factory=Progress)
    cards: set[Key] = field(default_factory=set)
    lanes: Lanes = field(default_factory=Lanes)
    rows: dict[int, OutboxRow] = field(default_factory=dict)
    _doubtful: set[Key] = field(default_factory=set)

    def load(self, rows: Iterable[OutboxRow], views: Iterable[CardView]) -> None:
        """Take up what an earlier run left: what was in flight is repeated, or its end is uncertain."""
        for row in rows:
            if row.state == "sending" and not is_repeatable(row):
                self.finish(row, "uncertain", error="in flight when Sigap stopped")
            else:
                self.add(row)
        for view in views:
            if view.showing:
                self._doubtful.add((view.case_id, view.chat_id))
            self.show(view)

    def add(self, row: OutboxRow, *, first: bool = False) -> None:
        """Queue a message; `first` puts it back in front."""
        self.rows[row.id] = row
        item = Item(row.chat_id, row.lane, message_id=row.id, not_before=row.not_before)
        self.lanes.add(item, first=first)

    def show(self, view: CardView) -> None:
        """Queue a card; one that waits already will show the newest state anyway."""
        if (view.case_id, view.chat_id) not in self.cards:
            self.add_card(Item(view.chat_id, view.lane, case_id=view.case_id))

    def add_card(self, item: Item, *, first: bool = False) -> None:
        """Queue a card's item, unless the card waits already."""
        if key_of(item) not in self.cards:
            self.cards.add(key_of(item))
            self.lanes.add(item, first=first)

    def take(self, pacing: Pacing, now: datetime, *, alarms_only: bool) -> Item | None:
        """The next that may go; what is past its time is dropped on the way."""
        while (item := self.lanes.take(pacing, now, alarms_only=alarms_only)) is not None:
            row = self.rows.get(item.message_id or 0)
            if row is None or row.expires_at is None or row.expires_at > now:
                pacing.count(item.chat_id, now)
                return item
            self.finish(row, "dropped", error="expired")
            self.lanes.done(item.chat_id)
        return None

    def put_back(self, items: Iterable[Item], pacing: Pacing, now: datetime) -> None:
        """They did not leave after all."""
        for item in items:
            pacing.give_back(item.chat_id, now)
            self.lanes.add(item, first=True)
            self.lanes.done(item.chat_id)

    def finish(self, row: OutboxRow, state: str, *, message_id: int | None = None, error: str | None = None) -> None:
        """That is what became of a message."""
        self.rows.pop(row.id, None)
        self.progress.results.append(Result(row.id, state, row.attempts + 1, message_id, error))

    def retry(self, row: OutboxRow, outcome: Outcome, not_before: datetime | None, now: datetime) -> None:
        """Once it may have been delivered, every further try is a possible repeat; after a day there is none."""
        doubtful = isinstance(outcome, Unsure) or row.state == "sending"
        if now - row.created_at > GIVE_UP_AFTER:
            log.error("backlog.given_up", message=row.id, lane=row.lane, detail=outcome.detail)
            self.finish(row, "uncertain" if doubtful else "failed", error=outcome.detail)
            return
        state = "sending" if doubtful else "new"
        row = replace(row, attempts=row.attempts + 1, state=state, not_before=not_before)
        self.progress.results.append(Result(row.id, state, row.attempts, None, outcome.detail, not_before))
        self.add(row, first=True)

    def retry_card(self, item: Item, not_before: datetime | None) -> None:
        """It is tried again, and shows the newest state then."""
        self.add_card(replace(item, attempts=item.attempts + 1, not_before=not_before), first=True)

    def note_card(self, item: Item, outcome: Outcome, shown: Shown | None) -> None:
        """That is what the chat sees now, as far as it is known."""
        if shown is not None:
            self.progress.shown.append(shown)
            self._doubtful.discard(key_of(item))
        if isinstance(outcome, Unsure):
            self._doubtful.add(key_of(item))

    def is_doubtful(self, item: Item) -> bool:
        """Whether the chat may have got it before."""
        if item.message_id is not None:
            row = self.rows[item.message_id]
            return row.state == "sending" and is_new(row)
        return key_of(item) in self._doubtful

    def drop(self, chat_id: int) -> None:
        """Nothing reaches that chat: what waits for it is dropped, and the worker is told."""
        for item in self.lanes.drop(chat_id):
            if item.message_id is not None:
                self.finish(self.rows[item.message_id], "dropped", error="unreachable")
            else:
                self.cards.discard(key_of(item))
        self.progress.notes[chat_id] = {"internal": "unreachable", "telegram_id": chat_id}

    def move(self, old: int, new: int) -> None:
        """The chat has another number now: its messages go there in the same order. Its cards are to be shown anew."""
        for item in self.lanes.drop(old):
            if item.message_id is not None:
                self.add(replace(self.rows[item.message_id], chat_id=new))
            else:
                self.cards.discard(key_of(item))


def key_of(item: Item) -> Key:
    """The card that an item stands for."""
    return item.case_id or 0, item.chat_id


def is_new(row: OutboxRow) -> bool:
    """Whether the call puts a new message into the chat, rather than changing one."""
    return row.method.startswith(("send", "copy", "forward"))


def is_repeatable(row: OutboxRow) -> bool:
    """Whether it is sent again when nobody knows if it arrived."""
    return row.lane in AT_LEAST_ONCE or not is_new(row)
