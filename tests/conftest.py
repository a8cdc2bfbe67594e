"""What every test may ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from databases import SQLITE, NewDatabase, Postgres


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
