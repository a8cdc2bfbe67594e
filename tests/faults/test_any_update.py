"""Twenty thousand updates of every kind, from anybody at any moment: what must never happen does not."""

import asyncio
import os
from collections import Counter
from pathlib import Path
from random import Random

import pytest
import structlog
from deaf_town import DeafTown
from random_updates import RandomUpdates
from sqlalchemy import func, select

from storage import chain
from storage.schema import cases, events, inbox

UPDATES = int(os.environ.get("SIGAP_UPDATES", "20000"))
SEED = int(os.environ.get("SIGAP_SEED", "67"))
"""The same each time, so that a change which fails here is the one to blame; another one makes another day of it."""
MOST_AT_ONCE = 40
PAUSES = (1, 5, 15, 30, 60, 90, 150, 600, 3600)
PAUSE_WEIGHTS = (30, 25, 20, 15, 12, 8, 5, 2, 1)
AUDIT_EVERY = 2000


async def test_no_update_does_what_it_may_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing fails, nobody reads or does what they may not, no case is left alone, and every trail tells its case."""
    dice = Random(SEED)
    monkeypatch.setattr("storage.people.secrets.randbits", Random(SEED).getrandbits)
    town = await DeafTown.found(tmp_path, dice)
    with structlog.testing.capture_logs() as log:
        working = asyncio.create_task(town.worker.run())
        try:
            await _everybody(town, dice)
        finally:
            town.worker.stop()
            await working
    again = f"SIGAP_SEED={SEED} SIGAP_UPDATES={UPDATES}"
    assert not [line for line in log if line["log_level"] in ("error", "critical")], again
    assert not town.faults, "\n".join((again, *town.faults[:10]))
    assert await chain.verify(town.db) is None, again
    await _was_worth_it(town)
    await town.db.close()


async def _everybody(town: DeafTown, dice: Random) -> None:
    updates, made, since_audit = RandomUpdates(town, dice), 0, 0
    await town.takes(updates.beginning())
    while made < UPDATES and not town.faults:
        batch = [await updates.next() for _ in range(dice.randint(1, MOST_AT_ONCE))]
        made, since_audit = made + len(batch), since_audit + len(batch)
        await town.takes(batch)
        if dice.random() < 0.5:
            await town.forward(dice.choices(PAUSES, PAUSE_WEIGHTS)[0])
        if dice.random() < 0.3:
            await town.fetch()
        if since_audit >= AUDIT_EVERY:
            since_audit = 0
            await town.rights.audit(town.faults)
    await town.settle()
    await town.rights.audit(town.faults)
    twice = [press for press, times in Counter(town.answered).items() if times > 1]
    silent = set(updates.pressed) - set(town.answered)
    town.faults += [f"presses answered twice: {twice}"] if twice else []
    town.faults += [f"presses without an answer: {sorted(silent)[:10]}"] if silent and not town.faults else []


async def _was_worth_it(town: DeafTown) -> None:
    """The town has lived: every update was dealt with, and cases ended in several ways, each by chance."""
    async with town.db.reading() as conn:
        states = dict((await conn.execute(select(inbox.c.state, func.count()).group_by(inbox.c.state))).all())
        outcomes = dict((await conn.execute(select(cases.c.outcome, func.count()).group_by(cases.c.outcome))).all())
        kinds = dict((await conn.execute(select(events.c.kind, func.count()).group_by(events.c.kind))).all())
    print(f"seed {SEED}: {states} {outcomes} {kinds}")
    assert set(states) <= {"done", "ignored"}
    if UPDATES >= 20_000:
        assert {"not_emergency", "withdrawn"} <= set(outcomes)
        assert {"CaseMerged", "PlaceMoved", "StepWidened"} <= set(kinds)
        assert len(kinds) > 15
