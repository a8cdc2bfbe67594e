"""`sigap dataset`: what the office has published, for everybody to look through and take."""

import argparse
import asyncio
import secrets
from datetime import UTC, datetime
from pathlib import Path

from bot.archive import Archive
from bot.commands.database import opened
from bot.datasets import LARGEST_BYTES
from bot.errors import CommandError
from bot.settings import Settings
from core.dataset import Dataset
from storage import datasets
from storage.database import Database


def add(arguments: argparse.Namespace) -> int:
    """Publish a dataset; it counts at once, also in a bot that runs."""
    if (arguments.file is None) == (arguments.link is None):
        raise CommandError(reason="a dataset is a file or a link", mend="give either --file or --link")
    dataset = asyncio.run(_add(Settings.load(), arguments))
    print(f"{dataset.id}  {dataset.name}")
    return 0


def show(_arguments: argparse.Namespace) -> int:
    """Print every dataset: id, how often it was taken, name, period, file or link."""
    found = asyncio.run(_list(Settings.load()))
    if not found:
        print("no datasets yet; publish the first with: sigap dataset add")
    for one, taken in found:
        period = f" ({one.period})" if one.period else ""
        print(f"{one.id}  {taken:>5}×  {one.name}{period}  {one.link or one.file_name}")
    return 0


def remove(arguments: argparse.Namespace) -> int:
    """Take a dataset back; its file goes too, and how often it was taken stays in the trail."""
    if not asyncio.run(_remove(Settings.load(), arguments.id)):
        raise CommandError(reason=f"there is no dataset {arguments.id}", mend="look at sigap dataset list")
    print(f"{arguments.id} is no dataset any more")
    return 0


async def _add(settings: Settings, new: argparse.Namespace) -> Dataset:
    async with opened(settings, make=True) as database:
        about = (new.name, new.description or "", new.period or "")
        if new.link is not None:
            dataset = Dataset(secrets.token_hex(4), *about, link=new.link)
            await datasets.add(database, dataset, datetime.now(UTC))
            return dataset
        path = Path(new.file)
        return await publish(database, settings.data_dir, path.name, await _content(path), *about)


async def publish(
    database: Database, data_dir: Path, file_name: str, content: bytes, name: str, description: str, period: str
) -> Dataset:
    """Keep the file under the data folder, and enter it."""
    number = secrets.token_hex(4)
    kept = f"datasets/{number}/{file_name}"
    await Archive(data_dir).write(kept, content)
    dataset = Dataset(number, name, description, period, kept, file_name)
    await datasets.add(database, dataset, datetime.now(UTC))
    return dataset


async def _content(path: Path) -> bytes:
    try:
        content = await asyncio.to_thread(path.read_bytes)
    except OSError as error:
        raise CommandError(reason=f"{path} cannot be read", mend=f"look at it: {error.strerror}") from None
    if not 0 < len(content) <= LARGEST_BYTES:
        raise CommandError(
            reason=f"{path} has {len(content):,} bytes; Telegram lets a bot send 1 to {LARGEST_BYTES:,}",
            mend="put it on a server of yours and give its address with --link",
        )
    return content


async def _list(settings: Settings) -> list[tuple[Dataset, int]]:
    async with opened(settings) as database:
        return await datasets.every(database)


async def _remove(settings: Settings, dataset_id: str) -> bool:
    async with opened(settings) as database:
        found = await datasets.find(database, dataset_id)
        if found is None or not await datasets.remove(database, dataset_id, datetime.now(UTC)):
            return False
    if found.file:
        await asyncio.to_thread((settings.data_dir / found.file).unlink, missing_ok=True)
    return True
