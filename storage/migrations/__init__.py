"""The steps by which the schema came to be; run to the newest at every start."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, func, select

ONE_AT_A_TIME = 67012021
"""The lock under which PostgreSQL is migrated: two processes that start at once take turns."""


def configuration(connection: Connection) -> Config:
    """Alembic's configuration for a connection that is open; no file and no working directory is needed."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def upgrade(connection: Connection) -> None:
    """Bring the schema to the newest step, within the caller's transaction."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))
    command.upgrade(configuration(connection), "head")
