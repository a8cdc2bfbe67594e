"""A step that is done again and again until another is left."""

from datetime import timedelta

import pytest
from staging import OPERATOR, T0, Play, procedure

from core import events as e
from core.deadline import next_at
from core.runnable import unrunnable

STEPS = """
  - id: begin
    title: Mulai
    by: operator
    actions: [{id: begin, label: Mulai, to: [watch, finish]}]
  - id: watch
    title: Patroli
    by: operator
    within: 10 minutes
    remind: [100]
    every: 2 hours
    until: finish
    actions:
      - {id: seen, label: Catat, ask: [{id: seen, ask: "?", type: text, optional: true}], stay: true}
      - {id: longer, label: Perlu waktu, ask: [{id: more, ask: "?", type: duration, lengths: [1 hour, 2 hours]}], stay: true, extends: more}
  - {id: finish, title: Selesai, by: operator, actions: [{id: over, label: Selesai, to: book}]}
  - {id: book, title: Catat, by: operator, actions: [{id: done, label: Tutup, end: done}]}
"""  # noqa: E501


def on_watch() -> Play:
    return Play(procedure(STEPS)).open().act(OPERATOR, "begin")


def until(play: Play, **time: float) -> Play:
    """So long after the beginning."""
    return play.after(seconds=(T0 + timedelta(**time) - play.now).total_seconds())


def test_it_can_be_run():
    """The construct is one of those that run."""
    assert unrunnable(procedure(STEPS)) == []


def test_done_it_sleeps_until_it_is_due_again():
    """Two hours from when it was due, not from when it was done; then its time counts anew."""
    play = until(on_watch(), minutes=7).act(OPERATOR, "seen")
    assert (play.step("watch").sleeps, play.step("watch").again) == (True, T0 + timedelta(hours=2))
    assert next_at(play.case, play.procedure, play.now, play.office) == T0 + timedelta(hours=2)
    until(play, hours=2)
    assert (play.step("watch").sleeps, play.step("watch").opened_at) == (False, T0 + timedelta(hours=2))
    assert "StepBegan" in play.happened


def test_left_undone_it_is_late_each_time():
    """The reminder of one round does not silence the next one's."""
    play = until(on_watch(), minutes=11)
    assert [event.percent for event in play.found(e.Reminded)] == [100]
    play.act(OPERATOR, "seen")
    until(until(play, hours=2), hours=2, minutes=11)
    assert [event.percent for event in play.found(e.Reminded)] == [100]


def test_a_round_that_was_missed_is_not_made_up_for():
    """Done five hours late, it is due at the next of its times."""
    play = until(on_watch(), hours=5).act(OPERATOR, "seen")
    assert play.step("watch").again == T0 + timedelta(hours=6)


def test_once_more_in_between_changes_nothing():
    """What is noted while it sleeps does not put the next round off; nor does asking for time."""
    play = until(on_watch(), minutes=1).act(OPERATOR, "longer", {"more": "1 hour"})
    assert not play.step("watch").sleeps
    play.act(OPERATOR, "seen")
    again = play.step("watch").again
    until(play, hours=1).act(OPERATOR, "seen")
    assert play.step("watch").again == again


def test_it_ends_with_the_step_that_it_waits_for():
    """Once that is left nobody has to do it any more, asleep or not; the case goes on."""
    for minutes in (1, 7):
        play = until(on_watch(), minutes=minutes)
        play = play.act(OPERATOR, "seen") if minutes == 7 else play
        play.act(OPERATOR, "over")
        assert play.waiting == ["book"]
        assert play.replayed() == play.case


@pytest.mark.parametrize(
    ("steps", "lacking"),
    [
        (STEPS.replace("every: 2 hours", "every: 2 hours since begin"), "every 2 hours since begin"),
        (STEPS.replace("stay: true}\n      - {id: longer", "to: book}\n      - {id: longer").replace(
            ", stay: true, extends: more", ", to: book"), "every, without an action that stays"),
    ],
)  # fmt: skip
def test_what_cannot_be_run(steps, lacking):
    """A round has a length of its own, and something that is done at it."""
    assert f"step watch: {lacking}" in unrunnable(procedure(steps))
