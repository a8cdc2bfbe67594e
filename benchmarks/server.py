"""A Bot API server that does as little as a server can: hands out updates, and takes what is sent."""

import asyncio
import json
import time
from collections import deque
from collections.abc import Iterable, Sequence
from itertools import count, islice
from typing import Any, Self

from aiohttp import web

from benchmarks.conversation import Message

TOKEN = "42:benchmark"  # noqa: S105 - nobody else takes it
BATCH = 100
ME = {"id": 42, "is_bot": True, "first_name": "Sigap", "username": "sigap_bot"}
Update = dict[str, Any]
SENDS = frozenset({"sendMessage", "sendLocation"})


class Server:
    """One bot talks to it. `first_poll_at` is when it first did, a reading of `time.perf_counter`.

    What a bot sends is in its chat at once; the bot is told so `away_s` seconds later, as by a server far away.
    """

    def __init__(self, away_s: float = 0) -> None:
        self._away_s = away_s
        self._updates: deque[Update] = deque()
        self._news, self._polled, self._quiet = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self._awaiting: set[int] = set()
        self._asked: set[int] = set()
        self._numbers = count(1)
        self._unasked = 0
        self.first_poll_at = 0.0
        app = web.Application()
        app.router.add_post(f"/bot{TOKEN}/{{method}}", self._call)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        self.url = ""

    @classmethod
    async def start(cls, away_s: float = 0) -> Self:
        """Listen on a free port of this machine."""
        server = cls(away_s)
        await server._runner.setup()
        site = web.TCPSite(server._runner, "127.0.0.1", 0)
        await site.start()
        host, port = server._runner.addresses[0][:2]
        server.url = f"http://{host}:{port}"
        return server

    async def stop(self) -> None:
        """Listen no more."""
        await self._runner.cleanup()

    async def polled(self) -> None:
        """Wait until a bot asks for updates."""
        await self._polled.wait()

    async def answered(self, messages: Sequence[Message]) -> float:
        """Hand out messages, one a person, and wait until everybody has an answer; returns the seconds it took.

        Raises RuntimeError when one of them is told something more. Others may be: an alarm is reminded of.
        """
        self._awaiting = {message["chat"]["id"] for message in messages}
        self._asked = set(self._awaiting)
        self._quiet.clear()
        began = time.perf_counter()
        self.hand_out(messages)
        await self._quiet.wait()
        if self._unasked:
            raise RuntimeError(f"{self._unasked} messages came that answer nothing")
        return time.perf_counter() - began

    def hand_out(self, messages: Iterable[Message]) -> None:
        """Let messages wait for the bot's next poll."""
        self._updates.extend({"update_id": next(self._numbers), "message": message} for message in messages)
        self._news.set()

    async def _call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        body = await _body(request)
        if method == "getUpdates":
            return _ok(await self._poll(body))
        told = self._answer(method, body)
        if self._away_s and method in SENDS:
            await asyncio.sleep(self._away_s)
        return told

    def _answer(self, method: str, body: dict[str, Any]) -> web.Response:
        if method in SENDS:
            return _ok(self._take(int(body["chat_id"]), body.get("text")))
        return _ok(ME if method == "getMe" else True)

    async def _poll(self, body: dict[str, Any]) -> list[Update]:
        if not self._polled.is_set():
            self.first_poll_at = time.perf_counter()
            self._polled.set()
        while self._updates and self._updates[0]["update_id"] < int(body.get("offset") or 0):
            self._updates.popleft()
        if not self._updates:
            self._news.clear()
            try:
                await asyncio.wait_for(self._news.wait(), float(body.get("timeout") or 0))
            except TimeoutError:
                return []
        return list(islice(self._updates, BATCH))

    def _take(self, chat_id: int, text: str | None) -> dict[str, Any]:
        if chat_id in self._awaiting:
            self._awaiting.remove(chat_id)
            if not self._awaiting:
                self._quiet.set()
        elif chat_id in self._asked:
            self._unasked += 1
        chat, now = {"id": chat_id, "type": "private", "first_name": "Warga"}, int(time.time())
        return {"message_id": next(self._numbers), "from": ME, "chat": chat, "date": now, "text": text or ""}


async def _body(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return dict(await request.json())
    return dict(await request.post())


def refused(seconds: int) -> web.Response:
    """Telegram's answer to a call too many."""
    told = {"ok": False, "error_code": 429, "description": f"Too Many Requests: retry after {seconds}"}
    words = json.dumps(told | {"parameters": {"retry_after": seconds}})
    return web.Response(body=words.encode(), content_type="application/json", status=429)


def _ok(result: Any) -> web.Response:
    return web.Response(body=json.dumps({"ok": True, "result": result}).encode(), content_type="application/json")
