"""Reading many things as they were at one moment."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import Executable, Row
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database


class Snapshot:
    """The database as it is while a block lasts."""

    def __init__(self, db: Database) -> None:
        """Nothing is held yet."""
        self._db = db
        self._snapshot: AsyncConnection | None = None

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[None]:
        """Within the block everything is read from one snapshot; outside, each thing from one of its own."""
        try:
            async with self._db.reading() as self._snapshot:
                yield
        finally:
            self._snapshot = None

    async def read(self, statement: Executable, **values: Any) -> list[Row[*tuple[Any, ...]]]:
        """Read what nobody asks for twice."""
        return await self._rows(statement, **values)

    async def _rows(self, statement: Executable, **values: Any) -> list[Row[*tuple[Any, ...]]]:
        if self._snapshot is not None:
            try:
                return list((await self._snapshot.execute(statement, values)).all())
            except DBAPIError:
                # After a fault PostgreSQL lets nothing more be read in a transaction: from here on each has its own.
                self._snapshot = None
        async with self._db.reading() as conn:
            return list((await conn.execute(statement, values)).all())
