"""The crew: several who are asked beside whoever leads, each with steps of their own."""

from typing import TYPE_CHECKING

from core import events as e
from core.case import OpenStep
from core.field import PersonField
from core.post import post_named
from core.step import Step

if TYPE_CHECKING:
    from core.course import Course


def enter(course: "Course", step: Step, left: OpenStep | None) -> None:
    """Open a step that is for each of several: for whoever of them comes from `left`, else for all who were chosen."""
    name = step.performer.name if step.performer is not None else None
    if left is not None and left.crew:
        join(course, step, left.holders[0], left.post)
        return
    for one in course.case.values.get(name or "") or ():
        post = post_named(one)
        if post is None:
            join(course, step, int(one))
        elif course.by is not None:
            join(course, step, course.by, post)


def join(course: "Course", step: Step, person: int, post: str | None = None) -> None:
    """Open a step that is for each of several, for one more of them; nobody has two."""
    alike = (one for one in course.case.steps if course.step(one).performer == step.performer)
    if course.case.is_open and not any((one.holders, one.post) == ((person,), post) for one in alike):
        entry = course.case.entries + 1
        course.add(e.StepOpened(step=step.id, entry=entry, holders=(person,), post=post, crew=True))


def promote(course: "Course", field: PersonField) -> None:
    """Whoever was one of the others and leads from now on is not among them any more."""
    lead = (course.case.named.get(field.name), course.case.values.get(f"{field.name}_post"))
    for waiting in course.case.steps:
        performer = course.step(waiting).performer
        beside = waiting.crew and performer is not None and performer.name == field.others
        if beside and (waiting.holders[0], waiting.post) == lead:
            course.add(e.HolderSpared(step=waiting.id, entry=waiting.entry, person=waiting.holders[0]))
            course.add(e.StepClosed(step=waiting.id, entry=waiting.entry))
