"""The simulated Telegram in one object: the world, its people, and the server that bots call."""

import asyncio
import socket
import time
from collections.abc import Callable
from typing import Any

from aiohttp import web

from simulator.bot_api import BotApi
from simulator.clock import SimulatedClock, clock_routes
from simulator.faults import Faults, fault_routes
from simulator.groups import Group
from simulator.limits import Limits
from simulator.people import Person
from simulator.updates import BotAccount
from simulator.wire import Call
from simulator.world import World

DEFAULT_TOKEN = "42:simulated"  # noqa: S105 - it opens nothing but the simulator
LARGEST_REQUEST = 60 * 1024 * 1024


class Simulator:
    """A local Telegram; `record` is what the bots asked for, see `BotApi`."""

    def __init__(self, clock: SimulatedClock | None = None, token: str = DEFAULT_TOKEN) -> None:
        self.world = World(clock or SimulatedClock())
        self._api = BotApi(self.world, self._note)
        self.record = self._api.record
        self._progress = asyncio.Event()
        self.bot = self.add_bot(token)
        self.base_url = ""
        self.app = web.Application(client_max_size=LARGEST_REQUEST)
        self.app.add_routes([*self._api.routes(), *clock_routes(self.clock), *fault_routes(self.faults)])
        self._runner: web.AppRunner | None = None
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
        self._api.drop_held()
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
