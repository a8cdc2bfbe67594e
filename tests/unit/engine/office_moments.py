"""Moments on Tarakan's clock, and until when a step has."""

from datetime import datetime
from zoneinfo import ZoneInfo

from staging import Play

from core.deadline import due_at

ZONE = ZoneInfo("Asia/Makassar")


def at(text: str) -> datetime:
    """A moment on Tarakan's clock, in March 2026 where only the day is given."""
    return datetime.fromisoformat(text if text.startswith("20") else f"2026-03-{text}").replace(tzinfo=ZONE)


def due(play: Play, step: str = "a") -> datetime | None:
    """When the time of a step is up."""
    return due_at(play.case, play.step(step), play.procedure, play.office)
