"""The demo as people start it, in a process of its own."""

import asyncio
import re
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Self

START_S = 60
FILE_S = 20
STOP_S = 25


@dataclass
class Stage:
    """`sigap demo --no-browser`, playing at an address; `folder` holds its data and logs."""

    process: asyncio.subprocess.Process
    address: str
    folder: Path

    @classmethod
    async def open(cls) -> Self:
        """Start it, and wait until it says where it plays."""
        process = await asyncio.create_subprocess_exec(
            Path(sys.executable).with_name("sigap"), "demo", "--no-browser",
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        said = ""
        async with asyncio.timeout(START_S):
            while "data and logs are in" not in said:
                line = await process.stdout.readline() if process.stdout is not None else b""
                assert line, f"the demo did not start: {said}"
                said += line.decode()
        address, folder = re.search(r"http://\S+", said), re.search(r"logs are in (.+)", said)
        assert address is not None
        assert folder is not None
        return cls(process, address[0], Path(folder[1]))

    async def first_file(self, pattern: str) -> bytes:
        """The content of the first file in the folder that matches, as soon as there is one."""
        async with asyncio.timeout(FILE_S):
            while not (found := sorted(self.folder.glob(pattern))):  # noqa: ASYNC110 - another process writes it
                await asyncio.sleep(0.05)
        return found[0].read_bytes()

    async def close(self) -> int:
        """End it as an office would, by SIGTERM; its exit code."""
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self.process.wait(), STOP_S)
