"""How a month went: counts, medians, and what kept the time of the SOP."""

from datetime import UTC, datetime, timedelta

from core.office_calendar import USUAL_CALENDAR
from core.procedure import parse
from core.report import Life, Trace, passages, report

FILE = """
id: note
title: Nota
ticket: NT
hours: {hours}
open: {{by: citizen, command: nota}}
outcomes: {{done: Selesai}}
steps:
  - id: sign
    title: Kadis menandatangani
    by: head_of_department
    within: {within}
    actions: [{{id: sign, label: Tanda tangan, end: done}}]
"""
FRIDAY = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
"""14:00 in Tarakan."""
SINCE, UNTIL = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)


def trail(case: int, opened: datetime, closed: datetime, *, missed: bool = False) -> list[Trace]:
    """A case's step from its opening to its end."""
    late = [Trace(case, "DeadlineMissed", opened, "sign", 1)] if missed else []
    return [Trace(case, "StepOpened", opened, "sign", 1), *late, Trace(case, "StepClosed", closed, "sign", 1)]


def test_cases_are_counted_by_what_became_of_them() -> None:
    """What came in, what ended in the month, what is still open at its end."""
    before, after = SINCE - timedelta(days=1), UNTIL + timedelta(days=1)
    lives = [
        Life(before, FRIDAY, "done"),
        Life(FRIDAY, FRIDAY, "done"),
        Life(FRIDAY, None, None),
        Life(FRIDAY, after, "done"),
    ]
    procedure = parse(FILE.format(hours="always", within="2 hours"), "note.yaml")
    found = report(procedure, lives, [], SINCE, UNTIL, USUAL_CALENDAR)
    assert (3, 2, 2) == (found.opened, found.closed, found.still_open)
    assert {"done": 2} == found.ended
    assert () == found.steps


def test_the_median_and_what_was_in_time() -> None:
    """Ten minutes, an hour, and three hours of which one hour was too much."""
    procedure = parse(FILE.format(hours="always", within="2 hours"), "note.yaml")
    lengths = (10, 60, 180)
    events = [
        one
        for case, minutes in enumerate(lengths)
        for one in trail(case, FRIDAY, FRIDAY + timedelta(minutes=minutes), missed=minutes > 120)
    ]
    (times,) = report(procedure, [], events, SINCE, UNTIL, USUAL_CALENDAR).steps
    assert timedelta(hours=1) == times.length
    assert (3, 3, 2, 67) == (times.count, times.timed, times.kept, times.share)


def test_office_hours_count_only_while_the_office_is_open() -> None:
    """From Friday 14:00 to Monday 08:30 are three hours, and one working day."""
    monday = FRIDAY + timedelta(days=2, hours=18, minutes=30)
    procedure = parse(FILE.format(hours="office", within="2 hours"), "note.yaml")
    (times,) = report(procedure, [], trail(1, FRIDAY, monday), SINCE, UNTIL, USUAL_CALENDAR).steps
    assert timedelta(hours=3) == times.length
    procedure = parse(FILE.format(hours="office", within="2 working days"), "note.yaml")
    (times,) = report(procedure, [], trail(1, FRIDAY, monday), SINCE, UNTIL, USUAL_CALENDAR).steps
    assert times.days == 1


def test_what_is_still_open_has_no_length() -> None:
    """A step counts once it has been left."""
    assert [] == passages([Trace(1, "StepOpened", FRIDAY, "sign", 1)])
