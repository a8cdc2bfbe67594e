"""Sends what the worker has written: messages from the outbox, cards by reconciliation, answers to presses at once.

Alarms, dispatches and nags are sent at least once, everything else at most once: Telegram knows no idempotency key.
"""

import asyncio
from collections.abc import Coroutine, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.clock import Clock
from bot.lanes import Item, Lanes
from bot.outcomes import (
    Moved,
    NotNow,
    Outcome,
    Refused,
    Revoked,
    Sent,
    TooMany,
    Unparsable,
    Unreachable,
    Unsure,
    backoff_s,
)
from bot.pacing import Pacing
from bot.sending import Sender
from bot.telegram import Payload
from storage import inbox, outbox
from storage.database import Database
from storage.rows import CardView, OutboxRow, Result

log = structlog.get_logger()

AT_LEAST_ONCE = frozenset({"alarm", "dispatch", "nag"})
AT_ONCE = 30
GIVE_UP_AFTER = timedelta(hours=24)


class Delivery:
    """The loop that empties the lanes, at most 30 calls in flight, one a chat."""

    def __init__(self, db: Database, clock: Clock, pacing: Pacing, sender: Sender) -> None:
        self._db, self._clock, self._pacing, self._sender = db, clock, pacing, sender
        self._lanes = Lanes()
        self._rows: dict[int, OutboxRow] = {}
        self._cards: set[tuple[int, int]] = set()
        self._results: list[Result] = []
        self._lost: list[int] = []
        self._flying: set[asyncio.Task[None]] = set()
        self._limited: dict[int, datetime] = {}
        self._wake = asyncio.Event()
        self._stopping = False
        clock.watch(self._wake)
        self.revoked = asyncio.Event()
        self.sent = 0

    async def load(self) -> None:
        """Take up what an earlier run left: what was in flight is repeated and marked so, or listed as uncertain."""
        for row in await outbox.pending(self._db):
            if row.state == "sending" and row.lane not in AT_LEAST_ONCE:
                self._results.append(Result(row.id, "uncertain", row.attempts, error="in flight when Sigap stopped"))
            else:
                self._queue(row)
        self.show(await self._sender.stale_cards())

    def post(self, rows: Iterable[OutboxRow]) -> None:
        """Queue rows that a commit has written."""
        for row in rows:
            self._queue(row)
        self._wake.set()

    def show(self, views: Iterable[CardView]) -> None:
        """Queue cards that a commit has raised; a card that waits already will show the newest state anyway."""
        for view in views:
            if (view.case_id, view.chat_id) not in self._cards:
                self._cards.add((view.case_id, view.chat_id))
                self._lanes.add(Item(view.chat_id, view.lane, case_id=view.case_id))
        self._wake.set()

    def answer(self, answers: Sequence[Payload]) -> None:
        """Answer presses at once, outside the pacing, and never twice."""
        for payload in answers:
            self._fly(self._sender.answer(payload))

    @property
    def waiting(self) -> int:
        """Calls in flight, and those of which the result is not on disk yet."""
        return len(self._flying) + len(self._results) + len(self._lost)

    @property
    def cards_waiting(self) -> int:
        """Cards that wait to be brought up to date."""
        return len(self._cards)

    def forget_idle(self) -> None:
        """Let the pacing drop what says nothing any more."""
        self._pacing.forget_idle(self._clock.now())

    @property
    def next_at(self) -> datetime | None:
        """When the earliest chat that waits for its pace may be sent to."""
        return self._lanes.next_at()

    async def run(self) -> None:
        """Send until stopped; then finish what is in flight."""
        while not (self._stopping and not self._flying):
            batch = [] if self._stopping else self._take()
            await self._write(batch)
            for item in batch:
                self._fly(self._send(item))
            if not self._results and not self._lost:
                await self._clock.pause(self._wake, self._lanes.next_at())
        await self._write([])

    def stop(self) -> None:
        """Take nothing more; what is not in flight waits in the database."""
        self._stopping = True
        self._wake.set()

    def _queue(self, row: OutboxRow, *, first: bool = False, not_before: datetime | None = None) -> None:
        self._rows[row.id] = row
        item = Item(row.chat_id, row.lane, message_id=row.id, not_before=not_before or row.not_before)
        self._lanes.add(item, first=first)

    def _take(self) -> list[Item]:
        batch: list[Item] = []
        while len(self._flying) + len(batch) < AT_ONCE:
            item = self._lanes.take(self._pacing, self._clock.now())
            if item is None:
                break
            batch.append(item)
        return batch

    async def _write(self, batch: Sequence[Item]) -> None:
        results, self._results = self._results, []
        lost, self._lost = self._lost, []
        sending = [item.message_id for item in batch if item.message_id is not None]
        await outbox.settle(self._db, results)
        if sending:
            await outbox.mark_sending(self._db, sending)
        for chat_id in lost:
            await inbox.post(self._db, {"internal": "unreachable", "telegram_id": chat_id}, self._clock.now())
        if lost:
            self._sender.wake_worker()

    def _fly(self, call: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(call)
        self._flying.add(task)
        task.add_done_callback(self._landed)

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._flying.discard(task)
        self.sent += 1
        self._wake.set()
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("delivery.fault", error=type(error).__name__)

    async def _send(self, item: Item) -> None:
        try:
            if item.message_id is not None:
                row = self._rows[item.message_id]
                self._settle_message(row, await self._sender.message(row, repeated=row.state == "sending"))
            elif item.case_id is not None:
                self._cards.discard((item.case_id, item.chat_id))
                self._settle_card(item, await self._sender.card(item.case_id, item.chat_id))
        finally:
            self._lanes.done(item.chat_id)

    def _settle_message(self, row: OutboxRow, outcome: Outcome) -> None:
        match outcome:
            case Sent():
                self._finish(row, "sent", message_id=outcome.message_id)
            case Unsure() if row.lane not in AT_LEAST_ONCE:
                self._finish(row, "uncertain", error=outcome.detail)
            case TooMany() | NotNow() | Unsure():
                self._again(row, outcome)
            case Unreachable():
                self._finish(row, "dropped", error=outcome.detail)
                self._give_up(row.chat_id)
            case Moved():
                self._finish(row, "failed", error=outcome.detail)
            case Unparsable() if "parse_mode" in row.payload:
                log.error("delivery.unparsable", message=row.id)
                self._queue(self._sender.plain(row), first=True)
            case Revoked():
                self._again(row, outcome)
                self.revoked.set()
            case _:
                level = log.info if isinstance(outcome, Refused) and row.method != "sendMessage" else log.error
                level("delivery.refused", message=row.id, method=row.method, detail=outcome.detail)
                self._finish(row, "failed", error=outcome.detail)

    def _settle_card(self, item: Item, outcome: Outcome) -> None:
        match outcome:
            case TooMany() | NotNow() | Unsure() | Revoked():
                if isinstance(outcome, Revoked):
                    self.revoked.set()
                self._cards.add((item.case_id or 0, item.chat_id))
                wait = self._hold(item.chat_id, outcome, 0)
                later = Item(item.chat_id, item.lane, case_id=item.case_id, not_before=wait)
                self._lanes.add(later, first=True)
            case Unreachable():
                self._give_up(item.chat_id)
            case Sent():
                pass
            case _:
                log.error("delivery.card", case=item.case_id, detail=outcome.detail)

    def _finish(self, row: OutboxRow, state: str, *, message_id: int | None = None, error: str | None = None) -> None:
        self._rows.pop(row.id, None)
        self._results.append(Result(row.id, state, row.attempts + 1, message_id, error))

    def _again(self, row: OutboxRow, outcome: Outcome) -> None:
        if self._clock.now() - row.created_at > GIVE_UP_AFTER:
            self._finish(row, "failed", error=outcome.detail)
            return
        row = replace(row, attempts=row.attempts + 1, state="sending" if isinstance(outcome, Unsure) else "new")
        self._queue(row, first=True, not_before=self._hold(row.chat_id, outcome, row.attempts))

    def _hold(self, chat_id: int, outcome: Outcome, attempts: int) -> datetime:
        now = self._clock.now()
        if not isinstance(outcome, TooMany):
            return now + timedelta(seconds=backoff_s(attempts))
        until = now + timedelta(seconds=outcome.seconds)
        self._limited = {chat: end for chat, end in self._limited.items() if end > now} | {chat_id: until}
        self._pacing.hold(chat_id if len(self._limited) < 3 else None, until)
        return until

    def _give_up(self, chat_id: int) -> None:
        for item in self._lanes.drop(chat_id):
            if item.message_id is not None:
                self._finish(self._rows[item.message_id], "dropped", error="unreachable")
            else:
                self._cards.discard((item.case_id or 0, chat_id))
        self._lost.append(chat_id)
