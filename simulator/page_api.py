"""What the page of phones asks for: everybody's chats, changes as they come, and acts of people."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import telegram
from aiohttp import ClientError, ClientSession, ClientTimeout, web

from simulator.areas import outlines
from simulator.cast import CAST, PLACES, POSTS, SHOWN_FIRST
from simulator.chat import Chat, Message
from simulator.files import StoredFile
from simulator.first_page import first_page
from simulator.page_acts import ACTS
from simulator.refusal import Refusal
from simulator.server import Simulator

ASSETS = Path(__file__).parent / "page"
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
}
SWITCHED = ("silence", "429")
"""Faults that the page can put in force."""
PDF = "application/pdf"
CURTAIN_WITHIN = ClientTimeout(total=3)
HEARTBEAT = 15.0
"""Seconds after which an idle stream of events says that it is alive."""


def message_view(message: Message) -> dict[str, Any]:
    """A message as the Bot API has it, with what only its reader sees."""
    return {
        **message.wire().to_dict(),
        "out": not message.from_bot,
        "edited": message.edited,
        "silent": message.silent,
        "reactions": message.reactions,
        "pinned": message.id in message.chat.pinned,
    }


def chat_view(chat: Chat) -> dict[str, Any]:
    """A chat's state apart from its messages."""
    brought = chat.keyboard.brought if chat.keyboard is not None else None
    keyboard = brought if isinstance(brought, telegram.ReplyKeyboardMarkup) else None
    return {
        "id": chat.id,
        "started": chat.started,
        "blocked": chat.blocked,
        "keys": [[key.to_dict() for key in row] for row in chat.keys],
        "placeholder": keyboard.input_field_placeholder if keyboard is not None else None,
    }


class PageApi:
    """The routes of the page, over one simulator.

    `areas` is a GeoJSON file for the map, `curtain` the address where the bot tells what goes on behind it.
    """

    def __init__(self, simulator: Simulator, areas: Path | None = None, curtain: str | None = None) -> None:
        self.simulator = simulator
        self._areas = outlines(areas) if areas is not None else []
        self._curtain = curtain
        self._streams: list[asyncio.Queue[dict[str, Any]]] = []
        simulator.world.observers.append(self._observe)

    def routes(self) -> list[web.RouteDef]:
        """The page, its state, its stream of events, files, and acts."""
        return [
            web.get("/", self._index),
            web.get("/page/{name:[a-z_]+\\.(?:js|css)}", self._asset),
            web.get("/page/state", self._state),
            web.get("/page/events", self._events),
            web.get("/page/areas", self._outlines),
            web.get("/page/curtain", self._behind),
            web.get("/page/files/{file_id}", self._file),
            web.get("/page/files/{file_id}/first-page", self._first_page),
            web.put("/page/faults/{kind}", self._fault),
            web.delete("/page/faults/{kind}", self._fault),
            web.post("/page/people/{person}/{act}", self._act),
        ]

    def _observe(self, event: str, chat: Chat | None, details: dict[str, Any]) -> None:
        news: dict[str, Any] = {"event": event, **details}
        if chat is None:
            news["commands"] = self._commands()
        else:
            news["chat"] = chat_view(chat)
            message = chat.find(details["message_id"]) if "message_id" in details else None
            if message is not None:
                news["message"] = message_view(message)
        for stream in self._streams:
            stream.put_nowait(news)

    def _commands(self) -> list[dict[str, Any]]:
        listed = [command for commands in self.simulator.bot.commands.values() for command in commands]
        return list({command.command: command.to_dict() for command in listed}.values())

    async def _index(self, request: web.Request) -> web.FileResponse:
        return web.FileResponse(ASSETS / "index.html", headers=HEADERS)

    async def _asset(self, request: web.Request) -> web.FileResponse:
        asset = ASSETS / request.match_info["name"]
        if not asset.is_file():
            raise web.HTTPNotFound
        return web.FileResponse(asset, headers=HEADERS)

    async def _state(self, request: web.Request) -> web.Response:
        parts = {part["telegram_id"]: part for part in CAST}
        people = [
            {
                "id": person.id,
                "name": person.name,
                "role": parts.get(person.id, {}).get("role", ""),
                "position": person.position or parts.get(person.id, {}).get("position"),
                "chat": chat_view(person.chat),
                "messages": [message_view(message) for message in person.chat.messages],
            }
            for person in self.simulator.people
        ]
        return web.json_response(
            {
                "bot": {"name": self.simulator.bot.user.first_name, "username": self.simulator.bot.user.username},
                "commands": self._commands(),
                "people": people,
                "shown": SHOWN_FIRST,
                "places": PLACES,
                "posts": POSTS,
                "faults": self._faults(),
                "clock": self.simulator.clock.reading(),
            }
        )

    def _faults(self) -> list[str]:
        return sorted({fault.kind for fault in self.simulator.faults.in_force})

    async def _fault(self, request: web.Request) -> web.Response:
        kind = request.match_info["kind"]
        if kind not in SWITCHED:
            raise web.HTTPNotFound(text="no such switch")
        for fault in [one for one in self.simulator.faults.in_force if one.kind == kind]:
            self.simulator.faults.clear(fault)
        if request.method == "PUT":
            self.simulator.faults.add(kind)
        for stream in self._streams:
            stream.put_nowait({"event": "faults", "faults": self._faults()})
        return web.json_response(self._faults())

    async def _outlines(self, request: web.Request) -> web.Response:
        return web.json_response(self._areas)

    async def _behind(self, request: web.Request) -> web.Response:
        if self._curtain is None:
            raise web.HTTPNotFound(text="no curtain")
        try:
            async with (
                ClientSession(timeout=CURTAIN_WITHIN) as session,
                session.get(self._curtain, params=request.query) as answer,
            ):
                return web.json_response(await answer.json(), status=answer.status)
        except (ClientError, TimeoutError) as error:
            raise web.HTTPBadGateway(text="the bot does not answer") from error

    async def _events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await response.prepare(request)
        async for news in self._news():
            line = f"data: {json.dumps(news, ensure_ascii=False)}\n\n" if news else ": alive\n\n"
            await response.write(line.encode())
        return response

    async def _news(self) -> AsyncIterator[dict[str, Any] | None]:
        stream: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._streams.append(stream)
        clock = self.simulator.clock

        async def watch_clock() -> None:
            while True:
                stream.put_nowait({"event": "clock", "clock": clock.reading()})
                await clock.next_move(clock.version)

        watch = asyncio.create_task(watch_clock())
        try:
            while True:
                try:
                    yield await asyncio.wait_for(stream.get(), HEARTBEAT)
                except TimeoutError:
                    yield None
        finally:
            watch.cancel()
            self._streams.remove(stream)

    def _stored(self, request: web.Request) -> StoredFile:
        try:
            return self.simulator.world.files.find(request.match_info["file_id"])
        except Refusal as refusal:
            raise web.HTTPNotFound(text=refusal.description) from refusal

    async def _file(self, request: web.Request) -> web.Response:
        stored = self._stored(request)
        headers = {"X-Content-Type-Options": "nosniff"}
        if stored.mime == PDF:
            # A browser's own reader of PDF does not open in a sandbox.
            headers["Content-Disposition"] = "inline"
            return web.Response(body=stored.data, content_type=PDF, headers=headers)
        headers["Content-Security-Policy"] = "sandbox"
        if stored.kind not in ("photo", "voice", "video", "video_note"):
            headers["Content-Disposition"] = "attachment"
        return web.Response(body=stored.data, content_type=stored.mime, headers=headers)

    async def _first_page(self, request: web.Request) -> web.Response:
        picture = first_page(self._stored(request).data)
        if picture is None:
            raise web.HTTPNotFound(text="no page to show")
        return web.Response(body=picture, content_type="image/png")

    async def _act(self, request: web.Request) -> web.Response:
        person = next((one for one in self.simulator.people if str(one.id) == request.match_info["person"]), None)
        act = ACTS.get(request.match_info["act"])
        if person is None or act is None:
            raise web.HTTPNotFound(text="no such person or act")
        order: dict[str, Any]
        if request.content_type == "application/json":
            order = await request.json()
        else:
            form = await request.post()
            order = {**form, "files": form.getall("file", [])}
        try:
            act(person, order)
        except (AssertionError, KeyError, IndexError, TypeError, ValueError) as error:
            return web.json_response({"error": str(error) or type(error).__name__}, status=400)
        except Refusal as refusal:
            return web.json_response({"error": refusal.description}, status=400)
        return web.json_response({"done": True})


def page_routes(simulator: Simulator, areas: Path | None = None, curtain: str | None = None) -> list[web.RouteDef]:
    """Routes of the page over this simulator; see `PageApi`."""
    return PageApi(simulator, areas, curtain).routes()
