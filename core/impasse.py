"""Whether some way through a procedure leaves a case open with nothing that must be done: nobody would ever end it.

All sets of steps that can wait at once are gone through, with what the way there supposes of the answers.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from core.action import BACK, Action, Consequence
from core.condition import Condition
from core.flow import Flow
from core.supposed import NOTHING, Supposed, asked, followed, forgotten, suppose

if TYPE_CHECKING:
    from core.procedure import Procedure
    from core.step import Step

MOST_STANDS = 20_000
"""So many are looked at; a file that has more is not judged."""


def impasses(procedure: "Procedure") -> list[str]:
    """The steps from which a case may come to where nothing must be done any more, in the order of the file.

    What the way there supposes of the answers is followed only where there seems to be one: it makes many more stands.
    """
    return Impasses(procedure).find() and Impasses(procedure, followed(procedure.fields)).find()


class Stand(NamedTuple):
    """The steps that wait, without those of further people, and those already reached that some join waits for."""

    open: frozenset[str]
    reached: frozenset[str]
    supposed: Supposed = NOTHING


class Impasses:
    """The steps of a procedure from which a case may come to where nothing must be done any more."""

    def __init__(self, procedure: "Procedure", about: frozenset[str] = frozenset()) -> None:
        """`about` are the answers of which is followed what a way supposes."""
        self._procedure, self._about = procedure, about
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
        coming = list(self._begun())
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

    def _begun(self) -> Iterator[Stand]:
        """How a case may begin: with the form's answers, or at an entrance without them."""
        procedure, nothing = self._procedure, Stand(frozenset(), frozenset())
        form = nothing._replace(supposed=asked(NOTHING, procedure.open.form, self._about))
        yield from self._enter(form, (procedure.entry.id,))
        entrances = [step.id for step in procedure.steps if step.entrance is not None]
        if procedure.open.on_behalf is not None:
            entrances.append(procedure.open.on_behalf.at or procedure.entry.id)
        for entrance in entrances:
            yield from self._enter(nothing, (entrance,))

    def _calls_several(self, step: "Step") -> bool:
        """Whether it may go on with several people, each by themselves, one of whom may end the case."""
        targets = (target for action in step.actions for target in action.targets if target != BACK)
        return any(self._procedure.step(target).each for target in targets)

    def _after(self, stand: Stand, step: "Step") -> Iterator[Stand]:
        """Every stand that one press at the step, or its time, may lead to; ends are none."""
        for action in step.actions:
            for able in self._able(stand, action):
                yield from self._done(able, action, frozenset({step.id}))
        for standing in self._procedure.standing_at(step):
            here = (one for one in stand.open if standing in self._procedure.standing_at(self._procedure.step(one)))
            for able in self._able(stand, standing):
                yield from self._done(able, standing, frozenset(here))
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

    def _able(self, stand: Stand, action: Action) -> Iterator[Stand]:
        """The stand in which the action may be done, once it has asked what it asks; none where it may not."""
        for allowed in self._where(stand, action.when):
            for guarded in self._where(allowed, action.guard):
                yield guarded._replace(supposed=asked(guarded.supposed, action.asks, self._about))

    def _where(self, stand: Stand, condition: Condition | None, *, holds: bool = True) -> Iterator[Stand]:
        found = suppose(stand.supposed, condition, holds=holds, about=self._about)
        if found is not None:
            yield stand._replace(supposed=found)

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
        rewritten = {*consequence.write, *consequence.clear}
        for way, targets in self._ways(stand._replace(open=stand.open - left - ended), consequence):
            remaining = way._replace(supposed=forgotten(way.supposed, rewritten))
            for origin in sorted({one for step in left for one in self._origins.get(step, left)}) or [""]:
                yield from self._enter(remaining, tuple(origin if one == BACK else one for one in targets))

    def _ways(self, stand: Stand, consequence: Consequence) -> Iterator[tuple[Stand, tuple[str, ...]]]:
        """Where it may lead, the first branch that holds, else the rest; with what that supposes."""
        others = [stand]
        for branch in consequence.branch:
            if branch.end is None:
                yield from ((held, branch.to) for one in others for held in self._where(one, branch.when))
            others = [held for one in others for held in self._where(one, branch.when, holds=False)]
        if consequence.end is None:
            yield from ((one, consequence.to) for one in others)

    def _enter(self, stand: Stand, targets: tuple[str, ...]) -> Iterator[Stand]:
        if not targets:
            yield stand
            return
        step = self._procedure.step(targets[0])
        waits = any(one not in stand.reached or one in stand.open for one in step.join)
        if step.each or step.id in stand.open or waits:
            yield from self._enter(stand, targets[1:])
            return
        opened = Stand(stand.open | {step.id}, stand.reached | ({step.id} & self._joined), stand.supposed)
        for after in self._leave(opened, step, frozenset({step.id})) if step.auto else (opened,):
            yield from self._enter(after, targets[1:])
