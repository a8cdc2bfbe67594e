"""Who is called for a step, and who may do something about it: the one place where presses are authorised."""

from collections.abc import Iterable, Set

from core.case import Case, OpenStep
from core.office import Office
from core.people import DUTY_ROLES, Person
from core.performer import Kind, Performer
from core.procedure import Procedure
from core.slots import clashes, times
from core.step import Step

LADDER_END = "admin"


def called(case: Case, waiting: OpenStep, procedure: Procedure, office: Office) -> tuple[int, ...]:
    """The persons whose turn it is: whoever has the step, else everybody reachable who may take it.

    A case that is merged into another waits for nobody, and so does a step whose day has not come.
    """
    return () if case.merged is not None or waiting.sleeps else awaited(case, waiting, procedure, office)


def awaited(case: Case, waiting: OpenStep, procedure: Procedure, office: Office) -> tuple[int, ...]:
    """The persons whose turn it is or will be."""
    if waiting.claimed_by is not None:
        return _in_place_of(waiting.claimed_by, waiting, procedure, office)
    named = (one for holder in waiting.holders for one in _in_place_of(holder, waiting, procedure, office))
    people = [person for person in named if _reachable(person, case, office)]
    if not waiting.holders:
        people += [person.id for person in _holders(case, procedure, waiting, office)]
    for role in waiting.widened:
        on_duty = () if role in waiting.summoned else office.holders(role, on_duty=True)
        people += [person.id for person in on_duty or office.holders(role)]
    return tuple(dict.fromkeys(people))


def foremost(steps: Iterable[OpenStep], procedure: Procedure) -> OpenStep | None:
    """The step to speak of where several are open: the main line's, and what must be done before what may be."""
    return min(steps, key=lambda waiting: rank(procedure.step(waiting.id)), default=None)


def rank(step: Step) -> tuple[bool, bool]:
    """The main line before what stands beside it, what must be done before what may be."""
    return step.aside, not step.binding


def may_act(person: Person, case: Case, waiting: OpenStep, procedure: Procedure) -> bool:
    """Whether the person may press the step's buttons: named for it, or holder of a role that it waits for."""
    if person.id in waiting.holders or person.id == waiting.claimed_by or _stands_in(person, waiting, procedure):
        return True
    performer = procedure.step(waiting.id).performer
    roles = () if waiting.holders or performer is None else performer.roles
    return any(person.holds(role) for role in (*roles, *waiting.widened))


def capacity(person: Person, waiting: OpenStep | None, performer: Performer | None, procedure: Procedure) -> str:
    """As what the person acts there, `Plh Kepala Dinas`; empty where it is their own right.

    At an open step, or, without one, at a standing action of that performer.
    """
    if waiting is not None:
        if person.id in waiting.holders or person.id == waiting.claimed_by:
            return ""
        performer = procedure.step(waiting.id).performer
    roles = list(_roles_at(performer, procedure))
    if waiting is not None:
        roles += waiting.widened
    named = waiting is not None and any(_has(one.principal, waiting) for one in person.acting)
    if not named and any(role in person.own_roles or role == "citizen" for role in roles):
        return ""
    for one in person.acting:
        for role in roles:
            if role in one.roles and (not named or (waiting is not None and _has(one.principal, waiting))):
                return f"{one.capacity} {procedure.role_title(role).id}"
    return ""


def may_record(person: Person, case: Case, waiting: OpenStep, procedure: Procedure) -> bool:
    """Whether the person may write down what somebody else, who has the step by name, has answered elsewhere."""
    proxy = procedure.step(waiting.id).on_behalf
    others = proxy is not None and bool(waiting.holders) and person.id not in waiting.holders
    return others and proxy is not None and entitled(person, case, proxy.performer)


def may_reassign(person: Person, waiting: OpenStep, procedure: Procedure) -> bool:
    """Whether the person may pass the step on: of the role above it, or an admin; never in an alarm."""
    step = procedure.step(waiting.id)
    if procedure.lane == "alarm" or procedure.rehearses is not None or step.performer is None:
        return False
    if procedure.role_of(step.performer) is None or step.performer.kind is Kind.REQUESTER:
        return False
    return bool(person.roles & {procedure.above_of(step), LADDER_END})


def may_see(person: Person, case: Case, procedure: Procedure) -> bool:
    """Whether the person may look at the case's card: named in it, or of a role that works on such cases or above.

    Whoever may be asked because they are near may look only once they are, and so may those of a step that only
    linked cases begin with.
    """
    their_turn = not person.stands_for.isdisjoint(case.people()) or any(
        may_act(person, case, step, procedure) or may_reassign(person, step, procedure) for step in case.steps
    )
    if their_turn and person.id != case.requester:
        return True
    usual = [step for step in procedure.steps if step.entrance is None or step.id in case.reached]
    performers = [one for step in usual if step.performer is not None for one in step.performer.each()]
    working = {one.role for one in performers if one.role is not None and one.kind is not Kind.NEAREST}
    above = {role for one in working if (role := procedure.above_role(one)) is not None}
    return bool(person.roles & (working | above | {LADDER_END} | {r for step in case.steps for r in step.widened}))


def oversees(person: Person, procedure: Procedure) -> bool:
    """Whether the person may read how the procedure goes."""
    return stands_above(person.roles, procedure)


def stands_above(roles: Set[str], procedure: Procedure) -> bool:
    """Whether one of the roles is above somebody who works by the procedure, and not on duty at it itself."""
    performers = [one for step in procedure.steps if step.performer is not None for one in step.performer.each()]
    working = {role for one in performers if (role := procedure.role_of(one)) is not None}
    above = {procedure.above_role(role) for role in working}
    return bool((roles - DUTY_ROLES) & above) or LADDER_END in roles


def entitled(person: Person, case: Case, performer: Performer, during: tuple[str, ...] = ()) -> bool:
    """Whether the person is who a standing action is for; holders are those of the steps that it is `during`."""
    for one in performer.each():
        match one.kind:
            case Kind.REQUESTER:
                fits = person.id == case.requester
            case Kind.HOLDERS:
                steps = (step for step in case.steps if not during or step.id in during)
                holders = {holder for step in steps for holder in (*step.holders, step.claimed_by)}
                fits = not person.stands_for.isdisjoint(holders)
            case Kind.PERSON:
                fits = case.named.get(one.name or "") in person.stands_for
            case _:
                fits = one.role is not None and person.holds(one.role)
        if fits:
            return True
    return False


def ladder(procedure: Procedure, waiting: OpenStep, office: Office) -> tuple[str, ...]:
    """The roles that a step without anybody goes to: its own role off duty, then upwards to the first with people.

    What is one person's by name does not go to others of their role, only upwards.
    """
    performer = procedure.step(waiting.id).performer
    role = (procedure.role_of(performer) if performer is not None else None) or LADDER_END
    climbed = [] if performer is not None and performer.kind is Kind.PERSON else [role]
    while role != LADDER_END:
        higher = procedure.above_role(role)
        role = LADDER_END if higher is None or higher in climbed else higher
        climbed.append(role)
        if office.holders(role):
            break
    return tuple(climbed) or (LADDER_END,)


def _holders(case: Case, procedure: Procedure, waiting: OpenStep, office: Office) -> tuple[Person, ...]:
    performer = procedure.step(waiting.id).performer
    found: dict[int, Person] = {}
    for one in performer.each() if performer is not None else ():
        if one.role is not None:
            people = office.holders(one.role, on_duty=one.on_duty)
            found |= {person.id: person for person in people if _is_free(person, one, case, procedure, office)}
    return tuple(found.values())


def _is_free(person: Person, performer: Performer, case: Case, procedure: Procedure, office: Office) -> bool:
    """Whether somebody is free where the performer must be: at the date in the case that it names, or now."""
    if not performer.free:
        return True
    if performer.free_at is None:
        return person.id not in office.busy
    moments = times(case, procedure, f"${performer.free_at}")
    return not clashes(person.id, moments, office.engagements, case.id)


def _roles_at(performer: Performer | None, procedure: Procedure) -> tuple[str, ...]:
    """The roles that a performer is found by, that of somebody chosen earlier among them."""
    found = (procedure.role_of(one) for one in performer.each()) if performer is not None else ()
    return tuple(role for role in found if role is not None)


def _has(person_id: int, waiting: OpenStep) -> bool:
    return person_id in waiting.holders or person_id == waiting.claimed_by


def _stands_in(person: Person, waiting: OpenStep, procedure: Procedure) -> bool:
    """Whether the step is, by name, of somebody whom the person stands in for."""
    roles = _roles_at(procedure.step(waiting.id).performer, procedure)
    return any(_has(one.principal, waiting) and one.roles.intersection(roles) for one in person.acting)


def _in_place_of(person_id: int, waiting: OpenStep, procedure: Procedure, office: Office) -> tuple[int, ...]:
    """Whoever stands in for somebody at a step, else they themselves."""
    roles = _roles_at(procedure.step(waiting.id).performer, procedure) if person_id in office.absent else ()
    deputies = (person.id for person in office.deputies(person_id, roles) if person.reachable)
    return tuple(deputies) or (person_id,)


def _reachable(person_id: int, case: Case, office: Office) -> bool:
    person = office.person(person_id)
    return person_id == case.requester or (person is not None and person.reachable)
