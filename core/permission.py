"""Whether an action may be done now: its step waits, its conditions hold, and `core/access.py` allows the person."""

from datetime import datetime

from core.access import entitled, may_act, may_record
from core.action import BACK, Action
from core.case import Case, OpenStep
from core.commands import Act
from core.course import Course
from core.judgement import holds
from core.office import Office
from core.parts import seen
from core.people import Person
from core.procedure import Procedure
from core.refusal import AlreadyTaken, CaseOver, Guarded, MergedAlready, NotAllowed, StepOver, TooEarly
from core.term import moment_at
from core.work_clock import WorkClock


def permit(case: Case, command: Act, now: datetime, procedure: Procedure, office: Office) -> Action:
    """The action that the command means, if it may be done now. Raises `Refusal`, before anything is asked."""
    worked_on(case, command.by)
    course = Course(case, procedure, office, now)
    return permitted(course, command, course.actor(command.by))


def still_open(case: Case) -> None:
    """Raises `CaseOver` where the case has ended."""
    if case.closed_at is not None:
        raise CaseOver(case.outcome or "", case.closed_at)


def worked_on(case: Case, by: int) -> None:
    """Raises `CaseOver`, and `MergedAlready` where it is worked on as part of another: only its reporter adds to it."""
    still_open(case)
    if case.merged is not None and by != case.requester:
        raise MergedAlready(case.merged)


def permitted(course: Course, command: Act, person: Person) -> Action:
    waiting = course.waiting(command.entry) if command.entry else None
    if waiting is None and command.recorded_by is not None:
        raise NotAllowed()
    action = _own(course, command, person, waiting) if waiting is not None else _standing(course, command, person)
    at = (waiting,) if waiting is not None else course.concerned(action)
    case = seen(course.case, at[0].part if len(at) == 1 else 0)
    if not holds(action.when, case, waiting):
        raise StepOver()
    allowed_from = _allowed_from(course, action, case)
    if allowed_from is not None and course.now < allowed_from:
        raise TooEarly(allowed_from)
    if not holds(action.guard, case, waiting) or _would_end_too_soon(course, action):
        raise Guarded()
    return action


def _allowed_from(course: Course, action: Action, case: Case) -> datetime | None:
    """The moment from which the action may be done, if it has one."""
    clock = WorkClock(course.office.calendar, office=False)
    return moment_at(case, action.not_before, clock) if action.not_before is not None else None


def _would_end_too_soon(course: Course, action: Action) -> bool:
    """Whether it would end the case while somebody waits for help beside its main line."""
    autos = [step for target in action.targets if target != BACK and (step := course.procedure.step(target)).auto]
    ends = bool(action.ends) or any(step.ends for step in autos)
    return ends and any(course.step(waiting).aside for waiting in course.case.steps)


def _own(course: Course, command: Act, person: Person, waiting: OpenStep) -> Action:
    action = course.step(waiting).action(command.action)
    if action is None:
        raise StepOver()
    if command.recorded_by is not None:
        writer = course.actor(command.recorded_by)
        if person.id not in waiting.holders or not may_record(writer, course.case, waiting, course.procedure):
            raise NotAllowed()
    if not may_act(person, course.case, waiting, course.procedure):
        raise NotAllowed()
    if waiting.claimed_by is not None and waiting.claimed_by not in person.stands_for:
        raise AlreadyTaken(waiting.claimed_by, waiting.claimed_at)
    return action


def _standing(course: Course, command: Act, person: Person) -> Action:
    named = [one for one in course.procedure.standing if one.id == command.action]
    if named and not any(entitled(person, course.case, one.performer) for one in named):
        raise NotAllowed()
    for waiting in course.case.steps:
        for standing in course.procedure.standing_at(course.step(waiting)):
            if standing in named and entitled(person, course.case, standing.performer, standing.during):
                return standing
    raise StepOver()
