"""`sigap register`: a month of the registers as files."""

import argparse
import asyncio
from datetime import UTC, datetime

from bot.commands.database import opened
from bot.commands.output import write
from bot.documents.letterhead import Letterhead
from bot.documents.register_book import names
from bot.documents.register_files import files
from bot.errors import CommandError
from bot.house import House, Shelf
from bot.procedures import load_procedures
from bot.settings import LOCALES, Settings
from bot.texts import Texts
from core.fault import did_you_mean
from core.month import Month
from core.procedure import parse
from storage import procedures


def export(arguments: argparse.Namespace) -> int:
    """Write a month of each register, or of one, as a spreadsheet and a PDF."""
    made = asyncio.run(_made(Settings.load(), arguments.name, Month.read(arguments.month)))
    for name, content in made.items():
        write(arguments.to / name, content)
        print(arguments.to / name)
    return 0


async def _made(settings: Settings, name: str | None, month: Month) -> dict[str, bytes]:
    in_force = load_procedures(settings.sop_dir)
    async with opened(settings) as database:
        shelf = Shelf(in_force)
        for version, source in (await procedures.sources(database)).items():
            shelf.versions.setdefault(version, parse(source, f"version {version}"))
        head = Letterhead.of(settings)
        house = House(shelf, Texts.load(LOCALES), settings.timezone, letterhead=head)
        known = names(house)
        if name is not None and name not in known:
            mend = f"leave it out, or write {', '.join(sorted(known.keys() - {''}))}"
            raise CommandError(reason=f'there is no register "{name}"{did_you_mean(name, known)}', mend=mend)
        found: dict[str, bytes] = {}
        for one in known if name is None else [name]:
            found |= await files(database, house, one, month, datetime.now(UTC))
        return found
