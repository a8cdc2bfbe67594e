"""What every test may ask for."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from databases import SQLITE, NewDatabase, Postgres

IN_MEMORY = Path("/dev/shm")
"""Files that no disk must sync: no test cuts the power, and a run takes half the time."""
_folder = pytest.StashKey[str]()


def pytest_configure(config: pytest.Config) -> None:
    """Keep what the tests write in memory, where there is such a folder."""
    if config.option.basetemp is None and IN_MEMORY.is_dir() and os.access(IN_MEMORY, os.W_OK):
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
