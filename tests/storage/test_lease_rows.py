"""The lease: one process at a time works on the database, and every commit of its work checks that."""

import pytest
from behind import Behind

from storage import counters, lease
from storage.database import Database
from storage.faults import Superseded
from storage.lease import LASTS_S


async def write(db: Database, value: int) -> None:
    """A commit of somebody's work."""
    async with db.writing() as conn:
        await counters.save(conn, {"a": value})


async def test_a_lease_is_given_once(db: Database) -> None:
    """Nobody else gets it while it runs, and it says who has it."""
    assert await lease.take(db, "one") is not None
    assert await lease.take(db, "two") is None
    assert await lease.holder(db) == "one"


@pytest.mark.parametrize("until", ["0", "9e12"])
async def test_what_ran_out_is_given_anew(db: Database, behind: Behind, until: str) -> None:
    """After its end, and when its end lies so far ahead that the clock must have been put back."""
    first = await lease.take(db, "one")
    behind.does(f"UPDATE lease SET until = {until}")  # noqa: S608
    second = await lease.take(db, "two")
    assert first is not None
    assert second is not None
    assert first.epoch + 1 == second.epoch


async def test_whoever_is_gone_is_followed_at_once(db: Database) -> None:
    """A holder that is known not to live keeps nobody waiting."""
    await lease.take(db, "one")
    assert await lease.take(db, "two", gone="three") is None
    assert await lease.take(db, "two", gone="one") is not None


async def test_a_released_lease_is_free(db: Database) -> None:
    """The next one begins at once."""
    held = await lease.take(db, "one")
    assert held is not None
    await held.release(db)
    assert await lease.take(db, "two") is not None


async def test_every_commit_prolongs_it(db: Database, behind: Behind) -> None:
    """Whoever writes need not renew it beside that."""
    held = await lease.take(db, "one")
    assert held is not None
    db.guard = held.renew
    (began,) = behind.asks("SELECT until FROM lease")[0]
    behind.does(f"UPDATE lease SET until = until - {LASTS_S / 2}")  # noqa: S608
    await write(db, 1)
    assert behind.asks("SELECT until FROM lease")[0][0] >= began


async def test_no_commit_of_whoever_was_superseded_lands(url: str, db: Database, behind: Behind) -> None:
    """A process that wakes up after its time changes nothing any more, but may still take updates in."""
    held = await lease.take(db, "one")
    assert held is not None
    db.guard = held.renew
    behind.does("UPDATE lease SET until = 0")
    other = await Database.open(url)
    assert await lease.take(other, "two") is not None
    with pytest.raises(Superseded, match="Another process works"):
        await write(db, 1)
    assert behind.asks("SELECT count(*) FROM counters") == [(0,)]
    async with db.writing(anyone=True) as conn:
        await counters.save(conn, {"a": 2})
    assert behind.asks("SELECT value FROM counters") == [(2,)]
    await other.close()
