"""The real bot as a process of its own, against the simulated Telegram."""

import asyncio
import os
import signal
import socket
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

PATIENCE_S = 120
"""A bot is there after some seconds; on a machine with much else to do it takes longer."""
LOGS: set[Path] = set()
"""Of every bot of this run."""


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class BotProcess:
    """`python -m bot` with its settings; its log is a file that a failing test can show."""

    folder: Path
    api_url: str
    settings: dict[str, str] = field(default_factory=dict)
    token: str = "42:simulated"  # noqa: S105
    port: int = field(default_factory=free_port)
    process: asyncio.subprocess.Process | None = None
    session: aiohttp.ClientSession | None = None

    def __post_init__(self) -> None:
        LOGS.add(self.folder / "bot.log")
        if "LISTEN" in self.settings:
            self.port = int(self.settings["LISTEN"].rpartition(":")[2])

    @property
    def database_url(self) -> str:
        """Where the bot keeps everything."""
        return self.settings.get("DATABASE_URL", f"sqlite+aiosqlite:///{self.folder / 'sigap.db'}")

    @property
    def log(self) -> str:
        """What the bot has logged."""
        path = self.folder / "bot.log"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    @property
    def environment(self) -> dict[str, str]:
        """What it is told by its environment."""
        own = {
            "BOT_TOKEN": self.token,
            "TELEGRAM_API_URL": self.api_url,
            "CLOCK_URL": f"{self.api_url}/clock",
            "DATA_DIR": str(self.folder),
            "LISTEN": f"127.0.0.1:{self.port}",
        }
        return own | self.settings

    async def start(self) -> None:
        """Start, and wait until it answers."""
        with (self.folder / "bot.log").open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "--env-file",
                os.devnull,
                env={**os.environ, **self.environment},
                stdout=log,
                stderr=log,
            )
        try:
            async with asyncio.timeout(PATIENCE_S):
                while await self.health() is None:
                    assert self.process.returncode is None, self.log[-3000:]
                    await asyncio.sleep(0.05)
        except BaseException:
            await self.kill()
            raise

    async def health(self) -> dict[str, Any] | None:
        """What /health says; None while nobody answers."""
        url = f"http://127.0.0.1:{self.port}/health"
        self.session = self.session or aiohttp.ClientSession()
        try:
            async with self.session.get(url) as response:
                report: dict[str, Any] = await response.json()
                return report
        except aiohttp.ClientError:
            return None

    async def stop(self) -> int:
        """SIGTERM, and how it ended."""
        assert self.process is not None
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        await self._hang_up()
        return await asyncio.wait_for(self.process.wait(), 15)

    async def kill(self) -> None:
        """kill -9, as a power cut would."""
        assert self.process is not None
        if self.process.returncode is None:
            self.process.kill()
        await self._hang_up()
        await self.process.wait()

    async def _hang_up(self) -> None:
        if self.session is not None:
            await self.session.close()
            self.session = None
