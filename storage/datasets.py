"""Datasets that the office has published; the commands may run in a process of their own while the bot runs."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select

from core.dataset import Dataset
from storage import chain, counters
from storage.database import Database
from storage.schema import datasets

EVERY = select(datasets).order_by(datasets.c.name, datasets.c.id)
_ADD = insert(datasets)
_REMOVE = delete(datasets).where(datasets.c.id == bindparam("dataset"))


def counter(dataset_id: str) -> str:
    """The counter of how often a dataset has been taken."""
    return f"dataset:{dataset_id}"


def read(rows: Iterable[Row[*tuple[Any, ...]]]) -> list[Dataset]:
    """The datasets of rows."""
    return [Dataset(row.id, row.name, row.description, row.period, row.file, row.file_name, row.link) for row in rows]


async def add(db: Database, dataset: Dataset, at: datetime) -> None:
    """Publish a dataset."""
    async with db.writing() as conn:
        await conn.execute(_ADD, asdict(dataset) | {"added_at": at})
        await chain.append(conn, [chain.Draft("DatasetAdded", at, None, {"dataset": dataset.id})])


async def every(db: Database) -> list[tuple[Dataset, int]]:
    """All published datasets by name, each with how often it has been taken."""
    async with db.reading() as conn:
        found = read((await conn.execute(EVERY)).all())
        return [(one, (await conn.execute(counters.LAST, {"counter": counter(one.id)})).scalar() or 0) for one in found]


async def find(db: Database, dataset_id: str) -> Dataset | None:
    """The dataset with that id."""
    return next((one for one, _ in await every(db) if one.id == dataset_id), None)


async def remove(db: Database, dataset_id: str, at: datetime) -> bool:
    """Take a dataset back; False where there is none."""
    async with db.writing() as conn:
        if not (await conn.execute(_REMOVE, {"dataset": dataset_id})).rowcount:
            return False
        await chain.append(conn, [chain.Draft("DatasetRemoved", at, None, {"dataset": dataset_id})])
        return True
