"""The database: how it is opened, written by one at a time, and read without waiting for the writer."""

import asyncio
import inspect
import json
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, DateTime, String, event
from sqlalchemy.engine import URL, Dialect, make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.types import TypeDecorator, TypeEngine

from storage.migrations import upgrade

BUSY_TIMEOUT_S = 10
READERS = 4

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class DatabaseError(Exception):
    """The database cannot be used."""

    def __init__(self, **details: object) -> None:
        """`details` fill the placeholders of the class's docstring."""
        super().__init__((inspect.getdoc(type(self)) or "").partition("\n")[0].format(**details))


class CannotOpen(DatabaseError):
    """The database {path} cannot be opened: {reason}"""


class Locked(DatabaseError):
    """The database {path} is kept locked by another process: {reason}"""


class DiskFull(DatabaseError):
    """There is no room left on the disk for the database {path}: {reason}"""


class ReadOnly(DatabaseError):
    """The database {path} may only be read: {reason}"""


class Damaged(DatabaseError):
    """The database {path} is damaged, or the disk is failing: {reason}"""


_FAULTS: dict[str, type[DatabaseError]] = {
    "SQLITE_BUSY": Locked,
    "SQLITE_LOCKED": Locked,
    "SQLITE_FULL": DiskFull,
    "SQLITE_READONLY": ReadOnly,
    "SQLITE_CANTOPEN": CannotOpen,
    "SQLITE_NOTADB": CannotOpen,
    "SQLITE_CORRUPT": Damaged,
    "SQLITE_IOERR": Damaged,
}


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
    """One open database. Writers of this process take turns; SQLite keeps other processes out while one writes."""

    def __init__(self, url: URL) -> None:
        """Prefer `Database.open`, which also brings the schema up to date."""
        self.path = url.database or url.render_as_string()
        self._turn = asyncio.Lock()
        self._writer = _engine(url, readers=0)
        self._readers = _engine(url, readers=READERS)

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

    async def close(self) -> None:
        """Wait for the writer whose turn it is, then close every connection."""
        async with self._turn:
            await self._readers.dispose()
            await self._writer.dispose()

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that writes: committed at the end of the block, rolled back by any exception.

        A cancelled block is rolled back and its connection closed before the next writer has its turn: what the
        driver's thread still does for it cannot keep the lock.
        """
        async with self._turn, self._transaction(self._writer) as conn:
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
            if isinstance(error, DBAPIError) and (fault := _fault(error)) is not None:
                raise fault(path=self.path, reason=error.orig) from error
            raise
        await _to_the_end(conn.close())


def _fault(error: DBAPIError) -> type[DatabaseError] | None:
    code = str(getattr(error.orig, "sqlite_errorname", ""))
    return next((fault for name, fault in _FAULTS.items() if code.startswith(name)), None)


def _engine(url: URL, *, readers: int) -> AsyncEngine:
    sqlite = url.get_backend_name() == "sqlite"
    engine = create_async_engine(
        url,
        pool_size=readers or 1,
        max_overflow=0,
        pool_reset_on_return=None,
        json_serializer=_JSON.encode,
        connect_args={"isolation_level": None, "timeout": BUSY_TIMEOUT_S} if sqlite else {},
    )
    if sqlite:
        event.listen(engine.sync_engine, "connect", partial(_configure, reader=bool(readers)))
        event.listen(engine.sync_engine, "invalidate", _roll_back)
        event.listen(engine.sync_engine, "begin", partial(_begin, "BEGIN" if readers else "BEGIN IMMEDIATE"))
    return engine


def _configure(driver: Any, record: object, *, reader: bool) -> None:
    cursor = driver.cursor()
    if reader:
        cursor.execute("PRAGMA query_only = ON")
    else:
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        # A checkpoint waits for the disk twice and holds up the next commit: every 40 MB, not every 4.
        cursor.execute("PRAGMA wal_autocheckpoint = 10000")
    cursor.close()


def _roll_back(driver: Any, record: object, error: BaseException | None) -> None:
    # Closing is not enough: SQLite keeps the lock until the last cursor of the connection is collected.
    driver.rollback()


def _begin(statement: str, conn: Connection) -> None:
    conn.exec_driver_sql(statement)


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
