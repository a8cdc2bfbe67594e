"""What the tests of errands hold in hand: the running loop, and a server that plays whoever is asked."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from standing_clock import StandingClock

from bot.errands import ErrandKind, Errands
from storage.errands import Errand, ErrandRow

PATIENCE_S = 10

Ask = Callable[..., Awaitable[list[ErrandRow]]]


@dataclass
class Loop:
    """The running loop, and how often it has woken the worker."""

    errands: Errands
    woken: list[None]
    ask: Ask
    clock: StandingClock

    async def post(self, *asked: Errand) -> None:
        """Commit errands, and hand them to the loop."""
        self.errands.post(await self.ask(*asked))

    async def do(self, *asked: Errand) -> None:
        """The same, and wait until nothing is under way and nothing can be begun."""
        await self.post(*asked)
        await self.settle()

    async def forward(self, **duration: float) -> None:
        """Let time pass, and what can be done by then be done."""
        self.clock.forward(**duration)
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing is under way and nothing can be begun."""
        async with asyncio.timeout(PATIENCE_S):
            while self.errands.waiting:  # noqa: ASYNC110 - the loop is asked until it is quiet
                await asyncio.sleep(0)


Running = Callable[[Mapping[str, ErrandKind]], AbstractAsyncContextManager[Loop]]


@dataclass
class Counterpart:
    """A server outside: gives its answers (status and JSON) in turn, the last again and again; keeps what was asked."""

    url: str = ""
    answers: list[tuple[int, Any]] = field(default_factory=list)
    asked: list[tuple[web.BaseRequest, bytes]] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append((request, await request.read()))
        status, body = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        headers = {"Location": "/elsewhere"} if status in range(300, 400) else {}
        return web.json_response(body, status=status, headers=headers)
