"""`./sigap soak`: the crash campaign for hours, city after city, each with a seed of its own that is printed."""

import argparse
import asyncio
import logging
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import structlog

sys.path.append(str(Path(__file__).parents[1] / "scenarios"))

KILLS_IN_A_CITY = 50


async def soak(kills: int, minutes: float, seed: int | None) -> Counter[str]:
    """Kill that often, or for that long; returns how often at which moment. With a seed only its city is played."""
    from campaign import Campaign  # its processes are forked from one that must not import this again

    done: Counter[str] = Counter()
    until = time.monotonic() + 60 * minutes
    while done.total() < kills and time.monotonic() < until:
        of_city = random.randrange(2**32) if seed is None else seed
        folder = Path(tempfile.mkdtemp(prefix="sigap-soak-"))
        print(f"seed {of_city}: ", end="", flush=True)
        campaign = await Campaign.begin(folder, of_city)
        most = min(KILLS_IN_A_CITY, kills - done.total())
        try:
            while campaign.kills.total() < most and time.monotonic() < until:
                await campaign.kill()
        except BaseException:
            print(f"broken after {campaign.kills.total()} kills; the log and the database are in {folder}", flush=True)
            raise
        finally:
            await campaign.end()
        done += campaign.kills
        print(f"{campaign.kills.total()} kills, {campaign.crowd.acts} acts, every promise kept", flush=True)
        shutil.rmtree(folder)
        if seed is not None:
            break
    return done


def main() -> int:
    """Exit code 1, after the traceback, when a promise was broken."""
    parser = argparse.ArgumentParser(prog="sigap soak", description="Kill the bot a thousand times.")
    parser.add_argument("--kills", type=int, default=1000, metavar="N", help="stop after so many (1000)")
    parser.add_argument("--minutes", type=float, default=90, metavar="N", help="stop after so long (90)")
    parser.add_argument("--seed", type=int, metavar="N", help="play the city of this seed only")
    arguments = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    done = asyncio.run(soak(arguments.kills, arguments.minutes, arguments.seed))
    print(f"{done.total()} kills: " + ", ".join(f"{count} {moment}" for moment, count in done.most_common()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
