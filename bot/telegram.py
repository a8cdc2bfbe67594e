"""The wire to Telegram: stored calls posted as JSON through aiogram's session, so that its typed errors come back."""

import json
from collections.abc import Callable
from typing import Any

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import TelegramMethod
from aiohttp import ClientConnectorError, ClientError, ClientTimeout

SEND_TIMEOUT_S = 20

Payload = dict[str, Any]


class NeverReached(TelegramNetworkError):
    """Telegram was not reached, so the call surely had no effect."""


class Call(TelegramMethod[Any]):
    """A Bot API call as it stands in the outbox: the method's name and its JSON payload; the result stays raw."""

    __returning__ = Any
    name: str
    payload: Payload

    @property
    def __api_method__(self) -> str:  # type: ignore[override]
        return self.name


class Wire(AiohttpSession):
    """Posts `Call`s as they are; every other aiogram method goes the library's way.

    `may_speak` is asked before each `Call`: whoever may not work any more must not be heard either.
    """

    may_speak: Callable[[], bool]

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:
        """The raw result of the call; aiogram's exceptions, and `NeverReached` when no connection was made."""
        if not isinstance(method, Call):
            return await super().make_request(bot, method, timeout)
        if not self.may_speak():
            raise NeverReached(method=method, message="superseded")
        session = await self.create_session()
        url = self.api.api_url(token=bot.token, method=method.name)
        limit = ClientTimeout(total=timeout or self.timeout)
        try:
            async with session.post(url, json=method.payload, timeout=limit) as response:
                content = await response.text()
        except ClientConnectorError as error:
            raise NeverReached(method=method, message=type(error).__name__) from error
        except (TimeoutError, ClientError) as error:
            raise TelegramNetworkError(method=method, message=type(error).__name__) from error
        told = _read(content)
        if told.get("ok") is True:
            return told.get("result")
        return self.check_response(bot, method, response.status, content).result


def _read(content: str) -> Payload:
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def connect(token: str, api_url: str, may_speak: Callable[[], bool] = lambda: True) -> Bot:
    """The bot that sends and receives, against the official server or any other Bot API server."""
    wire = Wire(api=TelegramAPIServer.from_base(api_url), timeout=SEND_TIMEOUT_S)
    wire.may_speak = may_speak
    return Bot(token, session=wire, default=DefaultBotProperties())
