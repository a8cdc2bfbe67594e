"""From the citizen's alarm to the operator's card: while nothing else is going on, while a broadcast to thousands
drains, and while thousands of other updates wait.

In real time, against a server that enforces Telegram's limits. Two operators are on duty; one citizen after another
raises the alarm, and withdraws it once it has reached an operator. Measured from when the server has the alarm.
"""

import argparse
import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from benchmarks.contestant import SIGAP, Contestant, running
from benchmarks.conversation import ALARM, Content, Crowd
from benchmarks.limited_server import LimitedServer
from storage import inbox, outbox, people
from storage.batch import Batch
from storage.database import Database
from storage.inbox import Arrival
from storage.outbox import Message

OPERATORS = (10_001, 10_002)
FIRST_OTHER, FIRST_UPDATE = 500_000, 900_000_000
PATIENCE_S = 60
WITHDRAWAL: Content = {"text": "Batal"}
LIMITS = {"MESSAGES_PER_SECOND": "30"}

Fill = Callable[[Database, int, datetime], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Scene:
    """What goes on beside the alarms, how many calls a second the server takes, and the seconds between two alarms."""

    name: str
    fill: Fill
    per_second: int = 30
    pause: float = 2.0


@dataclass(frozen=True, slots=True)
class Found:
    """How long each alarm took, in seconds, how many calls were refused, and how many others waited in the end."""

    scene: Scene
    seconds: list[float]
    refusals: int
    left: int


def arguments(parser: argparse.ArgumentParser) -> None:
    """What can be asked for."""
    parser.add_argument("--alarms", type=int, default=60, help="how many, one after another, in each scene")
    parser.add_argument("--broadcast", type=int, default=5_000, help="how many people it goes to")
    parser.add_argument("--waiting", type=int, default=10_000, help="how many other updates wait in the inbox")


async def report(asked: argparse.Namespace, core: int) -> str:
    """Play each scene; returns the table."""
    found = []
    for scene, others in (
        (IDLE, 0),
        (BROADCAST, asked.broadcast),
        (STRICT, asked.broadcast),
        (INBOX, asked.waiting),
    ):
        found.append(await play(scene, others, asked.alarms, core))
        print(f"{scene.name}: {found[-1].seconds[-1]:.2f} s for the last alarm", flush=True)
    return table(found)


async def play(scene: Scene, others: int, alarms: int, core: int) -> Found:
    """Raise that many alarms, one after another, while some of that many others' messages or updates still wait."""
    server, crowd = await LimitedServer.start(), Crowd()
    seconds: list[float] = []
    server.operators, server.per_second = OPERATORS, scene.per_second

    async def prepare(folder: Path) -> None:
        db = await Database.open(f"sqlite+aiosqlite:///{folder / 'sigap.db'}")
        try:
            await _put_on_duty(db)
            await scene.fill(db, others, datetime.now(UTC))
        finally:
            await db.close()

    try:
        async with running(Contestant(SIGAP.name, SIGAP.arguments, LIMITS, prepare), server, core) as bot:
            waiting = others
            while len(seconds) < alarms and waiting >= min(others, 1):
                (alarm,), (withdrawal,) = crowd.talk(1, [ALARM, WITHDRAWAL])
                async with asyncio.timeout(PATIENCE_S):
                    seconds.append(await server.rung(alarm))
                server.hand_out([withdrawal])
                await asyncio.sleep(scene.pause)
                waiting = await bot.waiting()
            return Found(scene, seconds, server.refusals, waiting)
    finally:
        await server.stop()


def table(found: list[Found]) -> str:
    """The percentiles as a Markdown table."""
    lines = [
        "| beside the alarms | alarms | p50 s | p95 s | p99 s | calls refused with 429 | others left at the end |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for one in found:
        ranked = sorted(one.seconds)
        times = " | ".join(f"{ranked[len(ranked) * percent // 100]:.2f}" for percent in (50, 95, 99))
        lines.append(f"| {one.scene.name} | {len(one.seconds)} | {times} | {one.refusals} | {one.left:,} |")
    return "\n".join(lines)


async def _put_on_duty(db: Database) -> None:
    now = datetime.now(UTC)
    batch = Batch(db)
    unit = batch.unit(now)
    for number in OPERATORS:
        person = await people.add_staff(db, number, f"Operator {number}", "operator", "", now)
        unit.save_person(replace(person, on_duty_since=now))
    batch.accept(unit)
    await batch.commit([], at=now)


async def _nothing(db: Database, others: int, now: datetime) -> None:
    """Nothing goes on."""


async def _broadcast(db: Database, others: int, now: datetime) -> None:
    """A message to each of them waits to be sent, in the lane of broadcasts."""
    words = {"text": "Latihan sirene hari ini pukul 10.00. Ini bukan keadaan darurat."}
    people_ = range(FIRST_OTHER, FIRST_OTHER + others)
    rows = [Message(number, "broadcast", "sendMessage", {"chat_id": number, **words}) for number in people_]
    await outbox.say(db, rows, now)


async def _updates(db: Database, others: int, now: datetime) -> None:
    """Everybody has asked for help with the bot, and waits in the inbox."""
    numbers, rows = count(FIRST_UPDATE), []
    crowd = Crowd(FIRST_OTHER)
    for message in crowd.talk(others, [{"text": "/bantuan"}])[0]:
        number, person = next(numbers), message["from"]["id"]
        raw = json.dumps({"update_id": number, "message": message})
        rows.append(Arrival(number, person, person, False, raw))
    for first in range(0, len(rows), 1_000):
        await inbox.insert(db, rows[first : first + 1_000], now)


IDLE = Scene("nothing", _nothing)
BROADCAST = Scene("a broadcast drains, 30 calls a second", _broadcast)
STRICT = Scene("a broadcast drains, the server takes 20 a second", _broadcast, per_second=20)
INBOX = Scene("other updates wait in the inbox", _updates, pause=1.0)
