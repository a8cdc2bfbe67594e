"""How long something takes, as an SOP says it: `2 minutes`, `3 working days`, `1 day before $date`."""

import re
from datetime import timedelta
from enum import StrEnum
from typing import Any

from core.grammar import Part


class Unit(StrEnum):
    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working day"
    MONTH = "month"


_LENGTHS = {
    Unit.SECOND: timedelta(seconds=1),
    Unit.MINUTE: timedelta(minutes=1),
    Unit.HOUR: timedelta(hours=1),
    Unit.DAY: timedelta(days=1),
}
_INDONESIAN = {
    Unit.SECOND: "detik",
    Unit.MINUTE: "menit",
    Unit.HOUR: "jam",
    Unit.DAY: "hari kalender",
    Unit.WORKING_DAY: "hari",
    Unit.MONTH: "bulan",
}
_ANCHOR = r"\$?[a-z][a-z0-9_]{0,19}"
_WORDING = re.compile(
    rf"(?P<amount>[1-9]\d{{0,3}}) (?P<unit>second|minute|hour|day|working day|month)s?"
    rf"(?: (?P<relation>since|before) (?P<since>{_ANCHOR}))?"
)
_MOMENT = re.compile(r"\$[a-z][a-z0-9_]{0,19}")
_EXPECTED = "a duration such as 30 seconds, 3 working days, 15 minutes since confirm or 1 day before $date"


class Duration(Part):
    """An amount of time, counted from `since`: a step's opening (`confirm`) or a date in the case (`$date`).

    Without `since` it counts from when its own step opened. `before` counts backwards from a date.
    A bare `$date` is the moment itself, amount 0.
    """

    amount: int
    unit: Unit
    since: str | None = None
    before: bool = False

    @classmethod
    def written(cls, data: Any) -> Any:
        wording = _WORDING.fullmatch(data) if isinstance(data, str) else None
        if wording is not None:
            before = wording["relation"] == "before"
            if before and not wording["since"].startswith("$"):
                raise ValueError("before a date in the case, such as 1 day before $date")
            return {
                "amount": int(wording["amount"]),
                "unit": Unit(wording["unit"]),
                "since": wording["since"],
                "before": before,
            }
        if isinstance(data, str) and _MOMENT.fullmatch(data):
            return {"amount": 0, "unit": Unit.SECOND, "since": data}
        raise ValueError(_EXPECTED)

    @property
    def delta(self) -> timedelta | None:
        """Its length, or None where only a calendar knows it (working days, months)."""
        length = _LENGTHS.get(self.unit)
        return None if length is None else self.amount * length

    @property
    def in_days(self) -> bool:
        """Whether it is a matter of days, for the morning's digest, rather than of hours."""
        return self.delta is None or self.delta >= timedelta(days=1)

    @property
    def name(self) -> str | None:
        """The `$name` of the date that it counts from, without the dollar sign."""
        return self.since[1:] if self.since is not None and self.since.startswith("$") else None

    @property
    def step(self) -> str | None:
        """The step whose opening it counts from."""
        return self.since if self.name is None else None

    def in_language(self, language: str) -> str:
        """As people are asked for it: `30 menit`."""
        return str(self) if language == "en" else self.indonesian

    @property
    def indonesian(self) -> str:
        """As the column WAKTU prints it: `2 menit`."""
        return f"{self.amount} {_INDONESIAN[self.unit]}"

    def __str__(self) -> str:
        plural = "" if self.amount == 1 else "s"
        relation = "before" if self.before else "since"
        return f"{self.amount} {self.unit}{plural}" + (f" {relation} {self.since}" if self.since else "")
