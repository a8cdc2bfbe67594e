"""`python -m benchmarks`: the trials, turn by turn, and their table."""

import argparse
import asyncio
import os
from statistics import median

from benchmarks.contestant import BARE, CROWDED, SIGAP, cores
from benchmarks.conversation import TURNS
from benchmarks.trial import Trial, trial

CONTESTANTS = (SIGAP, BARE, CROWDED)


async def contest(people: int, rounds: int) -> dict[str, list[Trial]]:
    """Every contestant once a round, so that what else the machine does falls on all alike."""
    servers, bots = cores()
    os.sched_setaffinity(0, {servers})
    trials: dict[str, list[Trial]] = {contestant.name: [] for contestant in CONTESTANTS}
    for number in range(rounds):
        for contestant in CONTESTANTS:
            found = await trial(contestant, people, bots)
            trials[contestant.name].append(found)
            print(f"round {number + 1}: {contestant.name} {found.per_second:,.0f}/s", flush=True)
    return trials


def table(trials: dict[str, list[Trial]]) -> str:
    """The medians as a Markdown table; the ratio is the median of the rounds' ratios to the first bare bot."""
    lines = [
        "| bot | updates/s | ratio | CPU ms/update | memory MB | start s | idle p50 ms | p95 ms |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for name, found in trials.items():
        ratio = median(one.per_second / bare.per_second for one, bare in zip(found, trials[BARE.name], strict=True))
        cells = (
            f"{median(one.per_second for one in found):,.0f}",
            f"{ratio:.2f}",
            f"{median(one.cpu_ms for one in found):.2f}",
            f"{median(one.peak_mb for one in found):.0f}",
            f"{median(one.start_s for one in found):.1f}",
            f"{median(one.idle_p50_ms for one in found):.1f}",
            f"{median(one.idle_p95_ms for one in found):.1f}",
        )
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    """Read the arguments, hold the contest, print the table."""
    parser = argparse.ArgumentParser(prog="sigap bench")
    parser.add_argument("--people", type=int, default=500, help="how many people write at once")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    print(f"{arguments.people} people, {len(TURNS)} messages each, {arguments.rounds} rounds")
    print(table(asyncio.run(contest(arguments.people, arguments.rounds))))


if __name__ == "__main__":
    main()
