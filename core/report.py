"""How a procedure went in a time: how its cases ended, and how long its steps took against the SOP."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import NamedTuple

from core.office_calendar import OfficeCalendar
from core.procedure import Procedure
from core.step import Step


class Trace(NamedTuple):
    """One event of a case, as far as times go: `StepOpened`, `StepClosed`, `DeadlineMissed` or `CaseClosed`."""

    case: int
    kind: str
    at: datetime
    step: str
    entry: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One time that a step was gone through."""

    step: str
    opened_at: datetime
    closed_at: datetime
    missed: bool = False


@dataclass(frozen=True, slots=True)
class StepTimes:
    """How a step went: how often, its median length, and how many of those that had a time kept it.

    With office hours the length is time at which the office was open, for steps of days in working days.
    """

    step: Step
    count: int
    length: timedelta | None
    days: float | None
    timed: int
    kept: int

    @property
    def share(self) -> int | None:
        """How many of a hundred kept their time; None where there is none to keep."""
        return round(100 * self.kept / self.timed) if self.timed else None


@dataclass(frozen=True, slots=True)
class Report:
    """A procedure in a time: cases that came in, that ended by outcome, that are open at its end, and its steps."""

    opened: int
    ended: Mapping[str, int]
    still_open: int
    steps: tuple[StepTimes, ...]

    @property
    def closed(self) -> int:
        """How many ended."""
        return sum(self.ended.values())


class Life(NamedTuple):
    """When a case began and, once it has, ended, and how."""

    opened_at: datetime
    closed_at: datetime | None
    outcome: str | None


def passages(trail: Iterable[Trace]) -> list[Passage]:
    """Every time that a step was gone through to its end, in the order of the ends; `trail` is in order."""
    waiting: dict[tuple[int, int], Trace] = {}
    missed: set[tuple[int, int]] = set()
    found = []
    for trace in trail:
        key = (trace.case, trace.entry)
        match trace.kind:
            case "StepOpened":
                waiting[key] = trace
            case "DeadlineMissed":
                missed.add(key)
            case "StepClosed" if key in waiting:
                found.append(Passage(trace.step, waiting.pop(key).at, trace.at, key in missed))
    return found


def report(
    procedure: Procedure,
    lives: Sequence[Life],
    trail: Iterable[Trace],
    since: datetime,
    until: datetime,
    calendar: OfficeCalendar,
) -> Report:
    """What happened from `since` to just before `until`, to the cases that were there in it."""
    ended = Counter(
        life.outcome or "" for life in lives if life.closed_at is not None and since <= life.closed_at < until
    )
    gone = [one for one in passages(trail) if since <= one.closed_at < until]
    times = (
        _times(step, [one for one in gone if one.step == step.id], procedure, calendar) for step in procedure.steps
    )
    return Report(
        opened=sum(since <= life.opened_at < until for life in lives),
        ended=dict(ended.most_common()),
        still_open=sum(
            life.opened_at < until and (life.closed_at is None or life.closed_at >= until) for life in lives
        ),
        steps=tuple(one for one in times if one.count and not one.step.auto),
    )


def _times(step: Step, gone: Sequence[Passage], procedure: Procedure, calendar: OfficeCalendar) -> StepTimes:
    office = (step.hours or procedure.hours) == "office"
    in_days = step.within is not None and step.within.in_days
    lengths = [
        calendar.time_between(one.opened_at, one.closed_at) if office else one.closed_at - one.opened_at for one in gone
    ]
    days = [calendar.days_between(one.opened_at, one.closed_at) for one in gone] if in_days else []
    has_time = step.within is not None and not step.optional
    return StepTimes(
        step,
        len(gone),
        timedelta(seconds=median(length.total_seconds() for length in lengths)) if lengths else None,
        float(median(days)) if days else None,
        timed=len(gone) if has_time else 0,
        kept=sum(_is_kept(one, step, length) for one, length in zip(gone, lengths, strict=True)) if has_time else 0,
    )


def _is_kept(one: Passage, step: Step, length: timedelta) -> bool:
    """Whether the time was kept: as it was noted then, or, where nobody is told of it, by its length."""
    if one.missed or any(percent >= 100 for percent in step.reminders):
        return not one.missed
    within = step.within.delta if step.within is not None else None
    return within is None or length <= within
