"""The benchmarks run and print their tables, at a tiny size; nothing here is timed."""

from benchmarks.alarm import IDLE, STRICT, play
from benchmarks.alarm import table as alarms_of
from benchmarks.contest import contest, table
from benchmarks.contestant import BARE, LIBRARY, SIGAP, USUAL, cores
from benchmarks.procedures import CROWDED_SHELF
from benchmarks.staff import LARGE_OFFICE
from benchmarks.tick import measure
from benchmarks.tick import table as ticks_of

CORE = cores()[1]


async def test_every_bot_has_the_same_conversation():
    """Sigap and each other bot answer everybody's every message, however far away Telegram is."""
    bots = (SIGAP, BARE, LIBRARY, USUAL)
    lines = table(await contest(bots, people=2, rounds=1, core=CORE, presses=2, away_s=0.01)).splitlines()
    assert [line.split("|")[1].strip() for line in lines[2:]] == [bot.name for bot in bots]


async def test_a_tick_finds_what_is_due_by_its_index():
    """What is due is found by the index on `next_at`, and every tick is in the table."""
    ticks, plan = await measure(40)
    assert "USING INDEX ix_cases_next_at" in plan
    assert [line.split("|")[2].strip() for line in ticks_of([ticks]).splitlines()[2:]] == ["0", "10"]


async def test_fifty_procedures_are_loaded():
    """Sigap has the same conversation with fifty procedures."""
    lines = table(await contest((SIGAP, CROWDED_SHELF), people=2, rounds=1, core=CORE, presses=2)).splitlines()
    assert len(lines) == 4


async def test_a_hundred_of_the_staff_are_there():
    """Sigap has the same conversation in a large office."""
    lines = table(await contest((SIGAP, LARGE_OFFICE), people=2, rounds=1, core=CORE, presses=2)).splitlines()
    assert len(lines) == 4


async def test_alarms_reach_an_operator_beside_other_things():
    """Each scene is in the table, with its alarms."""
    found = [await play(scene, others, alarms=1, core=CORE) for scene, others in ((IDLE, 0), (STRICT, 200))]
    assert [line.split("|")[2].strip() for line in alarms_of(found).splitlines()[2:]] == ["1", "1"]
