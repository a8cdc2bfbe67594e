"""Every part of a procedure with the place where it stands in the file."""

from collections.abc import Iterator
from typing import Any

from core.grammar import Part

Place = tuple[int | str, ...]
Finding = tuple[Place, str | None, str]
"""Where, what stands there, what was expected."""


def walk(part: Part, place: Place = ()) -> Iterator[tuple[Place, Part]]:
    """The part itself and every part inside it."""
    yield place, part
    for name, field in type(part).model_fields.items():
        yield from _inside(getattr(part, name), (*place, field.alias or name))


def _inside(value: Any, place: Place) -> Iterator[tuple[Place, Part]]:
    if isinstance(value, Part):
        yield from walk(value, place)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _inside(item, (*place, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _inside(item, (*place, key))
