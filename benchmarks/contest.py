"""The conversation: every bot answers the same crowd in turn, one core each."""

import argparse
from collections.abc import Sequence
from statistics import median

from benchmarks.contestant import BARE, CROWDED, LIBRARY, SIGAP, USUAL, Contestant
from benchmarks.conversation import TURNS
from benchmarks.trial import PRESSES, Trial, trial

CONTESTANTS = (SIGAP, BARE, CROWDED, LIBRARY, USUAL)

Trials = dict[str, list[Trial]]


def arguments(parser: argparse.ArgumentParser) -> None:
    """What can be asked for."""
    parser.add_argument("--people", type=int, default=500, help="how many people write at once")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--away-ms", type=int, default=0, help="how long Telegram takes to answer what is sent")


async def report(asked: argparse.Namespace, core: int) -> str:
    """Hold the contest; returns its table."""
    print(f"{asked.people} people, {len(TURNS)} messages each, {asked.rounds} rounds, answers after {asked.away_ms} ms")
    return table(await contest(CONTESTANTS, asked.people, asked.rounds, core, away_s=asked.away_ms / 1000))


async def contest(
    contestants: Sequence[Contestant],
    people: int,
    rounds: int,
    core: int,
    presses: int = PRESSES,
    away_s: float = 0,
) -> Trials:
    """Every contestant once a round, so that what else the machine does falls on all alike."""
    trials: Trials = {contestant.name: [] for contestant in contestants}
    for number in range(rounds):
        for contestant in contestants:
            found = await trial(contestant, people, core, presses, away_s)
            trials[contestant.name].append(found)
            print(f"round {number + 1}: {contestant.name} {found.per_second:,.0f}/s {found.cpu_ms:.2f} ms", flush=True)
    return trials


def table(trials: Trials) -> str:
    """The medians as a Markdown table. `Sigap is` are the medians of each round's ratios, by updates a second and by
    processor time, which says more where other programs work too.
    """
    lines = [
        "| bot | updates/s | Sigap is | CPU ms/update | Sigap is | memory MB | start s | idle p50 ms | p95 ms |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    ours = trials[SIGAP.name]
    for name, found in trials.items():
        rounds = list(zip(ours, found, strict=True))
        cells = (
            f"{median(one.per_second for one in found):,.0f}",
            f"{median(own.per_second / other.per_second for own, other in rounds):.2f} ×",
            f"{median(one.cpu_ms for one in found):.2f}",
            f"{median(other.cpu_ms / own.cpu_ms for own, other in rounds):.2f} ×",
            f"{median(one.peak_mb for one in found):.0f}",
            f"{median(one.start_s for one in found):.1f}",
            f"{median(one.idle_p50_ms for one in found):.1f}",
            f"{median(one.idle_p95_ms for one in found):.1f}",
        )
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)
