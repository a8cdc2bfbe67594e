"""Carries one item to Telegram at a time, and judges how it ended: done, to be tried again, moved, or unreachable."""

import asyncio
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

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
from storage import chats
from storage.cards import CardView
from storage.database import Database
from storage.outbox import OutboxRow

log = structlog.get_logger()


class Carrier:
    """Between the backlog and the sender. `post` and `show` queue what comes of it."""

    def __init__(
        self,
        db: Database,
        clock: Clock,
        pacing: Pacing,
        sender: Sender,
        post: Callable[[Iterable[OutboxRow]], None],
        show: Callable[[Iterable[CardView]], None],
    ) -> None:
        self._db, self._clock, self._pacing, self._sender = db, clock, pacing, sender
        self._post, self._show = post, show
        self.backlog, self.outage = Backlog(), Outage()
        self.revoked = asyncio.Event()

    async def carry(self, item: Item) -> None:
        """Send a message or bring a card up to date; whatever comes of it, the chat is free for its next item."""
        try:
            if item.message_id is not None:
                await self._message(item, self.backlog.rows[item.message_id])
            else:
                await self._card(item)
        finally:
            self.backlog.lanes.done(item.chat_id)

    async def _message(self, item: Item, row: OutboxRow) -> None:
        try:
            outcome = await self._sender.message(row, repeated=self.backlog.is_doubtful(item))
        except Exception as error:
            outcome = self._own_fault(error)
        else:
            self._heard(outcome)
        state = state_after(outcome, repeatable=is_repeatable(row))
        if isinstance(outcome, Moved):
            self.backlog.add(row, first=True)
            await self._move(item.chat_id, outcome.chat_id)
        elif state is None:
            not_before = self._wait(item, row.attempts, outcome)
            self.backlog.retry(row, outcome, not_before, self._clock.now())
        else:
            if state == "failed":
                level = log.error if is_new(row) else log.info
                level("delivery.refused", message=row.id, method=row.method, detail=outcome.detail)
            message_id = getattr(outcome, "message_id", None)
            self.backlog.finish(row, state, message_id=message_id, error=outcome.detail or None)
        if isinstance(outcome, Unreachable):
            self.backlog.drop(item.chat_id)

    async def _card(self, item: Item) -> None:
        repeated = self.backlog.is_doubtful(item)
        self.backlog.cards.discard(key_of(item))
        try:
            outcome, shown = await self._sender.card(item.case_id or 0, item.chat_id, repeated=repeated)
        except Exception as error:
            outcome, shown = self._own_fault(error), None
        else:
            self._heard(outcome)
        self.backlog.note_card(item, outcome, shown)
        state = state_after(outcome, repeatable=True)
        if isinstance(outcome, Moved):
            await self._move(item.chat_id, outcome.chat_id)
        elif state is None:
            self.backlog.retry_card(item, self._wait(item, item.attempts, outcome))
        elif state == "failed":
            log.error("delivery.card", case=item.case_id, detail=outcome.detail)
            await self._say_plainly(item)
        if isinstance(outcome, Unreachable):
            self.backlog.drop(item.chat_id)

    async def _say_plainly(self, item: Item) -> None:
        """An alarm's card that cannot be shown becomes a message of plain words."""
        if item.lane == URGENT and item.case_id is not None:
            now = self._clock.now()
            words = raw_alarm.card_broken(item.case_id, item.chat_id, now)
            self._post(await raw_alarm.post(self._db, [words], now))

    def _own_fault(self, error: Exception) -> Outcome:
        log.error("delivery.unsent", error=type(error).__name__, exc_info=error)
        return NotNow(type(error).__name__)

    def _heard(self, outcome: Outcome) -> None:
        if not isinstance(outcome, Broken):
            self.outage.heard(outcome, self._clock.now())
        if isinstance(outcome, Revoked):
            self.revoked.set()

    def _wait(self, item: Item, attempts: int, outcome: Outcome) -> datetime | None:
        """When it may be tried again; while Telegram is away the lanes alone decide, so that alarms go first."""
        now = self._clock.now()
        if isinstance(outcome, TooMany):
            until = now + timedelta(seconds=outcome.seconds)
            self._pacing.hold(item.chat_id, until, now)
            return until
        if self.outage.is_on:
            return None
        most = LONGEST_PAUSE_S if item.lane == URGENT and isinstance(outcome, NotNow) else RETRY_MOST_S
        return now + timedelta(seconds=backoff_s(attempts, most))

    async def _move(self, old: int, new: int) -> None:
        """The group has another number now: everything that waits for it goes there."""
        await chats.move(self._db, old, new)
        self.backlog.move(old, new)
        self._show(view for view in await self._sender.stale_cards() if view.chat_id == new)
