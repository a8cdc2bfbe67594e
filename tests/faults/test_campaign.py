"""Fifty kills through random days of alarms; `./sigap soak` does a thousand."""

import random
from pathlib import Path

from campaign import Campaign

KILLS = 50


async def test_no_kill_breaks_a_promise(tmp_path: Path) -> None:
    """At random, and before and after commits and sends."""
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    campaign = await Campaign.begin(tmp_path, seed)
    try:
        while campaign.kills.total() < KILLS:
            await campaign.kill()
        assert campaign.city.bot.process is not None
        code, printed = await campaign.city.sigap("audit", "verify")
        assert (0, "whole") == (code, printed.partition(":")[0])
    finally:
        await campaign.end()
