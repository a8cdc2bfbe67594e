"""Somebody with a connection of their own, behind the product's back."""

from typing import Any

from sqlalchemy import create_engine, make_url, text
from sqlalchemy.pool import NullPool

UNSEALED = {
    "sqlite": (
        "PRAGMA foreign_keys = OFF",
        "DROP TRIGGER events_are_not_changed",
        "DROP TRIGGER events_are_not_removed",
        "DROP TRIGGER personal_values_are_only_erased",
        "DROP TRIGGER personal_values_are_not_removed",
        "DROP TRIGGER events_are_not_replaced",
        "DROP TRIGGER personal_values_are_not_replaced",
    ),
    "postgresql": ("SET session_replication_role = replica",),
}
"""How whoever owns the database gets past what guards it."""


class Behind:
    """Statements one after another in one transaction, on a connection that is closed again."""

    def __init__(self, url: str) -> None:
        parsed = make_url(url)
        driver = "sqlite" if parsed.get_backend_name() == "sqlite" else "postgresql+psycopg"
        self._engine = create_engine(parsed.set(drivername=driver), poolclass=NullPool)

    def does(self, *scripts: str, unsealed: bool = False) -> None:
        """Run statements, `;` between them; `unsealed` gets past the guards first."""
        guards = UNSEALED[self._engine.dialect.name] if unsealed else ()
        with self._engine.begin() as conn:
            for statement in (*guards, *(one for script in scripts for one in script.split(";"))):
                conn.execute(text(statement))

    def asks(self, question: str) -> list[tuple[Any, ...]]:
        """The rows that answer it."""
        with self._engine.begin() as conn:
            return [tuple(row) for row in conn.execute(text(question))]

    def hangs_up(self) -> None:
        """PostgreSQL ends every connection but this one, as when it is restarted."""
        self.asks(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid()"
        )
