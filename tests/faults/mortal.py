"""The bot as a process whose end may be appointed: `kill -9` by its own hand, just before or after a commit.

Its processes are forked from one that has imported everything, so that a start costs little.
"""

import asyncio
import multiprocessing
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple

from process import PATIENCE_S, BotProcess
from sqlalchemy.ext.asyncio import AsyncConnection
from stricken import StrickenCity

from bot.cli import main
from storage.database import Database

NURSERY = multiprocessing.get_context("forkserver")
COUNT_FROM_NOW = signal.SIGUSR1
NURSERY.set_forkserver_preload(["bot.app", "mortal"])


class End(NamedTuple):
    """When it dies: "before" or "after" its commit of that number."""

    when: str
    commit: int
    from_the_start: bool
    """Else commits are counted from when the test says so."""


def live(environment: dict[str, str], log: Path, end: End | None) -> None:
    """Be the bot."""
    with log.open("ab") as stream:
        os.dup2(stream.fileno(), sys.stdout.fileno())
        os.dup2(stream.fileno(), sys.stderr.fileno())
    os.environ.update(environment)
    if end is not None:
        _appoint(end)
    sys.exit(main(["run", "--env-file", os.devnull]))


def _appoint(end: End) -> None:
    numbers, counts, writing = count(1), [end.from_the_start], Database.writing
    signal.signal(COUNT_FROM_NOW, lambda *_: counts.append(True))

    def is_met(when: str, number: int) -> bool:
        return (end.when, end.commit) == (when, number)

    @asynccontextmanager
    async def mortal(db: Database, *, anyone: bool = False) -> AsyncIterator[AsyncConnection]:
        async with writing(db, anyone=anyone) as conn:
            yield conn
            number = next(numbers) if counts[-1] else 0
            if is_met("before", number):
                os.kill(os.getpid(), signal.SIGKILL)
        if is_met("after", number):
            os.kill(os.getpid(), signal.SIGKILL)

    Database.writing = mortal  # type: ignore[method-assign]


@dataclass
class Life:
    """A forked process, asked as asyncio's own are."""

    process: BaseProcess

    @property
    def pid(self) -> int | None:
        """Its number."""
        return self.process.pid

    @property
    def returncode(self) -> int | None:
        """How it ended; None while it lives."""
        return self.process.exitcode

    def send_signal(self, number: int) -> None:
        """Tell it something."""
        if self.process.pid is not None and self.returncode is None:
            os.kill(self.process.pid, number)

    def kill(self) -> None:
        """kill -9."""
        self.process.kill()

    async def wait(self) -> int:
        """How it ended, once it has."""
        while (code := self.returncode) is None:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        return code


@dataclass
class MortalBot(BotProcess):
    """`sigap run`, forked."""

    process: Life | None = None  # type: ignore[assignment]
    end: End | None = None
    """Of the next start."""

    @property
    def lives(self) -> bool:
        """Whether nothing has killed it yet."""
        return self.process is not None and self.process.returncode is None

    def count_commits(self) -> None:
        """Count towards its end from now on, where one is appointed."""
        if self.end is not None and self.process is not None:
            self.process.send_signal(COUNT_FROM_NOW)

    async def start(self) -> None:
        """Start, and wait until it answers, or has met its end."""
        life = NURSERY.Process(target=live, args=(self.environment, self.folder / "bot.log", self.end), daemon=True)
        life.start()
        self.process = Life(life)
        async with asyncio.timeout(PATIENCE_S):
            while self.lives and await self.health() is None:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        assert self.lives or self.process.returncode == -signal.SIGKILL, self.log[-3000:]


class MortalCity(StrickenCity):
    """A city whose bot is quickly started, and dies by appointment."""

    process = MortalBot
    bot: MortalBot
