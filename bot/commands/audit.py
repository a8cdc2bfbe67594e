"""`sigap audit`: whether the trail of events is whole."""

import argparse
import asyncio
import sys

from bot.commands.database import opened
from bot.settings import Settings
from storage import chain


def verify(_arguments: argparse.Namespace) -> int:
    """Walk the chain; 1 and the first broken link where somebody changed, removed or added an event by hand."""
    return asyncio.run(_verify(Settings.load()))


async def _verify(settings: Settings) -> int:
    async with opened(settings) as database:
        broken = await chain.verify(database)
        count, digest = await chain.head(database)
    if broken:
        print(f"broken: {broken}", file=sys.stderr)
        return 1
    print(f"whole: {count} events, the last is {digest}")
    return 0
