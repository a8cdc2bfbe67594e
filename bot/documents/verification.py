"""What anybody may know of a letter by its code or its file: what it is, and whether it still counts.

Nothing personal: neither names nor what the letter says.
"""

import re
from datetime import datetime
from typing import NamedTuple

from bot.house import House
from bot.texts import Value
from storage.letters import LetterRow

PREFIX = 16
"""Hexadecimal digits of the SHA-256 that are shown: 64 bits."""
CODE = re.compile(r"[A-Za-z0-9_-]{22}")


class PublicState(NamedTuple):
    """The facts: `state` is valid, superseded (by a newer letter of the kind in the case) or making."""

    title: str
    number: str
    procedure: str
    ticket: str
    dated_at: datetime
    sha256: str
    state: str

    def values(self, house: House) -> dict[str, Value]:
        """As texts say it."""
        return {
            "title": self.title,
            "number": self.number,
            "procedure": self.procedure,
            "ticket": self.ticket,
            "date": f"{self.dated_at.astimezone(house.zone):%d-%m-%Y}",
            "hash": self.sha256[:PREFIX] or "none",
            "state": self.state,
        }


def public_state(letter: LetterRow, of_case: list[LetterRow], ticket: str, procedure: str) -> PublicState:
    """What is public of a letter, beside the letters of its case."""
    newest = max((one for one in of_case if one.template == letter.template), key=_order, default=letter)
    state = "superseded" if _order(newest) > _order(letter) else "valid"
    return PublicState(
        title=letter.title,
        number=letter.number,
        procedure=procedure,
        ticket=ticket,
        dated_at=letter.dated_at,
        sha256=letter.sha256 or "",
        state=state if letter.sha256 is not None else "making",
    )


def _order(letter: LetterRow) -> tuple[datetime, int, int]:
    return letter.dated_at, letter.year, letter.serial
