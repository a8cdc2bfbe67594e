"""One bot for all scenarios of a run; each scenario has people of its own, and fails on a message nobody expected."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from city import City


@pytest.fixture(scope="session")
async def town(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[City]:
    """The city that scenarios share."""
    # Crowds of other scenarios are no storm; test_storm.py founds cities where they are.
    city = await City.found(tmp_path_factory.mktemp("town"), STORM_ALARMS="0")
    yield city
    assert await city.end() == 0
    assert '"level": "error"' not in city.bot.log


@pytest.fixture
async def city(town: City) -> AsyncIterator[City]:
    """The city, with nobody in it yet, at 14:00."""
    await town.begin()
    yield town
    town.telegram.faults.clear()
    assert await town.leave() == []


@pytest.fixture
async def found(tmp_path: Path) -> AsyncIterator[Callable[..., Awaitable[City]]]:
    """Founds a city of its own, for a scenario that needs other settings."""
    cities: list[City] = []

    async def found(**settings: str) -> City:
        cities.append(await City.found(tmp_path, **settings))
        return cities[-1]

    yield found
    for one in cities:
        assert await one.leave() == []
        assert await one.end() == 0
        assert '"level": "error"' not in one.bot.log
