"""Whether every way of a procedure leads somewhere: to steps and ends that exist, and from each step on to an end."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from core.action import BACK, Action, Branch, Consequence, Effect, Notice, Standing
from core.condition import Condition, Relation
from core.duration import Duration
from core.entry import OnBehalf
from core.fault import did_you_mean
from core.flow import Flow
from core.step import Step
from core.timer import Timer
from core.walk import Finding, Place, walk

if TYPE_CHECKING:
    from core.procedure import Procedure


def unknown_targets(procedure: "Procedure") -> Iterator[Finding]:
    """Steps, actions and effects that are named and do not exist, and returns that lead to no earlier step."""
    steps = frozenset(step.id for step in procedure.steps)
    done = steps | {name for place, part in walk(procedure) if isinstance(part, Effect) for name in part.called}
    standing = frozenset(action.id for action in procedure.standing)
    for place, part in walk(procedure):
        for index, offered in enumerate(part.offers if isinstance(part, Notice) else ()):
            if offered not in standing:
                yield (*place, "offers", index), offered, f"an action of standing:{did_you_mean(offered, standing)}"
        targets: list[tuple[Place, str]] = []
        if isinstance(part, (Consequence, Branch)):
            may_return = isinstance(part, (Action, Branch))
            targets += [((*place, "to", i), to) for i, to in enumerate(part.to) if not (to == BACK and may_return)]
        if isinstance(part, OnBehalf) and part.at is not None:
            targets.append(((*place, "at"), part.at))
        if isinstance(part, Action) and part.returns is not None:
            yield from _not_returning(procedure, part, place)
        if isinstance(part, Consequence):
            targets += [((*place, "closes", i), step) for i, step in enumerate(part.closes)]
        if isinstance(part, Action):
            targets += [((*place, "beside", i), step) for i, step in enumerate(part.beside)]
        if isinstance(part, Step):
            targets += [((*place, "join", index), step) for index, step in enumerate(part.join)]
            ways = (("until", part.until), ("pressed_again", part.pressed_again))
            targets += [((*place, key), target) for key, target in ways if target is not None]
        elif isinstance(part, Standing):
            targets += [((*place, "during", index), step) for index, step in enumerate(part.during)]
        elif isinstance(part, Timer):
            targets += [((*place, key), to) for key, to in (("do", part.target), ("beside", part.beside)) if to]
        elif isinstance(part, Duration) and part.step is not None:
            targets.append((place, part.step))
        for at, target in targets:
            if target not in steps:
                yield at, target, f"a step of this procedure{did_you_mean(target, steps)}"
        if isinstance(part, Condition):
            for subject in (test.subject for test in part.tests if test.relation is Relation.DONE):
                if subject not in done:
                    yield place, subject, f"a step or an effect of this procedure{did_you_mean(subject, done)}"


def unknown_ends(procedure: "Procedure") -> Iterator[Finding]:
    """Ends that are not among the outcomes, and outcomes that nothing ends with."""
    endings = (Consequence, Branch, Timer)
    ends = [((*place, "end"), part.end) for place, part in walk(procedure) if isinstance(part, endings) and part.end]
    reached = frozenset(end for _, end in ends)
    if procedure.outcomes:
        for place, end in ends:
            if end not in procedure.outcomes:
                yield place, end, f"one of outcomes:{did_you_mean(end, procedure.outcomes)}"
    named = [(("outcomes", outcome), outcome) for outcome in procedure.outcomes]
    contested = [
        (("contest", index, "outcomes"), outcome)
        for index, contest in enumerate(procedure.contest)
        for outcome in contest.outcomes
    ]
    for at, outcome in [*named, *contested]:
        if outcome not in reached:
            yield at, outcome, f"an outcome that the procedure ends with{did_you_mean(outcome, reached)}"


def stranded_steps(procedure: "Procedure", flow: Flow) -> Iterator[Finding]:
    """Steps that no way leads to, or from which none leads to an end; and joined steps that do not lead there."""
    arrivals = {(way.source, way.target) for way in flow.ways}
    for index, step in enumerate(procedure.steps):
        place = ("steps", index)
        if step.id not in flow.reached:
            yield place, step.id, "a step that some way leads to"
        elif step.id not in flow.ending:
            yield place, step.id, "a way from this step to an end"
        for number, source in enumerate(step.join):
            if (source, step.id) not in arrivals:
                yield (*place, "join", number), source, f"a step that leads to {step.id}"


def _not_returning(procedure: "Procedure", action: Action, place: Place) -> Iterator[Finding]:
    """Work goes back to a step of the table that stands before the one that sends it."""
    order = [step.id for step in procedure.steps]
    here = place[1] if place[:1] == ("steps",) and isinstance(place[1], int) else 0
    if not set(action.targets) & set(order[:here]):
        yield (*place, "returns"), str(action.returns), "to: an earlier step, beside returns:"
