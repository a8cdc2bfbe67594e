"""A clock that only the test moves."""

from datetime import UTC, datetime, timedelta

from bot.clock import Clock

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


class StandingClock(Clock):
    """Stands at noon in Tarakan until it is moved."""

    def __init__(self) -> None:
        super().__init__()
        self._now = NOON

    def now(self) -> datetime:
        return self._now

    def forward(self, **duration: float) -> None:
        """Move on and wake whoever pauses."""
        self._now += timedelta(**duration)
        self.version += 1
        for event in self._watchers:
            event.set()

    def _real_seconds(self, until: datetime | None) -> float | None:
        return None
