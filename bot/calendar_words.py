"""What an admin writes after /libur: which days, what becomes of them, and why."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from core.office_calendar import Change, OpenHours

LONGEST = timedelta(days=366)
REASON_MOST = 200
_VERBS = {
    "tambah": Change.CLOSED,
    "add": Change.CLOSED,
    "masuk": Change.OPEN,
    "open": Change.OPEN,
    "jam": Change.HOURS,
    "hours": Change.HOURS,
}
_DATE = r"\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2}"
_HOUR = r"\d{1,2}[.:]\d{2}"
_WISH = re.compile(
    rf"(?P<verb>[a-z]+)\s+(?P<first>{_DATE})(?:\s*(?:-|–|s\.?d\.?|sampai|to)\s*(?P<last>{_DATE}))?"
    rf"(?:\s+(?P<opens>{_HOUR})\s*[-–]\s*(?P<closes>{_HOUR}))?\s+(?P<reason>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_REMOVAL = re.compile(r"(?:hapus|remove)\s+(?P<number>[1-9]\d{0,8})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to become of the days from `first` to `last`."""

    change: Change
    first: date
    last: date
    reason: str
    hours: OpenHours | None = None


def wish(words: str, today: date) -> Wish | None:
    """`tambah 28/12/2026-30/12/2026 Pindah gedung`; None where that is no wish, or its days or hours are none."""
    found = _WISH.fullmatch(words.strip())
    change = _VERBS.get(found["verb"].lower()) if found is not None else None
    if found is None or change is None:
        return None
    try:
        first, last = _date(found["first"]), _date(found["last"] or found["first"])
        hours = OpenHours(_time(found["opens"]), _time(found["closes"])) if found["opens"] else None
    except ValueError:
        return None
    fits = first <= last <= first + LONGEST and today - LONGEST <= first <= today + 5 * LONGEST
    if (
        not fits
        or (hours is not None) != (change is Change.HOURS)
        or (hours is not None and hours.closes <= hours.opens)
    ):
        return None
    reason = " ".join(found["reason"].split())[:REASON_MOST]
    return Wish(change, first, last, reason, hours)


def removal(words: str) -> int | None:
    """`hapus 3`: the number of the correction to take back."""
    found = _REMOVAL.fullmatch(words.strip())
    return int(found["number"]) if found is not None else None


def _date(text: str) -> date:
    return date.fromisoformat(text) if "-" in text else datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007


def _time(text: str) -> time:
    hour, minute = re.split(r"[.:]", text)
    return time(int(hour), int(minute))
