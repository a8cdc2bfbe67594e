"""A database of its own for each test, on disk: every test runs on each kind."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from alarms import CITIZEN, NOON, record
from behind import Behind
from databases import BOTH, NewDatabase

from core.case import Case
from storage import procedures
from storage.batch import Batch
from storage.database import Database
from storage.waiting import Waiting


@pytest.fixture(params=BOTH)
def url(request: pytest.FixtureRequest, new_database: NewDatabase, tmp_path: Path) -> str:
    """Where the database is."""
    return new_database(request.param, tmp_path / "kept")


@pytest.fixture
def behind(url: str) -> Behind:
    """Somebody who is at the database behind our back."""
    return Behind(url)


@pytest.fixture
async def db(url: str) -> AsyncIterator[Database]:
    """An open database that knows one version of a procedure."""
    database = await Database.open(url)
    await procedures.freeze(database, "panic@1", "panic", "id: panic", NOON)
    yield database
    await database.close()


@pytest.fixture
def keep(db: Database) -> Callable[..., Awaitable[None]]:
    """Commit the citizen and cases that have just been opened."""

    async def commit(*cases: Case, waiting: tuple[Waiting, ...] = ()) -> None:
        batch = Batch(db)
        unit = batch.unit(NOON)
        unit.save_person(CITIZEN)
        for case in cases:
            record(unit, case, waiting)
        batch.accept(unit)
        await batch.commit([], at=NOON)

    return commit
