"""`python -m benchmarks`: one benchmark by name, and its table."""

import argparse
import asyncio
import os
from collections.abc import Awaitable, Callable
from typing import NamedTuple

from benchmarks import alarm, contest, procedures, staff, tick
from benchmarks.contestant import cores


class Benchmark(NamedTuple):
    """Its line in the help, its arguments, and what measures: given them and the bots' core it returns a table."""

    summary: str
    arguments: Callable[[argparse.ArgumentParser], None]
    report: Callable[[argparse.Namespace, int], Awaitable[str]]


BENCHMARKS = {
    "conversation": Benchmark("updates a second, beside other bots", contest.arguments, contest.report),
    "alarm": Benchmark("from the alarm to the operator, while other things wait", alarm.arguments, alarm.report),
    "tick": Benchmark("a look at what is due, with many open cases", tick.arguments, tick.report),
    "procedures": Benchmark("the same with fifty procedures loaded", procedures.arguments, procedures.report),
    "staff": Benchmark("the same in an office of a hundred", procedures.arguments, staff.report),
}


def main() -> None:
    """Read the arguments, measure, print the table."""
    parser = argparse.ArgumentParser(prog="sigap bench")
    choices = parser.add_subparsers(dest="name", metavar="BENCHMARK")
    for name, benchmark in BENCHMARKS.items():
        benchmark.arguments(choices.add_parser(name, help=benchmark.summary))
    asked = parser.parse_args()
    if asked.name is None:
        asked = parser.parse_args(["conversation"])
    servers, bots = cores()
    os.sched_setaffinity(0, {servers})
    print(asyncio.run(BENCHMARKS[asked.name].report(asked, bots)))


if __name__ == "__main__":
    main()
