"""Merging and parting cases of one event, each case for itself: the other's part of it is decided there."""

from core import events as e
from core.access import entitled
from core.action import Consequence
from core.commands import Conclude, Join, Merge, Part
from core.course import Course
from core.incident import is_sent
from core.permission import still_open
from core.refusal import MergedAlready, NotAllowed, SameCase, SentAlready, StepOver


def merge(course: Course, command: Merge) -> None:
    """From now on the case waits for nobody: another is worked on for it. Raises `Refusal`."""
    case, into = course.case, command.into
    _entitled(course, command.by)
    if case.merged is not None:
        raise MergedAlready(case.merged)
    if into.id == case.id:
        raise SameCase()
    still_open(into)
    if is_sent(case):
        raise SentAlready()
    course.add(e.CaseMerged(by=command.by, into=into.id))


def part(course: Course, command: Part) -> None:
    """The case goes on where it was, and rings again if nobody had it. Raises `Refusal`."""
    _entitled(course, command.by)
    if course.case.merged is None:
        raise StepOver()
    course.add(e.CaseParted(by=command.by, into=course.case.merged))
    ring_again(course)


def join(course: Course, command: Join) -> None:
    """Note which case has come, or has gone."""
    if command.leaves:
        course.add(e.CaseLeft(by=command.by, case=command.case))
    else:
        course.add(e.CaseJoined(by=command.by, case=command.case))


def ring_again(course: Course) -> None:
    """Whoever is called hears it once more, wherever nobody has taken what rings; or the case goes to where it does."""
    for waiting in course.case.steps if course.case.merged is None else ():
        step = course.step(waiting)
        if step.pressed_again is not None:
            course.leave([waiting], Consequence(to=(step.pressed_again,)))
        elif step.ring is not None and waiting.claimed_by is None:
            course.ring(waiting)


def conclude(course: Course, command: Conclude) -> None:
    """End as the main case ended, unless it is over already."""
    if course.case.is_open:
        course.add(e.CaseClosed(outcome=command.outcome))


def _entitled(course: Course, by: int) -> None:
    rule = course.procedure.same_event
    if rule is None or not entitled(course.actor(by), course.case, rule.performer):
        raise NotAllowed()
