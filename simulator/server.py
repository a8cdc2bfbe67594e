"""The simulated Telegram as a server: a Bot API over HTTP, and everything behind it in one object."""

import asyncio
import inspect
import json
import socket
import struct
import time
from collections.abc import Callable
from typing import Any

import structlog
from aiohttp import web

from simulator import methods_account, methods_edits, methods_media, methods_messages, methods_updates
from simulator.clock import SimulatedClock, clock_routes
from simulator.faults import Fault, Faults, fault_routes
from simulator.groups import Group
from simulator.limits import Limits
from simulator.people import Person
from simulator.refusal import Refusal, too_many_requests
from simulator.updates import BotAccount
from simulator.wire import METHODS, Call, check_fields, plain, read_request, typed
from simulator.world import World

HANDLERS = (methods_account, methods_edits, methods_media, methods_messages, methods_updates)
DEFAULT_TOKEN = "42:simulated"  # noqa: S105 - it opens nothing but the simulator
LARGEST_REQUEST = 60 * 1024 * 1024

log = structlog.get_logger()


class Simulator:
    """A local Telegram.

    `record` is everything the bots asked for, oldest first, with what they got; getUpdates is left out.
    """

    def __init__(self, clock: SimulatedClock | None = None, token: str = DEFAULT_TOKEN) -> None:
        self.world = World(clock or SimulatedClock())
        self.record: list[Call] = []
        self._progress = asyncio.Event()
        self.bot = self.add_bot(token)
        self.base_url = ""
        self.app = web.Application(client_max_size=LARGEST_REQUEST)
        self.app.add_routes(
            [
                web.route("*", "/bot{token:[^/]+}/{method}", self._answer),
                web.get("/file/bot{token:[^/]+}/{path:.+}", self._download),
                *clock_routes(self.clock),
                *fault_routes(self.faults),
            ]
        )
        self._runner: web.AppRunner | None = None
        self._held: dict[int, web.Request] = {}
        self._people: dict[tuple[int, int], Person] = {}

    @classmethod
    async def start(
        cls, port: int = 0, clock: SimulatedClock | None = None, token: str = DEFAULT_TOKEN, host: str = "127.0.0.1"
    ) -> "Simulator":
        """A running server; port 0 takes a free one."""
        simulator = cls(clock, token)
        await simulator.listen(port, host)
        return simulator

    async def listen(self, port: int, host: str = "127.0.0.1", given: socket.socket | None = None) -> None:
        """Begin to answer at `base_url`; on the socket that is given, where one is."""
        self._runner = web.AppRunner(
            self.app, access_log=None, handler_cancellation=True, shutdown_timeout=0.5, keepalive_timeout=600
        )
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port) if given is None else web.SockSite(self._runner, given)
        await site.start()
        address = self._runner.addresses[0]
        self.base_url = f"http://{host}:{address[1]}"

    async def stop(self) -> None:
        """End every waiting request and close."""
        self.faults.clear()
        for bot in self.world.bots.values():
            await bot.set_webhook(None)
        for request in list(self._held.values()):
            drop(request)
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def clock(self) -> SimulatedClock:
        """The world's time."""
        return self.world.clock

    @property
    def faults(self) -> Faults:
        """What goes wrong on demand."""
        return self.world.faults

    @property
    def limits(self) -> Limits:
        """How fast bots may send; off by default."""
        return self.world.limits

    def add_bot(self, token: str, name: str = "SIGAP Contoh", username: str | None = None) -> BotAccount:
        """A further bot."""
        bot = self.world.add_bot(token, name, username or f"sigap_contoh_{token.partition(':')[0]}_bot")
        bot.noticed = self._note
        return bot

    def person(
        self,
        name: str,
        *,
        id: int | None = None,
        language: str | None = "id",
        username: str | None = None,
        bot: BotAccount | None = None,
    ) -> Person:
        """Somebody with a phone, in a chat with the bot; a fresh id unless given, the same id is the same person."""
        bot = bot or self.bot
        user = self.world.add_user(name, id, language, username)
        return self._people.setdefault((bot.user.id, user.id), Person(self.world, bot, user))

    @property
    def people(self) -> list[Person]:
        """Everybody, in the order they came."""
        return list(self._people.values())

    def group(self, title: str, kind: str = "supergroup", by: Person | None = None) -> Group:
        """A group with the bot in it; with `by` the bot is told who added it (my_chat_member)."""
        return Group.create(self.world, self.bot, title, kind, by)

    def inject(self, raw: dict[str, Any], bot: BotAccount | None = None) -> int:
        """Queue any dictionary as an update; returns its update_id, given where missing."""
        return (bot or self.bot).push_raw(raw)

    def calls(self, method: str, **params: Any) -> list[Call]:
        """The recorded calls of a method with these parameters."""
        return [
            call
            for call in self.record
            if call.method == method and all(call.params.get(name) == value for name, value in params.items())
        ]

    async def until(self, condition: Callable[[], Any], seconds: float = 5.0) -> Any:
        """Wait, in real time, until `condition()` holds, tried after everything a bot does; returns its value.

        Raises TimeoutError.
        """
        deadline = time.monotonic() + seconds
        while not (value := condition()):
            progress = self._progress
            async with asyncio.timeout(max(0.0, deadline - time.monotonic())):
                await progress.wait()
        return value

    def _note(self) -> None:
        progress, self._progress = self._progress, asyncio.Event()
        progress.set()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        bot = self.world.bots.get(request.match_info["token"])
        if bot is None:
            return _json(Refusal(401, "Unauthorized").body())
        name, handler = METHODS.get(request.match_info["method"].lower(), ("", None))
        if handler is None:
            return _json(Refusal(404, "Not Found").body())
        if self.faults.down:
            return drop(request)
        call = Call(self.world, bot, name, {}, {}, self.clock.now())
        fault: Fault | None = None
        try:
            params, call.uploads = await read_request(request)
            call.params = typed(params)
            fault = self.faults.take(name, call.params.get("chat_id"))
            call.fault = fault.kind if fault is not None else None
            if fault is not None and not fault.kind.endswith("_after"):
                return await self._fail(request, call, fault)
            check_fields(name, call.params, call.uploads)
            methods_media.check_uploads(call)
            call.result = await self._carry_out(request, call, handler)
        except Refusal as refusal:
            call.error = refusal
        if name == "getUpdates":
            if self.faults.down:
                return drop(request)
        else:
            self.record.append(call)
        self._note()
        if fault is not None:
            return await self._fail(request, call, fault)
        return _json(call.error.body() if call.error is not None else {"ok": True, "result": plain(call.result)})

    async def _carry_out(self, request: web.Request, call: Call, handler: Callable[[Call], Any]) -> Any:
        result = handler(call)
        if not inspect.isawaitable(result):
            return result
        self._held[id(request)] = request
        work = asyncio.ensure_future(result)
        try:
            while not work.done():
                changed = asyncio.ensure_future(self.faults.changed.wait())
                try:
                    await asyncio.wait({work, changed}, return_when=asyncio.FIRST_COMPLETED)
                finally:
                    changed.cancel()
                if self.faults.down:
                    return []
            return work.result()
        finally:
            work.cancel()
            self._held.pop(id(request), None)

    async def _fail(self, request: web.Request, call: Call, fault: Fault) -> web.StreamResponse:
        if not fault.kind.endswith("_after") and call.method != "getUpdates":
            call.error = Refusal(0, f"fault: {fault.kind}")
            self.record.append(call)
            self._note()
        log.debug("fault", kind=fault.kind, method=call.method)
        match fault.kind:
            case "429":
                return _json(too_many_requests(fault.retry_after).body())
            case "500":
                return _json(Refusal(500, "Internal Server Error").body())
            case "502":
                page = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
                return web.Response(status=502, text=page, content_type="text/html")
            case "409":
                return _json(Refusal(409, "Conflict: terminated by other getUpdates request").body())
            case "silence" | "silence_after":
                self._held[id(request)] = request
                try:
                    await fault.over.wait()
                finally:
                    self._held.pop(id(request), None)
        return drop(request)

    async def _download(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] not in self.world.bots:
            return _json(Refusal(401, "Unauthorized").body())
        if self.faults.down:
            return drop(request)
        fault = self.faults.take("download", None)
        if fault is not None:
            bot = self.world.bots[request.match_info["token"]]
            call = Call(self.world, bot, "download", {"path": request.match_info["path"]}, {}, self.clock.now())
            return await self._fail(request, call, fault)
        stored = self.world.files.at(request.match_info["path"])
        if stored is None:
            return _json(Refusal(404, "Not Found").body())
        return web.Response(body=stored.data, content_type="application/octet-stream")


def _json(body: dict[str, Any]) -> web.Response:
    status = 200 if body["ok"] else body["error_code"]
    return web.Response(text=json.dumps(body, ensure_ascii=False), status=status, content_type="application/json")


def drop(request: web.Request) -> web.Response:
    """Cut the connection with a reset, as a broken network does."""
    transport = request.transport
    if transport is not None:
        connection = transport.get_extra_info("socket")
        if connection is not None:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()
    return web.Response(status=444)
