"""What goes wrong with a database: each fault is a plain error of ours, and nothing half done stays."""

from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from behind import Behind
from databases import POSTGRESQL, SQLITE
from sqlalchemy import insert, select, text

from storage import counters as numbers
from storage import engines
from storage.database import Database
from storage.faults import CannotOpen, DatabaseError, DiskFull, Locked, ReadOnly, Unreachable
from storage.schema import counters


@pytest.mark.parametrize("url", [POSTGRESQL], indirect=True)
async def test_a_server_that_hung_up_is_spoken_to_again(db: Database, behind: Behind) -> None:
    """PostgreSQL ends every connection, as it does when it is restarted: the next transaction opens a new one."""
    behind.hangs_up()
    async with db.writing() as conn:
        await numbers.save(conn, {"a": 1})


@pytest.mark.parametrize("url", [POSTGRESQL], indirect=True)
async def test_a_server_that_hangs_up_meanwhile_is_named(db: Database, behind: Behind) -> None:
    """A connection that breaks within a transaction becomes a plain error, and nothing of the transaction stays."""

    async def write_twice() -> None:
        async with db.writing() as conn:
            await numbers.save(conn, {"a": 1})
            behind.hangs_up()
            await numbers.save(conn, {"a": 2})

    with pytest.raises(Unreachable):
        await write_twice()
    async with db.reading() as conn:
        assert (await conn.execute(select(counters))).all() == []


async def test_another_process_that_keeps_the_lock_is_named(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock that somebody else keeps becomes a plain error."""
    monkeypatch.setattr(engines, "BUSY_TIMEOUT_S", 1)
    db, other = await Database.open(url), await Database.open(url)
    async with other.writing() as conn:
        await numbers.save(conn, {"a": 1})
        with pytest.raises(Locked, match="kept locked"):
            async with db.writing() as ours:
                await numbers.save(ours, {"a": 2})
    await other.close()
    await db.close()


@pytest.mark.parametrize("url", [SQLITE], indirect=True)
async def test_a_full_disk_is_named(db: Database) -> None:
    """No room left becomes a plain error, and nothing of the transaction stays."""

    async def write_too_much() -> None:
        async with db.writing() as conn:
            pages = (await conn.execute(text("PRAGMA page_count"))).scalar()
            await conn.execute(text(f"PRAGMA max_page_count = {pages}"))
            await conn.execute(insert(counters), {"name": "x" * 100_000, "value": 1})

    with pytest.raises(DiskFull):
        await write_too_much()
    async with db.reading() as conn:
        assert (await conn.execute(select(counters))).all() == []


@pytest.mark.parametrize(
    "address",
    [
        "sqlite+aiosqlite:///{path}",
        "sqlite+aiosqlite:///{path}/a",
        "nonsense",
        "no+such://x",
        "postgresql+psycopg://sigap:secret@127.0.0.1:1/sigap",
    ],
)
async def test_what_cannot_be_opened_is_said_on_one_line(tmp_path: Path, address: str) -> None:
    """A folder, a file as a folder, no address, no driver and no server are each one line, without secrets."""
    path = tmp_path / "text"
    path.write_text("not a database" * 100)
    with pytest.raises((CannotOpen, Unreachable)) as caught:
        await Database.open(address.format(path=path))
    assert len(str(caught.value).splitlines()) == 1
    assert "secret" not in str(caught.value)


async def test_readers_that_hang_are_a_fault_of_the_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever gets no connection because others do not come back waits for the database, as for any other fault."""
    db = await Database.open(f"sqlite+aiosqlite:///{tmp_path / 'sigap.db'}")
    monkeypatch.setattr(db._readers.sync_engine.pool, "_timeout", 0.05)
    async with AsyncExitStack() as hanging:
        for _ in range(engines.READERS):
            await hanging.enter_async_context(db.reading())
        with pytest.raises(Unreachable):
            async with db.reading():
                pass
    async with db.reading():
        pass
    await db.close()


async def test_every_error_is_a_database_error() -> None:
    """One `except` catches them all."""
    assert all(issubclass(error, DatabaseError) for error in (CannotOpen, Locked, DiskFull, ReadOnly))
