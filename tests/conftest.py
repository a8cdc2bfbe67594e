"""What every test may ask for."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from databases import SQLITE, NewDatabase, Postgres
from log_scan import unspeakable


@pytest.fixture(scope="session", autouse=True)
def nothing_personal_in_any_log() -> Iterator[None]:
    """At the end of the run, when every bot has ended, their logs are read."""
    yield
    process = sys.modules.get("process")
    logs = sorted(log for log in process.LOGS if log.exists()) if process is not None else []
    assert [] == [found for log in logs for found in unspeakable(log)]


IN_MEMORY = Path("/dev/shm")
"""Files that no disk must sync: no test cuts the power, and a run takes half the time."""
NEEDED_BYTES = 4_000_000_000
_folder = pytest.StashKey[str]()


def pytest_configure(config: pytest.Config) -> None:
    """Keep what the tests write in memory, where there is such a folder with room enough."""
    there = IN_MEMORY.is_dir() and os.access(IN_MEMORY, os.W_OK)
    if config.option.basetemp is None and there and shutil.disk_usage(IN_MEMORY).free > NEEDED_BYTES:
        config.stash[_folder] = tempfile.mkdtemp(prefix="sigap-tests-", dir=IN_MEMORY)
        config.option.basetemp = str(Path(config.stash[_folder]) / "run")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind in memory."""
    if (folder := config.stash.get(_folder, None)) is not None:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def new_database() -> Iterator[NewDatabase]:
    """A new database of a kind, for whoever asks; PostgreSQL is started for the first that needs it."""
    servers: list[Postgres] = []

    def make(kind: str, folder: Path) -> str:
        if kind == SQLITE:
            return f"sqlite+aiosqlite:///{folder / 'sigap.db'}"
        if not servers:
            servers.append(Postgres())
        return servers[0].new_database()

    yield make
    for server in servers:
        server.stop()
