"""`sigap audit`: whether the trail of events is whole, and the files that it speaks of are still the same."""

import argparse
import asyncio
import hashlib
import sys

from bot.commands.database import opened
from bot.settings import Settings
from storage import chain, evidence


def verify(_arguments: argparse.Namespace) -> int:
    """Walk the chain; 1 and the first broken link where somebody changed, removed or added an event by hand.

    Files of cases are compared with what the trail says of them: 1 and each that was changed or is missing.
    """
    return asyncio.run(_verify(Settings.load()))


async def _verify(settings: Settings) -> int:
    async with opened(settings) as database:
        broken = await chain.verify(database)
        count, digest = await chain.head(database)
        proofs = await evidence.proofs(database)
    if broken:
        print(f"broken: {broken}", file=sys.stderr)
        return 1
    spoilt = [f"file {one.number} of {one.ticket}: {fault}" for one in proofs if (fault := _fault(settings, one))]
    for line in spoilt:
        print(f"broken: {line}", file=sys.stderr)
    if spoilt:
        return 1
    print(f"whole: {count} events, the last is {digest}")
    return 0


def _fault(settings: Settings, proof: evidence.Proof) -> str | None:
    path = settings.data_dir / proof.path if proof.path is not None else None
    if path is None or not path.is_file():
        return "missing"
    with path.open("rb") as file:
        return None if hashlib.file_digest(file, "sha256").hexdigest() == proof.sha256 else "changed"
