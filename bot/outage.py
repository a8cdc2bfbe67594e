"""Whether Telegram answers at all. While it does not, only a probe goes out, so that nothing is burnt by trying."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.outcomes import NotNow, Outcome, Unsure, backoff_s

FAILURES = 3
LONGEST_PAUSE_S = 5


@dataclass(slots=True)
class Outage:
    """Telegram is away once three calls in a row did not get through, until one is answered, whatever the answer."""

    failures: int = 0
    probe_at: datetime | None = None

    def heard(self, outcome: Outcome, now: datetime) -> None:
        """Take note of how a call ended."""
        self.failures = self.failures + 1 if isinstance(outcome, NotNow | Unsure) else 0
        pause = backoff_s(self.failures - FAILURES, LONGEST_PAUSE_S) if self.is_on else 0
        self.probe_at = now + timedelta(seconds=pause) if self.is_on else None

    def forget_times(self, now: datetime) -> None:
        """Let the next probe go at once."""
        self.probe_at = now if self.is_on else None

    @property
    def is_on(self) -> bool:
        """Whether Telegram is away."""
        return self.failures >= FAILURES
