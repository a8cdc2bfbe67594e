"""`sigap staff`: who works here and in which roles."""

import argparse
import asyncio
from datetime import UTC, datetime

from bot.commands.database import opened
from bot.errors import CommandError
from bot.procedures import known_roles, load_procedures
from bot.settings import Settings
from core.fault import did_you_mean
from core.people import Person
from storage import people, posts, titles


def add(arguments: argparse.Namespace) -> int:
    """Give somebody a role; it counts at once, also in a bot that runs."""
    settings = Settings.load()
    _check_role(arguments.role, settings)
    person = asyncio.run(_add(settings, arguments))
    print(f"{person.name} ({person.telegram_id}): {_roles(person)}")
    return 0


def show(_arguments: argparse.Namespace) -> int:
    """Print everybody who holds a role: Telegram id, name, roles."""
    staff = asyncio.run(_list(Settings.load()))
    if not staff:
        print("no staff yet; add the first with: sigap staff add")
    width = max((len(person.name) for person in staff), default=0)
    for person in staff:
        print(f"{person.telegram_id:>12}  {person.name:<{width}}  {_roles(person)}")
    return 0


def remove(arguments: argparse.Namespace) -> int:
    """Take one role, or every role, from somebody."""
    what = arguments.role or "any role"
    if not asyncio.run(_remove(Settings.load(), arguments)):
        raise CommandError(reason=f"{arguments.telegram_id} does not hold {what}", mend="look at sigap staff list")
    print(f"{arguments.telegram_id} does not hold {what} any more")
    return 0


def title(arguments: argparse.Namespace) -> int:
    """Say how letters print somebody: NIP, rank, position; what is left out is empty from then on."""
    if not asyncio.run(_title(Settings.load(), arguments)):
        reason = f"nobody with the Telegram id {arguments.telegram_id} is known"
        raise CommandError(reason=reason, mend="look at sigap staff list")
    print(f"{arguments.telegram_id}: {arguments.position or '(role)'}, {arguments.rank or '-'}, {arguments.nip or '-'}")
    return 0


async def _title(settings: Settings, given: argparse.Namespace) -> bool:
    async with opened(settings) as database:
        return await titles.keep(database, given.telegram_id, given.nip or "", given.rank or "", given.position or "")


async def _add(settings: Settings, arguments: argparse.Namespace) -> Person:
    async with opened(settings, make=True) as database:
        now, number = datetime.now(UTC), arguments.telegram_id
        found = next((one for one in await posts.list_posts(database) if one.name == arguments.post), None)
        if arguments.post is not None and found is None:
            raise CommandError(reason=f'there is no post "{arguments.post}"', mend="add it with sigap post add")
        person = await people.add_staff(database, number, arguments.name, arguments.role, arguments.unit or "", now)
        return person if found is None else await posts.station(database, number, found, now)


async def _list(settings: Settings) -> list[Person]:
    async with opened(settings) as database:
        return await people.list_staff(database)


async def _remove(settings: Settings, arguments: argparse.Namespace) -> bool:
    async with opened(settings) as database:
        return await people.remove_staff(database, arguments.telegram_id, arguments.role, datetime.now(UTC))


def _check_role(role: str, settings: Settings) -> None:
    roles = known_roles(load_procedures(settings.sop_dir).values()) - {"citizen"}
    if role not in roles:
        raise CommandError(
            reason=f'"{role}" is no role{did_you_mean(role, roles)}', mend=f"write one of {', '.join(sorted(roles))}"
        )


def _roles(person: Person) -> str:
    grants = sorted(person.grants, key=lambda grant: (grant.role, grant.unit))
    return ", ".join(f"{grant.role} of {grant.unit}" if grant.unit else grant.role for grant in grants)
