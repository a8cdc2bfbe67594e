"""What follows from a wish: `decide(case, command, now) -> events`. Refusals are raised and change nothing."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from core import events as e
from core.access import entitled, may_act, may_record
from core.action import BACK, Action
from core.answers import asked_of, given
from core.apply import opened
from core.case import Case, OpenStep
from core.commands import (
    AcceptHandover,
    Act,
    Claim,
    Command,
    Conclude,
    Join,
    LeaveDuty,
    Lose,
    Merge,
    Move,
    OfferHandover,
    Part,
    PressAgain,
    Release,
    RingAgain,
    Tick,
    Undo,
    Witness,
)
from core.course import Course, back_from
from core.duration import Duration
from core.entry import OnBehalf
from core.field import PersonField
from core.following import move
from core.handover import accept, leave, offer
from core.judgement import holds
from core.lapse import lose, tick
from core.merging import conclude, join, merge, part, ring_again
from core.people import Office, Person
from core.performer import Kind
from core.procedure import Procedure
from core.refusal import AlreadyTaken, CaseOver, Guarded, MergedAlready, NotAllowed, StepOver
from core.undo import time_to_undo, undo


def open_case(
    case_id: int,
    opening: e.CaseOpened,
    answers: dict[str, Any],
    now: datetime,
    procedure: Procedure,
    office: Office,
    *,
    at: str | None = None,
    brought: Iterable[e.Event] = (),
) -> tuple[Case, tuple[e.Event, ...]]:
    """The case that a requester opens, at the procedure's first step; or staff for them. Raises `Refusal`.

    A linked case begins at the step `at`, with what is `brought` along in the place of answers to the form.
    """
    course = Course(opened(case_id, opening, now), procedure, office, now, [opening])
    person = course.actor(opening.by or opening.requester)
    entry = procedure.open.on_behalf if course.case.on_behalf else procedure.open
    if entry is None or (entry.by and not any(person.holds(role) for role in entry.by)):
        raise NotAllowed()
    for event in brought if opening.origin is not None else given(course.case, entry.form, answers, opening.by, office):
        course.add(event)
    begins = entry.at if isinstance(entry, OnBehalf) else at
    course.enter(begins or procedure.entry.id)
    if course.case.on_behalf:
        _take_first(course, person)
    course.call_somebody()
    return course.case, tuple(course.events)


def decide(
    case: Case, command: Command, now: datetime, procedure: Procedure, office: Office
) -> tuple[Case, tuple[e.Event, ...]]:
    """The case after the command, and the events that led there. Raises `Refusal`.

    A case that has ended still takes note of what was witnessed; time and lost people do not concern it.
    """
    course = Course(case, procedure, office, now)
    match command:
        case Witness():
            course.add(command.event)
        case Tick() | Lose() | Move() if case.closed_at is not None:
            return case, ()
        case Tick():
            tick(course)
        case Lose():
            lose(course, command.person)
        case OfferHandover():
            offer(course, command)
        case AcceptHandover():
            accept(course, command)
        case LeaveDuty():
            leave(course, command)
        case Claim():
            _claim(course, command)
        case Release():
            _release(course, command)
        case Act():
            _act(course, command)
        case Undo():
            undo(course, command)
        case PressAgain():
            _press_again(course, command)
        case Merge():
            _still_open(case)
            merge(course, command)
        case Part():
            _still_open(case)
            part(course, command)
        case Join():
            join(course, command)
        case RingAgain():
            ring_again(course)
        case Conclude():
            conclude(course, command)
        case Move():
            move(course, command)
    course.call_somebody()
    return course.case, tuple(course.events)


def permit(case: Case, command: Act, now: datetime, procedure: Procedure, office: Office) -> Action:
    """The action that the command means, if it may be done now. Raises `Refusal`, before anything is asked."""
    _still_open(case)
    _not_merged(case, command.by)
    course = Course(case, procedure, office, now)
    return _permitted(course, command, course.actor(command.by))


def _still_open(case: Case) -> None:
    if case.closed_at is not None:
        raise CaseOver(case.outcome or "", case.closed_at)


def _not_merged(case: Case, by: int) -> None:
    """Only its reporter goes on adding to a case that is worked on as part of another."""
    if case.merged is not None and by != case.requester:
        raise MergedAlready(case.merged)


def _claim(course: Course, command: Claim) -> None:
    """Take a step, or take it over."""
    _still_open(course.case)
    _not_merged(course.case, command.by)
    waiting, person = course.waiting(command.entry), course.actor(command.by)
    claim = course.step(waiting).claim
    if not may_act(person, course.case, waiting, course.procedure):
        raise NotAllowed()
    if claim is None:
        raise StepOver()
    if waiting.claimed_by == person.id:
        return
    if waiting.claimed_by is not None and not (command.over and claim.take_over is not None):
        raise AlreadyTaken(waiting.claimed_by, waiting.claimed_at)
    _take(course, waiting, person.id)


def _release(course: Course, command: Release) -> None:
    """Give a step back."""
    _still_open(course.case)
    _not_merged(course.case, command.by)
    waiting, person = course.waiting(command.entry), course.actor(command.by)
    claim = course.step(waiting).claim
    if not may_act(person, course.case, waiting, course.procedure):
        raise NotAllowed()
    if claim is None or claim.release is None or waiting.claimed_by is None:
        raise StepOver()
    if waiting.claimed_by != person.id:
        raise AlreadyTaken(waiting.claimed_by, waiting.claimed_at)
    course.free(waiting, person.id, "released", by=person.id)


def _act(course: Course, command: Act) -> None:
    """Do an action, with everything that follows from it."""
    _still_open(course.case)
    _not_merged(course.case, command.by)
    person, course.by = course.actor(command.by), command.by
    action = _permitted(course, command, person)
    waiting = course.waiting(command.entry) if command.entry else None
    step_id, writer = waiting.id if waiting is not None else "", command.recorded_by
    ends_others = bool(action.ends and course.case.members)
    lasts = ends_others or person.id == course.case.requester
    undo_s = 0 if lasts else int(time_to_undo(course.procedure, action).total_seconds())
    taken = e.ActionTaken(
        by=person.id, step=step_id, entry=command.entry, action=action.id, recorded_by=writer, undo_s=undo_s
    )
    course.add(taken)
    if waiting is not None and waiting.claimed_by is None:
        _take(course, waiting, person.id)
    asks = action.asks
    if waiting is not None and writer is not None:
        asks = asked_of(course.step(waiting), action, recorded=True)
    for event in given(course.case, asks, dict(command.answers), writer or person.id, course.office):
        course.add(event)
    for field in action.asks:
        if isinstance(field, PersonField) and field.others is not None:
            course.promote(field)
    course.write(action, person.id)
    if waiting is not None:
        _decline(course, waiting, action)
    course.withdraw(action.closes, person.id, waiting)
    for step_id in action.beside:
        course.enter(step_id)
    if waiting is not None and action.extends is not None:
        _extend(course, waiting, action.extends, person.id)
    if not action.leaves:
        return
    if waiting is not None:
        course.spare(waiting, person.id)
        course.leave([waiting], action, person.id)
    else:
        here = [one for one in course.case.steps if action in course.procedure.standing_at(course.step(one))]
        for one in here:
            course.spare(one, person.id)
        course.leave(here, action, person.id)


def _extend(course: Course, waiting: OpenStep, name: str, by: int) -> None:
    """The step takes as long from now on as whoever has it has just said."""
    length = Duration.model_validate(course.case.values[name]).delta
    assert length is not None
    seconds = int(length.total_seconds())
    course.add(e.StepExtended(by=by, step=waiting.id, entry=waiting.entry, seconds=seconds))


def _press_again(course: Course, command: PressAgain) -> None:
    """Count the press; whoever is called hears it again."""
    _still_open(course.case)
    if command.by != course.case.requester:
        raise NotAllowed()
    course.add(e.PressedAgain(by=command.by, count=course.case.presses + 1))
    ring_again(course)


def _take_first(course: Course, person: Person) -> None:
    """Whoever opened a case for somebody else has it already."""
    for waiting in course.case.steps:
        claimable = course.step(waiting).claim is not None
        if claimable and may_act(person, course.case, waiting, course.procedure):
            _take(course, waiting, person.id)


def _take(course: Course, waiting: OpenStep, by: int) -> None:
    """Whoever takes or does a step has it, if it can be taken, and gets the name that it gives."""
    step = course.step(waiting)
    if step.claim is not None:
        course.add(e.StepClaimed(by=by, step=waiting.id, entry=waiting.entry, previous=waiting.claimed_by))
    if step.set is not None:
        course.add(e.HolderNamed(by=by, name=step.set, person=by))


def _decline(course: Course, waiting: OpenStep, action: Action) -> None:
    """Whoever was asked and sends the case back is not the next to be asked again."""
    step = course.step(waiting)
    asked = step.performer is not None and step.performer.kind in (Kind.PERSON, Kind.NEAREST)
    sends_back = action.leaves and back_from(course.procedure, step, action) is not None
    leaves_it = step.each and step.asks and step.id in action.closes and not action.leaves
    if asked and (sends_back or leaves_it):
        for person in waiting.holders:
            declined = e.HolderPassed(
                step=waiting.id, entry=waiting.entry, person=person, reason="declined", post=waiting.post
            )
            course.add(declined)


def _permitted(course: Course, command: Act, person: Person) -> Action:
    waiting = course.waiting(command.entry) if command.entry else None
    if waiting is None and command.recorded_by is not None:
        raise NotAllowed()
    action = _own(course, command, person, waiting) if waiting is not None else _standing(course, command, person)
    if not holds(action.when, course.case, waiting):
        raise StepOver()
    if not holds(action.guard, course.case, waiting) or _would_end_too_soon(course, action):
        raise Guarded()
    return action


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
    if waiting.claimed_by is not None and waiting.claimed_by != person.id:
        raise AlreadyTaken(waiting.claimed_by, waiting.claimed_at)
    return action


def _standing(course: Course, command: Act, person: Person) -> Action:
    named = [one for one in course.procedure.standing if one.id == command.action]
    if named and not any(entitled(person, course.case, one.performer) for one in named):
        raise NotAllowed()
    for waiting in course.case.steps:
        for standing in course.procedure.standing_at(course.step(waiting)):
            if standing in named:
                return standing
    raise StepOver()
