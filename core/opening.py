"""Cases beget cases: which procedure is opened, and what it takes along."""

from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic import Field as Key

from core.grammar import Id, Name, Part


def _carried(value: Any) -> Any:
    """`[position, photos]` carries values under their own names."""
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return {name: f"${name}" for name in value}
    return value


class Opening(Part):
    """A linked case of `procedure` is opened. `carry` says which of its values come from which of this case's.

    Of a procedure that the calendar opens, the next case to come is meant.
    """

    procedure: Id
    carry: Annotated[dict[Id, Name], BeforeValidator(_carried)] = Key(default_factory=dict)
    link: Id = "follows"
    """What the new case is to this one."""
    at: Id | None = None
    """The step it starts with, when not the first."""

    @classmethod
    def written(cls, data: Any) -> Any:
        return {"procedure": data} if isinstance(data, str) else data
