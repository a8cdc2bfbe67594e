"""How the database is opened, written by one at a time, and read without waiting."""

import asyncio
import random
import sqlite3
from collections.abc import AsyncIterator, Callable, Coroutine
from datetime import UTC, datetime
from typing import Any

import pytest
from alarms import NOON
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from behind import Behind
from databases import POSTGRESQL, SQLITE
from sqlalchemy import Connection, insert, select, text
from sqlalchemy.exc import IntegrityError, StatementError

from storage import counters as numbers
from storage import procedures
from storage.database import Database
from storage.faults import ReadOnly
from storage.schema import counters, metadata
from storage.schema import procedures as versions


async def test_migrations_end_at_the_schema(db: Database) -> None:
    """The migrated database and the tables in the code do not differ."""

    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata))

    async with db.writing() as conn:
        assert await conn.run_sync(differences) == []


async def test_every_column_says_what_it_holds() -> None:
    """Each column of each table has a sentence as its comment."""
    silent = [
        str(c) for table in metadata.tables.values() for c in table.columns if not (c.comment or "").endswith(".")
    ]
    assert silent == []


async def test_opening_twice_keeps_what_is_there(url: str) -> None:
    """A second start migrates nothing away."""
    first = await Database.open(url)
    await procedures.freeze(first, "a@1", "a", "id: a", NOON)
    await first.close()
    second = await Database.open(url)
    assert await procedures.source(second, "a@1") == "id: a"
    await second.close()


@pytest.mark.parametrize("url", [SQLITE], indirect=True)
async def test_writes_reach_the_disk_before_commit_returns(db: Database) -> None:
    """SQLite's writer syncs fully, logs ahead and checks foreign keys."""
    async with db.writing() as conn:
        found = [(await conn.execute(text(f"PRAGMA {name}"))).scalar() for name in PRAGMAS]
    assert list(PRAGMAS.values()) == found


PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


async def test_a_naive_moment_is_refused(db: Database) -> None:
    """A moment without a time zone does not get in."""
    row = {"version": "b@1", "id": "b", "source": "", "loaded_at": datetime(2026, 3, 2)}  # noqa: DTZ001
    with pytest.raises(StatementError, match="no time zone"):
        async with db.writing() as conn:
            await conn.execute(insert(versions), row)


@pytest.mark.parametrize("at", [NOON, NOON.replace(microsecond=1), datetime(9999, 12, 31, 23, 59, tzinfo=UTC)])
async def test_a_moment_comes_back_as_it_went(db: Database, at: datetime) -> None:
    """A moment is kept to the microsecond."""
    async with db.writing() as conn:
        await conn.execute(insert(versions), {"version": "b@1", "id": "b", "source": "", "loaded_at": at})
        assert at == (await conn.execute(select(versions.c.loaded_at).where(versions.c.version == "b@1"))).scalar()


async def test_an_exception_rolls_back(db: Database) -> None:
    """What was written before an exception is not there after it."""

    async def write_twice() -> None:
        async with db.writing() as conn:
            await conn.execute(insert(counters), {"name": "a", "value": 1})
            await conn.execute(insert(counters), {"name": "a", "value": 2})

    with pytest.raises(IntegrityError):
        await write_twice()
    async with db.reading() as conn:
        assert (await conn.execute(select(counters))).all() == []


async def test_reading_does_not_wait_for_the_writer(db: Database) -> None:
    """While one writes, others read what was there before."""
    async with db.writing() as writer:
        await writer.execute(insert(counters), {"name": "a", "value": 1})
        async with db.reading() as reader:
            assert (await reader.execute(select(counters))).all() == []


async def test_a_reader_cannot_write(db: Database) -> None:
    """Writing where only reading is promised is an error."""
    with pytest.raises(ReadOnly):
        async with db.reading() as conn:
            await conn.execute(insert(counters), {"name": "a", "value": 1})


async def test_no_increment_is_lost(db: Database) -> None:
    """Forty writers at once who each read and write count to forty."""

    async def increment() -> None:
        async with db.writing() as conn:
            last = (await conn.execute(select(counters.c.value))).scalar() or 0
            await asyncio.sleep(0)
            await numbers.save(conn, {"a": last + 1})

    await asyncio.gather(*(increment() for _ in range(40)))
    async with db.reading() as conn:
        assert (await conn.execute(select(counters.c.value))).scalar() == 40


async def cancelled_anywhere(
    work: Callable[[int], Coroutine[Any, Any, None]], many: int, steps: int
) -> AsyncIterator[None]:
    """Begin so many pieces of work, three at a time, and cancel each three within so many steps; yields after each."""
    chance = random.Random(20260302)
    for start in range(0, many, 3):
        tasks = [asyncio.create_task(work(number)) for number in range(start, start + 3)]
        for _ in range(chance.randrange(steps)):
            await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        yield


@pytest.mark.parametrize("url", [SQLITE], indirect=True)
async def test_a_storm_of_cancellations_leaves_the_lock_free(db: Database) -> None:
    """After 600 writers and readers were cancelled anywhere, another process can write at once."""

    async def work(number: int) -> None:
        async with db.reading() if number % 3 == 0 else db.writing() as conn:
            await conn.execute(select(counters))
            if number % 3:
                await conn.execute(insert(counters), {"name": f"{number}", "value": number})
            await conn.execute(select(counters))

    async for _ in cancelled_anywhere(work, 600, 1000):
        other = sqlite3.connect(db.path, timeout=0, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        other.close()
    await asyncio.wait_for(work(1000), 5)
    async with db.reading() as conn:
        assert (await conn.execute(select(counters.c.value).where(counters.c.name == "1000"))).scalar() == 1000


@pytest.mark.parametrize("url", [POSTGRESQL], indirect=True)
async def test_a_storm_of_cancellations_leaves_no_transaction_open(db: Database, behind: Behind) -> None:
    """After 60 cancelled writers and readers PostgreSQL has nobody in a transaction, and work goes on."""

    async def work(number: int) -> None:
        async with db.reading() if number % 3 == 0 else db.writing() as conn:
            await conn.execute(select(counters))
            if number % 3:
                await conn.execute(insert(counters), {"name": f"{number}", "value": number})

    async for _ in cancelled_anywhere(work, 60, 200):
        pass
    await asyncio.wait_for(work(1000), 5)
    waiting = "SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in%' AND datname = current_database()"
    assert behind.asks(waiting) == [(0,)]
