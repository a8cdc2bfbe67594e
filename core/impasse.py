"""Whether some way through a procedure leaves a case open with nothing that must be done: nobody would ever end it.

All sets of steps that can wait at once are gone through. What only some values lead to counts as possible.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from core.action import BACK, Action, Consequence
from core.flow import Flow

if TYPE_CHECKING:
    from core.procedure import Procedure
    from core.step import Step

MOST_STANDS = 20_000
"""So many are looked at; a file that has more is not judged."""


class Stand(NamedTuple):
    """The steps that wait, without those of further people, and those already reached that some join waits for."""

    open: frozenset[str]
    reached: frozenset[str]


class Impasses:
    """The steps of a procedure from which a case may come to where nothing must be done any more."""

    def __init__(self, procedure: "Procedure") -> None:
        self._procedure = procedure
        self._joined = frozenset(one for step in procedure.steps for one in step.join)
        self._origins: dict[str, set[str]] = {}
        main = {step.id for step in procedure.steps if step.binding and not step.aside}
        for way in Flow(procedure).ways:
            if way.standing and way.source not in main:
                continue
            self._origins.setdefault(way.target, set()).add(way.source)

    def find(self) -> list[str]:
        """Their ids, in the order of the file."""
        stranded: set[str] = set()
        seen: set[Stand] = set()
        nothing = Stand(frozenset(), frozenset())
        coming = [stand for step in Flow(self._procedure).entrances for stand in self._enter(nothing, (step,))]
        while coming and len(seen) < MOST_STANDS:
            stand = coming.pop()
            if stand in seen:
                continue
            seen.add(stand)
            for step_id in stand.open:
                step = self._procedure.step(step_id)
                for after in self._after(stand, step):
                    if any(self._procedure.step(one).binding for one in after.open):
                        coming.append(after)
                    elif not self._calls_several(step):
                        stranded.add(step_id)
        return [step.id for step in self._procedure.steps if step.id in stranded]

    def _calls_several(self, step: "Step") -> bool:
        """Whether it may go on with several people, each by themselves, one of whom may end the case."""
        targets = (target for action in step.actions for target in action.targets if target != BACK)
        return any(self._procedure.step(target).each for target in targets)

    def _after(self, stand: Stand, step: "Step") -> Iterator[Stand]:
        """Every stand that one press at the step, or its time, may lead to; ends are none."""
        for action in step.actions:
            yield from self._done(stand, action, frozenset({step.id}))
        for standing in self._procedure.standing_at(step):
            here = (one for one in stand.open if standing in self._procedure.standing_at(self._procedure.step(one)))
            yield from self._done(stand, standing, frozenset(here))
        for timer in step.timers:
            if timer.beside is not None:
                yield from self._enter(stand, (timer.beside,))
            if timer.target is not None:
                yield from self._enter(stand._replace(open=stand.open - {step.id}), (timer.target,))
        for outcome in (step.done, step.failed):
            if outcome is not None:
                yield from self._leave(stand, outcome, frozenset({step.id}))
        if step.pressed_again is not None:
            yield from self._enter(stand._replace(open=stand.open - {step.id}), (step.pressed_again,))

    def _done(self, stand: Stand, action: Action, left: frozenset[str]) -> Iterator[Stand]:
        remaining = stand._replace(open=stand.open - set(action.closes))
        for beside in self._enter(remaining, action.beside):
            if action.leaves:
                yield from self._leave(beside, action, left)
            else:
                yield beside

    def _leave(self, stand: Stand, consequence: Consequence, left: frozenset[str]) -> Iterator[Stand]:
        """Each of its ways that does not end the case."""
        ended = {one for one in stand.open if self._procedure.step(one).until in left}
        remaining = stand._replace(open=stand.open - left - ended)
        ways = [branch.to for branch in consequence.branch if branch.end is None]
        for targets in [*ways, *([consequence.to] if consequence.end is None else [])]:
            for origin in sorted({one for step in left for one in self._origins.get(step, left)}) or [""]:
                yield from self._enter(remaining, tuple(origin if one == BACK else one for one in targets))

    def _enter(self, stand: Stand, targets: tuple[str, ...]) -> Iterator[Stand]:
        if not targets:
            yield stand
            return
        step = self._procedure.step(targets[0])
        waits = any(one not in stand.reached or one in stand.open for one in step.join)
        if step.each or step.id in stand.open or waits:
            yield from self._enter(stand, targets[1:])
            return
        opened = Stand(stand.open | {step.id}, stand.reached | ({step.id} & self._joined))
        for after in self._leave(opened, step, frozenset({step.id})) if step.auto else (opened,):
            yield from self._enter(after, targets[1:])
