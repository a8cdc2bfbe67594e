"""The webhook: Telegram posts updates to us, and is told 200 only when they are on disk.

Source: https://core.telegram.org/bots/api#setwebhook.
"""

import asyncio
import hmac
import json
from typing import Any
from urllib.parse import urlsplit

import structlog
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramNotFound, TelegramUnauthorizedError
from aiohttp import web

from bot import envelope
from bot.errors import SettingError, TokenRevokedError
from bot.intake import Intake
from bot.outage import LONGEST_PAUSE_S
from bot.outcomes import backoff_s
from bot.telegram import Payload, Wire
from storage.faults import DatabaseError

log = structlog.get_logger()

SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
CONNECTIONS = 40


class Webhook:
    """The route and its announcement. Updates that arrive while one commit runs share the next one."""

    def __init__(self, url: str, secret: str, intake: Intake) -> None:
        self._url, self._secret, self._intake = url, secret, intake
        self._waiting: list[tuple[dict[str, Any], asyncio.Future[None]]] = []
        self._turn = asyncio.Lock()
        self._stopping = asyncio.Event()

    @property
    def route(self) -> web.RouteDef:
        """What the HTTP server answers."""
        return web.post(urlsplit(self._url).path or "/", self._receive)

    async def run(self, bot: Wire) -> None:
        """Tell Telegram where we are until it has heard, then wait for the end. Raises `SigapError` when it refuses."""
        payload: Payload = {
            "url": self._url,
            "secret_token": self._secret,
            "max_connections": CONNECTIONS,
            "allowed_updates": list(envelope.ALLOWED_UPDATES),
        }
        failures = 0
        while not self._stopping.is_set():
            try:
                await bot.post("setWebhook", payload)
                await self._stopping.wait()
            except (TelegramUnauthorizedError, TelegramNotFound) as error:
                raise TokenRevokedError() from error
            except TelegramBadRequest as error:
                expected = f"an address that Telegram takes ({error.message})"
                raise SettingError(
                    key="WEBHOOK_URL", value=self._url, expected=expected, mend="write a public https:// address"
                ) from error
            except (AiogramError, OSError) as error:
                failures += 1
                log.warning("webhook.unannounced", error=type(error).__name__, failures=failures)
                await self._wait(backoff_s(failures - 1, LONGEST_PAUSE_S))

    def stop(self) -> None:
        """Telegram keeps what it cannot post, until somebody answers again."""
        self._stopping.set()

    async def _receive(self, request: web.Request) -> web.Response:
        """200 once the update is on disk, 503 when that failed, and nothing at all to strangers."""
        if not hmac.compare_digest(request.headers.get(SECRET, "").encode(), self._secret.encode()):
            log.warning("webhook.stranger")
            raise web.HTTPNotFound
        try:
            update = json.loads(await request.read())
        except (ValueError, RecursionError):
            update = None
        if not isinstance(update, dict):
            log.error("webhook.unreadable")
            raise web.HTTPBadRequest
        try:
            await self._keep(update)
        except DatabaseError as error:
            log.error("webhook.database", error=str(error))
            raise web.HTTPServiceUnavailable from error
        return web.Response()

    async def _keep(self, update: dict[str, Any]) -> None:
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((update, kept))
        async with self._turn:
            if not kept.done():
                await self._keep_all()
        await kept

    async def _keep_all(self) -> None:
        batch, self._waiting = self._waiting, []
        try:
            await self._intake.take([update for update, _ in batch])
        except DatabaseError as error:
            for _, kept in batch:
                kept.set_exception(error)
            return
        for _, kept in batch:
            kept.set_result(None)

    async def _wait(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._stopping.wait(), seconds)
        except TimeoutError:
            return
