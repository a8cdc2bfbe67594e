"""What can be wrong with the database, in words that say what to look at."""

import inspect

from sqlalchemy.exc import DBAPIError


class DatabaseError(Exception):
    """The database cannot be used."""

    def __init__(self, **details: object) -> None:
        """`details` fill the placeholders of the class's docstring."""
        words = (inspect.getdoc(type(self)) or "").partition("\n")[0].format(**details)
        super().__init__(" ".join(words.split()))


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


class Unreachable(DatabaseError):
    """The database {path} does not answer: {reason}"""


class Exhausted(DatabaseError):
    """The machine does not give what the work needs: {reason}"""


class Superseded(DatabaseError):
    """Another process works on the database {path} now"""


_SQLITE: dict[str, type[DatabaseError]] = {
    "SQLITE_BUSY": Locked,
    "SQLITE_LOCKED": Locked,
    "SQLITE_FULL": DiskFull,
    "SQLITE_READONLY": ReadOnly,
    "SQLITE_CANTOPEN": CannotOpen,
    "SQLITE_NOTADB": CannotOpen,
    "SQLITE_CORRUPT": Damaged,
    "SQLITE_IOERR": Damaged,
}
_POSTGRESQL: dict[str, type[DatabaseError]] = {
    "08": Unreachable,
    "25006": ReadOnly,
    "25P03": Unreachable,
    "28": CannotOpen,
    "3D000": CannotOpen,
    "53100": DiskFull,
    "55P03": Locked,
    "57P": Unreachable,
    "58030": Damaged,
    "XX001": Damaged,
    "XX002": Damaged,
}
"""By SQLSTATE. Source: https://www.postgresql.org/docs/current/errcodes-appendix.html."""


def fault_of(error: DBAPIError) -> type[DatabaseError] | None:
    """Which of them a driver's error is; None for one that is no fault of the database, such as a constraint."""
    if error.connection_invalidated:
        return Unreachable
    sqlite, postgresql = getattr(error.orig, "sqlite_errorname", None), getattr(error.orig, "sqlstate", None)
    if isinstance(sqlite, str):
        return next((fault for name, fault in _SQLITE.items() if sqlite.startswith(name)), None)
    if isinstance(postgresql, str):
        return next((fault for state, fault in _POSTGRESQL.items() if postgresql.startswith(state)), None)
    return Unreachable if type(error.orig).__name__ == "OperationalError" else None
