"""Steps that are done again and again: when the next round is, and with what they end."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from core import events as e
from core.case import OpenStep
from core.term import clock_of, counts_from

if TYPE_CHECKING:
    from core.course import Course


def rest(course: "Course", waiting: OpenStep) -> None:
    """A round is done: the step sleeps until the next one that is still to come."""
    step = course.step(waiting)
    if step.every is None or waiting.sleeps or course.case.entry(waiting.entry) is None:
        return
    clock = clock_of(course.procedure, step, course.office)
    again = clock.end(counts_from(waiting, clock), step.every)
    while again <= course.now:
        again = clock.end(again, step.every)
    course.add(e.StepRested(step=waiting.id, entry=waiting.entry, again=again.isoformat()))


def end_with(course: "Course", left: Sequence[OpenStep]) -> None:
    """What was done until one of these steps was left is done no more."""
    ended = {(waiting.id, waiting.part) for waiting in left}
    for waiting in course.case.steps:
        if (course.step(waiting).until, waiting.part) in ended:
            course.add(e.StepClosed(step=waiting.id, entry=waiting.entry))
