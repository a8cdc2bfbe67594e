"""Steps that wait for a date in the case: they sleep until then, and what is told before it."""

import pytest
from office_moments import at, due
from staging import OPERATOR, SECOND, Play, procedure

from core.deadline import next_at

DATED = """
  - {{id: plan, title: P, by: operator, actions: [{{id: go, label: Go, to: a}}]}}
  - id: a
    title: A
    by: $who
    starts: {starts}
    within: {within}
    remind: {remind}
    timers: [{{after: 4 hours, end: no_show}}]
    actions:
      - {{id: done, label: Datang, end: done}}
      - {{id: move, label: Pindah, stay: true, ask: [{{id: date, ask: '?', type: text}}]}}
"""
FORM = "[{id: date, ask: '?', type: text}, {id: who, ask: '?', type: person, role: operator}]"


def dated(date: str, *, starts="$date", within="1 hour since $date", remind="[1 day before $date, 100]") -> Play:
    """A case whose second step begins at a date, planned on Monday, 2 March, at 10:00."""
    steps = DATED.format(starts=starts, within=within, remind=remind)
    play = Play(procedure(steps, form=FORM, hours="office"), now=at("02T10:00"))
    return play.open(date=date, who=SECOND.id).act(OPERATOR, "go")


def test_a_step_sleeps_until_its_day():
    """Nobody is called before; at the moment its time and its timers begin."""
    play = dated("2026-03-05T09:00+08:00", remind="[100]")
    assert play.step("a").sleeps
    assert at("05T09:00") == next_at(play.case, play.procedure, play.now, play.office)
    play.now = at("05T09:00")
    assert ["StepBegan"] == play.after(seconds=0).happened
    assert at("05T10:00") == due(play)
    play.now = at("05T13:00")
    assert "CaseClosed" in play.after(seconds=0).happened
    assert "no_show" == play.case.outcome


BEGINS = [
    ("2026-03-05", "$date", "05T07:30"),
    ("2026-03-05T09:00", "$date", "05T09:00"),
    ("2026-03-05T09:00+08:00", "30 minutes before $date", "05T08:30"),
    ("2026-03-09T09:00+08:00", "1 working day before $date", "06T09:00"),
]


@pytest.mark.parametrize(("date", "starts", "begins"), BEGINS, ids=[f"{row[1]} {row[0]}" for row in BEGINS])
def test_when_it_begins(date, starts, begins):
    """A date alone means the opening of the office; before a date is before it, whatever the hour."""
    play = dated(date, starts=starts, remind="[100]")
    assert at(begins) == next_at(play.case, play.procedure, play.now, play.office)


def test_a_date_that_is_over_begins_at_once():
    """Nothing sleeps until a moment that has passed, and no reminder tells of it."""
    play = dated("2026-03-01T09:00+08:00")
    assert not play.step("a").sleeps
    assert "RemindedAhead" not in play.after(hours=1).happened


def test_a_reminder_before_a_date():
    """It comes while the step sleeps, once; where the date moves it comes again for the new one."""
    play = dated("2026-03-05T09:00+08:00")
    assert at("04T09:00") == next_at(play.case, play.procedure, play.now, play.office)
    play.now = at("04T09:00")
    assert ["RemindedAhead"] == play.after(seconds=0).happened
    assert [] == list(play.after(minutes=1).happened)
    play.act(SECOND, "move", {"date": "2026-03-12T09:00+08:00"})
    assert at("11T09:00") == next_at(play.case, play.procedure, play.now, play.office)
    play.now = at("11T09:00")
    assert ["RemindedAhead"] == play.after(seconds=0).happened
    assert play.case == play.replayed()


def test_the_time_until_a_date():
    """`within: 30 minutes before $date` is due then, and its reminders count from the opening of the step."""
    steps = (
        "  - {id: a, title: A, by: operator, within: 30 minutes before $date, actions: [{id: x, label: X, end: done}]}"
    )
    form = "[{id: date, ask: '?', type: text}]"
    play = Play(procedure(steps, form=form), now=at("02T10:00")).open(date="2026-03-02T12:30+08:00")
    assert at("02T12:00") == due(play)
    assert at("02T11:00") == next_at(play.case, play.procedure, play.now, play.office)
