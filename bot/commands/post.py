"""`sigap post`: the fixed points where ambulances and engines stand."""

import argparse
import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.commands.database import opened
from bot.errors import CommandError
from bot.procedures import load_procedures
from bot.settings import Settings
from core.fault import did_you_mean
from core.field import ChoiceField
from core.people import Fix, Person
from core.post import Post
from storage import people, posts


def add(arguments: argparse.Namespace) -> int:
    """Enter a post; it counts at once, also in a bot that runs."""
    settings = Settings.load()
    kinds = frozenset(kind.strip() for kind in (arguments.kinds or "").split(",") if kind.strip())
    _check_kinds(kinds, settings)
    lat, lon = arguments.at
    new = Post(arguments.name, Fix(lat, lon, datetime.now(UTC)), kinds, arguments.phone)
    asyncio.run(_add(settings, new))
    print(_line(new, ()))
    return 0


def show(_arguments: argparse.Namespace) -> int:
    """Print every post: name, position, kinds, telephone, crew."""
    found, staff = asyncio.run(_list(Settings.load()))
    if not found:
        print("no posts yet; add the first with: sigap post add")
    for one in found:
        print(_line(one, [person.name for person in staff if person.station == one.name]))
    return 0


def remove(arguments: argparse.Namespace) -> int:
    """Take a post away."""
    if not asyncio.run(_remove(Settings.load(), arguments.name)):
        raise CommandError(reason=f'there is no post "{arguments.name}"', mend="look at sigap post list")
    print(f"{arguments.name} is no post any more")
    return 0


async def _add(settings: Settings, new: Post) -> None:
    async with opened(settings, make=True) as database:
        await posts.add(database, new)


async def _list(settings: Settings) -> tuple[list[Post], list[Person]]:
    async with opened(settings) as database:
        return await posts.list_posts(database), await people.list_staff(database)


async def _remove(settings: Settings, name: str) -> bool:
    async with opened(settings) as database:
        return await posts.remove(database, name, datetime.now(UTC))


def _check_kinds(kinds: frozenset[str], settings: Settings) -> None:
    """Only what an operator can choose as the kind of an incident."""
    fields = (field for one in load_procedures(settings.sop_dir).values() for field in one.fields)
    known = {choice.id for field in fields if isinstance(field, ChoiceField) and field.name == "kind"
             for choice in field.choices}  # fmt: skip
    for kind in sorted(kinds - known):
        raise CommandError(
            reason=f'"{kind}" is no kind of incident{did_you_mean(kind, known)}',
            mend=f"write some of {', '.join(sorted(known))}",
        )


def _line(one: Post, crew: Sequence[str]) -> str:
    kinds = ", ".join(sorted(one.kinds)) or "every kind"
    manned = ", ".join(crew) or "by telephone only"
    return f"{one.name}  {one.place.lat:.5f},{one.place.lon:.5f}  {kinds}  {one.phone}  {manned}"
