"""Steps that go to somebody else: a head passes them on, or whoever had them works here no more."""

from dataclasses import replace

from core import events as e
from core.access import LADDER_END, may_reassign
from core.case import Case, OpenStep
from core.commands import Depart, Reassign
from core.course import Course
from core.field import PersonField
from core.lapse import lose
from core.office import Office
from core.people import Person
from core.performer import Kind
from core.permission import worked_on
from core.procedure import Procedure
from core.refusal import NotAllowed, PersonUnfit
from core.slots import clashes, times


def reassign(course: Course, command: Reassign) -> None:
    """Pass a step on to another holder of its role. Raises `NotAllowed` and `PersonUnfit`."""
    worked_on(course.case, command.by)
    waiting = course.waiting(command.entry)
    if not may_reassign(course.actor(command.by), waiting, course.procedure):
        raise NotAllowed()
    if command.to not in {person.id for person in fit(course.office, course.procedure, waiting)}:
        raise PersonUnfit()
    _give(course, waiting, (command.to,), "chosen", command.by)


def depart(course: Course, command: Depart) -> None:
    """What somebody had by name or had taken goes to the others of the role, else upwards; at once."""
    if course.case.closed_at is not None:
        return
    if course.procedure.lane == "alarm":
        lose(course, command.person)
        return
    still = course.office.person(command.person)
    for waiting in course.case.steps:
        if still is not None and role_at(waiting, course.procedure) in still.own_roles:
            continue
        if waiting.claimed_by == command.person:
            course.free(waiting, command.person, "released", by=command.person)
        elif command.person in waiting.holders and command.person != course.case.requester:
            others = tuple(one for one in waiting.holders if one != command.person)
            _give(course, waiting, others or _instead(course, waiting, command.person), "left")


def fit(office: Office, procedure: Procedure, waiting: OpenStep) -> tuple[Person, ...]:
    """Whoever the step can be passed on to: others who hold its role."""
    role = role_at(waiting, procedure)
    has = {waiting.claimed_by} if waiting.claimed_by is not None else set(waiting.holders)
    return tuple(one for one in office.holders(role or "") if one.id not in has)


def occupied(person: Person, case: Case, procedure: Procedure, office: Office) -> bool:
    """Whether somebody is needed elsewhere at a time for which the case needs people, or is at work on another case."""
    dates = {f.free_at for f in procedure.fields if isinstance(f, PersonField) and f.free_at is not None}
    if not dates:
        return person.id in office.busy
    return any(clashes(person.id, times(case, procedure, date), office.engagements, case.id) for date in dates)


def role_at(waiting: OpenStep, procedure: Procedure) -> str | None:
    """The role that whoever has the step holds."""
    performer = procedure.step(waiting.id).performer
    return procedure.role_of(performer) if performer is not None else None


def named_anew(course: Course, waiting: OpenStep, person: Person) -> None:
    """Whoever acts where the step went to several of them has the name that it was for."""
    performer = course.step(waiting).performer
    if performer is None or performer.kind is not Kind.PERSON or performer.name is None or waiting.crew:
        return
    named = course.case.named.get(performer.name)
    if named is not None and named not in waiting.holders and person.id in waiting.holders:
        course.add(e.HolderNamed(by=person.id, name=performer.name, person=person.id))


def _give(course: Course, waiting: OpenStep, to: tuple[int, ...], reason: str, by: int | None = None) -> None:
    had = (waiting.claimed_by,) if waiting.claimed_by is not None else waiting.holders
    previous = tuple(person for person in had if person not in to)
    given = e.StepReassigned(by=by, step=waiting.id, entry=waiting.entry, holders=to, previous=previous, reason=reason)
    course.add(given)
    for one in course.case.steps:
        # All parts of a party have the same people.
        if one.part and one.id == waiting.id and one.entry != waiting.entry and one.holders == waiting.holders:
            course.add(replace(given, entry=one.entry))
    performer = course.step(waiting).performer
    if len(to) == 1 and performer is not None and performer.kind is Kind.PERSON and performer.name is not None:
        course.add(e.HolderNamed(by=by, name=performer.name, person=to[0]))


def _instead(course: Course, waiting: OpenStep, without: int) -> tuple[int, ...]:
    """The other holders of the role, else of the first role above that has any."""
    role, climbed = role_at(waiting, course.procedure) or LADDER_END, set[str]()
    while role not in climbed:
        climbed.add(role)
        found = tuple(one.id for one in course.office.holders(role) if one.id != without)
        if found:
            return found
        role = course.procedure.above_role(role) or LADDER_END
    return ()
