"""Sends what the worker has written: messages from the outbox, cards by reconciliation, answers to presses at once.

Alarms, dispatches and nags are sent at least once, everything else at most once: Telegram knows no idempotency key.
"""

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot import raw_alarm
from bot.backlog import Backlog, is_new, is_repeatable, key_of
from bot.clock import Clock
from bot.lanes import Item
from bot.outage import LONGEST_PAUSE_S, Outage
from bot.outcomes import (
    RETRY_MOST_S,
    Broken,
    Moved,
    NotNow,
    Outcome,
    Revoked,
    TooMany,
    Unreachable,
    backoff_s,
    state_after,
)
from bot.pacing import URGENT, Pacing
from bot.sending import Sender
from bot.telegram import Payload
from storage import chats, outbox, progress
from storage.database import Database
from storage.faults import DatabaseError
from storage.progress import Progress
from storage.rows import CardView, OutboxRow

log = structlog.get_logger()

# With 50 answers to presses and the poll, these are the 100 connections that a session opens.
AT_ONCE, KEPT_FOR_ALARMS = 48, 8
LAND_WITHIN_S = 5
DATABASE_PAUSE_S = 1


class Delivery:
    """The loop that empties the lanes: at most 48 calls in flight, one a chat, a few of them only for alarms."""

    def __init__(
        self, db: Database, clock: Clock, pacing: Pacing, sender: Sender, wake_worker: Callable[[], None]
    ) -> None:
        self._db, self._clock, self._pacing, self._sender = db, clock, pacing, sender
        self._wake_worker = wake_worker
        self._backlog, self._outage = Backlog(), Outage()
        self._flying: set[asyncio.Task[None]] = set()
        self._answering: set[asyncio.Task[None]] = set()
        self._probing = False
        self._wake = asyncio.Event()
        self._stopping = False
        clock.watch(self._wake)
        self.revoked = asyncio.Event()
        self.sent = 0

    async def load(self) -> None:
        """Take up what an earlier run left."""
        self._backlog.load(await outbox.pending(self._db), await self._sender.stale_cards())

    def post(self, rows: Iterable[OutboxRow]) -> None:
        """Queue rows that a commit has written."""
        for row in rows:
            self._backlog.add(row)
        self._wake.set()

    def show(self, views: Iterable[CardView]) -> None:
        """Queue cards that a commit has raised."""
        for view in views:
            self._backlog.show(view)
        self._wake.set()

    def answer(self, answers: Sequence[Payload]) -> None:
        """Answer presses at once, outside the pacing, and never twice."""
        for payload in answers:
            self._fly(self._sender.answer(payload), self._answering)

    @property
    def waiting(self) -> int:
        """Calls in flight, and what has become of others but is not on disk yet."""
        return len(self._flying) + len(self._answering) + len(self._backlog.progress)

    @property
    def cards_waiting(self) -> int:
        """Cards that wait to be brought up to date."""
        return len(self._backlog.cards)

    @property
    def next_at(self) -> datetime | None:
        """When something that waits for the time may be sent."""
        if self._outage.is_on:
            return None if self._probing else self._outage.probe_at
        return self._backlog.lanes.next_at()

    def forget_idle(self) -> None:
        """Let the pacing drop what says nothing any more."""
        self._pacing.forget_idle(self._clock.now())

    async def run(self) -> None:
        """Send until stopped; then give what is in flight a few seconds. The rest is on disk for the next start."""
        while not self._stopping:
            batch = self._take()
            if not await self._note(batch):
                continue
            for item in batch:
                self._fly(self._send(item), self._flying)
            if not self._backlog.progress:
                full = len(self._flying) >= AT_ONCE - KEPT_FOR_ALARMS
                await self._clock.pause(self._wake, None if full else self.next_at)
        await self._land()

    def stop(self) -> None:
        """Take nothing more; what is not in flight waits in the database."""
        self._stopping = True
        self._wake.set()

    async def _land(self) -> None:
        flights = self._flying | self._answering
        if flights:
            _, late = await asyncio.wait(flights, timeout=LAND_WITHIN_S)
            for flight in late:
                flight.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        await self._note([])

    def _take(self) -> list[Item]:
        """What may go now. While Telegram is away, nothing but the probe."""
        now = self._clock.now()
        if self._outage.is_on:
            if not self._probing and self._outage.probe_at is not None and self._outage.probe_at <= now:
                self._probing = True
                self._fly(self._probe(), self._flying)
            return []
        batch: list[Item] = []
        while (free := AT_ONCE - len(self._flying) - len(batch)) > 0:
            item = self._backlog.take(self._pacing, now, alarms_only=free <= KEPT_FOR_ALARMS)
            if item is None:
                break
            batch.append(item)
        return batch

    async def _note(self, batch: Sequence[Item]) -> bool:
        """Put on disk what has become of earlier messages and that these are about to leave, in one transaction.

        False while the database does not answer: then nothing is forgotten, and these wait.
        """
        noted, self._backlog.progress = self._backlog.progress, Progress()
        noted.sending = [item.message_id for item in batch if item.message_id is not None]
        noted.showing = [key_of(item) for item in batch if item.case_id is not None]
        try:
            await progress.note(self._db, noted, self._clock.now())
        except DatabaseError as error:
            log.error("delivery.database", error=str(error))
            noted.add(self._backlog.progress)
            self._backlog.progress = noted
            self._backlog.put_back(batch, self._pacing, self._clock.now())
            await asyncio.sleep(DATABASE_PAUSE_S)
            return False
        if noted.notes:
            self._wake_worker()
        return True

    def _fly(self, call: Coroutine[Any, Any, None], flights: set[asyncio.Task[None]]) -> None:
        flight = asyncio.create_task(call)
        flights.add(flight)
        flight.add_done_callback(flights.discard)
        flight.add_done_callback(self._landed)

    def _landed(self, flight: asyncio.Task[None]) -> None:
        self.sent += 1
        self._wake.set()
        if not flight.cancelled() and (error := flight.exception()) is not None:
            log.error("delivery.fault", error=type(error).__name__, exc_info=error)

    async def _probe(self) -> None:
        outcome = await self._sender.probe()
        self._probing = False
        self._outage.heard(outcome, self._clock.now())

    async def _send(self, item: Item) -> None:
        try:
            if item.message_id is not None:
                await self._send_message(item, self._backlog.rows[item.message_id])
            else:
                await self._send_card(item)
        finally:
            self._backlog.lanes.done(item.chat_id)

    async def _send_message(self, item: Item, row: OutboxRow) -> None:
        try:
            outcome = await self._sender.message(row, repeated=self._backlog.is_doubtful(item))
        except Exception as error:
            outcome = self._own_fault(error)
        else:
            self._heard(outcome)
        state = state_after(outcome, repeatable=is_repeatable(row))
        if isinstance(outcome, Moved):
            self._backlog.add(row, first=True)
            await self._move(item.chat_id, outcome.chat_id)
        elif state is None:
            not_before = self._wait(item, row.attempts, outcome)
            self._backlog.retry(row, outcome, not_before, self._clock.now())
        else:
            if state == "failed":
                level = log.error if is_new(row) else log.info
                level("delivery.refused", message=row.id, method=row.method, detail=outcome.detail)
            message_id = getattr(outcome, "message_id", None)
            self._backlog.finish(row, state, message_id=message_id, error=outcome.detail or None)
        if isinstance(outcome, Unreachable):
            self._backlog.drop(item.chat_id)

    async def _send_card(self, item: Item) -> None:
        repeated = self._backlog.is_doubtful(item)
        self._backlog.cards.discard(key_of(item))
        try:
            outcome, shown = await self._sender.card(item.case_id or 0, item.chat_id, repeated=repeated)
        except Exception as error:
            outcome, shown = self._own_fault(error), None
        else:
            self._heard(outcome)
        self._backlog.note_card(item, outcome, shown)
        state = state_after(outcome, repeatable=True)
        if isinstance(outcome, Moved):
            await self._move(item.chat_id, outcome.chat_id)
        elif state is None:
            self._backlog.retry_card(item, self._wait(item, item.attempts, outcome))
        elif state == "failed":
            log.error("delivery.card", case=item.case_id, detail=outcome.detail)
            await self._say_plainly(item)
        if isinstance(outcome, Unreachable):
            self._backlog.drop(item.chat_id)

    async def _say_plainly(self, item: Item) -> None:
        """An alarm's card that cannot be shown becomes a message of plain words."""
        if item.lane == URGENT and item.case_id is not None:
            now = self._clock.now()
            words = raw_alarm.card_broken(item.case_id, item.chat_id, now)
            self.post(await raw_alarm.post(self._db, [words], now))

    def _own_fault(self, error: Exception) -> Outcome:
        log.error("delivery.unsent", error=type(error).__name__, exc_info=error)
        return NotNow(type(error).__name__)

    def _heard(self, outcome: Outcome) -> None:
        if not isinstance(outcome, Broken):
            self._outage.heard(outcome, self._clock.now())
        if isinstance(outcome, Revoked):
            self.revoked.set()

    def _wait(self, item: Item, attempts: int, outcome: Outcome) -> datetime | None:
        """When it may be tried again; while Telegram is away the lanes alone decide, so that alarms go first."""
        now = self._clock.now()
        if isinstance(outcome, TooMany):
            until = now + timedelta(seconds=outcome.seconds)
            self._pacing.hold(item.chat_id, until, now)
            return until
        if self._outage.is_on:
            return None
        most = LONGEST_PAUSE_S if item.lane == URGENT and isinstance(outcome, NotNow) else RETRY_MOST_S
        return now + timedelta(seconds=backoff_s(attempts, most))

    async def _move(self, old: int, new: int) -> None:
        """The group has another number now: everything that waits for it goes there."""
        await chats.move(self._db, old, new)
        self._backlog.move(old, new)
        self.show(view for view in await self._sender.stale_cards() if view.chat_id == new)
