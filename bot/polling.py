"""Long polling: asks Telegram for updates, and asks for more only when these are on disk."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import structlog
from aiogram.exceptions import AiogramError, TelegramConflictError, TelegramNotFound, TelegramUnauthorizedError

from bot import envelope
from bot.clock import Clock
from bot.errors import PollerTakenError, TokenRevokedError
from bot.intake import Intake
from bot.outage import LONGEST_PAUSE_S
from bot.outcomes import backoff_s
from bot.telegram import Payload, Wire
from storage.faults import DatabaseError

log = structlog.get_logger()

POLL_S = 25
LATE_S = 15
"""So much later than asked for, an answer is not waited for any more."""
BATCH = 100
CONFLICT_FOR = timedelta(seconds=60)


class Polling:
    """A batch is taken in with one commit; the next call then confirms it to Telegram."""

    def __init__(self, bot: Wire, intake: Intake, clock: Clock) -> None:
        self._bot, self._intake, self._clock = bot, intake, clock
        self._offset: int | None = None
        self._stopping = asyncio.Event()
        self._conflicts: tuple[datetime, datetime] | None = None
        self._webhook_gone = False

    async def run(self) -> None:
        """Poll until stopped; raises when the token is revoked or somebody else keeps polling."""
        failures = 0
        while not self._stopping.is_set():
            try:
                await self._take_webhook_away()
                updates = await self._poll()
                if updates:
                    await self._intake.take(updates)
                    self._offset = (self._intake.last_update_id or 0) + 1
                else:
                    # What was confirmed is forgotten now, and ids may begin anew below it after a quiet week.
                    self._offset = None
                failures = 0
            except (TelegramUnauthorizedError, TelegramNotFound) as error:
                raise TokenRevokedError() from error
            except DatabaseError as error:
                failures += 1
                log.error("polling.database", error=str(error), failures=failures)
                await self._wait(backoff_s(failures - 1, LONGEST_PAUSE_S))
            except (AiogramError, OSError) as error:
                failures += 1
                if isinstance(error, TelegramConflictError):
                    self._tolerate(error)
                log.warning("polling.failed", error=type(error).__name__, failures=failures)
                await self._wait(backoff_s(failures - 1, LONGEST_PAUSE_S))

    def stop(self) -> None:
        """End the poll; what it may bring is not confirmed and comes again."""
        self._stopping.set()

    def _tolerate(self, error: TelegramConflictError) -> None:
        """Telegram may hold a dead poll for a while; raises `PollerTakenError` when conflicts go on for a minute."""
        now = self._clock.now()
        since, last = self._conflicts or (now, now)
        if now - last > CONFLICT_FOR:
            since = now
        self._conflicts = (since, now)
        if now - since > CONFLICT_FOR:
            raise PollerTakenError() from error

    async def _take_webhook_away(self) -> None:
        """Telegram answers no poll while it has a webhook; what waits there comes by the poll then."""
        if not self._webhook_gone:
            await self._bot.post("deleteWebhook", {"drop_pending_updates": False})
            self._webhook_gone = True

    async def _poll(self) -> list[dict[str, Any]]:
        payload: Payload = {"timeout": POLL_S, "limit": BATCH, "allowed_updates": list(envelope.ALLOWED_UPDATES)}
        if self._offset is not None:
            payload["offset"] = self._offset
        poll = asyncio.ensure_future(self._bot.post("getUpdates", payload, POLL_S + LATE_S))
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
