"""The simulator's time: stands still, or runs, and moves forward when told."""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import web

FASTEST = 100
LONGEST_WAIT = 25.0
"""Seconds a request for the next move is held open."""


class SimulatedClock:
    """An aware UTC clock, whose time only goes forward unless somebody sets it (`jump`).

    Standing still (``running=False``) it moves by `forward` alone; running, `speed` seconds of it pass in a real one.
    `version` rises with every move, so that a reader can wait for the next one.
    """

    def __init__(self, start: datetime | None = None, running: bool = False) -> None:
        if start is not None and start.tzinfo is None:
            raise ValueError("the clock's start must be an aware datetime")
        self._base = (start or datetime.now(UTC)).astimezone(UTC)
        self._since = time.monotonic()
        self.running = running
        self.speed = 1.0
        self.version = 1
        self._moved = asyncio.Event()

    def now(self) -> datetime:
        """The simulated moment, in UTC."""
        elapsed = (time.monotonic() - self._since) * self.speed if self.running else 0.0
        return self._base + timedelta(seconds=elapsed)

    def forward(self, **duration: float) -> datetime:
        """Move on by ``timedelta(**duration)``; raises ValueError for a step back."""
        step = timedelta(**duration)
        if step < timedelta(0):
            raise ValueError("time does not go back")
        self._set(self.now() + step)
        return self.now()

    def jump(self, **duration: float) -> datetime:
        """Be set, as clocks are: ahead, or with a negative duration back."""
        self._set(self.now() + timedelta(**duration))
        return self.now()

    def set_running(self, running: bool) -> None:
        """Let time run, or make it stand still."""
        now = self.now()
        self.running = running
        self._set(now)

    def set_speed(self, speed: float) -> None:
        """Let time run so many times as fast as real time; raises ValueError unless it is from 1 to 100."""
        if not 1 <= speed <= FASTEST:
            raise ValueError(f"the speed must be from 1 to {FASTEST}")
        now = self.now()
        self.speed = speed
        self._set(now)

    async def next_move(self, seen: int, longest: float = LONGEST_WAIT) -> None:
        """Return when `version` differs from `seen`, or after `longest` real seconds."""
        try:
            async with asyncio.timeout(longest):
                while self.version == seen:
                    await self._moved.wait()
        except TimeoutError:
            return

    def reading(self) -> dict[str, Any]:
        """What ``GET /clock`` answers."""
        return {"version": self.version, "now": self.now().timestamp(), "running": self.running, "speed": self.speed}

    def _set(self, moment: datetime) -> None:
        self._base, self._since = moment, time.monotonic()
        self.version += 1
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()


def clock_routes(clock: SimulatedClock) -> list[web.RouteDef]:
    """``GET /clock?seen=<version>`` waits for a move; ``POST /clock`` moves, pauses or runs."""

    async def read(request: web.Request) -> web.Response:
        seen = request.query.get("seen")
        if seen is not None:
            if not seen.isdigit():
                return web.json_response({"error": "seen must be a version number"}, status=400)
            await clock.next_move(int(seen))
        return web.json_response(clock.reading())

    async def move(request: web.Request) -> web.Response:
        order = await request.json()
        try:
            if "forward" in order:
                clock.forward(seconds=float(order["forward"]))
            if "speed" in order:
                clock.set_speed(float(order["speed"]))
            if "running" in order:
                clock.set_running(bool(order["running"]))
        except (TypeError, ValueError) as error:
            return web.json_response({"error": str(error)}, status=400)
        return web.json_response(clock.reading())

    return [web.get("/clock", read), web.post("/clock", move)]
