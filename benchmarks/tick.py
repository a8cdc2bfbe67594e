"""A tick of the clock: what it costs where many cases are open, and few of them, or none, are due.

One alarm is opened as the product opens it, and its row and open steps are copied in the database; the copies have no
events of their own. The clock is set by hand to a second after the first ring falls due, and the product's timekeeper
looks. Nothing is sent.
"""

import argparse
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Engine, event

from bot.clock import Clock
from bot.desk import Desk
from bot.furnishing import furnish
from bot.house import House
from bot.settings import Settings
from bot.timekeeper import Timekeeper
from core.people import Person
from storage import cases, people
from storage.batch import Batch, Committed
from storage.database import Database, iso
from storage.people import new_id

FEW, REPEATS = 5_000, 3
DUE = (0, 10, 1_000)
FAR = timedelta(days=30)


class StandingClock(Clock):
    """A clock that is set by hand."""

    def __init__(self, at: datetime) -> None:
        super().__init__()
        self.at = at

    def now(self) -> datetime:
        """The moment it is set to."""
        return self.at


@dataclass(slots=True)
class Ticks:
    """What ticks have cost, by how many cases were due: milliseconds of processor time and of waiting for each."""

    open: int
    cost: dict[int, list[tuple[float, float]]] = field(default_factory=dict)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What can be asked for."""
    parser.add_argument("--cases", type=int, default=100_000, help=f"how many are open; beside {FEW}")


async def report(asked: argparse.Namespace, core: int) -> str:
    """Measure with few open cases and with many; returns the table, and how SQLite finds what is due."""
    os.sched_setaffinity(0, {core})
    measured, plan = [], ""
    for number in (min(FEW, asked.cases), asked.cases):
        ticks, plan = await measure(number)
        measured.append(ticks)
    return f"{table(measured)}\n\n`{plan}`"


async def measure(number: int) -> tuple[Ticks, str]:
    """Tick where that many cases are open; returns what it cost and SQLite's plan for the question what is due."""
    with TemporaryDirectory(prefix="sigap-bench-") as folder:
        settings = Settings(_env_file=None, data_dir=Path(folder), storm_alarms=0)
        clock = StandingClock(datetime.now(UTC))
        db = await Database.open(settings.database_url)
        try:
            house = await furnish(settings, db, clock)
            due_at = await _open_one(db, house, clock.now())
            _copy(db.path or "", number, due_at + FAR)
            print(f"{number:,} cases are open", flush=True)
            clock.at = due_at + timedelta(seconds=1)
            keeper, ticks, first = Timekeeper(db, clock, house, _nothing), Ticks(number), 2
            await _tick(keeper)
            for due in (one for one in DUE if one * REPEATS < number):
                for _ in range(REPEATS):
                    _fall_due(db.path or "", first, due, due_at)
                    first += due
                    ticks.cost.setdefault(due, []).append(await _tick(keeper))
            return ticks, await _plan(db, clock.now())
        finally:
            await db.close()


def table(measured: list[Ticks]) -> str:
    """The medians as a Markdown table."""
    lines = ["| open cases | due | CPU ms a tick | ms a tick | CPU ms a due case |", "|--:|--:|--:|--:|--:|"]
    for ticks in measured:
        for due, found in ticks.cost.items():
            cpu, waited = (median(one[which] for one in found) for which in (0, 1))
            each = f"{cpu / due:.2f}" if due else ""
            lines.append(f"| {ticks.open:,} | {due:,} | {cpu:.1f} | {waited:.1f} | {each} |")
    return "\n".join(lines)


async def _open_one(db: Database, house: House, now: datetime) -> datetime:
    """An operator on duty, and an alarm that rings for them; returns when it must be looked at."""
    operator = await people.add_staff(db, 10_001, "Operator", "operator", "", now)
    batch = Batch(db)
    unit = batch.unit(now)
    citizen = Person(new_id(), 20_001, "Warga")
    unit.save_person(replace(operator, on_duty_since=now))
    unit.save_person(citizen)
    await Desk(house, unit).open(house.shelf.in_force["panic"], citizen)
    batch.accept(unit)
    await batch.commit([], at=now)
    due_at = await cases.next_at(db)
    assert due_at is not None
    return due_at


def _copy(path: str, number: int, due_at: datetime) -> None:
    """Copy the one case until there are that many, each to be looked at a long time from now."""
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("UPDATE cases SET next_at = ?", (iso(due_at),))
        conn.execute("CREATE TEMP TABLE numbers (n INTEGER PRIMARY KEY)")
        conn.executemany("INSERT INTO numbers VALUES (?)", ((n,) for n in range(2, number + 1)))
        for name, own in (("cases", {"id": "n", "ticket": "'PB-2026-' || n"}), ("open_steps", {"case_id": "n"})):
            columns = [row[1] for row in conn.execute(f"PRAGMA table_info({name})")]
            values, key = ", ".join(own.get(column, column) for column in columns), next(iter(own))
            conn.execute(f"INSERT INTO {name} SELECT {values} FROM {name}, numbers WHERE {key} = 1")  # noqa: S608
        conn.commit()


def _fall_due(path: str, first: int, number: int, at: datetime) -> None:
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("UPDATE cases SET next_at = ? WHERE id BETWEEN ? AND ?", (iso(at), first, first + number - 1))
        conn.commit()


async def _tick(keeper: Timekeeper) -> tuple[float, float]:
    """Milliseconds of processor time and by the clock until nothing more is due."""
    worked, began = time.process_time(), time.perf_counter()
    keeper.tick()
    while await keeper.due():
        pass
    return 1000 * (time.process_time() - worked), 1000 * (time.perf_counter() - began)


async def _plan(db: Database, now: datetime) -> str:
    """SQLite's plan for the statement with which the product asks what is due."""
    with _statements() as asked:
        await cases.due(db, now, 1)
    statement, values = asked[-1]
    with closing(sqlite3.connect(db.path or "")) as conn:
        return "; ".join(row[3] for row in conn.execute(f"EXPLAIN QUERY PLAN {statement}", values))


@contextmanager
def _statements() -> Iterator[list[tuple[str, Any]]]:
    """What is asked of any database meanwhile."""
    asked: list[tuple[str, Any]] = []

    def note(_conn: Any, _cursor: Any, statement: str, values: Any, _context: Any, _many: bool) -> None:
        asked.append((statement, values))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def _nothing(_committed: Committed) -> None:
    """Nothing is sent."""
