"""The simulated clock stands, runs, moves, and tells others over HTTP."""

import asyncio
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from simulator import SimulatedClock, Simulator

START = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)


def test_it_stands_still_until_moved() -> None:
    """Time is what it was set to, and moves by what is asked."""
    clock = SimulatedClock(START)
    before = (clock.now(), clock.version)
    clock.forward(minutes=2, seconds=30)
    assert before == (START, 1)
    assert (clock.now(), clock.version) == (START + timedelta(seconds=150), 2)


def test_running_it_follows_real_time() -> None:
    """A running clock never shows a moment twice going back, and stopping freezes it."""
    clock = SimulatedClock(START, running=True)
    readings = [clock.now() for _ in range(100)]
    clock.set_running(False)
    assert readings == sorted(readings)
    assert clock.now() == clock.now()
    assert clock.now() > START


@pytest.mark.parametrize("step", [{"seconds": -1}, {"hours": 1, "minutes": -61}])
def test_it_does_not_go_back(step: dict[str, float]) -> None:
    """A negative step raises."""
    with pytest.raises(ValueError, match="time does not go back"):
        SimulatedClock(START).forward(**step)


def test_its_start_must_be_aware() -> None:
    """A naive start raises."""
    with pytest.raises(ValueError, match="aware"):
        SimulatedClock(datetime(2026, 1, 5))  # noqa: DTZ001


async def test_http_reads_moves_and_waits(simulated: Simulator) -> None:
    """GET answers at once without `seen`; with the current version it waits for the next move."""
    async with aiohttp.ClientSession(simulated.base_url) as session:
        reading = await (await session.get("/clock")).json()
        waiting = asyncio.create_task(session.get("/clock", params={"seen": reading["version"]}))
        moved = await (await session.post("/clock", json={"forward": 90})).json()
        seen = await (await asyncio.wait_for(waiting, 2)).json()
        refused = await session.post("/clock", json={"forward": -1})
    assert reading == {"version": 1, "now": START.timestamp(), "running": False, "speed": 1.0}
    assert seen == moved == {"version": 2, "now": START.timestamp() + 90, "running": False, "speed": 1.0}
    assert refused.status == 400


def test_it_runs_faster_when_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty seconds pass in one; what has passed before stays, and only 1 to 100 will do."""
    real = 100.0
    monkeypatch.setattr("simulator.clock.time.monotonic", lambda: real)
    clock = SimulatedClock(running=True)
    start = clock.now()
    clock.set_speed(20)
    real = 103.0
    assert clock.now() - start == timedelta(seconds=60)
    clock.set_speed(1)
    real = 104.0
    assert clock.now() - start == timedelta(seconds=61)
    with pytest.raises(ValueError, match="from 1 to 100"):
        clock.set_speed(0.5)
