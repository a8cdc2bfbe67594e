"""A month of the local calendar, by which offices report."""

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True, order=True, slots=True)
class Month:
    """A month of the local calendar; an earlier one is less than a later one."""

    year: int
    number: int

    @classmethod
    def of(cls, at: datetime, zone: ZoneInfo) -> "Month":
        """The month of a moment."""
        local = at.astimezone(zone)
        return cls(local.year, local.month)

    @classmethod
    def read(cls, written: str) -> "Month":
        """`2026-11`; raises ValueError."""
        found = re.fullmatch(r"(20\d\d)-(0[1-9]|1[0-2])", written, re.ASCII)
        if found is None:
            raise ValueError(written)
        return cls(int(found[1]), int(found[2]))

    @property
    def before(self) -> "Month":
        """The month before it."""
        return Month(self.year, self.number - 1) if self.number > 1 else Month(self.year - 1, 12)

    @property
    def after(self) -> "Month":
        """The month after it."""
        return Month(self.year + self.number // 12, self.number % 12 + 1)

    def begins(self, zone: ZoneInfo) -> datetime:
        """Its first moment."""
        return datetime(self.year, self.number, 1, tzinfo=zone)

    def ends(self, zone: ZoneInfo) -> datetime:
        """The first moment after it."""
        return self.after.begins(zone)

    def __str__(self) -> str:
        return f"{self.year}-{self.number:02d}"
