"""A frozen value with something changed, as every event of a case makes one."""

import dataclasses
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from core.case import Case

Value = TypeVar("Value")


def replace(value: Value, **changes: Any) -> Value:
    """`dataclasses.replace` without a run through `__init__`: a case, which has many fields, is changed often.

    Raises TypeError for a field that there is not.
    """
    if not hasattr(value, "__dict__"):
        return dataclasses.replace(value, **changes)  # type: ignore[type-var]
    fields = vars(value)
    if not changes.keys() <= fields.keys():
        raise TypeError(f"{type(value).__name__} has no {', '.join(sorted(changes.keys() - fields.keys()))}")
    new = object.__new__(type(value))
    vars(new).update(fields, **changes)
    return new


def step_changed(case: "Case", entry: int, **changes: Any) -> "Case":
    """The case with something of an open step changed."""
    steps = tuple(replace(step, **changes) if step.entry == entry else step for step in case.steps)
    return replace(case, steps=steps)
