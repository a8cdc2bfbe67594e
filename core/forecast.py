"""When a case will probably be over: the times that the SOP gives the steps still to come, one after another."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from core.action import BACK
from core.case import Case, OpenStep
from core.office import Office
from core.parts import own, seen
from core.procedure import Procedure
from core.step import Step
from core.term import begins_at, clock_of, moment_at, term_of
from core.way_back import is_requesters

Pending = tuple[OpenStep, datetime]


@dataclass(frozen=True, slots=True)
class Forecast:
    """When the case is expected to end, and by how many working days what is late now has put that off.

    Where something is late by less than a day that is 0; None where nothing is late.
    """

    at: datetime
    put_off: int | None = None


def forecast(case: Case, procedure: Procedure, office: Office, now: datetime) -> Forecast | None:
    """The expected end of an open case whose SOP counts in days; None for any other."""
    if not case.is_open or case.merged is not None or not procedure.in_days:
        return None
    due = [(waiting, until) for waiting in case.steps for until in _until(case, waiting, procedure, office, now)]
    planned = _last(due, case, procedure, office)
    if planned is None:
        return None
    expected = _last([(waiting, max(now, until)) for waiting, until in due], case, procedure, office) or planned
    late = any(until < now for _, until in due)
    return Forecast(expected, office.calendar.days_between(planned, expected) if late else None)


def _until(case: Case, waiting: OpenStep, procedure: Procedure, office: Office, now: datetime) -> Iterator[datetime]:
    """When the main line will probably leave an open step: at its deadline, or at once where it has none.

    A step that waits for an answer of the requester has, from now on, the time that was left.
    """
    step = procedure.step(waiting.id)
    if not step.binding or step.aside or step.every is not None:
        return
    asks = case.stopped.get(own(waiting.back or "", waiting.part)) if is_requesters(step) else None
    counted, clock = (asks.step if asks is not None else waiting), clock_of(procedure, step, office)
    term = term_of(case, counted, procedure, office)
    if asks is not None:
        yield (term.paused(asks.at, now).until if term is not None else now)
    elif term is not None:
        yield term.until
    else:
        yield (begins_at(seen(case, waiting.part), step, clock) if waiting.sleeps else None) or now


def _last(pending: list[Pending], case: Case, procedure: Procedure, office: Office) -> datetime | None:
    """When the last of the ways that begin at these steps ends."""
    ends = []
    for waiting, until in pending:
        stopped = own(waiting.back or "", waiting.part) in case.stopped
        origin = waiting.back if stopped and is_requesters(procedure.step(waiting.id)) else None
        step = procedure.step(origin or waiting.id)
        ends.append(_follow(step, until, seen(case, waiting.part), procedure, office))
    return max(ends, default=None)


def _follow(left: Step, at: datetime, case: Case, procedure: Procedure, office: Office) -> datetime:
    """When the case ends that leaves a step then and goes the ordinary way."""
    ends = [
        _follow(step, _end_of(step, at, case, procedure, office), case, procedure, office)
        for step in ordinary(procedure, left)
    ]
    return max(ends, default=at)


def ordinary(procedure: Procedure, left: Step) -> tuple[Step, ...]:
    """The steps that ordinarily follow: where the step's first action leads that goes on down the table."""
    place = {step.id: index for index, step in enumerate(procedure.steps)}
    for way in (*left.actions, left):
        targets = [target for target in way.to if target != BACK and place[target] > place[left.id]]
        if targets and not all(_only_answers(procedure.step(target)) for target in targets):
            return tuple(procedure.step(target) for target in targets)
    return ()


def _only_answers(step: Step) -> bool:
    """Whether the case comes there only to go back: the requester is asked something."""
    return is_requesters(step) and all(action.to == (BACK,) for action in step.actions)


def _end_of(step: Step, at: datetime, case: Case, procedure: Procedure, office: Office) -> datetime:
    """When a step is over that begins then, or on its day, and takes the time that the SOP gives it."""
    clock = clock_of(procedure, step, office)
    begins = max(at, begins_at(case, step, clock) or at)
    if step.within is None or not step.binding:
        return begins
    if step.within.name is not None:
        return max(begins, moment_at(case, step.within, clock) or begins)
    since = case.reached.get(step.within.step or "", begins)
    return max(begins, clock.end(since, step.within))
