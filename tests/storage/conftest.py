"""A database of its own for each test, on disk."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from alarms import CITIZEN, NOON, record

from core.case import Case
from storage import procedures
from storage.batch import Batch
from storage.database import Database
from storage.rows import Waiting


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database is."""
    return tmp_path / "kept" / "sigap.db"


@pytest.fixture
async def db(path: Path) -> AsyncIterator[Database]:
    """An open database that knows one version of a procedure."""
    database = await Database.open(f"sqlite+aiosqlite:///{path}")
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
