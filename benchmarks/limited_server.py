"""The Bot API server with Telegram's limits, which notes when a case first comes into a chat.

Source of the limits: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

import asyncio
import math
import re
import time
from collections import defaultdict, deque
from collections.abc import Collection
from typing import Any

from aiohttp import web

from benchmarks.conversation import Message
from benchmarks.server import SENDS, Server, refused

PRIVATE_BURST = 3
COUNTED = SENDS | {"editMessageText"}
_TICKET = re.compile(r"PB-\d{4}-\d{6}")


class LimitedServer(Server):
    """`per_second` calls overall, and a new message a second in a private chat after three at once; else 429."""

    def __init__(self, away_s: float = 0) -> None:
        super().__init__(away_s)
        self.per_second = 30
        self.operators: Collection[int] = ()
        self.refusals = 0
        self.sent = 0
        self._overall: deque[float] = deque()
        self._chats: dict[int, tuple[float, float]] = defaultdict(lambda: (float(PRIVATE_BURST), 0.0))
        self._tickets: set[str] = set()
        self._rung = asyncio.Event()

    async def rung(self, message: Message) -> float:
        """Hand out an alarm; returns the seconds until a case that none of the operators knew comes to one of them."""
        self._rung.clear()
        began = time.perf_counter()
        self.hand_out([message])
        await self._rung.wait()
        return time.perf_counter() - began

    def _answer(self, method: str, body: dict[str, Any]) -> web.Response:
        if method in COUNTED and (seconds := self._over(int(body["chat_id"]), new=method in SENDS)):
            self.refusals += 1
            return refused(seconds)
        self.sent += method in COUNTED
        if method == "sendMessage" and int(body["chat_id"]) in self.operators:
            new = set(_TICKET.findall(body["text"])) - self._tickets
            self._tickets |= new
            if new:
                self._rung.set()
        return super()._answer(method, body)

    def _over(self, chat_id: int, *, new: bool) -> int:
        """Whole seconds to wait where a limit is reached; else the call is counted."""
        now = time.monotonic()
        while self._overall and now - self._overall[0] >= 1:
            self._overall.popleft()
        if len(self._overall) >= self.per_second:
            return max(1, math.ceil(self._overall[0] + 1 - now))
        if new:
            tokens, at = self._chats[chat_id]
            tokens = min(float(PRIVATE_BURST), tokens + now - at)
            if tokens < 1:
                return math.ceil(1 - tokens)
            self._chats[chat_id] = (tokens - 1, now)
        self._overall.append(now)
        return 0
