"""The time that a step has: from when to when, and by which clock."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from core.case import Case, OpenStep
from core.duration import Duration
from core.judgement import value_of
from core.office import Office
from core.office_calendar import OfficeCalendar
from core.parts import seen
from core.procedure import Procedure
from core.step import Step
from core.work_clock import WorkClock

OPENED = "opened"
"""The name of the moment at which a case was opened."""


@dataclass(frozen=True, slots=True)
class Term:
    """From `since` to `until` by that clock."""

    since: datetime
    until: datetime
    clock: WorkClock

    def at(self, percent: float) -> datetime:
        """When so many percent of the time are over; past 100 it goes on at the same pace."""
        if percent < 100:
            return self.clock.add(self.since, self._length * percent / 100)
        return self.until if percent == 100 else self.clock.add(self.until, self._length * (percent - 100) / 100)

    def passed(self, now: datetime) -> int:
        """The percent that are over, rounded up."""
        if now < self.until:
            return -(-self.clock.between(self.since, now) * 100 // self._length)
        return 100 - (-self.clock.between(self.until, now) * 100 // self._length)

    def paused(self, since: datetime, until: datetime) -> "Term":
        """The same time where the clock stood still in between: what was used is used, and what was left is left."""
        used, left = self.clock.between(self.since, since), self.clock.between(since, self.until)
        return Term(self.clock.add(until, -used), self.clock.add(until, left), self.clock)

    @property
    def _length(self) -> timedelta:
        return max(self.clock.between(self.since, self.until), timedelta(seconds=1))


def clock_of(procedure: Procedure, step: Step, office: Office) -> WorkClock:
    """The clock by which the step's time passes."""
    return WorkClock(office.calendar, (step.hours or procedure.hours) == "office")


def moment_of(case: Case, name: str, calendar: OfficeCalendar) -> datetime | None:
    """The moment that a value of the case says; of a date alone, when the office opens. None where it says none."""
    value: Any = case.opened_at if name == OPENED else value_of(case, name)
    if isinstance(value, datetime):
        return value
    try:
        if len(value) == len("2026-12-31"):
            return calendar.opens(date.fromisoformat(value))
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=calendar.zone)


def moment_at(case: Case, duration: Duration, clock: WorkClock) -> datetime | None:
    """The moment that `$date`, or so long before or after it, is; None while the case has no such date."""
    date_of = moment_of(case, duration.name, clock.calendar) if duration.name is not None else None
    return clock.end(date_of, duration) if date_of is not None and duration.amount else date_of


def wakes_at(case: Case, waiting: OpenStep, step: Step, clock: WorkClock) -> datetime | None:
    """Until when an open step sleeps: until it is due again, or has its day."""
    return waiting.again or begins_at(case, step, clock)


def begins_at(case: Case, step: Step, clock: WorkClock) -> datetime | None:
    """Until when the step sleeps at first, if the file says so and the case has that date."""
    return moment_at(case, step.starts, clock) if step.starts is not None else None


def counts_from(waiting: OpenStep, clock: WorkClock) -> datetime:
    """The moment from which the step's time counts: its opening, moved on by as long as the clock stood still."""
    term = Term(waiting.opened_at, waiting.opened_at, clock)
    for pause in waiting.pauses:
        term = term.paused(pause.since, pause.until)
    return term.since


def term_of(case: Case, waiting: OpenStep, procedure: Procedure, office: Office) -> Term | None:
    """The time that an open step has, None where it has none.

    It counts from its own opening, from that of the step or from the date that `within` names, or from when whoever
    has it said how long it takes.
    """
    step = procedure.step(waiting.id)
    clock = clock_of(procedure, step, office)
    term = _written(seen(case, waiting.part), waiting, step, clock)
    if term is None or (waiting.extended_at is None and step.within is not None and step.within.name is not None):
        return term  # A date stays where it is, whoever had to be asked meanwhile.
    for pause in waiting.pauses:
        term = term.paused(pause.since, pause.until)
    return term


def _written(case: Case, waiting: OpenStep, step: Step, clock: WorkClock) -> Term | None:
    if waiting.extended_at is not None:
        return Term(waiting.extended_at, _extended_until(waiting, waiting.extended_at, clock), clock)
    within = step.within
    if within is None:
        return None
    begun = wakes_at(case, waiting, step, clock) if waiting.sleeps else None
    since: datetime | None = begun or waiting.opened_at
    if within.name is not None:
        until = moment_at(case, within, clock)
        if not within.before and within.amount:
            since = moment_of(case, within.name, clock.calendar)
        return Term(since, until, clock) if since is not None and until is not None else None
    if within.step is not None:
        since = case.reached.get(within.step, since)
    assert since is not None
    return Term(since, clock.end(since, within), clock)


def _extended_until(waiting: OpenStep, since: datetime, clock: WorkClock) -> datetime:
    if waiting.extended_by:
        return clock.end(since, Duration.model_validate(waiting.extended_by))
    return clock.add(since, waiting.extended)
