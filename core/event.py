"""What every event is: a fact in the past tense, and values in it that belong to people."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Personal:
    """A value that belongs to a person: stored apart and erasable; the event itself carries only a salted digest."""

    value: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened; `by` is the id of whoever did it, None for the clock and the system."""

    by: int | None = None
