"""The ways through a procedure: which step may follow which, and what is known for sure at each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from core.action import BACK

if TYPE_CHECKING:
    from core.procedure import Procedure
    from core.step import Step


@dataclass(frozen=True)
class Way:
    """One way from a step to the next; `sets` are values that are there for sure once it has been gone."""

    source: str
    target: str
    sets: frozenset[str] = frozenset()
    standing: bool = False


class Flow:
    """The graph of a procedure whose targets all exist."""

    def __init__(self, procedure: "Procedure") -> None:
        self._procedure = procedure

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """Every way, with `back` resolved into each step that it may lead back to."""
        written = [way for step in self._procedure.steps for way in self._ways_from(step)]
        forward = [way for way in written if way.target != BACK]
        back = [
            Way(way.source, origin.source, way.sets)
            for way in written
            for origin in forward
            if way.target == BACK and origin.target == way.source and origin.source != way.source
        ]
        return tuple(dict.fromkeys((*forward, *back)))

    @cached_property
    def entrances(self) -> dict[str, frozenset[str]]:
        """The steps that a case may begin with, and the values it then has."""
        begins = {
            step.id: frozenset(name[1:] for name in step.entrance)
            for step in self._procedure.steps
            if step.entrance is not None
        }
        first, on_behalf = self._procedure.entry.id, self._procedure.open.on_behalf
        form = self._procedure.open.sets
        if on_behalf is not None and on_behalf.at is not None:
            begins |= {on_behalf.at: on_behalf.sets & begins.get(on_behalf.at, on_behalf.sets)}
        return begins | {first: form & begins[first] if first in begins else form}

    @cached_property
    def reached(self) -> frozenset[str]:
        """The steps that a case can come to."""
        reached = set(self.entrances)
        while new := {way.target for way in self.ways if way.source in reached} - reached:
            reached |= new
        return frozenset(reached)

    @cached_property
    def ending(self) -> frozenset[str]:
        """The steps from which an end can be reached without a standing action, and those that need none."""
        ending = {step.id for step in self._procedure.steps if self._ends(step)}
        while new := {way.source for way in self.ways if way.target in ending and not way.standing} - ending:
            ending |= new
        return frozenset(ending)

    @cached_property
    def known(self) -> dict[str, frozenset[str]]:
        """For each step that can be reached: the values that are set on every way to it."""
        everything = frozenset().union(*(way.sets for way in self.ways), *self.entrances.values())
        known = dict.fromkeys(self.reached, everything) | self.entrances
        changed = True
        while changed:
            changed = False
            for step in self.reached:
                found = self._known_at(step, known)
                if found != known[step]:
                    known[step], changed = found, True
        return known

    def _known_at(self, step_id: str, known: dict[str, frozenset[str]]) -> frozenset[str]:
        arrivals: dict[str, frozenset[str]] = {}
        for way in self.ways:
            if way.target == step_id and way.source in known:
                brought = known[way.source] | way.sets
                arrivals[way.source] = arrivals.get(way.source, brought) & brought
        joined = self._procedure.step(step_id).join
        if joined:
            together = frozenset[str]().union(*(arrivals.get(source, frozenset()) for source in joined))
            return together & self.entrances[step_id] if step_id in self.entrances else together
        sets = [*arrivals.values(), *([self.entrances[step_id]] if step_id in self.entrances else [])]
        return frozenset.intersection(*sets)

    def _ways_from(self, step: "Step") -> Iterator[Way]:
        taken = frozenset({step.set}) if step.set is not None else frozenset()
        for action in step.actions:
            yield from (Way(step.id, target, action.sets | taken) for target in (*action.targets, *action.beside))
        if step.pressed_again is not None:
            yield Way(step.id, step.pressed_again)
        for following in (step, step.done, step.failed):
            if following is not None:
                yield from (Way(step.id, target, frozenset(following.write)) for target in following.targets)
        yield from (Way(step.id, to) for timer in step.timers for to in (timer.target, timer.beside) if to is not None)
        if not step.auto:
            for action in self._procedure.standing_at(step):
                ways = (*action.targets, *action.beside)
                yield from (Way(step.id, target, action.sets, standing=True) for target in ways)

    @staticmethod
    def _ends(step: "Step") -> bool:
        if not step.binding or step.aside or step.every is not None:
            return True
        consequences = (*step.actions, step, step.done, step.failed)
        return any(c is not None and c.ends for c in consequences) or any(timer.end for timer in step.timers)
