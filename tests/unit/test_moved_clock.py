"""The bot's clock, where the simulator keeps it."""

from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.clock import MovedClock

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told", "passed", "until_a_minute"),
    [
        ({"running": True}, 3, 57),
        ({"running": True, "speed": 20}, 60, 0),
        ({"running": False, "speed": 20}, 0, None),
    ],
)
async def test_it_keeps_the_pace_it_is_told(monkeypatch, told, passed, until_a_minute):
    """Three real seconds later it has moved by the speed, and waits accordingly; standing still it waits for a move."""
    real = 100.0
    app = web.Application()

    async def reading(_request):
        return web.json_response({"version": 1, "now": NOON.timestamp(), **told})

    app.router.add_get("/clock", reading)
    async with TestServer(app) as server:
        clock = MovedClock(str(server.make_url("/clock")))
        await clock.start()
    monkeypatch.setattr(clock, "_read_at", real)
    monkeypatch.setattr("bot.clock.time.monotonic", lambda: real + 3)

    assert timedelta(seconds=passed) == clock.now() - NOON
    assert until_a_minute == clock._real_seconds(NOON + timedelta(minutes=1))
