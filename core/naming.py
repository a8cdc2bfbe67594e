"""Where a procedure uses its `$names`, and which of them can be there."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from core.action import Action, Consequence, Effect, Notice
from core.case import PRESSED_AT
from core.condition import Condition
from core.fault import did_you_mean
from core.field import Fields
from core.field_names import certain_names, possible_names, used_names
from core.flow import Flow
from core.opening import Opening
from core.walk import Finding, Place, walk

if TYPE_CHECKING:
    from core.procedure import Procedure
    from core.step import Step

ALWAYS = frozenset({"opened"})
"""Values that every case has."""
BY_THE_HOUSE = frozenset({PRESSED_AT})
"""Values that no question asks for, and that a case may have."""
SPOKEN = frozenset({"code", "ticket", "time", "title", "step", "until", "holder", "requester", "outcome"})
"""What `say:` may put in braces besides the case's values."""

Use = tuple[Place, str]


def possible(procedure: "Procedure") -> frozenset[str]:
    """Every value that a case of the procedure may have."""
    entry, names = procedure.open, set(ALWAYS | BY_THE_HOUSE)
    names |= possible_names(entry.asks)
    if entry.schedule is not None:
        names |= entry.schedule.sets
    for action in (*procedure.standing, *(action for step in procedure.steps for action in step.actions)):
        names |= {action.set} if action.set is not None else set()
    for step in procedure.steps:
        names |= {name[1:] for name in step.entrance or ()} | ({step.set} if step.set else set())
        names |= possible_names(step.on_behalf.asks) if step.on_behalf is not None else frozenset()
        for action in step.actions:
            names |= possible_names(action.asks)
    for action in procedure.standing:
        names |= possible_names(action.asks)
    return frozenset(names)


def unset_names(procedure: "Procedure", flow: Flow) -> Iterator[Finding]:
    """Every use of a value that some way leads to without setting it, or that nothing ever sets."""
    existing = possible(procedure)
    entry = procedure.open
    yield from _asked(entry.form, ("open", "form"), ALWAYS)
    if entry.on_behalf is not None:
        yield from _asked(entry.on_behalf.form, ("open", "on_behalf", "form"), ALWAYS)
    yield from _missing(_told(entry.tell, ("open", "tell")), ALWAYS | entry.sets)
    yield from _missing(_effects(entry.effects, ("open", "effects")), ALWAYS | entry.sets)
    for index, step in enumerate(procedure.steps):
        if step.id in flow.known:
            yield from _in_step(step, ("steps", index), ALWAYS | flow.known[step.id])
    for index, standing in enumerate(procedure.standing):
        at = [flow.known[step] for step in standing.during or flow.reached if step in flow.known]
        known = ALWAYS | (frozenset.intersection(*at) if at else frozenset())
        place = ("standing", index)
        yield from _missing(_performers(standing.performer.names, (*place, "by")), known)
        yield from _in_action(standing, place, known)
    for index, contest in enumerate(procedure.contest):
        yield from _asked(contest.asks, ("contest", index, "ask"), existing)
        yield from _missing(_told(contest.tell, ("contest", index, "tell")), ALWAYS)
        existing |= possible_names(contest.asks)
    yield from _unknown(procedure, existing)


def _in_step(step: "Step", place: Place, known: frozenset[str]) -> Iterator[Finding]:
    taken = known | ({step.set} if step.set is not None else set())
    uses: list[Use] = []
    for key, duration in (("within", step.within), ("starts", step.starts)):
        if duration is not None and duration.name is not None:
            uses.append(((*place, key), duration.name))
    if step.parts is not None:
        uses.append(((*place, "parts"), step.parts[1:]))
    if step.performer is not None:
        uses += _performers(step.performer.names, (*place, "by"))
    for index, reminder in enumerate(step.remind or ()):
        names = reminder.who.names if reminder.who is not None else ()
        at = (reminder.at.name,) if reminder.at is not None and reminder.at.name is not None else ()
        uses += _performers((*names, *at), (*place, "remind", index))
    for index, timer in enumerate(step.timers):
        uses += [((*place, "timers", index, "after"), timer.after.name)] if timer.after.name is not None else []
        uses += _told(timer.tell, (*place, "timers", index, "tell"))
        uses += _judged(timer.unless, (*place, "timers", index, "unless"))
    yield from _missing([*uses, *_following(step, place)], known)
    if step.claim is not None:
        yield from _missing(_told(step.claim.tell, (*place, "claim", "tell")), taken)
    if step.unanswered is not None:
        yield from _missing(_told(step.unanswered.tell, (*place, "unanswered", "tell")), known)
    if step.on_behalf is not None:
        yield from _missing(_performers(step.on_behalf.performer.names, (*place, "on_behalf", "by")), known)
        yield from _asked(step.on_behalf.asks, (*place, "on_behalf", "ask"), known)
    for key, outcome in (("done", step.done), ("failed", step.failed)):
        if outcome is not None:
            yield from _missing(_following(outcome, (*place, key)), known)
    for index, action in enumerate(step.actions):
        yield from _in_action(action, (*place, "actions", index), taken)


def _in_action(action: Action, place: Place, known: frozenset[str]) -> Iterator[Finding]:
    yield from _missing(_judged(action.when, (*place, "when")), known)
    if action.when is not None:
        known |= action.when.ensures
    if action.not_before is not None and action.not_before.name is not None:
        yield from _missing([((*place, "not_before"), action.not_before.name)], known)
    yield from _asked(action.asks, (*place, "ask"), known)
    after = known | action.sets
    yield from _missing([*_judged(action.guard, (*place, "guard")), *_following(action, place)], after)


def _following(consequence: Consequence, place: Place) -> Iterator[Use]:
    for index, branch in enumerate(consequence.branch):
        yield from _judged(branch.when, (*place, "branch", index, "when"))
    yield from _effects(consequence.effects, (*place, "effects"))
    yield from _told(consequence.tell, (*place, "tell"))
    yield from (((*place, "write", key), name[1:]) for key, name in consequence.write.items())


def _missing(uses: Iterable[Use], known: frozenset[str]) -> Iterator[Finding]:
    for place, name in uses:
        if name not in known:
            yield place, f"${name}", f"a value that is set on every way here{did_you_mean(name, known)}"


def _unknown(procedure: "Procedure", existing: frozenset[str]) -> Iterator[Finding]:
    for place, part in walk(procedure):
        named: Iterable[tuple[Place, str]] = ()
        if isinstance(part, Condition):
            named = [(place, name) for name in part.mentioned if name not in part.names]
        elif isinstance(part, Opening):
            named = [((*place, "carry", key), name[1:]) for key, name in part.carry.items()]
        elif isinstance(part, Consequence):
            named = [((*place, "write", key), key) for key in part.write]
            named += [((*place, "clear", index), name) for index, name in enumerate(part.clear)]
        for at, name in named:
            if name not in existing:
                yield at, f"${name}", f"a value that something sets{did_you_mean(name, existing)}"


def _performers(names: Iterable[str], place: Place) -> Iterator[Use]:
    return ((place, name) for name in names)


def _judged(condition: Condition | None, place: Place) -> Iterator[Use]:
    return ((place, name) for name in (condition.names if condition is not None else ()))


def _asked(fields: Fields, place: Place, known: frozenset[str]) -> Iterator[Finding]:
    for index, field in enumerate(fields):
        yield from _missing((((*place, index), name) for name in used_names(field)), known)
        known |= certain_names((field,))


def _effects(effects: Iterable[Effect], place: Place) -> Iterator[Use]:
    for index, effect in enumerate(effects):
        spoken = (name for name in effect.spoken if name not in SPOKEN)
        yield from (((*place, index), name) for name in (*effect.names, *spoken))


def _told(notices: tuple[Notice, ...], place: Place) -> Iterator[Use]:
    for index, notice in enumerate(notices):
        yield from _performers(notice.who.names, (*place, index, "who"))
        yield from (((*place, index, "say"), name) for name in notice.spoken if name not in SPOKEN)
        if notice.relay is not None:
            yield (*place, index, "relay"), notice.relay
        if notice.where is not None:
            yield (*place, index, "where"), notice.where[1:]
