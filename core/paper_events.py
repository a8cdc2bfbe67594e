"""What has happened on paper: letters numbered and made, registers written, first pages drawn."""

from dataclasses import dataclass

from core.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterNumbered(Event):
    """A letter got its number and date, and is to be made: `code` is its own, in the link printed on it."""

    code: str
    template: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterMade(Event):
    """The letter's file is on disk: its SHA-256 in hex and size in bytes.

    It stands by itself and names so many files `apart`, by what they are called and their SHA-256.
    """

    code: str
    sha256: str
    size: int
    apart: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFailed(Event):
    """The letter could not be made; its number stays taken. `reason` is a word for the log."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterWritten(Event):
    """The case stands in that register from now on, under `number` of its year where the register is numbered."""

    register: str
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPageDrawn(Event):
    """The first page of the piece of evidence with that number is there as a picture."""

    number: int
