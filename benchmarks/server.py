"""A Bot API server that does as little as a server can: hands out updates, takes what is sent, and counts it."""

import asyncio
import json
import time
from collections import Counter
from typing import Any, Self

from aiohttp import web

from benchmarks.conversation import FIRST_PERSON, Update

TOKEN = "42:benchmark"
BATCH = 100
ME = {"id": 42, "is_bot": True, "first_name": "Sigap", "username": "sigap_bot"}
SENDS = frozenset({"sendMessage", "sendLocation"})


class Server:
    """One bot at a time talks to it. Moments are readings of `time.perf_counter`, in seconds."""

    def __init__(self) -> None:
        self._updates: list[Update] = []
        self._confirmed = 0
        self._news, self._polled, self._quiet = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self._awaited = 0
        self._numbers = 0
        self.answers: Counter[int] = Counter()
        self.calls: Counter[str] = Counter()
        self.first_poll_at = self.handed_out_at = self.answered_at = 0.0
        app = web.Application()
        app.router.add_post(f"/bot{TOKEN}/{{method}}", self._call)
        self._runner = web.AppRunner(app, access_log=None)
        self.url = ""

    @classmethod
    async def start(cls) -> Self:
        """Listen on a free port of this machine."""
        server = cls()
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

    async def answer_all(self, updates: list[Update]) -> float:
        """Hand the updates out, wait until each person got as many answers as they wrote, and return the seconds."""
        wanted = Counter(update["message"]["from"]["id"] for update in updates)
        self.answers.clear()
        self._awaited, self.handed_out_at = len(updates), 0.0
        self._quiet.clear()
        self._updates += updates
        self._news.set()
        await self._quiet.wait()
        if self.answers != wanted:
            raise RuntimeError(f"not one answer for each update: {(self.answers - wanted) + (wanted - self.answers)}")
        return self.answered_at - self.handed_out_at

    async def _call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        self.calls[method] += 1
        body = await _body(request)
        if method == "getUpdates":
            return _ok(await self._hand_out(body))
        if method in SENDS:
            return _ok(self._take(int(body["chat_id"]), body.get("text")))
        return _ok(ME if method == "getMe" else True)

    async def _hand_out(self, body: dict[str, Any]) -> list[Update]:
        if not self._polled.is_set():
            self.first_poll_at = time.perf_counter()
            self._polled.set()
        offset = int(body.get("offset") or 0)
        self._updates = [update for update in self._updates if update["update_id"] >= offset]
        if not self._updates:
            self._news.clear()
            try:
                await asyncio.wait_for(self._news.wait(), float(body.get("timeout") or 0))
            except TimeoutError:
                return []
        self.handed_out_at = self.handed_out_at or time.perf_counter()
        return self._updates[:BATCH]

    def _take(self, chat_id: int, text: str | None) -> dict[str, Any]:
        self._numbers += 1
        if chat_id >= FIRST_PERSON:
            self.answers[chat_id] += 1
            self._awaited -= 1
            if self._awaited == 0:
                self.answered_at = time.perf_counter()
                self._quiet.set()
        chat = {"id": chat_id, "type": "private", "first_name": "Warga"}
        return {"message_id": self._numbers, "from": ME, "chat": chat, "date": 1_772_430_000, "text": text or ""}


async def _body(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return dict(await request.json())
    return dict(await request.post())


def _ok(result: Any) -> web.Response:
    return web.Response(body=json.dumps({"ok": True, "result": result}).encode(), content_type="application/json")
