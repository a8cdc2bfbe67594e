"""A city in which things go wrong: what was told to whom, by the database and by the simulator's record."""

import asyncio
import os
import re
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from html import unescape
from pathlib import Path
from typing import Any

from character import Character
from city import City

TWICE = "(pesan ini mungkin terkirim dua kali)"
ROOT = Path(__file__).parents[2]


class StrickenCity(City):
    """A city whose bot is killed, cut off, and started again."""

    @property
    def path(self) -> Path:
        """The database's file."""
        return self.bot.folder / "sigap.db"

    @property
    def faults(self) -> Any:
        """What goes wrong between the bot and Telegram."""
        return self.telegram.faults

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """What stands in the database."""
        with closing(sqlite3.connect(self.path, timeout=10)) as driver:
            return driver.execute(query, values).fetchall()

    def states(self, *readers: Character) -> Counter[str]:
        """How many messages to these people stand in which state."""
        found = self.rows("SELECT chat_id, state FROM outbox")
        return Counter(state for chat_id, state in found if chat_id in {reader.id for reader in readers})

    async def killed(self) -> None:
        """kill -9, and the start after it."""
        await self.bot.kill()
        await self.bot.start()

    async def ended(self) -> int:
        """Wait until the bot has ended by itself; returns its exit code."""
        assert self.bot.process is not None
        return await asyncio.wait_for(self.bot.process.wait(), 30)

    async def noticed(self) -> None:
        """Wait until the bot knows the clock and everything due is decided, whatever Telegram does."""
        async with asyncio.timeout(30):
            while True:
                report = await self.bot.health()
                if report is not None and report["clock"] == self.telegram.clock.version and not report["inbox"]:
                    return

    async def until(self, condition: Callable[[], Any]) -> None:
        """Wait until it is so, whatever Telegram does."""
        async with asyncio.timeout(30):
            while not condition():
                await self.bot.health()

    async def logged(self, words: str, since: int = 0, *, times: int = 1) -> None:
        """Wait until the log says that so often, whatever the bot can answer."""
        async with asyncio.timeout(60):
            while self.bot.log.count(words, since) < times:  # noqa: ASYNC110
                await asyncio.sleep(0.05)

    async def sigap(self, *arguments: str, folder: Path | None = None) -> tuple[int, str]:
        """Run a command as the office does; returns its exit code and what it printed."""
        process = await asyncio.create_subprocess_exec(
            str(Path(sys.executable).with_name("sigap")),
            *arguments,
            cwd=ROOT,
            env={**os.environ, "DATA_DIR": str(folder or self.bot.folder)},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        printed, _ = await asyncio.wait_for(process.communicate(), 30)
        return process.returncode or 0, printed.decode()


def read_by(character: Character) -> list[str]:
    """Everything that the bot has said to somebody, in order, deleted or not."""
    return [message.text for message in character.person.chat.all.values() if message.from_bot and message.text]


def plain(payload_text: str) -> str:
    """A stored text as it is read."""
    return unescape(re.sub(r"<[^>]*>", "", payload_text))
