"""Time, and what wakes us. The database knows what is due; APScheduler only ticks."""

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import aiohttp
import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = structlog.get_logger()

TICK_S = 1
PUT_BACK_BY = timedelta(seconds=1)


class Clock:
    """The one source of time, aware UTC. Pauses end early when a watched event is set or the clock is moved."""

    version = 0

    def __init__(self) -> None:
        self._watchers: set[asyncio.Event] = set()

    def now(self) -> datetime:
        """The present moment."""
        return datetime.now(UTC)

    def watch(self, event: asyncio.Event) -> None:
        """Set that event whenever the clock is moved by hand."""
        self._watchers.add(event)

    async def pause(self, event: asyncio.Event, until: datetime | None) -> None:
        """Wait for the event, or for that moment if it comes first; the event is cleared."""
        seconds = self._real_seconds(until)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(event.wait(), seconds)
        event.clear()

    def _real_seconds(self, until: datetime | None) -> float | None:
        return None if until is None else max(0.0, (until - self.now()).total_seconds())


class PutBack:
    """Notices that the clock was put back: whatever was to wait for seconds would wait for hours."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._looked_at = clock.now()

    def by(self) -> timedelta:
        """How far it was put back since the last look; nothing where it was not, or hardly."""
        before, self._looked_at = self._looked_at, self._clock.now()
        back = before - self._looked_at
        return back if back > PUT_BACK_BY else timedelta(0)


class MovedClock(Clock):
    """A clock that the simulator keeps (`CLOCK_URL`): it may stand still or run faster, and jumps when it is moved."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.version = -1
        self._url = url
        self._base = datetime.now(UTC)
        self._read_at = time.monotonic()
        self._speed = 1.0

    def now(self) -> datetime:
        """The simulator's moment."""
        return self._base + timedelta(seconds=(time.monotonic() - self._read_at) * self._speed)

    def _real_seconds(self, until: datetime | None) -> float | None:
        seconds = super()._real_seconds(until)
        return seconds / self._speed if seconds is not None and self._speed else None

    async def follow(self) -> None:
        """Keep to the simulator's clock until cancelled."""
        async with aiohttp.ClientSession() as session:
            while True:
                try:
                    await self._read(session)
                except (aiohttp.ClientError, TimeoutError):
                    await asyncio.sleep(TICK_S)

    async def start(self) -> None:
        """Read the clock once."""
        async with aiohttp.ClientSession() as session:
            await self._read(session)

    async def _read(self, session: aiohttp.ClientSession) -> None:
        seen = {"seen": str(self.version)} if self.version >= 0 else {}
        async with session.get(self._url, params=seen, raise_for_status=True) as response:
            told = await response.json()
        self._base = datetime.fromtimestamp(told["now"], UTC)
        self._read_at = time.monotonic()
        self._speed = told.get("speed", 1.0) if told["running"] else 0.0
        self.version = told["version"]
        for event in self._watchers:
            event.set()


class Ticker:
    """Calls `tick` every second; a late or missed tick loses nothing."""

    def __init__(self, tick: Callable[[], Awaitable[None]], housekeeping: Callable[[], Awaitable[None]]) -> None:
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )
        self._scheduler.add_job(tick, "interval", seconds=TICK_S, id="tick")
        self._scheduler.add_job(housekeeping, "interval", hours=1, id="housekeeping")

    def start(self) -> None:
        """Begin to tick."""
        self._scheduler.start()

    def stop(self) -> None:
        """Tick no more."""
        self._scheduler.shutdown(wait=False)
