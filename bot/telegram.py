"""The wire to Telegram: stored calls are posted as JSON by aiogram's session, and its typed errors come back."""

from collections.abc import Callable
from functools import partial
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import TelegramMethod
from aiohttp import ClientConnectorError, ClientError, ClientTimeout

from storage import json_text

SEND_TIMEOUT_S = 20
_JSON = {"Content-Type": "application/json"}

Payload = dict[str, Any]


class NeverReached(TelegramNetworkError):
    """Telegram was not reached, so the call surely had no effect."""


class Call(TelegramMethod[Any]):
    """A Bot API call as it stands in the outbox, as aiogram's errors want to be told of it."""

    __returning__ = Any
    name: str
    payload: Payload

    @property
    def __api_method__(self) -> str:  # type: ignore[override]
        return self.name


class Wire(Bot):
    """aiogram's bot, which also posts calls as they are stored; every other method goes the library's way.

    `may_speak` is asked before each post: whoever may not work any more must not be heard either.
    """

    def __init__(self, token: str, api_url: str, may_speak: Callable[[], bool] = lambda: True) -> None:
        """Against the official server or any other Bot API server. Raises aiogram's `TokenValidationError`."""
        self._http = AiohttpSession(api=TelegramAPIServer.from_base(api_url), timeout=SEND_TIMEOUT_S)
        super().__init__(token, session=self._http)
        self._may_speak = may_speak

    async def post(self, name: str, payload: Payload, timeout_s: float = SEND_TIMEOUT_S) -> Any:
        """The raw result of the call. Raises aiogram's exceptions, and `NeverReached` when no connection was made."""
        call = partial(Call, name=name, payload=payload)
        if not self._may_speak():
            raise NeverReached(method=call(), message="superseded")
        session = await self._http.create_session()
        url = self._http.api.api_url(token=self.token, method=name)
        body, limit = json_text.written(payload), ClientTimeout(total=timeout_s)
        try:
            async with session.post(url, data=body, headers=_JSON, timeout=limit) as response:
                content = await response.read()
        except ClientConnectorError as error:
            raise NeverReached(method=call(), message=type(error).__name__) from error
        except (TimeoutError, ClientError) as error:
            raise TelegramNetworkError(method=call(), message=type(error).__name__) from error
        told = _read(content)
        if told.get("ok") is True:
            return told.get("result")
        words = content.decode(errors="replace")
        return self._http.check_response(self, call(), response.status, words).result


def _read(content: bytes) -> Payload:
    try:
        told = json_text.read(content)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}
