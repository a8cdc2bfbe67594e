"""Sends what the worker has written: messages from the outbox, cards by reconciliation, answers to presses at once.

Alarms, dispatches and nags are sent at least once, everything else at most once: Telegram knows no idempotency key.
"""

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Sequence
from datetime import datetime
from typing import Any

import structlog

from bot.backlog import key_of
from bot.carrier import Carrier
from bot.clock import Clock, PutBack
from bot.lanes import Item
from bot.pacing import Pacing
from bot.sending import Sender
from bot.telegram import Payload
from storage import outbox, progress
from storage.cards import CardView
from storage.database import Database
from storage.faults import DatabaseError
from storage.outbox import OutboxRow
from storage.progress import Progress

log = structlog.get_logger()

# With 50 answers to presses and the poll, these are the 100 connections that a session opens.
AT_ONCE, KEPT_FOR_ALARMS = 48, 8
LAND_WITHIN_S = 5
NOTED_TOGETHER, NOTED_WITHIN_S = AT_ONCE // 2, 0.01
"""What has become of so many messages is noted in one transaction, after so long of however few."""
DATABASE_PAUSE_S = 1


class Delivery:
    """The loop that empties the lanes: at most 48 calls in flight, one a chat, a few of them only for alarms."""

    def __init__(
        self, db: Database, clock: Clock, pacing: Pacing, sender: Sender, wake_worker: Callable[[], None]
    ) -> None:
        self._db, self._clock, self._pacing, self._sender = db, clock, pacing, sender
        self._wake_worker = wake_worker
        self._carrier = Carrier(db, clock, pacing, sender, self.post, self.show)
        self._backlog, self._outage = self._carrier.backlog, self._carrier.outage
        self._flying: set[asyncio.Task[None]] = set()
        self._answering: set[asyncio.Task[None]] = set()
        self._soon: asyncio.TimerHandle | None = None
        self._probing = False
        self._put_back = PutBack(clock)
        self._wake = asyncio.Event()
        self._stopping = False
        clock.watch(self._wake)
        self.revoked = self._carrier.revoked
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
                self._fly(self._carrier.carry(item), self._flying)
            if self._flying or not self._backlog.progress:
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
        if back := self._put_back.by():
            log.warning("delivery.clock_put_back", seconds=back.total_seconds())
            self._forget_times(now)
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

    def _forget_times(self, now: datetime) -> None:
        """The clock was put back: what was to wait for seconds would wait for hours."""
        self._backlog.lanes.forget_times()
        self._pacing.forget_times()
        self._outage.forget_times(now)

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
        if not self._flying or len(self._backlog.progress) >= NOTED_TOGETHER:
            self._wake.set()
        elif self._soon is None:
            self._soon = asyncio.get_running_loop().call_later(NOTED_WITHIN_S, self._note_soon)
        if not flight.cancelled() and (error := flight.exception()) is not None:
            log.error("delivery.fault", error=type(error).__name__, exc_info=error)

    def _note_soon(self) -> None:
        self._soon = None
        self._wake.set()

    async def _probe(self) -> None:
        outcome = await self._sender.probe()
        self._probing = False
        self._outage.heard(outcome, self._clock.now())
