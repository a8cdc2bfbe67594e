"""Open cases at the change of shift: offered, accepted, or left with nobody there to take them over.

Whoever takes a step that several could take gets a name by it, such as `operator`. What they have is what goes over:
the steps they have claimed or that wait for them under that name, and the name.
"""

from core import events as e
from core.case import Case, OpenStep
from core.commands import AcceptHandover, LeaveDuty, OfferHandover
from core.course import Course
from core.permission import still_open
from core.procedure import Procedure
from core.refusal import NotAllowed, PersonUnfit, StepOver


def names_of(case: Case, person_id: int, procedure: Procedure) -> tuple[str, ...]:
    """The names that the person got by taking a step and still has."""
    given = _given_names(procedure)
    return tuple(name for name, who in case.named.items() if who == person_id and name in given)


def steps_of(case: Case, person_id: int, procedure: Procedure) -> tuple[OpenStep, ...]:
    """The open steps that the person has claimed, or that wait for them under such a name."""
    given = _given_names(procedure)

    def theirs(waiting: OpenStep) -> bool:
        performer = procedure.step(waiting.id).performer
        named = performer is not None and any(one.name in given for one in performer.each())
        return waiting.claimed_by == person_id or (person_id in waiting.holders and named)

    return tuple(waiting for waiting in case.steps if theirs(waiting))


def has_part(case: Case, person_id: int, procedure: Procedure) -> bool:
    """Whether there is anything to hand over."""
    return case.is_open and bool(names_of(case, person_id, procedure) or steps_of(case, person_id, procedure))


def offer(course: Course, command: OfferHandover) -> None:
    """It stays with whoever has it until the other accepts. Raises `NotAllowed` and `PersonUnfit`."""
    still_open(course.case)
    case, to = course.case, course.office.person(command.to)
    if not has_part(case, command.by, course.procedure):
        raise NotAllowed()
    if to is None or to.id == command.by or not to.reachable or not to.on_duty:
        raise PersonUnfit()
    if not any(to.holds(role) for role in takers(course.procedure)):
        raise PersonUnfit()
    note = e.Personal(command.note) if command.note else None
    course.add(e.HandoverOffered(by=command.by, person=to.id, note=note))


def accept(course: Course, command: AcceptHandover) -> None:
    """Raises `StepOver` where nothing is offered any more."""
    still_open(course.case)
    case, by = course.case, course.case.offered_by
    if case.offered_to != command.by or by is None or not has_part(case, by, course.procedure):
        raise StepOver()
    entries = tuple(waiting.entry for waiting in steps_of(case, by, course.procedure))
    names = names_of(case, by, course.procedure)
    course.add(e.HandedOver(by=command.by, person=by, entries=entries, names=names))


def leave(course: Course, command: LeaveDuty) -> None:
    """What they had is anybody's at once: claimed steps ring, steps that waited for them look for another."""
    still_open(course.case)
    case = course.case
    if not has_part(case, command.by, course.procedure):
        raise NotAllowed()
    steps, names = steps_of(case, command.by, course.procedure), names_of(case, command.by, course.procedure)
    course.add(e.DutyLeft(by=command.by, names=names))
    for waiting in steps:
        if waiting.claimed_by == command.by:
            course.free(waiting, command.by, "released", by=command.by)
        else:
            course.open_anew(waiting)


def takers(procedure: Procedure) -> frozenset[str]:
    """The roles that may take a step for themselves, and so take over what another had."""
    claimed = (step.performer for step in procedure.steps if step.claim is not None)
    return frozenset(role for performer in claimed if performer is not None for role in performer.roles)


def _given_names(procedure: Procedure) -> frozenset[str]:
    return frozenset(step.set for step in procedure.steps if step.claim is not None and step.set is not None)
