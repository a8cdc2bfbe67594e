"""How the connections to each kind of database are set up, for the writer and for readers."""

from functools import partial
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage import json_text

BUSY_TIMEOUT_S = 10
STALLED_S = 5
"""A writer of whom the server hears nothing for so long, within a transaction, is frozen or cut off."""
READERS = 4


def writer(url: URL) -> AsyncEngine:
    """One connection, whose transactions take the write lock at once."""
    return _sqlite(url, "BEGIN IMMEDIATE", 1) if _is_sqlite(url) else _postgresql(url, "read committed", 1)


def readers(url: URL) -> AsyncEngine:
    """Connections whose transactions see one snapshot and cannot write."""
    return _sqlite(url, "BEGIN", READERS) if _is_sqlite(url) else _postgresql(url, "repeatable read", READERS)


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _sqlite(url: URL, begin: str, connections: int) -> AsyncEngine:
    engine = _engine(url, connections, {"isolation_level": None, "timeout": BUSY_TIMEOUT_S})
    event.listen(engine.sync_engine, "connect", partial(_configure, reader=connections > 1))
    event.listen(engine.sync_engine, "invalidate", _roll_back)
    event.listen(engine.sync_engine, "begin", partial(_begin, begin))
    return engine


def _postgresql(url: URL, isolation: str, connections: int) -> AsyncEngine:
    settings = {
        "timezone": "UTC",
        "lock_timeout": f"{BUSY_TIMEOUT_S}s",
        "default_transaction_isolation": isolation.replace(" ", "\\ "),
        "default_transaction_read_only": "off" if connections == 1 else "on",
        "idle_in_transaction_session_timeout": f"{STALLED_S}s" if connections == 1 else "0",
    }
    options = " ".join(f"-c {name}={value}" for name, value in settings.items())
    return _engine(url, connections, {"options": options, "connect_timeout": BUSY_TIMEOUT_S}, pool_pre_ping=True)


def _engine(url: URL, connections: int, connect_args: dict[str, Any], **more: Any) -> AsyncEngine:
    return create_async_engine(
        url,
        pool_size=connections,
        max_overflow=0,
        pool_reset_on_return=None,
        json_serializer=json_text.text,
        json_deserializer=json_text.read,
        connect_args=connect_args,
        **more,
    )


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
