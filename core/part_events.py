"""What has happened to a party that comes at several times."""

from dataclasses import dataclass

from core.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PartySplit(Event):
    """The party goes on in so many parts, each at a time of its own."""

    parts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartEnded(Event):
    """A part of the party is through, with that outcome; the case goes on while others are not."""

    part: int
    outcome: str
