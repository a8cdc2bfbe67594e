"""What falls due, and when. A case's `next_at` is the earliest of it, so the clock need only look at one column."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.case import Case, OpenStep
from core.following import weighs_at
from core.judgement import holds
from core.office import Office
from core.parts import seen
from core.procedure import Procedure
from core.signal import silences
from core.step import Step
from core.term import Term, clock_of, counts_from, moment_at, term_of, wakes_at
from core.timer import Reminder
from core.work_clock import DAY, WorkClock

NOBODY = Office(())


class Due(StrEnum):
    """The kinds of things that fall due."""

    RING = "ring"
    TIMER = "timer"
    UNANSWERED = "unanswered"
    LAPSE = "lapse"
    REMINDER = "reminder"
    SILENCE = "silence"
    PLACE = "place"
    BEGIN = "begin"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something due at a moment: `number` is a timer's or a reminder's place in the file.

    What is not of a step has entry 0.
    """

    at: datetime
    entry: int
    due: Due
    number: int = 0


def next_at(case: Case, procedure: Procedure, now: datetime, office: Office = NOBODY) -> datetime | None:
    """When the case must be looked at again: never None while it is open, nor while its end can be taken back."""
    undo_over = [case.undo.until] if undoable(case, now) and case.undo is not None else []
    if not case.is_open:
        return min(undo_over, default=None)
    return min((*undo_over, *(mark.at for mark in marks(case, procedure, office))), default=now + DAY)


def undoable(case: Case, now: datetime) -> bool:
    """Whether the newest action can be taken back now."""
    return case.undo is not None and not case.undo.overtaken and now < case.undo.until


def due(case: Case, procedure: Procedure, now: datetime, office: Office = NOBODY) -> Mark | None:
    """The earliest mark that is due."""
    ripe = [mark for mark in marks(case, procedure, office) if mark.at <= now]
    return min(ripe, key=lambda mark: mark.at, default=None)


def due_at(case: Case, waiting: OpenStep, procedure: Procedure, office: Office = NOBODY) -> datetime | None:
    """When the step's time is up, as far as it has one."""
    term = term_of(case, waiting, procedure, office)
    return None if term is None else term.until


def marks(case: Case, procedure: Procedure, office: Office = NOBODY) -> Iterator[Mark]:
    """Everything that will fall due if nobody does anything; nothing while the case is merged.

    `office` tells where staff were last, and when they work.
    """
    weighs = weighs_at(case)
    if weighs is not None and case.merged is None:
        yield Mark(weighs, 0, Due.PLACE)
    for waiting in case.steps if case.merged is None else ():
        step, own = procedure.step(waiting.id), seen(case, waiting.part)
        clock = clock_of(procedure, step, office)
        yield from _ahead(own, waiting, step, clock)
        if waiting.sleeps:
            yield Mark(wakes_at(own, waiting, step, clock) or waiting.opened_at, waiting.entry, Due.BEGIN)
            continue
        yield from _of_step(own, waiting, step, clock)
        yield from (Mark(one.lost_at, waiting.entry, Due.SILENCE) for one in silences(case, waiting, step, office))
        reminder = _reminder(waiting, step, term_of(case, waiting, procedure, office))
        if reminder is not None:
            yield reminder


def ahead_at(case: Case, reminder: Reminder, clock: WorkClock) -> datetime | None:
    """The moment of a reminder before a date, if the case has that date."""
    return moment_at(case, reminder.at, clock) if reminder.at is not None else None


def percent_due(waiting: OpenStep, step: Step, term: Term | None, now: datetime) -> int:
    """The percent of the step's time that a reminder at `now` is for, so that an outage is made up with one, not five.

    The file's latest that is due; a day after its last one, however much of the time has passed.
    """
    if term is None:
        return 0
    percents = _percents(waiting, step, office=term.clock.office)
    if now >= term.clock.next_day(term.at(max(percents))):
        return term.passed(now)
    return max((percent for percent in percents if term.at(percent) <= now), default=0)


def _of_step(case: Case, waiting: OpenStep, step: Step, clock: WorkClock) -> Iterator[Mark]:
    """What happens by itself while a step waits, besides reminders."""
    if step.ring is not None and step.ring.delta is not None and waiting.claimed_by is None:
        yield Mark(clock.add(waiting.rung_at or waiting.opened_at, step.ring.delta), waiting.entry, Due.RING)
    asked = waiting.claimed_by is None and waiting.post is None
    if step.unanswered is not None and step.unanswered.after.delta is not None and asked:
        answered_by = clock.add(counts_from(waiting, clock), step.unanswered.after.delta)
        yield Mark(answered_by, waiting.entry, Due.UNANSWERED)
    for place, timer in enumerate(step.timers):
        at = (
            None
            if timer.unless and holds(timer.unless, case, waiting)
            else _fires_at(case, waiting, place, step, clock)
        )
        if at is not None:
            yield Mark(at, waiting.entry, Due.TIMER, place)
    if waiting.active_at is not None and step.claim is not None and step.claim.lapses is not None:
        lapse = step.claim.lapses.delta
        if lapse is not None:
            yield Mark(clock.add(waiting.active_at, lapse), waiting.entry, Due.LAPSE)


def _fires_at(case: Case, waiting: OpenStep, place: int, step: Step, clock: WorkClock) -> datetime | None:
    """When a timer fires, or fires again: so long after it last did, however late that was."""
    timer = step.timers[place]
    if place in waiting.fired:
        return clock.end(waiting.fired_at[place], timer.every) if timer.every is not None else None
    if timer.after.name is not None:
        return moment_at(case, timer.after, clock)
    freed_at = waiting.freed_at if timer.awaits_claim else None
    since = freed_at or case.reached.get(timer.after.step or "") or counts_from(waiting, clock)
    return clock.end(since, timer.after)


def _ahead(case: Case, waiting: OpenStep, step: Step, clock: WorkClock) -> Iterator[Mark]:
    """Reminders before a date; none for what was over when the step opened, and again where the date has moved."""
    for place, reminder in enumerate(step.remind or ()):
        at = ahead_at(case, reminder, clock)
        if at is not None and at > waiting.opened_at and waiting.ahead.get(place) != at:
            yield Mark(at, waiting.entry, Due.AHEAD, place)


def _reminder(waiting: OpenStep, step: Step, term: Term | None) -> Mark | None:
    """The next reminder; after the last of the file's it comes once a day, if not in the morning's digest."""
    percents = _percents(waiting, step, office=term.clock.office) if term is not None else ()
    if term is None or not percents:
        return None
    coming = min((percent for percent in percents if percent > waiting.reminded), default=None)
    if coming is not None:
        return Mark(term.at(coming), waiting.entry, Due.REMINDER)
    if step.digest or term.clock.office:
        return None
    return Mark(term.clock.next_day(term.at(waiting.reminded)), waiting.entry, Due.REMINDER)


def _percents(waiting: OpenStep, step: Step, *, office: bool) -> tuple[int, ...]:
    """Percent of the step's time at which somebody is reminded; not before the time that they asked for is up.

    In office hours once, when it becomes late, unless the file says otherwise: the digest speaks of it from then on.
    """
    percents = step.reminders
    if office and step.remind is None and percents:
        return (100,)
    if waiting.extended_at is None:
        return percents
    return tuple(percent for percent in percents if percent >= 100) or (100,)
