"""The database: how it is opened, written by one at a time, and read without waiting for the writer."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from sqlalchemy import DateTime, String
from sqlalchemy.engine import URL, Dialect, make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoneFree
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlalchemy.types import TypeDecorator, TypeEngine

from storage import engines
from storage.faults import CannotOpen, Unreachable, fault_of
from storage.migrations import upgrade

Guard = Callable[[AsyncConnection], Awaitable[None]]


class Instant(TypeDecorator[datetime]):
    """A moment in UTC: sortable ISO text on SQLite, TIMESTAMPTZ elsewhere. A naive value raises ValueError."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The column type of that dialect."""
        return String(32) if dialect.name == "sqlite" else DateTime(timezone=True)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """What the driver gets."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value.isoformat()} has no time zone")
        return iso(value) if dialect.name == "sqlite" else value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """What the caller gets: an aware moment in UTC."""
        if value is None:
            return None
        return datetime.fromisoformat(value) if isinstance(value, str) else value.astimezone(UTC)


def iso(at: datetime) -> str:
    """A moment in UTC as text that sorts: always microseconds and +00:00."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


class Database:
    """One open database. Writers of this process take turns; the database keeps others apart."""

    def __init__(self, url: URL) -> None:
        """Prefer `Database.open`, which also brings the schema up to date."""
        self.path = url.database if url.get_backend_name() == "sqlite" else url.render_as_string()
        self._turn = asyncio.Lock()
        self.guard: Guard | None = None
        self._writer = engines.writer(url)
        self._readers = engines.readers(url)

    @classmethod
    async def open(cls, url: str) -> Self:
        """Open or create the database and migrate it to the newest schema; raises DatabaseError."""
        try:
            parsed = make_url(url)
            if parsed.get_backend_name() == "sqlite" and parsed.database:
                await asyncio.to_thread(Path(parsed.database).parent.mkdir, parents=True, exist_ok=True)
            database = cls(parsed)
        except (OSError, ImportError, SQLAlchemyError) as error:
            raise CannotOpen(path=url.rpartition("@")[2], reason=error) from error
        try:
            async with database.writing() as conn:
                await conn.run_sync(upgrade)
        except BaseException:
            await _to_the_end(database.close())
            raise
        return database

    async def version(self) -> str:
        """What serves it: `SQLite 3.45.1`, `PostgreSQL 18.4`."""
        async with self.reading() as conn:
            query = "SELECT sqlite_version()" if conn.dialect.name == "sqlite" else "SHOW server_version"
            number = (await conn.exec_driver_sql(query)).scalar_one()
        return f"{'SQLite' if conn.dialect.name == 'sqlite' else 'PostgreSQL'} {number}"

    async def close(self) -> None:
        """Wait for the writer whose turn it is, then close every connection."""
        async with self._turn:
            await self._readers.dispose()
            await self._writer.dispose()

    @asynccontextmanager
    async def writing(self, *, anyone: bool = False) -> AsyncIterator[AsyncConnection]:
        """A transaction that writes: committed at the end of the block, rolled back by any exception.

        Where there is a guard, it lets only whoever holds the lease through, or what `anyone` may write.

        A cancelled block is rolled back and its connection closed before the next writer has its turn: what the
        driver's thread still does for it cannot keep the lock.
        """
        async with self._turn, self._transaction(self._writer) as conn:
            if self.guard is not None and not anyone:
                await self.guard(conn)
            yield conn

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A snapshot to read from; it never waits for the writer, and cannot write."""
        async with self._transaction(self._readers) as conn:
            yield conn

    @asynccontextmanager
    async def _transaction(self, engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
        conn = engine.connect()
        try:
            await _to_the_end(_start(conn))
            yield conn
            await _to_the_end(conn.commit())
        except BaseException as error:
            await _to_the_end(_abandon(conn, torn=not isinstance(error, Exception)))
            if isinstance(error, DBAPIError) and (fault := fault_of(error)) is not None:
                raise fault(path=self.path, reason=error.orig) from error
            if isinstance(error, NoneFree):
                raise Unreachable(path=self.path, reason="no connection has come free") from error
            raise
        await _to_the_end(conn.close())


async def _start(conn: AsyncConnection) -> None:
    await conn.start()
    await conn.begin()


async def _abandon(conn: AsyncConnection, *, torn: bool) -> None:
    if conn.sync_connection is None:
        return
    if torn and not conn.invalidated:
        await conn.invalidate()
    await conn.close()


async def _to_the_end(work: Coroutine[Any, Any, Any]) -> None:
    """Finish the work even when the caller is cancelled meanwhile; the cancellation is raised after it."""
    task = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        task.exception()
        raise cancelled
    task.result()
