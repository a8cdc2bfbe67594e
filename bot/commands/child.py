"""A process of the demo: started, waited for, and ended with us."""

import asyncio
import json
import socket
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import aiohttp

from bot.errors import SigapError
from bot.settings import ROOT

START_S = 30
STOP_S = 10
POLL_S = 0.1


class ChildEnded(SigapError):
    """{name} ended (exit code {code}): {last_line}; its log is {log}"""


class ChildSilent(SigapError):
    """{name} does not answer after {seconds} s: {last_line}; its log is {log}"""


class Child:
    """`python -m` some module in a process of its own, with a log of its own."""

    def __init__(
        self, name: str, *command: str, log: Path, environment: Mapping[str, str], given: socket.socket | None = None
    ) -> None:
        """`name` is what people read; `command` the module and its arguments; `given` is its own once it has begun."""
        self._name = name
        self._command = command
        self._log = log
        self._environment = environment
        self._given = given

    async def __aenter__(self) -> Self:
        with self._log.open("wb") as log:
            # A session of its own: Ctrl-C reaches us alone, and we end the children in their order.
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", *self._command),
                cwd=ROOT,
                env=self._environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                pass_fds=() if self._given is None else (self._given.fileno(),),
            )
        if self._given is not None:
            self._given.close()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.returncode is None:
            self._process.terminate()
            try:
                await asyncio.wait_for(self._process.wait(), STOP_S)
            except TimeoutError:
                self._process.kill()
                await self._process.wait()

    async def ended(self) -> None:
        """Wait for the process to end by itself, and raise `ChildEnded` then."""
        code = await self._process.wait()
        raise ChildEnded(name=self._name, code=code, last_line=self._last_line(), log=self._log)

    async def answer(self, url: str) -> Any:
        """The JSON at `url` once the process gives it; raises `ChildEnded` or `ChildSilent`."""
        getting = asyncio.create_task(_get(url))
        ending = asyncio.create_task(self.ended())
        try:
            done, _ = await asyncio.wait([getting, ending], timeout=START_S, return_when=asyncio.FIRST_COMPLETED)
            if not done:
                raise ChildSilent(name=self._name, seconds=START_S, last_line=self._last_line(), log=self._log)
            return await done.pop()
        finally:
            getting.cancel()
            ending.cancel()

    def _last_line(self) -> str:
        lines = self._log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return _gist(lines[-1]) if lines else "it said nothing"


def _gist(line: str) -> str:
    """What a line of the journal comes to: the error of its traceback, else its event; any other line as it is."""
    try:
        entry = json.loads(line)
        return str(entry.get("exception") or entry["event"]).splitlines()[-1]
    except (ValueError, LookupError, AttributeError):
        return line


async def _get(url: str) -> Any:
    async with aiohttp.ClientSession() as session:
        while True:
            try:
                async with session.get(url) as response:
                    if response.ok:
                        return await response.json()
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(POLL_S)
