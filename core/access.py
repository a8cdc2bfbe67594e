"""Who is called for a step, and who may do something about it: the one place where presses are authorised."""

from collections.abc import Iterable

from core.case import Case, OpenStep
from core.people import Office, Person
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
        return (waiting.claimed_by,)
    people = [person for person in waiting.holders if _reachable(person, case, office)]
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
    if person.id in waiting.holders or person.id == waiting.claimed_by:
        return True
    performer = procedure.step(waiting.id).performer
    roles = () if waiting.holders or performer is None else performer.roles
    return any(person.holds(role) for role in (*roles, *waiting.widened))


def may_record(person: Person, case: Case, waiting: OpenStep, procedure: Procedure) -> bool:
    """Whether the person may write down what somebody else, who has the step by name, has answered elsewhere."""
    proxy = procedure.step(waiting.id).on_behalf
    others = proxy is not None and bool(waiting.holders) and person.id not in waiting.holders
    return others and proxy is not None and entitled(person, case, proxy.performer)


def may_see(person: Person, case: Case, procedure: Procedure) -> bool:
    """Whether the person may look at the case's card: named in it, or of a role that works on such cases or above.

    Whoever may be asked because they are near may look only once they are, and so may those of a step that only
    linked cases begin with.
    """
    their_turn = person.id in set(case.people()) or any(may_act(person, case, step, procedure) for step in case.steps)
    if their_turn and person.id != case.requester:
        return True
    usual = [step for step in procedure.steps if step.entrance is None or step.id in case.reached]
    performers = [one for step in usual if step.performer is not None for one in step.performer.each()]
    working = {one.role for one in performers if one.role is not None and one.kind is not Kind.NEAREST}
    above = {role for one in working if (role := procedure.above_role(one)) is not None}
    return bool(person.roles & (working | above | {LADDER_END} | {r for step in case.steps for r in step.widened}))


def entitled(person: Person, case: Case, performer: Performer, during: tuple[str, ...] = ()) -> bool:
    """Whether the person is who a standing action is for; holders are those of the steps that it is `during`."""
    for one in performer.each():
        match one.kind:
            case Kind.REQUESTER:
                fits = person.id == case.requester
            case Kind.HOLDERS:
                steps = (step for step in case.steps if not during or step.id in during)
                fits = person.id in {holder for step in steps for holder in (*step.holders, step.claimed_by)}
            case Kind.PERSON:
                fits = person.id == case.named.get(one.name or "")
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


def _reachable(person_id: int, case: Case, office: Office) -> bool:
    person = office.person(person_id)
    return person_id == case.requester or (person is not None and person.reachable)
