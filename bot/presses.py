"""The data behind inline buttons: `v1:verb:part:part…`, at most 64 bytes, nothing personal, alive for years."""

import re
from dataclasses import dataclass
from typing import Self

from core.refusal import Refusal

VERSION = "v1"
ON_A_CASE = frozenset(
    {
        "claim",
        "over",
        "release",
        "act",
        "undo",
        "look",
        "proxy",
        "late",
        "merge",
        "part",
        "pass_on",
        "contest",
        "agree",
        "open",
        "take",
        "triage",
    }
)
"""Verbs whose first part is a case's number."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_NUMBER = re.compile(r"[0-9a-z]{1,10}", re.ASCII)


class OldButton(Refusal):
    """The button is none of this version's, or its question has been answered."""


class WrongChat(Refusal):
    """The press did not come from the presser's own chat with the bot."""


@dataclass(frozen=True, slots=True)
class Press:
    """What a button says when it is pressed."""

    verb: str
    parts: tuple[str, ...] = ()

    @classmethod
    def read(cls, data: str | None) -> Self | None:
        """The press behind callback data; None for anything that this version did not write."""
        version, *rest = (data or "").split(":")
        return cls(rest[0], tuple(rest[1:])) if version == VERSION and rest else None

    def __str__(self) -> str:
        return ":".join((VERSION, self.verb, *self.parts))

    def number(self, place: int) -> int:
        """The number at that place; -1 where there is none that we could have written, which nothing is numbered."""
        digits = self.part(place)
        return int(digits, 36) if _NUMBER.fullmatch(digits) else -1

    @property
    def case_id(self) -> int | None:
        """The number of the case that is meant, if one is."""
        return self.number(0) if self.verb in ON_A_CASE else None

    def part(self, place: int) -> str:
        """The text at that place, empty where there is none."""
        return self.parts[place] if place < len(self.parts) else ""


def data(verb: str, *parts: str | int) -> str:
    """Callback data; numbers are written to the base of 36."""
    return str(Press(verb, tuple(base36(part) if isinstance(part, int) else part for part in parts)))


def base36(number: int) -> str:
    """A natural number in digits and small letters."""
    if number < 0:
        raise ValueError(f"{number} is not a natural number")
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
        if number == 0:
            return digits
