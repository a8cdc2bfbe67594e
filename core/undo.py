"""Taking back the newest action: for how long, by whom, and who need not do any more what it asked of them."""

from collections.abc import Iterable
from datetime import timedelta

from core import events as e
from core.access import called, entitled, may_act, may_record
from core.action import BACK, Action, Consequence
from core.case import Undoable
from core.commands import Undo
from core.course import Course
from core.field import ChecklistField
from core.procedure import Procedure
from core.refusal import NotAllowed, Overtaken, UndoOver

WAITING = frozenset({"survey"})
"""Effects that nobody notices before an action can be taken back no more."""


def time_to_undo(procedure: Procedure, action: Action) -> timedelta:
    """For how long the action can be taken back; not at all once anything of it leaves the house."""
    limit = action.undo or (procedure.undo if action.moves and not action.unprompted else None)
    opens = any(isinstance(field, ChecklistField) and field.exceptions is not None for field in action.asks)
    if limit is None or limit.delta is None or opens or _leaves_the_house(procedure, action, action.beside):
        return timedelta(0)
    return limit.delta


def undo(course: Course, command: Undo) -> None:
    """Take the action back. Raises `UndoOver`, `Overtaken` and `NotAllowed`."""
    case = course.case
    found = _found(course, command)
    before = {step.entry for step in found.steps}
    gone = [step for step in case.steps if step.entry not in before]
    asked = [(s, who) for s in gone for who in called(case, s, course.procedure, course.office)]
    entry = next((step.entry for step in found.steps if step.id == found.deed.step), 0)
    opened = tuple(step.id for step in gone)
    course.add(
        e.ActionUndone(by=command.by, step=found.deed.step, entry=entry, action=found.deed.action, opened=opened)
    )
    for waiting, person in asked:
        if person not in (command.by, case.requester) and not course.step(waiting).optional:
            course.add(e.HolderSpared(by=command.by, step=waiting.id, entry=waiting.entry, person=person))


def _found(course: Course, command: Undo) -> Undoable:
    found = course.case.undo
    if found is None:
        raise UndoOver()
    if found.number > command.number and found.deed.by != command.by:
        raise Overtaken(found.deed)
    if found.number != command.number or course.now >= found.until:
        raise UndoOver()
    if found.deed.by != command.by or not _may_still(course, found):
        raise NotAllowed()
    if found.overtaken:
        raise Overtaken(found.by_now)
    return found


def _may_still(course: Course, found: Undoable) -> bool:
    """Whether they hold what the action asks for still."""
    person = course.actor(found.deed.by)
    waiting = next((step for step in found.steps if step.id == found.deed.step), None)
    if waiting is not None:
        whose = (person, course.case, waiting, course.procedure)
        return may_act(*whose) or may_record(*whose)
    standing = (one for one in course.procedure.standing if one.id == found.deed.action)
    return any(entitled(person, course.case, one.performer, one.during) for one in standing)


def _leaves_the_house(procedure: Procedure, consequence: Consequence, beside: Iterable[str] = ()) -> bool:
    """Whether a register, an export or another case takes note of it, at once or through the steps that it opens."""
    if _noted(consequence) or consequence.opens:
        return True
    steps = [procedure.step(target) for target in (*consequence.targets, *beside) if target != BACK]
    return any(
        _noted(step) or step.opens or step.run is not None or (step.auto and _leaves_the_house(procedure, step))
        for step in steps
    )


def _noted(consequence: Consequence) -> bool:
    """Whether an effect of it cannot be taken back; the survey is asked only long after."""
    return any(effect.name not in WAITING for effect in consequence.effects)
