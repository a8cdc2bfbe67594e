"""Staff commands, in this process and in another one while this one writes."""

import asyncio
import json
import sys

from alarms import NOON

from core.people import Grant
from storage import chain, people
from storage.batch import Batch
from storage.database import Database

OTHER_PROCESS = """
import asyncio, sys
from datetime import UTC, datetime
from storage import people
from storage.database import Database

async def hire(url):
    db = await Database.open(url)
    for number in range(20):
        await people.add_staff(db, 900 + number, f"Petugas {number}", "officer", "", datetime.now(UTC))
    await db.close()

asyncio.run(hire(sys.argv[1]))
"""


async def test_staff_are_added_listed_and_removed(db: Database) -> None:
    """A role is given once, in one unit or several, and taken with or without the others."""
    await people.add_staff(db, 102, "Petugas", "officer", "", NOON)
    await people.add_staff(db, 102, "Petugas Contoh", "operator", "tcc", NOON)
    await people.add_staff(db, 102, "Petugas Contoh", "operator", "tcc", NOON)
    (person,) = await people.list_staff(db)
    expected = ("Petugas Contoh", frozenset({Grant("officer"), Grant("operator", "tcc")}))
    assert expected == (person.name, person.grants)
    assert await people.remove_staff(db, 102, "officer", NOON)
    assert not await people.remove_staff(db, 102, "officer", NOON)
    assert not await people.remove_staff(db, 404, None, NOON)
    assert await people.remove_staff(db, 102, None, NOON)
    assert await people.list_staff(db) == []


async def test_every_change_of_staff_is_in_the_audit_trail(db: Database) -> None:
    """A role given and a role taken are one event each; giving it again is none."""
    person = await people.add_staff(db, 102, "Petugas", "officer", "tcc", NOON)
    await people.add_staff(db, 102, "Petugas", "officer", "tcc", NOON)
    await people.remove_staff(db, 102, None, NOON)
    data = {"person": person.id, "role": "officer", "unit": "tcc"}
    assert [("StaffAdded", data), ("StaffRemoved", data)] == await _trail(db)
    assert await chain.verify(db) is None


async def test_two_processes_write_at_once(db: Database, url: str) -> None:
    """While another process adds twenty staff this one writes twenty batches: all is there, and one chain."""
    other = await asyncio.create_subprocess_exec(sys.executable, "-c", OTHER_PROCESS, url)
    finished = asyncio.create_task(other.wait())
    written = 0
    while not finished.done() or written < 20:
        batch = Batch(db)
        unit = batch.unit(NOON)
        unit.note("DutyStarted", {"n": written}, None)
        batch.accept(unit)
        await batch.commit([], at=NOON)
        written += 1
    assert finished.result() == 0
    assert len(await people.list_staff(db)) == 20
    assert (await chain.head(db))[0] == 20 + written
    assert await chain.verify(db) is None


async def _trail(db: Database) -> list[tuple[str, object]]:
    async with db.reading() as conn:
        rows = (await conn.exec_driver_sql("SELECT kind, data FROM events ORDER BY seq")).all()
    return [(row.kind, json.loads(row.data)) for row in rows]
