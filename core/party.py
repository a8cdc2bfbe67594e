"""Where the ways of a party's parts begin, and how they end."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from core import events as e
from core.parts import numbers, outcome, own
from core.slots import split

if TYPE_CHECKING:
    from core.course import Course


def ways(course: "Course", name: str) -> Iterable[int]:
    """The parts that go on from a step at which the ways part by the slot `$name`; 0 alone where all come as one."""
    if not course.case.parts:
        found = split(course.case, course.procedure, name)
        for part, values in enumerate(found, 1):
            for key, value in values.items():
                course.add(e.ValueGiven(name=own(key, part), value=value))
        if found:
            course.add(e.PartySplit(parts=len(found)))
    return numbers(course.case) or (0,)


def end(course: "Course", with_outcome: str, parts: Iterable[int], by: int | None) -> None:
    """The case ends; where its party comes in parts only those do, and the case with the last of them.

    Whoever is at work on what ends is spared, but for `by`.
    """
    ending = [part for part in parts if part]
    goes_on = bool(ending) and any(one.part and one.part not in ending for one in course.case.steps)
    for waiting in course.case.steps:
        if course.step(waiting).binding and (waiting.part in ending or not goes_on):
            course.spare(waiting, by)
    for part in ending:
        course.add(e.PartEnded(part=part, outcome=with_outcome))
    if not goes_on:
        as_a_whole = outcome(course.case, course.procedure, with_outcome) if ending else with_outcome
        course.add(e.CaseClosed(outcome=as_a_whole))
