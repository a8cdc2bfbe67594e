"""A bot for all scenarios of a run on each kind of database; each scenario has people of its own.

It fails on a message that nobody expected.
"""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from city import City
from databases import BOTH, NewDatabase

PROCEDURES = Path(__file__).parent / "procedures"
OWN_PROCEDURES = PROCEDURES.with_name("own_procedures")


@pytest.fixture(scope="session")
async def towns(
    tmp_path_factory: pytest.TempPathFactory, new_database: NewDatabase
) -> AsyncIterator[Callable[[str], Awaitable[City]]]:
    """Gives the city that scenarios share, by its kind of database; it is founded for the first of them."""
    there: dict[str, City] = {}

    async def town_on(kind: str) -> City:
        if kind not in there:
            folder = tmp_path_factory.mktemp("town")
            # Crowds of other scenarios are no storm; test_storm.py founds cities where they are.
            there[kind] = await City.found(folder, DATABASE_URL=new_database(kind, folder), STORM_ALARMS="0")
        return there[kind]

    yield town_on
    for city in there.values():
        assert await city.end() == 0
        assert '"level": "error"' not in city.bot.log


@pytest.fixture(params=BOTH)
async def town(request: pytest.FixtureRequest, towns: Callable[[str], Awaitable[City]]) -> City:
    """The city of this scenario: each is played on both kinds of database."""
    return await towns(request.param)


@pytest.fixture
async def city(town: City) -> AsyncIterator[City]:
    """The city, with nobody in it yet, at 14:00."""
    await town.begin()
    yield town
    town.telegram.faults.clear()
    assert await town.leave() == []


@pytest.fixture(params=BOTH)
async def found(
    request: pytest.FixtureRequest, tmp_path: Path, new_database: NewDatabase
) -> AsyncIterator[Callable[..., Awaitable[City]]]:
    """Founds a city of its own, on each kind of database, for a scenario that needs other settings."""
    cities: list[City] = []

    async def found(**settings: str) -> City:
        url = new_database(request.param, tmp_path)
        cities.append(await City.found(tmp_path, DATABASE_URL=url, **settings))
        return cities[-1]

    yield found
    for one in cities:
        assert await one.leave() == []
        assert await one.end() == 0
        assert '"level": "error"' not in one.bot.log


@pytest.fixture
def office_with(found: Callable[..., Awaitable[City]], tmp_path: Path) -> Callable[..., Awaitable[City]]:
    """Founds a city whose office has put files of `own_procedures/` into a folder of its own."""

    async def office_with(*names: str) -> City:
        folder = tmp_path / "sops"
        folder.mkdir()
        for name in names:
            shutil.copy(OWN_PROCEDURES / name, folder)
        return await found(SOP_DIR=str(folder))

    return office_with


@pytest.fixture(scope="session")
async def bureaus(
    tmp_path_factory: pytest.TempPathFactory, new_database: NewDatabase
) -> AsyncIterator[Callable[[str], Awaitable[City]]]:
    """Gives the city whose office has procedures of its own, by its kind of database."""
    there: dict[str, City] = {}

    async def bureau_on(kind: str) -> City:
        if kind not in there:
            folder = tmp_path_factory.mktemp("bureau")
            url = new_database(kind, folder)
            there[kind] = await City.found(folder, DATABASE_URL=url, STORM_ALARMS="0", SOP_DIR=str(PROCEDURES))
        return there[kind]

    yield bureau_on
    for city in there.values():
        assert await city.end() == 0
        assert '"level": "error"' not in city.bot.log


@pytest.fixture(params=BOTH)
async def bureau(request: pytest.FixtureRequest, bureaus: Callable[[str], Awaitable[City]]) -> AsyncIterator[City]:
    """An office with procedures of its own (`procedures/`), with nobody in it yet, at 14:00 of some day."""
    city = await bureaus(request.param)
    await city.begin()
    yield city
    city.telegram.faults.clear()
    assert await city.leave() == []
