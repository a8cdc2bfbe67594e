"""`INSERT … ON CONFLICT`, once for every dialect that the schema runs on."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Executable, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import Insert


class Upsert:
    """Inserts rows; where the primary key is there already, replaces or adds to columns, or (neither) keeps the row."""

    def __init__(
        self,
        table: Table,
        *,
        replacing: Collection[str] = (),
        adding: Collection[str] = (),
        returning: Collection[str] = (),
    ) -> None:
        """`replacing` names columns that take the new value, `adding` those that grow by it."""
        inserts: dict[str, sqlite.Insert | postgresql.Insert] = {
            "sqlite": sqlite.insert(table),
            "postgresql": postgresql.insert(table),
        }
        wanted = [table.c[name] for name in returning]
        self._statements: dict[str, Executable] = {}
        for dialect, insert in inserts.items():
            built = _build(insert, table, replacing, adding)
            self._statements[dialect] = built.returning(*wanted) if wanted else built

    def on(self, conn: AsyncConnection) -> Executable:
        """The statement in that connection's dialect."""
        return self._statements[conn.dialect.name]


def _build(
    insert: sqlite.Insert | postgresql.Insert, table: Table, replacing: Collection[str], adding: Collection[str]
) -> Insert:
    key = [column.name for column in table.primary_key]
    if not replacing and not adding:
        return insert.on_conflict_do_nothing(index_elements=key)
    values: dict[str, Any] = {name: insert.excluded[name] for name in replacing}
    values |= {name: table.c[name] + insert.excluded[name] for name in adding}
    return insert.on_conflict_do_update(index_elements=key, set_=values)
