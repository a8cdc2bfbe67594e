"""/health: people's watchdog, and the tests' barrier."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from typing import Any

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import unused_port

from bot.errors import ListenError
from bot.health import Health, Vitals
from bot.settings import Listen


def idle(**changes: Any) -> Vitals:
    """A service with nothing to do."""
    vitals = Vitals(
        inbox=0,
        parked=0,
        outbox={"alarm": 0, "reply": 0},
        cards=0,
        sending=0,
        paced_until=None,
        errands=0,
        errands_retrying=0,
        uncertain=0,
        last_update_id=None,
        clock=1,
        waited_s=0.0,
        ticked_at=datetime.now(UTC),
        progress=0,
    )
    return replace(vitals, **changes)


def in_turn(*readings: Vitals) -> Callable[[], Awaitable[Vitals]]:
    """A probe that reads these one after another, the last again and again."""
    left = list(readings)

    async def probe() -> Vitals:
        return left.pop(0) if len(left) > 1 else left[0]

    return probe


@asynccontextmanager
async def listening(probe: Callable[[], Awaitable[Vitals]]) -> AsyncIterator[str]:
    """The address of a health server."""
    listen = Listen("127.0.0.1", unused_port())
    health = Health(listen, probe)
    await health.start()
    try:
        yield f"http://{listen.host}:{listen.port}"
    finally:
        await health.stop()


async def read(probe: Callable[[], Awaitable[Vitals]]) -> tuple[int, dict[str, Any]]:
    """Status and JSON of one look at /health."""
    async with listening(probe) as url, ClientSession() as session, session.get(f"{url}/health") as response:
        return response.status, await response.json()


async def test_health_says_how_much_is_under_way() -> None:
    """Every number of the reading, and nothing else."""
    ticked_at = datetime.now(UTC)
    vitals = idle(
        inbox=1, parked=2, outbox={"alarm": 3}, cards=4, sending=5, errands=6, errands_retrying=7, uncertain=8
    )
    vitals = replace(vitals, last_update_id=9, clock=10, paced_until=ticked_at, ticked_at=ticked_at)
    told = await read(in_turn(vitals))
    expected = {
        "status": "ok",
        "inbox": 1,
        "parked": 2,
        "outbox": {"alarm": 3},
        "cards": 4,
        "sending": 5,
        "paced_until": ticked_at.isoformat(),
        "errands": 6,
        "errands_retrying": 7,
        "uncertain": 8,
        "last_tick": ticked_at.isoformat(),
        "last_update_id": 9,
        "clock": 10,
        "version": version("sigap"),
    }
    assert (200, expected) == told


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"ticked_at": datetime.now(UTC) - timedelta(minutes=10)}, (503, "late")),
        ({"inbox": 1, "waited_s": 61.0}, (503, "late")),
        ({"inbox": 1, "waited_s": 59.0}, (200, "ok")),
        ({"errands_retrying": 5, "uncertain": 3, "parked": 1}, (200, "ok")),
    ],
    ids=["no tick", "waited too long", "waits", "retries"],
)
async def test_health_warns_when_nobody_ticks_or_an_update_waits(
    changes: dict[str, Any], expected: tuple[int, str]
) -> None:
    """Late is a status of 503; what waits for a retry is not late."""
    status, told = await read(in_turn(idle(**changes)))
    assert expected == (status, told["status"])


@pytest.mark.parametrize(
    "busy",
    [{"inbox": 1}, {"outbox": {"alarm": 1}}, {"cards": 1}, {"sending": 1}, {"errands": 1}],
    ids=lambda d: next(iter(d)),
)
async def test_zeros_count_only_when_nothing_has_moved(busy: dict[str, Any]) -> None:
    """Work that slipped past the first reading shows in the second, which is what is told."""
    slipped = in_turn(idle(progress=1), idle(progress=2, **busy))
    _, told = await read(slipped)
    name, value = next(iter(busy.items()))
    assert value == told[name]


async def test_zeros_are_read_until_two_readings_agree() -> None:
    """Two readings of zeros between which something was finished prove nothing; the ones after it do."""
    probe = in_turn(idle(progress=1), idle(progress=2), idle(progress=3, last_update_id=7))
    assert (await read(probe))[1]["last_update_id"] == 7


async def test_a_probe_that_fails_is_late() -> None:
    """A database that cannot be read makes the watchdog bark, not the server fall."""

    async def probe() -> Vitals:
        raise OSError("disk gone")

    assert (503, {"status": "late", "version": version("sigap")}) == await read(probe)


async def test_a_port_that_is_taken_is_told_on_one_line() -> None:
    """The error names the setting, the address and the mend."""
    async with listening(in_turn(idle())) as url:
        port = int(url.rpartition(":")[2])
        with pytest.raises(ListenError) as caught:
            await Health(Listen("127.0.0.1", port), in_turn(idle())).start()
    message = str(caught.value)
    assert f'LISTEN="127.0.0.1:{port}"' in message
    assert "address already in use" in message
    assert "\n" not in message


async def test_there_is_nothing_else_to_see() -> None:
    """Any other path is not found, and nothing can be posted."""
    async with listening(in_turn(idle())) as url, ClientSession() as session:
        statuses = [(await session.get(url + "/")).status, (await session.post(url + "/health")).status]
    assert statuses == [404, 405]
