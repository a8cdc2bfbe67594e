"""What follows from a wish: `decide(case, command, now) -> events`. Refusals are raised and change nothing."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from core import events as e
from core.access import capacity, rank
from core.action import Action, Standing
from core.answers import asked_of, given
from core.apply import opened
from core.case import Case, OpenStep
from core.claiming import claim, release, take, take_first
from core.commands import (
    AcceptHandover,
    Act,
    Claim,
    Command,
    Conclude,
    Depart,
    Join,
    LeaveDuty,
    Lose,
    Merge,
    Move,
    OfferHandover,
    Part,
    PressAgain,
    Reassign,
    Release,
    RingAgain,
    Tick,
    Undo,
    Witness,
)
from core.course import Course
from core.crew import promote
from core.duration import Duration
from core.entry import OnBehalf
from core.field import PersonField
from core.following import move
from core.handover import accept, leave, offer
from core.lapse import lose, tick
from core.merging import conclude, join, merge, part, ring_again
from core.office import Office
from core.parts import in_part, own, seen
from core.performer import Kind
from core.permission import permitted, still_open, worked_on
from core.procedure import Procedure
from core.reassigning import depart, named_anew, reassign
from core.refusal import NotAllowed
from core.repeating import rest
from core.signing import send_back, sign
from core.undo import time_to_undo, undo
from core.way_back import back_from


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

    A linked case begins at the step `at`, with what is `brought` along in the place of answers to the form; whoever did
    what opens it need not hold the role that opens others.
    """
    course = Course(opened(case_id, opening, now), procedure, office, now, [opening])
    person = course.actor(opening.by or opening.requester)
    entry = procedure.open.on_behalf if course.case.on_behalf else procedure.open
    by_right = opening.origin is not None or (entry is not None and any(person.holds(role) for role in entry.by))
    if entry is None or (entry.by and not by_right):
        raise NotAllowed()
    for event in brought if opening.origin is not None else given(course.case, entry.form, answers, opening.by, office):
        course.add(event)
    begins = entry.at if isinstance(entry, OnBehalf) else at
    course.enter(begins or procedure.entry.id)
    if course.case.on_behalf:
        take_first(course, person)
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
        case Depart():
            depart(course, command)
        case Reassign():
            reassign(course, command)
        case OfferHandover():
            offer(course, command)
        case AcceptHandover():
            accept(course, command)
        case LeaveDuty():
            leave(course, command)
        case Claim():
            claim(course, command)
        case Release():
            release(course, command)
        case Act():
            _act(course, command)
        case Undo():
            undo(course, command)
        case PressAgain():
            _press_again(course, command)
        case Merge():
            still_open(case)
            merge(course, command)
        case Part():
            still_open(case)
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


def _act(course: Course, command: Act) -> None:
    """Do an action, with everything that follows from it."""
    worked_on(course.case, command.by)
    person, course.by = course.actor(command.by), command.by
    action = permitted(course, command, person)
    waiting = course.waiting(command.entry) if command.entry else None
    at = [waiting] if waiting is not None else list(course.concerned(action))
    part = at[0].part if len(at) == 1 else 0
    step_id, writer = waiting.id if waiting is not None else "", command.recorded_by
    ends_others = bool(action.ends and course.case.members)
    lasts = ends_others or person.id == course.case.requester
    undo_s = 0 if lasts else int(time_to_undo(course.procedure, action).total_seconds())
    standing = action.performer if isinstance(action, Standing) else None
    taken = e.ActionTaken(
        by=person.id,
        step=step_id,
        entry=command.entry,
        action=action.id,
        recorded_by=writer,
        undo_s=undo_s,
        capacity=capacity(person, waiting, standing, course.procedure),
        part=part,
    )
    course.add(taken)
    if waiting is not None:
        named_anew(course, waiting, person)
    if waiting is not None and waiting.claimed_by is None:
        take(course, waiting, person.id)
    asks = action.asks
    if waiting is not None and writer is not None:
        asks = asked_of(course.step(waiting), action, recorded=True)
    for event in given(seen(course.case, part), asks, dict(command.answers), writer or person.id, course.office):
        course.add(in_part(event, part))
    for field in action.asks:
        if isinstance(field, PersonField) and field.others is not None:
            promote(course, field)
    course.write(action, person.id, part)
    if action.set is not None:
        course.add(e.HolderNamed(by=person.id, name=action.set, person=person.id))
    sign(course, action, person, waiting)
    if waiting is not None:
        send_back(course, action, command, waiting)
        _decline(course, waiting, action)
    course.withdraw(action.closes, person.id, waiting)
    for step_id in action.beside:
        course.enter(step_id, part=part)
    if waiting is not None and action.extends is not None:
        _extend(course, waiting, action.extends, person.id)
    if not action.leaves:
        if waiting is not None and action.stay and action.extends is None:
            rest(course, waiting)
        return
    if waiting is not None:
        course.spare(waiting, person.id)
        course.leave([waiting], action, person.id)
    else:
        # Whoever sends it back later sends it to the main line, not to what stood beside it.
        here = sorted(at, key=lambda one: rank(course.step(one)))
        for one in here:
            course.spare(one, person.id)
        course.leave(here, action, person.id)


def _extend(course: Course, waiting: OpenStep, name: str, by: int) -> None:
    """The step takes as long from now on as whoever has it has just said."""
    length = Duration.model_validate(course.case.values[own(name, waiting.part)])
    course.add(e.StepExtended(by=by, step=waiting.id, entry=waiting.entry, seconds=0, length=str(length)))


def _press_again(course: Course, command: PressAgain) -> None:
    """Count the press; whoever is called hears it again."""
    still_open(course.case)
    if command.by != course.case.requester:
        raise NotAllowed()
    course.add(e.PressedAgain(by=command.by, count=course.case.presses + 1))
    ring_again(course)


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
