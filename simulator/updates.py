"""A bot's account, and the way its updates take: long polling or a webhook."""

import asyncio
import contextlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import structlog
import telegram
from telegram.constants import UpdateType

from simulator.clock import SimulatedClock
from simulator.faults import Faults
from simulator.refusal import Refusal

ALL_KINDS = frozenset(str(kind.value) for kind in UpdateType)
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
KEPT_FOR = timedelta(hours=24)
MOST_AT_ONCE = 100
LONGEST_POLL = 50.0
SLOWEST_RETRY = 5.0

log = structlog.get_logger()


@dataclass
class _Waiting:
    update_id: int
    body: dict[str, Any]
    at: datetime
    again: bool = False


class _Poll:
    def __init__(self) -> None:
        self.wake = asyncio.Event()
        self.replaced = False


class Webhook:
    """Where updates are posted instead of being polled."""

    def __init__(self, url: str, secret_token: str | None, max_connections: int) -> None:
        self.url = url
        self.secret_token = secret_token
        self.max_connections = max_connections
        self.last_error: tuple[datetime, str] | None = None
        self.task: asyncio.Task[None] | None = None


class BotAccount:
    """One bot: its token, its user and the updates waiting for it."""

    def __init__(self, token: str, name: str, username: str, clock: SimulatedClock, faults: Faults) -> None:
        number = token.partition(":")[0]
        if not number.isdigit():
            raise ValueError("a bot's token starts with its id and a colon")
        self.token = token
        self.user = telegram.User(
            int(number),
            name,
            is_bot=True,
            username=username,
            can_join_groups=True,
            can_read_all_group_messages=True,
            supports_inline_queries=False,
        )
        self.allowed: frozenset[str] = ALL_KINDS - NOT_BY_DEFAULT
        self.webhook: Webhook | None = None
        self.commands: dict[str, list[telegram.BotCommand]] = {}
        self.descriptions: dict[str, str] = {}
        self.noticed: Callable[[], None] = lambda: None
        """Called when the bot opens a poll or confirms updates."""
        self._clock = clock
        self._faults = faults
        self._waiting: list[_Waiting] = []
        self._next_id = 100_000_001
        self._poll: _Poll | None = None
        self._arrived = asyncio.Event()

    @property
    def pending(self) -> int:
        """Updates that the bot has not confirmed."""
        return len(self._waiting)

    @property
    def poll_waiting(self) -> bool:
        """Whether a getUpdates is open."""
        return self._poll is not None

    def push(self, **content: Any) -> int | None:
        """Queue an update such as ``message=telegram.Message(…)``; returns its id, or None when not allowed."""
        (kind,) = content
        if kind not in self.allowed:
            return None
        update = telegram.Update(self._next_id, **content)
        return self.push_raw(update.to_dict())

    def push_raw(self, body: dict[str, Any]) -> int:
        """Queue any dictionary as an update; the next update_id is given where it has none."""
        body = {"update_id": self._next_id, **body}
        update_id = int(body["update_id"])
        self._next_id = max(self._next_id, update_id + 1)
        self._waiting.append(_Waiting(update_id, body, self._clock.now(), self._faults.take_update("duplicate")))
        self._arrived.set()
        if self._poll is not None:
            self._poll.wake.set()
        return update_id

    def drop_pending(self) -> None:
        """Forget what waits."""
        self._waiting.clear()

    async def updates(self, offset: int, limit: int, timeout: float) -> list[dict[str, Any]]:
        """getUpdates: confirm what is below `offset`, then wait up to `timeout` real seconds for more.

        Raises Refusal (409) while a webhook is set, and in the older poll when a second one begins.
        """
        if self.webhook is not None:
            raise Refusal(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        if self._poll is not None:
            self._poll.replaced = True
            self._poll.wake.set()
        poll = self._poll = _Poll()
        try:
            self._confirm(offset)
            self.noticed()
            loop = asyncio.get_running_loop()
            deadline = loop.time() + min(max(timeout, 0.0), LONGEST_POLL)
            while not (batch := self._batch(limit)) and (left := deadline - loop.time()) > 0:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(poll.wake.wait(), left)
                poll.wake.clear()
                if poll.replaced:
                    raise Refusal(
                        409,
                        "Conflict: terminated by other getUpdates request; "
                        "make sure that only one bot instance is running",
                    )
            return batch
        finally:
            if self._poll is poll:
                self._poll = None

    def _confirm(self, offset: int) -> None:
        oldest = self._clock.now() - KEPT_FOR
        self._waiting = [one for one in self._waiting if one.at >= oldest]
        if offset < 0:
            self._waiting = self._waiting[offset:]
            return
        kept = []
        for one in self._waiting:
            if one.update_id >= offset or one.again:
                one.again = one.again and one.update_id >= offset
                kept.append(one)
        self._waiting = kept

    def _batch(self, limit: int) -> list[dict[str, Any]]:
        batch = [one.body for one in self._waiting[: min(max(limit, 1), MOST_AT_ONCE)]]
        if len(batch) > 1 and self._faults.take_update("reorder"):
            batch.reverse()
        return batch

    async def set_webhook(self, webhook: Webhook | None) -> None:
        """Post updates to `webhook` from now on, or stop posting."""
        if self.webhook is not None and self.webhook.task is not None:
            self.webhook.task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self.webhook.task
        self.webhook = webhook
        if webhook is not None:
            webhook.task = asyncio.create_task(self._post_all(webhook))

    async def _post_all(self, webhook: Webhook) -> None:
        headers = {"Content-Type": "application/json"}
        if webhook.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secret_token
        pause = 0.1
        async with aiohttp.ClientSession(headers=headers, timeout=aiohttp.ClientTimeout(total=10)) as session:
            while True:
                while not self._waiting:
                    self._arrived.clear()
                    await self._arrived.wait()
                first = self._waiting[0]
                error = await self._post(session, webhook.url, first.body)
                if error is None:
                    pause = 0.1
                    if first.again:
                        first.again = False
                    elif first in self._waiting:
                        self._waiting.remove(first)
                    self.noticed()
                    continue
                webhook.last_error = (self._clock.now(), error)
                log.info("webhook refused", error=error)
                await asyncio.sleep(pause)
                pause = min(pause * 2, SLOWEST_RETRY)

    async def _post(self, session: aiohttp.ClientSession, url: str, body: dict[str, Any]) -> str | None:
        try:
            async with session.post(url, data=json.dumps(body)) as answer:
                return None if answer.ok else f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except (aiohttp.ClientError, TimeoutError) as error:
            return f"Connection failed: {type(error).__name__}"
