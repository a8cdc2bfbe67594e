"""The Bot API over HTTP: each call of a bot is checked, carried out and recorded, or goes wrong as a fault says."""

import asyncio
import inspect
import json
import socket
import struct
from collections.abc import Callable
from typing import Any

import structlog
from aiohttp import web

from simulator import methods_account, methods_edits, methods_media, methods_messages, methods_updates
from simulator.faults import Fault
from simulator.refusal import Refusal, too_many_requests
from simulator.wire import METHODS, Call, check_fields, plain, read_request, typed
from simulator.world import World

HANDLERS = (methods_account, methods_edits, methods_media, methods_messages, methods_updates)

log = structlog.get_logger()


class BotApi:
    """What bots ask of a world; `note` is called after everything that one does.

    `record` is everything they asked for, oldest first, with what they got; getUpdates is left out.
    """

    def __init__(self, world: World, note: Callable[[], None]) -> None:
        self.record: list[Call] = []
        self._world, self._note = world, note
        self._held: dict[int, web.Request] = {}

    def routes(self) -> list[web.RouteDef]:
        """The methods, and the files."""
        return [
            web.route("*", "/bot{token:[^/]+}/{method}", self._answer),
            web.get("/file/bot{token:[^/]+}/{path:.+}", self._download),
        ]

    def drop_held(self) -> None:
        """Cut every connection that still waits for its answer."""
        for request in list(self._held.values()):
            drop(request)

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        bot = self._world.bots.get(request.match_info["token"])
        if bot is None:
            return _json(Refusal(401, "Unauthorized").body())
        name, handler = METHODS.get(request.match_info["method"].lower(), ("", None))
        if handler is None:
            return _json(Refusal(404, "Not Found").body())
        if self._world.faults.down:
            return drop(request)
        call = Call(self._world, bot, name, {}, {}, self._world.clock.now())
        fault: Fault | None = None
        try:
            params, call.uploads = await read_request(request)
            call.params = typed(params)
            fault = self._world.faults.take(name, call.params.get("chat_id"))
            call.fault = fault.kind if fault is not None else None
            if fault is not None and not fault.kind.endswith("_after"):
                return await self._fail(request, call, fault)
            check_fields(name, call.params, call.uploads)
            methods_media.check_uploads(call)
            call.result = await self._carry_out(request, call, handler)
        except Refusal as refusal:
            call.error = refusal
        if name == "getUpdates":
            if self._world.faults.down:
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
                changed = asyncio.ensure_future(self._world.faults.changed.wait())
                try:
                    await asyncio.wait({work, changed}, return_when=asyncio.FIRST_COMPLETED)
                finally:
                    changed.cancel()
                if self._world.faults.down:
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
        if request.match_info["token"] not in self._world.bots:
            return _json(Refusal(401, "Unauthorized").body())
        if self._world.faults.down:
            return drop(request)
        fault = self._world.faults.take("download", None)
        if fault is not None:
            bot = self._world.bots[request.match_info["token"]]
            call = Call(self._world, bot, "download", {"path": request.match_info["path"]}, {}, self._world.clock.now())
            return await self._fail(request, call, fault)
        stored = self._world.files.at(request.match_info["path"])
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
