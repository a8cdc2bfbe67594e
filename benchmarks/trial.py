"""One trial: a fresh bot is started, answers single presses while idle, then a crowd that writes at once."""

import asyncio
from dataclasses import dataclass
from statistics import median, quantiles

from benchmarks.contestant import Contestant, running
from benchmarks.conversation import ALARM, Crowd
from benchmarks.server import Server

PATIENCE_S = 300
PRESSES = 50


@dataclass(frozen=True, slots=True)
class Trial:
    """What one trial has shown; `cpu_ms` is processor time per update of the crowd."""

    per_second: float
    cpu_ms: float
    peak_mb: float
    start_s: float
    idle_ms: tuple[float, ...]

    @property
    def idle_p50_ms(self) -> float:
        """Half of the presses of an idle bot were answered within that."""
        return median(self.idle_ms)

    @property
    def idle_p95_ms(self) -> float:
        """Nineteen of twenty were."""
        return quantiles(self.idle_ms, n=20)[-1]


async def trial(contestant: Contestant, people: int, core: int, presses: int = PRESSES, away_s: float = 0) -> Trial:
    """Run one; raises RuntimeError when the bot does not start, or does not answer the crowd within five minutes."""
    server, crowd = await Server.start(away_s), Crowd()
    try:
        async with running(contestant, server, core) as bot:
            single = [turn for _ in range(presses) for turn in crowd.talk(1, [ALARM])]
            idle = [await server.answered(turn) for turn in single]
            turns, worked = crowd.talk(people), bot.cpu_s
            async with asyncio.timeout(PATIENCE_S):
                seconds = sum([await server.answered(turn) for turn in turns])
            updates, worked = sum(map(len, turns)), bot.cpu_s - worked
            return Trial(
                per_second=updates / seconds,
                cpu_ms=1000 * worked / updates,
                peak_mb=bot.peak_mb,
                start_s=bot.start_s,
                idle_ms=tuple(1000 * one for one in idle),
            )
    finally:
        await server.stop()
