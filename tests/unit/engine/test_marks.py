"""When things fall due: to the second, whatever the length of a step."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from staging import FAR, NEAR, T0, Play, alarm, procedure

from core import events as e
from core.deadline import DAY, Due, due, due_at, marks, next_at, undoable

MARKS = [
    ("locate", {Due.TIMER: 30}),
    ("verify", {Due.RING: 15, Due.TIMER: 60, Due.REMINDER: 60}),
    ("claimed", {Due.REMINDER: 60, Due.LAPSE: 90}),
    ("confirm", {Due.UNANSWERED: 120, Due.REMINDER: 60}),
    ("travel", {Due.REMINDER: 450}),
    ("handle", {Due.REMINDER: 3600}),
    ("report", {Due.REMINDER: 150}),
    ("record", {Due.REMINDER: 90}),
    ("closed", {}),
]


@pytest.mark.parametrize(("step", "seconds"), MARKS, ids=[row[0] for row in MARKS])
def test_marks(step, seconds):
    """What of each kind falls due first at each step of the alarm; the earliest, or the end of Urungkan, is next."""
    case = alarm(step).case
    found = sorted(marks(case, alarm("locate").procedure), key=lambda mark: mark.at, reverse=True)
    assert {kind: T0 + timedelta(seconds=after) for kind, after in seconds.items()} == {m.due: m.at for m in found}
    undo_over = {"undo": 30} if undoable(case, T0) else {}
    looked_at = (seconds | undo_over).values()
    earliest = T0 + timedelta(seconds=min(looked_at)) if looked_at else None
    assert earliest == next_at(case, alarm("locate").procedure, T0)


def test_row_three_counts_from_the_question():
    """The fifteen minutes of row 3 count from Teruskan, not from Siap; with another officer they begin anew."""
    play = alarm("confirm").after(seconds=90).act(NEAR, "ready")
    assert T0 + timedelta(minutes=15) == due_at(play.case, play.step("travel"), play.procedure)
    play.after(minutes=1).lose(NEAR)
    asked = play.now
    play.after(seconds=30).act(FAR, "ready")
    assert asked + timedelta(minutes=15) == due_at(play.case, play.step("travel"), play.procedure)


def test_a_timer_may_count_from_an_earlier_step():
    """It falls due so long after that step opened, however late its own did."""
    steps = """
  - {id: a, title: A, by: requester, timers: [{after: 1 minute, do: b}], actions: [{id: x, label: X, end: done}]}
  - {id: b, title: B, by: requester, timers: [{after: 10 minutes since a, end: done}],
     actions: [{id: y, label: Y, end: done}]}
"""
    play = Play(procedure(steps)).open().after(minutes=7)
    assert ["b"] == [step.id for step in play.case.steps]
    assert T0 + timedelta(minutes=10) == next_at(play.case, play.procedure, play.now)
    assert "done" == play.after(minutes=3).case.outcome


def test_nothing_due_is_looked_at_daily():
    """An open case without any time is looked at again the next day."""
    play = Play(procedure("  - {id: a, title: A, by: operator, actions: [{id: b, label: B, end: done}]}")).open()
    assert T0 + DAY == next_at(play.case, play.procedure, play.now)
    assert None is due(play.case, play.procedure, T0 + timedelta(days=900))


def test_reminder_upwards_before_the_time_is_up():
    """A reminder that the file sends upwards goes there, also at half of the time, and so do those after it."""
    steps = "  - id: a\n    title: A\n    by: operator\n    within: 10 minutes\n"
    steps += "    remind: [{percent: 50, who: above}]\n    actions: [{id: b, label: B, end: done}]"
    play = Play(procedure(steps)).open()
    assert ["head_of_centre"] == [event.above for event in play.after(minutes=5).found(e.Reminded)]
    assert ["head_of_centre"] == [event.above for event in play.after(days=1).found(e.Reminded)]
    assert "above" == play.procedure.step("a").reminder(play.step("a").reminded).who.kind


LENGTHS = ["1 second", "7 seconds", "7 minutes", "23 hours"]
PERCENTS = st.lists(st.integers(1, 1000), min_size=1, max_size=5, unique=True)


@settings(deadline=None)
@given(st.sampled_from(LENGTHS), PERCENTS, st.lists(st.integers(1, 200_000), max_size=8))
def test_each_reminder_once(length, percents, waits):
    """Whenever the clock ticks: one reminder at most, its percent above the one before, and the next one later."""
    steps = f"  - id: a\n    title: A\n    by: operator\n    within: {length}\n"
    steps += f"    remind: {percents}\n    actions: [{{id: b, label: B, end: done}}]"
    play, reached = Play(procedure(steps)).open(), [0]
    for seconds in waits:
        play.after(seconds=seconds)
        reached += [event.percent for event in play.found(e.Reminded)]
        assert len(play.found(e.Reminded)) <= 1
        assert next_at(play.case, play.procedure, play.now) > play.now
    assert sorted(set(reached)) == reached
    assert len([event for event, _ in play.history if isinstance(event, e.DeadlineMissed)]) <= 1


@settings(deadline=None)
@given(st.sampled_from(LENGTHS), PERCENTS)
def test_each_reminder_at_its_moment(length, percents):
    """Looked at exactly when it must be, every percent of the file comes, and then one a day."""
    steps = f"  - id: a\n    title: A\n    by: operator\n    within: {length}\n"
    steps += f"    remind: {percents}\n    actions: [{{id: b, label: B, end: done}}]"
    play, reached = Play(procedure(steps)).open(), []
    for _ in range(len(percents) + 2):
        play.now = next_at(play.case, play.procedure, play.now)
        play.after()
        reached += [event.percent for event in play.found(e.Reminded)]
    assert sorted(percents) == reached[: len(percents)]
    step = play.procedure.step("a")
    again = [moment for event, moment in play.history if isinstance(event, e.Reminded)][-2:]
    assert DAY <= again[1] - again[0] <= DAY + step.within.delta / 100
