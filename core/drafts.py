"""Somebody's work on its way through the office: its versions, its rounds, and who has put their name to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from core import draft_events as e
from core.change import replace

if TYPE_CHECKING:
    from core.case import Case
    from core.procedure import Procedure


@dataclass(frozen=True, slots=True)
class Return:
    """The work was sent back from a step, and another round began."""

    step: str
    by: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Signature:
    """A paraf or signature as the record has it; what the parts mean is said in `DocumentSigned`."""

    step: str
    by: int | None
    at: datetime
    what: str
    version: int
    mark: str
    capacity: str
    files: tuple[tuple[int, str], ...]
    acting: str = ""


def note_of(number: int) -> str:
    """The personal value that holds why the round of that number began."""
    return f"return:{number}"


def versions(case: "Case", name: str) -> tuple[tuple[int, ...], ...]:
    """The files that answered a question, a tuple for each time that it was answered."""
    files, ends = case.values.get(name), case.versions.get(name, ())
    if not isinstance(files, list):
        return ()
    begins = (0, *ends)
    return tuple(tuple(files[begin:end]) for begin, end in zip(begins, ends, strict=False))


def newest(case: "Case", name: str) -> tuple[int, ...]:
    """The files that answered a question last."""
    found = versions(case, name)
    return found[-1] if found else ()


def superseded(case: "Case", procedure: "Procedure") -> frozenset[int]:
    """The files in whose place a later version stands."""
    names = {field.name for field in procedure.fields if field.type == "document" and field.versions}
    return frozenset(number for name in names for version in versions(case, name)[:-1] for number in version)


def counted(case: "Case", name: str, value: Any) -> Mapping[str, tuple[int, ...]]:
    """Where each version of a value ends in its list of files, now that it has become `value`."""
    known = {item.number for item in case.evidence}
    if not isinstance(value, list) or not value or not known.issuperset(one for one in value if isinstance(one, int)):
        return case.versions
    earlier = case.values.get(name)
    goes_on = isinstance(earlier, list) and earlier == value[: len(earlier)] and len(earlier) < len(value)
    return {**case.versions, name: (*(case.versions.get(name, ()) if goes_on else ()), len(value))}


def returned(case: "Case", event: e.WorkReturned, at: datetime) -> "Case":
    """The case with one more round."""
    personal = case.personal if event.note is None else {**case.personal, note_of(event.number): event.note.value}
    return replace(case, rounds=(*case.rounds, Return(event.step, event.by, at)), personal=personal)


def signed(case: "Case", event: e.DocumentSigned, at: datetime) -> "Case":
    """The case with one more paraf or signature."""
    what = (event.what, event.version, event.mark, event.capacity, event.files, event.acting)
    return replace(case, signatures=(*case.signatures, Signature(event.step, event.by, at, *what)))
