"""`sigap place`: places with a code of their own, whose QR gives a position without GPS."""

import argparse
import asyncio
from datetime import UTC, datetime
from pathlib import Path

from bot.commands.database import opened
from bot.commands.output import write
from bot.documents import press, templates
from bot.documents import qr as codes
from bot.documents.letterhead import Letterhead
from bot.errors import CommandError
from bot.settings import Settings
from storage import place_codes
from storage.place_codes import PlaceCode

MEND = "look at sigap place list"


def add(arguments: argparse.Namespace) -> int:
    """Give a place a code; it counts at once, also in a bot that runs."""
    place = asyncio.run(_add(Settings.load(), arguments))
    print(f"{place.id}  {place.name}")
    return 0


def show(_arguments: argparse.Namespace) -> int:
    """Print every place: code, position, name, landmark."""
    found = asyncio.run(_list(Settings.load()))
    if not found:
        print("no places yet; add the first with: sigap place add")
    for place in found:
        landmark = f", {place.landmark}" if place.landmark else ""
        print(f"{place.id}  {place.lat:.5f} {place.lon:.5f}  {place.name}{landmark}")
    return 0


def remove(arguments: argparse.Namespace) -> int:
    """Take a code away; whoever scans it afterwards is told that it is not known."""
    if not asyncio.run(_remove(Settings.load(), arguments.id)):
        raise CommandError(reason=f"there is no place {arguments.id}", mend=MEND)
    print(f"{arguments.id} is no place any more")
    return 0


def qr(arguments: argparse.Namespace) -> int:
    """Print the deep link, and with `--to` the QR code that holds it: a picture, or a sheet to hang up."""
    settings = Settings.load()
    place = asyncio.run(_find(settings, arguments.id))
    if place is None:
        raise CommandError(reason=f"there is no place {arguments.id}", mend=MEND)
    link = f"https://t.me/{arguments.bot}?start=p_{place.id}"
    print(link)
    if arguments.to is not None:
        write(arguments.to, _picture(arguments.to, place, link, settings))
        print(arguments.to)
    return 0


def _picture(to: Path, place: PlaceCode, link: str, settings: Settings) -> bytes:
    match to.suffix.lower():
        case ".png":
            return codes.png(link)
        case ".svg":
            return codes.svg(link).encode()
        case ".pdf":
            head = Letterhead.of(settings).printed()
            data = {"name": place.name, "landmark": place.landmark, "qr": codes.svg(link), "head": head}
            source = templates.source("place", None)
            return asyncio.run(press.typeset(source, data, datetime.fromtimestamp(0, UTC)))
        case _:
            raise CommandError(reason=f"{to} is no picture", mend="write a name that ends with .png, .svg or .pdf")


async def _add(settings: Settings, new: argparse.Namespace) -> PlaceCode:
    async with opened(settings, make=True) as database:
        return await place_codes.add(database, new.name, new.lat, new.lon, new.landmark or "", datetime.now(UTC))


async def _list(settings: Settings) -> list[PlaceCode]:
    async with opened(settings) as database:
        return await place_codes.every(database)


async def _remove(settings: Settings, code: str) -> bool:
    async with opened(settings) as database:
        return await place_codes.remove(database, code)


async def _find(settings: Settings, code: str) -> PlaceCode | None:
    async with opened(settings) as database:
        return await place_codes.find(database, code)
