"""The benchmarks run and print their tables, at a tiny size; nothing here is timed."""

import pytest

from benchmarks.contest import contest, table
from benchmarks.contestant import BARE, LIBRARY, SIGAP, USUAL, cores


@pytest.mark.parametrize("other", [BARE, LIBRARY, USUAL], ids=lambda bot: bot.name)
async def test_bots_beside_sigap_have_the_same_conversation(other):
    """Sigap and each other bot answer everybody's every message."""
    trials = await contest((SIGAP, other), people=3, rounds=1, core=cores()[1], presses=2)
    lines = table(trials).splitlines()
    assert [line.split("|")[1].strip() for line in lines[2:]] == [SIGAP.name, other.name]
