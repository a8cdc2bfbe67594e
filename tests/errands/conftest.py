"""A database, a clock and the errands' loop for each test, and a server that plays whoever is asked."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from played_parts import PATIENCE_S, Ask, Counterpart, Loop, Running
from standing_clock import StandingClock

from bot.errands import ErrandKind, Errands
from storage.batch import Batch
from storage.database import Database
from storage.errands import Errand, ErrandRow


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    """An empty database."""
    database = await Database.open(f"sqlite+aiosqlite:///{tmp_path / 'sigap.db'}")
    yield database
    await database.close()


@pytest.fixture
def clock() -> StandingClock:
    """A clock that stands at noon."""
    return StandingClock()


@pytest.fixture
def ask(db: Database, clock: StandingClock) -> Ask:
    """Commit errands, as a unit of work does."""

    async def commit(*errands: Errand) -> list[ErrandRow]:
        batch = Batch(db)
        unit = batch.unit(clock.now())
        for errand in errands:
            unit.ask(errand)
        batch.accept(unit)
        return list((await batch.commit([], at=clock.now())).errands)

    return commit


@pytest.fixture
def running(db: Database, clock: StandingClock, ask: Ask) -> Running:
    """Run the loop with some kinds of errands, as from a start."""

    @asynccontextmanager
    async def run(kinds: Mapping[str, ErrandKind]) -> AsyncIterator[Loop]:
        woken: list[None] = []
        errands = Errands(db, clock, kinds, lambda: woken.append(None))
        await errands.load()
        task = asyncio.create_task(errands.run())
        try:
            yield Loop(errands, woken, ask, clock)
        finally:
            errands.stop()
            await asyncio.wait_for(task, PATIENCE_S)

    return run


@pytest.fixture
async def counterpart() -> AsyncIterator[Counterpart]:
    """A data centre, or a geocoder."""
    played = Counterpart()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", played.answer)
    async with TestServer(app) as server:
        played.url = str(server.make_url("/")).rstrip("/")
        yield played
