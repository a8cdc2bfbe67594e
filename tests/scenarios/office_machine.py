"""The machine that the bot runs on, as the office uses it: its command line, and the files that it sends."""

import asyncio
import os
import sys

from city import City

from bot.settings import ROOT
from simulator.chat import Message


def content(office: City, message: Message) -> bytes:
    """The file of a message."""
    assert message.document is not None
    return office.telegram.world.files.find(message.document.file_id).data


async def sigap(office: City, *arguments: str) -> tuple[int, str]:
    """A command line on the machine of the bot: how it ended, and what it said."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", "import sys; from bot.cli import main; sys.exit(main(sys.argv[1:]))", *arguments),
        cwd=ROOT,
        env={**os.environ, **office.bot.environment},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    return process.returncode or 0, said.decode()
