"""The benchmarks run and print their tables, at a tiny size; nothing here is timed."""

from benchmarks.contest import contest, table
from benchmarks.contestant import BARE, LIBRARY, SIGAP, USUAL, cores

CORE = cores()[1]


async def test_every_bot_has_the_same_conversation():
    """Sigap and each other bot answer everybody's every message."""
    bots = (SIGAP, BARE, LIBRARY, USUAL)
    lines = table(await contest(bots, people=2, rounds=1, core=CORE, presses=2)).splitlines()
    assert [line.split("|")[1].strip() for line in lines[2:]] == [bot.name for bot in bots]
