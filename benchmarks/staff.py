"""The same conversation where nobody works in the office, and where a hundred do, who are asked for at each step."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.contest import contest, table
from benchmarks.contestant import SIGAP, Contestant
from storage import people
from storage.database import Database

MANY = 100
ROLES = ("guide", "analyst", "data_officer", "secretary")
"""None of these is called by an alarm, so that as much is sent as without them."""
FIRST_PERSON = 5_000


async def report(asked: argparse.Namespace, core: int) -> str:
    """Sigap without staff beside Sigap with them; returns the table."""
    return table(await contest((SIGAP, LARGE_OFFICE), asked.people, asked.rounds, core))


async def employ(folder: Path) -> None:
    """Give everybody their role."""
    db = await Database.open(f"sqlite+aiosqlite:///{folder / 'sigap.db'}")
    for number in range(MANY):
        role, now = ROLES[number % len(ROLES)], datetime.now(UTC)
        await people.add_staff(db, FIRST_PERSON + number, f"Pegawai {number}", role, "", now)
    await db.close()


LARGE_OFFICE = Contestant(f"Sigap, {MANY} on the staff", SIGAP.arguments, prepare=employ)
