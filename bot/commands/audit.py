"""`sigap audit`: whether the trail of events is whole, and the files that it speaks of are still the same."""

import argparse
import asyncio
import hashlib
import sys

from bot.commands.database import opened
from bot.documents.verification import public_state
from bot.errors import CommandError
from bot.house import House, Shelf
from bot.settings import LOCALES, Settings
from bot.texts import Texts
from core.procedure import parse
from storage import cases, chain, evidence, letters, procedures
from storage.evidence import Proof


def verify(_arguments: argparse.Namespace) -> int:
    """Walk the chain; 1 and the first broken link where somebody changed, removed or added an event by hand.

    Files of cases are compared with what the trail says of them: 1 and each that was changed or is missing.
    """
    return asyncio.run(_verify(Settings.load()))


def verify_document(arguments: argparse.Namespace) -> int:
    """Say what a file is that somebody shows us, by its SHA-256: a letter of ours, or 1 where we do not know it."""
    try:
        with arguments.file.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise CommandError(reason=f"{arguments.file} cannot be read: {error.strerror}", mend="name a file") from error
    print(f"SHA-256 {digest}")
    known = asyncio.run(_what(Settings.load(), digest))
    print(known or "unknown: this is not a file of ours, or not as it left us", file=None if known else sys.stderr)
    return 0 if known else 1


async def _what(settings: Settings, digest: str) -> str | None:
    async with opened(settings) as database:
        letter = await letters.with_hash(database, digest)
        if letter is None:
            proof = next((one for one in await evidence.proofs(database) if one.sha256 == digest), None)
            return f"file {proof.number} of {proof.ticket}, as it was sent to us" if proof is not None else None
        case = await cases.find(database, letter.case_id)
        assert case is not None
        source = await procedures.source(database, case.procedure_version) or ""
        title = parse(source, f"version {case.procedure_version}").title.in_language("en")
        state = public_state(letter, await letters.of_case(database, case.id), case.ticket, title)
        house = House(Shelf({}), Texts.load(LOCALES), settings.timezone)
        return house.texts.label("en", "letter-on-record", **state.values(house))


async def _verify(settings: Settings) -> int:
    async with opened(settings) as database:
        broken = await chain.verify(database)
        count, digest = await chain.head(database)
        proofs = [*await evidence.proofs(database), *await letters.proofs(database)]
    if broken:
        print(f"broken: {broken}", file=sys.stderr)
        return 1
    spoilt = [f"{one.noun} {one.number} of {one.ticket}: {fault}" for one in proofs if (fault := _fault(settings, one))]
    for line in spoilt:
        print(f"broken: {line}", file=sys.stderr)
    if spoilt:
        return 1
    print(f"whole: {count} events, the last is {digest}")
    return 0


def _fault(settings: Settings, proof: Proof) -> str | None:
    path = settings.data_dir / proof.path if proof.path is not None else None
    if path is None or not path.is_file():
        return "missing"
    with path.open("rb") as file:
        return None if hashlib.file_digest(file, "sha256").hexdigest() == proof.sha256 else "changed"
