"""What falls due, and when. A case's `next_at` is the earliest of it, so the clock need only look at one column."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from core.case import Case, OpenStep
from core.following import weighs_at
from core.judgement import holds
from core.people import Office
from core.procedure import Procedure
from core.signal import silences
from core.step import Step

DAY = timedelta(days=1)
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


@dataclass(frozen=True, slots=True)
class Mark:
    """Something due at a moment: `number` is a timer's place in the file. What is not of a step has entry 0."""

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


def due_at(case: Case, waiting: OpenStep, step: Step) -> datetime | None:
    """When the step's time is up, as far as it has one."""
    time = _time(case, waiting, step)
    return None if time is None else time[0] + time[1]


def marks(case: Case, procedure: Procedure, office: Office = NOBODY) -> Iterator[Mark]:
    """Everything that will fall due if nobody does anything; nothing while the case is merged.

    `office` tells where staff were last.
    """
    weighs = weighs_at(case)
    if weighs is not None and case.merged is None:
        yield Mark(weighs, 0, Due.PLACE)
    for waiting in case.steps if case.merged is None else ():
        step = procedure.step(waiting.id)
        if step.ring is not None and step.ring.delta is not None and waiting.claimed_by is None:
            yield Mark((waiting.rung_at or waiting.opened_at) + step.ring.delta, waiting.entry, Due.RING)
        asked = waiting.claimed_by is None and waiting.post is None
        if step.unanswered is not None and step.unanswered.after.delta is not None and asked:
            yield Mark(waiting.opened_at + waiting.stood + step.unanswered.after.delta, waiting.entry, Due.UNANSWERED)
        for place, timer in enumerate(step.timers):
            pending = place not in waiting.fired and not (timer.unless and holds(timer.unless, case, waiting))
            if pending and timer.after.delta is not None:
                freed_at = waiting.freed_at if timer.awaits_claim else None
                since = freed_at or case.reached.get(timer.after.step or "") or waiting.opened_at + waiting.stood
                yield Mark(since + timer.after.delta, waiting.entry, Due.TIMER, place)
        if waiting.active_at is not None and step.claim is not None and step.claim.lapses is not None:
            lapse = step.claim.lapses.delta
            if lapse is not None:
                yield Mark(waiting.active_at + lapse, waiting.entry, Due.LAPSE)
        yield from (Mark(one.lost_at, waiting.entry, Due.SILENCE) for one in silences(case, waiting, step, office))
        reminder = _reminder(case, waiting, step)
        if reminder is not None:
            yield reminder


def percent_due(case: Case, waiting: OpenStep, step: Step, now: datetime) -> int:
    """The percent of the step's time that a reminder at `now` is for, so that an outage is made up with one, not five.

    The file's latest that is due; a day after its last one, however much of the time has passed.
    """
    time, percents = _time(case, waiting, step), _percents(waiting, step)
    if time is None:
        return 0
    base, within = time
    if now >= base + within * max(percents) / 100 + DAY:
        return -((base - now) * 100 // within)
    return max((percent for percent in percents if base + within * percent / 100 <= now), default=0)


def _reminder(case: Case, waiting: OpenStep, step: Step) -> Mark | None:
    """The next reminder; after the last of the file's it comes once a day."""
    time, percents = _time(case, waiting, step), _percents(waiting, step)
    if time is None or not percents:
        return None
    base, within = time
    coming = min((percent for percent in percents if percent > waiting.reminded), default=None)
    if coming is not None:
        return Mark(base + within * coming / 100, waiting.entry, Due.REMINDER)
    return Mark(base + within * waiting.reminded / 100 + DAY, waiting.entry, Due.REMINDER)


def _percents(waiting: OpenStep, step: Step) -> tuple[int, ...]:
    """Percent of the step's time at which somebody is reminded; not before the time that they asked for is up."""
    if waiting.extended_at is None:
        return step.reminders
    return tuple(percent for percent in step.reminders if percent >= 100) or (100,)


def _time(case: Case, waiting: OpenStep, step: Step) -> tuple[datetime, timedelta] | None:
    """From when the step's time counts, and how long it is.

    It counts from its own opening, from that of the step it names, or from when whoever has it said how long it
    takes; while the step stood still nothing counts.
    """
    if waiting.extended_at is not None:
        return waiting.extended_at + waiting.stood, waiting.extended
    if step.within is None or not step.within.delta:
        return None
    since = step.within.step
    base = case.reached.get(since, waiting.opened_at) if since else waiting.opened_at
    return base + waiting.stood, step.within.delta
