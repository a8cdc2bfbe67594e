"""Until when each row of both office procedures has: over a weekend, Nyepi, Idul Fitri and their cuti bersama."""

from datetime import datetime
from importlib.resources import files

import pytest
from office_moments import at

from core.case import Case, OpenStep
from core.deadline import due_at
from core.office import Office
from core.procedure import Procedure, parse

SHIPPED = {
    name: parse((files("core") / "procedures" / f"{name}.yaml").read_text(encoding="utf-8"), f"{name}.yaml")
    for name in ("visit", "data-request")
}
FRIDAY, EVE, CHRISTMAS = "06T15:00", "17T15:00", "2026-12-23T10:00"
"""A plain Friday, the last working day before eight free ones, and the eve of a free Thursday before a weekend."""
DAY = {FRIDAY: "09T15:00", EVE: "25T15:00", CHRISTMAS: "2026-12-28T10:00"}
THREE = {FRIDAY: "11T15:00", EVE: "27T15:00", CHRISTMAS: "2026-12-30T10:00"}
DESKS = {
    "dispose": DAY,
    "follow_up": DAY,
    "arrange": DAY,
    "prepare": THREE,
    "check": DAY,
    "verify": DAY,
    "endorse": DAY,
    "sign": DAY,
    "deliver": DAY,
    "deliver_signed": DAY,
}
LATE_FRIDAY, LATE_EVE = "06T15:58", "17T15:58"
MINUTES = {LATE_FRIDAY: "09T07:33", LATE_EVE: "25T07:33"}
ROWS = [("data-request", step, since, until) for step, ends in DESKS.items() for since, until in ends.items()]
ROWS += [("visit", step, since, until) for step in ("dispose", "decide", "appoint") for since, until in MINUTES.items()]
# On the day of the visit minutes are minutes, whatever the office's hours are.
ROWS += [
    ("visit", "guide", "06T15:30", "06T17:00"),
    ("visit", "book", "06T15:59", "06T16:01"),
    ("visit", "tour", "06T15:59", "06T16:59"),
    ("visit", "leave", "06T15:58", "06T16:03"),
]


def due(procedure: Procedure, step: str, since: datetime) -> datetime | None:
    """Until when a case that has just come to a step has; a visit's time is a Friday at 16:00."""
    waiting = OpenStep(step, 1, since)
    date = {"date": at("06T16:00").isoformat()}
    case = Case(1, "X", procedure.id, "1", 9, since, steps=(waiting,), values=date)
    return due_at(case, waiting, procedure, Office(()))


@pytest.mark.parametrize(("name", "step", "since", "until"), ROWS, ids=[" ".join(row[:3]) for row in ROWS])
def test_a_row_has_until(name, step, since, until):
    """Days end at the same hour of a working day, minutes pass in office hours, free days are passed over."""
    assert at(until) == due(SHIPPED[name], step, at(since))


@pytest.mark.parametrize(("name", "rows"), [("visit", range(1, 11)), ("data-request", range(1, 10))])
def test_no_row_of_the_table_is_missing(name, rows):
    """Each has a step, or stands in the file as a row that is timed otherwise; each step with a time is looked at."""
    procedure = SHIPPED[name]
    assert list(rows) == sorted(row.number for row in procedure.rows)
    timed = {step.id for step in procedure.steps if step.within is not None and not step.auto}
    assert timed == {step for which, step, *_ in ROWS if which == name}
