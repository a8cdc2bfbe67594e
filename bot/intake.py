"""Brings updates in: the raw JSON is on disk before Telegram is told that we have it."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramConflictError, TelegramUnauthorizedError

from bot import envelope
from bot.clock import Clock
from bot.errors import PollerTakenError, TokenRevokedError
from bot.outcomes import backoff_s
from bot.telegram import Call, Payload
from storage import inbox
from storage.database import Database, DatabaseError
from storage.rows import Arrival

log = structlog.get_logger()

POLL_S = 25
BATCH = 100
CONFLICT_FOR_S = 60


class Intake:
    """Long polling. A batch is inserted in one commit; the next call then confirms it to Telegram."""

    def __init__(self, bot: Bot, db: Database, clock: Clock, urgent: set[int], wake_worker: Callable[[], None]) -> None:
        self._bot, self._db, self._clock, self._urgent, self._wake = bot, db, clock, urgent, wake_worker
        self._offset: int | None = None
        self._stopping = asyncio.Event()
        self.last_update_id: int | None = None

    async def run(self) -> None:
        """Poll until stopped; raises when the token is revoked or somebody else keeps polling."""
        failures, conflicts_since = 0, None
        while not self._stopping.is_set():
            try:
                updates = await self._poll()
                if updates:
                    await self.take(updates)
                failures, conflicts_since = 0, None
            except TelegramUnauthorizedError as error:
                raise TokenRevokedError() from error
            except (TelegramAPIError, DatabaseError, OSError) as error:
                failures += 1
                loop_time = asyncio.get_running_loop().time()
                if isinstance(error, TelegramConflictError):
                    conflicts_since = conflicts_since or loop_time
                    if loop_time - conflicts_since > CONFLICT_FOR_S:
                        raise PollerTakenError() from error
                log.warning("intake.failed", error=type(error).__name__, failures=failures)
                await self._wait(min(5, backoff_s(failures - 1)))

    def stop(self) -> None:
        """End the poll; what it may bring is not confirmed and comes again."""
        self._stopping.set()

    async def take(self, updates: list[dict[str, Any]]) -> None:
        """Put updates on disk in one commit; known update ids are dropped."""
        rows = []
        for update in updates:
            read = envelope.read(update)
            urgent = read.is_alarm or read.where is not None or bool({read.chat_id, read.user_id} & self._urgent)
            raw = json.dumps(update, ensure_ascii=False, separators=(",", ":"))
            rows.append(Arrival(read.update_id, read.chat_id, read.user_id, urgent, raw))
        await inbox.insert(self._db, rows, self._clock.now())
        self.last_update_id = rows[-1].update_id
        self._offset = self.last_update_id + 1
        self._wake()

    async def _poll(self) -> list[dict[str, Any]]:
        payload: Payload = {"timeout": POLL_S, "limit": BATCH, "allowed_updates": list(envelope.ALLOWED_UPDATES)}
        if self._offset is not None:
            payload["offset"] = self._offset
        poll = asyncio.ensure_future(self._bot(Call(name="getUpdates", payload=payload), request_timeout=POLL_S + 15))
        stop = asyncio.ensure_future(self._stopping.wait())
        await asyncio.wait({poll, stop}, return_when=asyncio.FIRST_COMPLETED)
        stop.cancel()
        if not poll.done():
            poll.cancel()
            return []
        return poll.result() or []

    async def _wait(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._stopping.wait(), seconds)
        except TimeoutError:
            return
