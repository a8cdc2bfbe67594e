"""A bot as a process of its own, on one core, with a folder of its own."""

import asyncio
import os
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import aiohttp

from benchmarks.server import TOKEN, Server

START_WITHIN_S = 120
STOP_WITHIN_S = 15
TICKS = os.sysconf("SC_CLK_TCK")
_AS_INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True, slots=True)
class Contestant:
    """Its name in the tables, the arguments of its Python, settings of its own, and what stands in its folder first."""

    name: str
    arguments: tuple[str, ...]
    settings: Mapping[str, str] = field(default_factory=dict)
    prepare: Callable[[Path], Awaitable[None]] | None = None


SIGAP = Contestant("Sigap", ("-m", "bot", "--env-file", os.devnull))
BARE = Contestant("bare aiogram, 6 handlers", ("-m", "benchmarks.bare_bot", "{url}", TOKEN, "6"))
CROWDED = Contestant("bare aiogram, 60 handlers", ("-m", "benchmarks.bare_bot", "{url}", TOKEN, "60"))
LIBRARY = Contestant(
    "python-telegram-bot, ConversationHandler", ("-m", "benchmarks.conversation_handler_bot", "{url}", TOKEN)
)
USUAL = Contestant("usual style: aiogram, SQLAlchemy", ("-m", "benchmarks.usual_bot", "{url}", TOKEN))


@dataclass(frozen=True, slots=True)
class Running:
    """The started process; `start_s` is how long it took until it asked for updates."""

    process: asyncio.subprocess.Process
    start_s: float
    listens: str

    @property
    def cpu_s(self) -> float:
        """Seconds of processor time so far, all threads."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    @property
    def peak_mb(self) -> float:
        """The most memory that it has held."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024

    async def waiting(self) -> int:
        """How many updates and messages Sigap has yet to deal with."""
        async with aiohttp.ClientSession() as session, session.get(f"http://{self.listens}/health") as response:
            told = await response.json()
        return int(told["inbox"]) + sum(told["outbox"].values())


def cores() -> tuple[int, int]:
    """The core of the server and that of the bots; the same where there is only one."""
    usable = sorted(os.sched_getaffinity(0))
    return usable[0], usable[-1]


@asynccontextmanager
async def running(contestant: Contestant, server: Server, core: int) -> AsyncIterator[Running]:
    """Start it, wait until it asks for updates, and end it; raises RuntimeError with its last words when it hangs."""
    with TemporaryDirectory(prefix="sigap-bench-") as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        settings = {
            "BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": server.url,
            "DATA_DIR": folder,
            "LISTEN": f"127.0.0.1:{probe.getsockname()[1]}",
            "MESSAGES_PER_SECOND": "10000",
            "STORM_ALARMS": "0",  # a card for each alarm is what is measured
            **{name: value.format(folder=folder) for name, value in contestant.settings.items()},
        }
        if contestant.prepare is not None:
            await contestant.prepare(Path(folder))
        probe.close()
        began = time.perf_counter()
        with (Path(folder) / "bot.log").open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                *(argument.format(url=server.url) for argument in contestant.arguments),
                env=_AS_INSTALLED | settings,
                stdout=log,
                stderr=log,
                preexec_fn=partial(os.sched_setaffinity, 0, {core}),
            )
        try:
            await asyncio.wait_for(server.polled(), START_WITHIN_S)
            yield Running(process, server.first_poll_at - began, settings["LISTEN"])
        except TimeoutError as error:
            said = (Path(folder) / "bot.log").read_text(encoding="utf-8")[-2000:]
            raise RuntimeError(f"{contestant.name} does not go on; it last said: {said}") from error
        finally:
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
            await asyncio.wait_for(process.wait(), STOP_WITHIN_S)
