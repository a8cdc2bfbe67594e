"""Taking a step that several could take, taking it over, and giving it back."""

from core import events as e
from core.access import capacity, may_act
from core.case import OpenStep
from core.commands import Claim, Release
from core.course import Course
from core.people import Person
from core.permission import worked_on
from core.refusal import AlreadyTaken, NotAllowed, StepOver
from core.step import Claim as ClaimButton


def claim(course: Course, command: Claim) -> None:
    """Take a step, or take it over."""
    waiting, person, button = _claimable(course, command)
    if waiting.claimed_by == person.id:
        return
    if waiting.claimed_by is not None and not (command.over and button.take_over is not None):
        raise AlreadyTaken(waiting.claimed_by, waiting.claimed_at)
    take(course, waiting, person.id)


def release(course: Course, command: Release) -> None:
    """Give a step back."""
    waiting, person, button = _claimable(course, command)
    if button.release is None or waiting.claimed_by is None:
        raise StepOver()
    if waiting.claimed_by != person.id:
        raise AlreadyTaken(waiting.claimed_by, waiting.claimed_at)
    course.free(waiting, person.id, "released", by=person.id)


def take_first(course: Course, person: Person) -> None:
    """Whoever opened a case for somebody else has it already."""
    for waiting in course.case.steps:
        claimable = course.step(waiting).claim is not None
        if claimable and may_act(person, course.case, waiting, course.procedure):
            take(course, waiting, person.id)


def take(course: Course, waiting: OpenStep, by: int) -> None:
    """Whoever takes or does a step has it, if it can be taken, and gets the name that it gives."""
    step = course.step(waiting)
    if step.claim is not None:
        acts_as = capacity(course.actor(by), waiting, None, course.procedure)
        course.add(
            e.StepClaimed(by=by, step=waiting.id, entry=waiting.entry, previous=waiting.claimed_by, capacity=acts_as)
        )
    if step.set is not None:
        course.add(e.HolderNamed(by=by, name=step.set, person=by))


def _claimable(course: Course, command: Claim | Release) -> tuple[OpenStep, Person, ClaimButton]:
    """The step that the command means, whoever sent it and may take it, and the button. Raises `Refusal`."""
    worked_on(course.case, command.by)
    waiting, person = course.waiting(command.entry), course.actor(command.by)
    button = course.step(waiting).claim
    if not may_act(person, course.case, waiting, course.procedure):
        raise NotAllowed()
    if button is None:
        raise StepOver()
    return waiting, person, button
