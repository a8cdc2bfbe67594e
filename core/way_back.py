"""Ways back: to an earlier step of the table, and from the requester to whoever asked."""

from collections.abc import Iterable

from core.action import BACK, Action
from core.office import Office
from core.open_step import Stopped
from core.performer import Kind
from core.procedure import Procedure
from core.step import Step


def still_there(step: Step, before: Stopped | None, office: Office) -> tuple[int, ...]:
    """Whoever asked the requester something at a step, if they can still go on with it; else it is open to its role."""
    person = office.person(before.by or 0) if before is not None else None
    if person is None or step.performer is None or not person.reachable:
        return ()
    return (person.id,) if any(person.holds(role) for role in step.performer.roles) else ()


def is_requesters(step: Step) -> bool:
    """Whether it is the requester who has to do the step."""
    return step.performer is not None and step.performer.kind is Kind.REQUESTER


def asks_requester(procedure: Procedure, step: Step, targets: Iterable[str]) -> bool:
    """Whether one of the steps that follow is the requester's, who sends the case back from it."""
    following = [procedure.step(target) for target in targets if target != BACK]
    answers = (one for one in following if is_requesters(one) and any(BACK in act.targets for act in one.actions))
    return not is_requesters(step) and any(answers)


def back_from(procedure: Procedure, step: Step, action: Action) -> str | None:
    """The earlier step of the table that the action leads back to: whoever cannot do it sends it there."""
    order = [one.id for one in procedure.steps]
    earlier = order[: order.index(step.id)]
    return next((target for target in action.targets if target in earlier), None)
