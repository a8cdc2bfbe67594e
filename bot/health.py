"""GET /health: how much is under way, for whoever watches over the service; nothing personal in it.

503 when nobody ticks any more, or an update has waited for a minute.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from typing import Any

import structlog
from aiohttp import web

from bot.errors import ListenError
from bot.settings import Listen

log = structlog.get_logger()

LATEST_TICK = timedelta(seconds=30)
LONGEST_WAIT_S = 60
CLOSE_WITHIN_S = 1.0
VERSION = version("sigap")


@dataclass(frozen=True, slots=True)
class Vitals:
    """One reading of every part.

    `paced_until` is when the earliest chat that waits for its pace may be sent to, `waited_s` how long the oldest
    update of the inbox has waited, `ticked_at` the last tick (or the start) in real time, `progress` a number that
    grows whenever any part has finished something. `standby` says that another process works.
    """

    inbox: int
    parked: int
    outbox: Mapping[str, int]
    cards: int
    sending: int
    paced_until: datetime | None
    errands: int
    errands_retrying: int
    uncertain: int
    last_update_id: int | None
    clock: int
    waited_s: float
    ticked_at: datetime
    progress: int
    standby: bool = False

    @property
    def is_idle(self) -> bool:
        """Whether every part says that it has nothing to do."""
        return not any((self.inbox, *self.outbox.values(), self.cards, self.sending, self.errands))

    def agrees(self, other: "Vitals") -> bool:
        """Whether nothing has moved between the two."""
        return replace(self, waited_s=other.waited_s, ticked_at=other.ticked_at) == other


Probe = Callable[[], Awaitable[Vitals]]


class Health:
    """The HTTP server on LISTEN.

    The parts are read one after another, and work moves between them meanwhile. So a reading of all zeros counts only
    when a second one agrees with it: then nothing has moved in between, and nothing is under way.
    """

    def __init__(self, listen: Listen, probe: Probe, *routes: web.RouteDef) -> None:
        """`routes` are answered beside it."""
        self._listen, self._probe = listen, probe
        app = web.Application()
        app.router.add_routes([web.get("/health", self._answer), *routes])
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=CLOSE_WITHIN_S)

    async def start(self) -> None:
        """Listen; raises ListenError."""
        await self._runner.setup()
        try:
            site = web.TCPSite(self._runner, *self._listen)
            await site.start()
        except OSError as error:
            await self._runner.cleanup()
            raise ListenError(host=self._listen.host, port=self._listen.port, reason=error.strerror) from error

    async def stop(self) -> None:
        """Listen no more."""
        await self._runner.cleanup()

    async def _answer(self, request: web.Request) -> web.Response:
        try:
            vitals = await self._read()
        except Exception as error:
            log.error("health.fault", error=type(error).__name__)
            return web.json_response({"status": "late", "version": VERSION}, status=503)
        report = _report(vitals)
        return web.json_response(report, status=503 if report["status"] == "late" else 200)

    async def _read(self) -> Vitals:
        last = await self._probe()
        while last.is_idle:
            earlier, last = last, await self._probe()
            if earlier.agrees(last):
                break
        return last


def _report(vitals: Vitals) -> dict[str, Any]:
    late = datetime.now(UTC) - vitals.ticked_at > LATEST_TICK or vitals.waited_s > LONGEST_WAIT_S
    return {
        "status": "standby" if vitals.standby else "late" if late else "ok",
        "inbox": vitals.inbox,
        "parked": vitals.parked,
        "outbox": dict(vitals.outbox),
        "cards": vitals.cards,
        "sending": vitals.sending,
        "paced_until": vitals.paced_until.isoformat() if vitals.paced_until is not None else None,
        "errands": vitals.errands,
        "errands_retrying": vitals.errands_retrying,
        "uncertain": vitals.uncertain,
        "last_tick": vitals.ticked_at.isoformat(),
        "last_update_id": vitals.last_update_id,
        "clock": vitals.clock,
        "version": VERSION,
    }
