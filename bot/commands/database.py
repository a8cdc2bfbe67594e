"""The database as the commands use it, also while the bot runs."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.errors import CommandError, DatabaseUnusableError
from bot.settings import Settings
from storage.database import Database
from storage.faults import DatabaseError


@asynccontextmanager
async def opened(settings: Settings, *, make: bool = False) -> AsyncIterator[Database]:
    """The database of the settings, brought up to date; raises `CommandError` where there is none, unless `make`."""
    path = settings.database_file
    if path is not None and not make and not await asyncio.to_thread(path.exists):
        raise CommandError(reason=f"there is no database at {path}", mend="set DATA_DIR, or start the bot once")
    try:
        database = await Database.open(settings.database_url)
        try:
            yield database
        finally:
            await database.close()
    except DatabaseError as error:
        raise DatabaseUnusableError(reason=error) from error
