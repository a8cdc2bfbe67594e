"""One bot for all scenarios of a run; each scenario has people of its own, and fails on a message nobody expected."""

from collections.abc import AsyncIterator

import pytest
from city import City


@pytest.fixture(scope="session")
async def town(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[City]:
    """The city that scenarios share."""
    city = await City.found(tmp_path_factory.mktemp("town"))
    yield city
    assert await city.end() == 0
    assert '"level": "error"' not in city.bot.log


@pytest.fixture
async def city(town: City) -> AsyncIterator[City]:
    """The city, with nobody in it yet."""
    yield town
    town.telegram.faults.clear()
    assert await town.leave() == []
