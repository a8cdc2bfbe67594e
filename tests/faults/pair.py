"""Two processes on one database, and what may become of the one that works."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from process import BotProcess, free_port
from stricken import StrickenCity

TAKEN_OVER_WITHIN_S = 15
FREEZING = """
import os
import signal
from contextlib import asynccontextmanager

def freeze(*_):
    from storage.database import Database
    writing = Database.writing

    @asynccontextmanager
    async def frozen(db, *, anyone=False):
        async with writing(db, anyone=anyone) as conn:
            yield conn
            if not anyone:
                os.kill(os.getpid(), signal.SIGSTOP)

    Database.writing = frozen

signal.signal(signal.SIGUSR1, freeze)
"""
"""What Python runs before the bot: told so, it freezes before its next commit."""


@dataclass
class Pair:
    """A city whose bot has somebody standing by."""

    city: StrickenCity
    other: BotProcess

    @property
    def working(self) -> BotProcess:
        """The process that works."""
        return self.city.bot

    async def taken_over(self) -> None:
        """Wait until the other one works; the city's bot is that one from then on."""
        async with asyncio.timeout(TAKEN_OVER_WITHIN_S):
            while (report := await self.other.health()) is None or report["status"] == "standby":  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        self.city.bot, self.other = self.other, self.city.bot


def frozen(bot: BotProcess) -> None:
    """The process stands still, as a machine does that has run out of memory."""
    assert bot.process is not None
    bot.process.send_signal(signal.SIGSTOP)


def killed(bot: BotProcess) -> None:
    """kill -9."""
    assert bot.process is not None
    bot.process.kill()


@asynccontextmanager
async def two_processes(
    folder: Path, url: str, url_of_other: str, *, door: int = 0, **settings: str
) -> AsyncIterator[Pair]:
    """The first one works, and the other stands by, at the port `door`."""
    city = await StrickenCity.found(folder, DATABASE_URL=url, **settings)
    of_other = settings | {"DATABASE_URL": url_of_other, "DATA_DIR": str(folder)}
    other = BotProcess(folder / "other", city.telegram.base_url, of_other)
    other.folder.mkdir()
    other.port = door or free_port()
    await other.start()
    both = Pair(city, other)
    yield both
    for bot in (both.other, both.city.bot):
        if bot.process is not None and bot.process.returncode is None:
            bot.process.send_signal(signal.SIGCONT)
    await both.other.kill()
    await city.end()
