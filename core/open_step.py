"""A step of a case that waits, and what its clock has been through."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Pause:
    """From when to when a step's clock stood still."""

    since: datetime
    until: datetime


@dataclass(frozen=True)
class OpenStep:
    """A step that waits.

    `reminded` is the highest percent reminded of, `fired` the places of timers that have fired, with when each last did
    in `fired_at`, and `ahead` of which moment each reminder before a date has told.
    `active_at` is when whoever has it last did something in the case, `freed_at` when somebody last had it no longer;
    of the roles in `widened`, those in `summoned` are called even off duty. `holders` stand for `post` where it is
    asked by telephone; a step of the `crew` is one of those who go beside whoever leads. In its `pauses` no time
    counts. Where whoever has it said how long it will take, `extended` is that (or the words in `extended_by`), counted
    from `extended_at`. While it `sleeps` its day has not come, and nobody is called. Where a party comes at several
    times it is for the `part` with that number. Where it is done every so often, `again` is when it is due next.
    """

    id: str
    entry: int
    opened_at: datetime
    holders: tuple[int, ...] = ()
    claimed_by: int | None = None
    claimed_at: datetime | None = None
    active_at: datetime | None = None
    freed_at: datetime | None = None
    widened: tuple[str, ...] = ()
    summoned: tuple[str, ...] = ()
    reminded: int = 0
    fired: tuple[int, ...] = ()
    missed: bool = False
    rings: int = 0
    rung_at: datetime | None = None
    back: str | None = None
    post: str | None = None
    crew: bool = False
    extended_at: datetime | None = None
    extended: timedelta = timedelta(0)
    extended_by: str = ""
    pauses: tuple[Pause, ...] = ()
    sleeps: bool = False
    fired_at: Mapping[int, datetime] = field(default_factory=dict)
    ahead: Mapping[int, datetime] = field(default_factory=dict)
    part: int = 0
    again: datetime | None = None


@dataclass(frozen=True, slots=True)
class Stopped:
    """A step as it was left at a moment to ask the requester something, and who asked."""

    step: OpenStep
    at: datetime
    by: int | None = None
