"""A city in which things go wrong: one that the tests share, mended after each, or one of its own that may be lost."""

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "scenarios"))

from mortal import MortalCity
from stricken import StrickenCity


@pytest.fixture(scope="session")
async def stricken(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[StrickenCity]:
    """The city that tests share."""
    city = await StrickenCity.found(tmp_path_factory.mktemp("stricken"), STORM_ALARMS="0")
    yield city
    assert await city.end() == 0


@pytest.fixture
async def city(stricken: StrickenCity) -> AsyncIterator[StrickenCity]:
    """The city at 14:00 of a day of its own, with nobody in it and nothing wrong yet."""
    await stricken.begin()
    yield stricken
    stricken.faults.clear()
    await stricken.settle()
    await stricken.leave()


@pytest.fixture
async def doomed(tmp_path: Path) -> AsyncIterator[StrickenCity]:
    """A city of its own, whose bot may end as it likes."""
    city = await StrickenCity.found(tmp_path, STORM_ALARMS="0")
    yield city
    await city.end()


@pytest.fixture
async def mortal(tmp_path: Path) -> AsyncIterator[MortalCity]:
    """A city of its own, whose bot is killed often and quickly started."""
    city = await MortalCity.found(tmp_path)
    yield city
    await city.end()
