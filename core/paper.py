"""The paper of a case: its letters, and the registers that it stands in."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from core import paper_events as e
from core.change import replace

if TYPE_CHECKING:
    from core.case import Case


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of the case; `sha256` of its file in hex, None until that is made. `failed` says why it never was."""

    code: str
    template: str
    number: str
    dated_at: datetime
    sha256: str | None = None
    failed: str | None = None


def numbered(case: "Case", event: e.LetterNumbered, at: datetime) -> "Case":
    """The case with one more letter."""
    return replace(case, letters=(*case.letters, Letter(event.code, event.template, event.number, at)))


def made(case: "Case", event: e.LetterMade, at: datetime) -> "Case":
    """The case with the letter's file proved."""
    return _letter(case, event.code, sha256=event.sha256)


def failed(case: "Case", event: e.LetterFailed, at: datetime) -> "Case":
    """The case with a letter that is not there."""
    return _letter(case, event.code, failed=event.reason)


def registered(case: "Case", event: e.RegisterWritten, at: datetime) -> "Case":
    """The case with its line in a register."""
    return replace(case, registers={**case.registers, event.register: event.number})


def drawn(case: "Case", event: e.FirstPageDrawn, at: datetime) -> "Case":
    """The case with the first page of one of its files as a picture."""
    evidence = (replace(item, page=True) if item.number == event.number else item for item in case.evidence)
    return replace(case, evidence=tuple(evidence))


def _letter(case: "Case", code: str, **changes: Any) -> "Case":
    return replace(case, letters=tuple(replace(one, **changes) if one.code == code else one for one in case.letters))
