"""`sigap doctor`: look at the installation."""

import argparse
import asyncio

from bot.doctor import examine
from bot.settings import Settings


def doctor(_arguments: argparse.Namespace) -> int:
    """Print a line for everything that was looked at; 1 where something is not well."""
    return asyncio.run(_print_findings(Settings.load()))


async def _print_findings(settings: Settings) -> int:
    code = 0
    async for finding in examine(settings):
        print(f"{'ok ' if finding.well else 'BAD'}  {finding.subject:<9} {finding.said}", flush=True)
        code = code if finding.well else 1
    return code
