"""What is wrong with a text that people wrote: where, what stands there, what was expected."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Fault:
    """One mistake. `line` counts from 1; `value` is None where something is missing."""

    file: str
    line: int
    value: str | None
    expected: str

    def __str__(self) -> str:
        found = "" if self.value is None else f"{self.value}: "
        return f"{self.file}:{self.line}: {found}expected {self.expected}"


class FaultyText(Exception):
    """A text cannot be used; its faults are listed one a line, in the order of the text."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: (fault.file, fault.line)))
        super().__init__("\n".join(map(str, self.faults)))


class ProcedureError(FaultyText):
    """A procedure file breaks the grammar, or what it says does not hold together."""


class AreasError(FaultyText):
    """A GeoJSON file does not hold the polygons of kelurahan."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` (did you mean within?)` for the nearest known word, or nothing."""
    near = get_close_matches(word, sorted(known), n=1)
    return f" (did you mean {near[0]}?)" if near else ""
