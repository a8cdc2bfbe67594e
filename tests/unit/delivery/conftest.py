"""A database, a standing clock, and delivery with somebody who plays Telegram."""

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[2]
sys.path += [str(TESTS / "errands"), str(TESTS / "storage")]

from alarms import CITIZEN, NOON, alarm, record  # noqa: E402
from post_office import PostOffice  # noqa: E402
from standing_clock import StandingClock  # noqa: E402

from storage import procedures  # noqa: E402
from storage.batch import Batch  # noqa: E402
from storage.database import Database  # noqa: E402


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    """A database that knows a citizen and their open alarm, case 1."""
    database = await Database.open(f"sqlite+aiosqlite:///{tmp_path / 'sigap.db'}")
    await procedures.freeze(database, "panic@1", "panic", "id: panic", NOON)
    batch = Batch(database)
    unit = batch.unit(NOON)
    unit.save_person(CITIZEN)
    record(unit, alarm(1))
    batch.accept(unit)
    await batch.commit([], at=NOON)
    yield database
    await database.close()


@pytest.fixture
def clock() -> StandingClock:
    """A clock that stands at noon."""
    return StandingClock()


@pytest.fixture
async def office(db: Database, clock: StandingClock) -> AsyncIterator[PostOffice]:
    """Delivery, not running yet."""
    office = PostOffice(db, clock)
    yield office
    await office.stop()
