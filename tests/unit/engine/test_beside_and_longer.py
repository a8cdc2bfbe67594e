"""What runs beside the main line, and a step whose time whoever has it asks for anew."""

from datetime import timedelta

import pytest
from staging import HEAD, NEAR, OPERATOR, REPORT, SECOND, T0, Play, alarm, procedure

from core import events as e
from core.access import called, foremost
from core.commands import Undo
from core.deadline import due_at
from core.refusal import AnswerMissing, Guarded, NotAllowed, StepOver


def due(play: Play, step: str = "handle"):
    return due_at(play.case, play.step(step), play.procedure)


def test_without_it_the_file_counts():
    """The hour on the scene counts from Tiba."""
    assert T0 + timedelta(minutes=60) == due(alarm("handle"))


@pytest.mark.parametrize("minutes", [15, 30, 60])
def test_nobody_asks_again_before_then(minutes):
    """From the press on the step has the time that was asked for, and only then is anybody reminded."""
    play = alarm("handle").after(minutes=50).act(NEAR, "still", {"longer": f"{minutes} minutes"})
    until = play.now + timedelta(minutes=minutes)
    assert until == due(play)
    assert [] == play.after(minutes=minutes - 1).found(e.Reminded)
    assert [100] == [event.percent for event in play.after(minutes=1).found(e.Reminded)]
    assert (play.case, True) == (play.replayed(), play.step("handle").missed)


def test_it_can_be_asked_for_again():
    """Each press counts anew, also when the time was up."""
    play = alarm("handle").act(NEAR, "still", {"longer": "15 minutes"}).after(minutes=20)
    play.act(NEAR, "still", {"longer": "30 minutes"})
    assert (play.now + timedelta(minutes=30), False) == (due(play), play.step("handle").missed)
    assert [100] == [event.percent for event in play.after(minutes=30).found(e.Reminded)]


@pytest.mark.parametrize("longer", ["20 minutes", "ever", "", 15])
def test_only_a_length_of_the_file(longer):
    """A forged answer is none."""
    play = alarm("handle")
    with pytest.raises(AnswerMissing):
        play.act(NEAR, "still", {"longer": longer})


LONGER = """
  - id: a
    title: A
    by: operator
    actions:
      - id: more
        label: Lagi
        stay: true
        undo: 30 seconds
        ask: [{id: more, ask: "?", type: duration, lengths: [5 minutes, 1 hour]}]
        extends: more
      - {id: done, label: Selesai, end: done}
"""


def test_a_step_without_a_time_gets_one():
    """Where the file gives none, nobody is reminded; whoever has it can ask to be, and take that back."""
    play = Play(procedure(LONGER)).open()
    assert due(play, "a") is None
    play.act(OPERATOR, "more", {"more": "5 minutes"})
    assert T0 + timedelta(minutes=5) == due(play, "a")
    play.decide(Undo(by=OPERATOR.id, number=play.case.undo.number))
    assert (None, {}) == (due(play, "a"), dict(play.case.values))
    play.act(OPERATOR, "more", {"more": "5 minutes"})
    assert [100] == [event.percent for event in play.after(minutes=5).found(e.Reminded)]


@pytest.mark.parametrize("at", ["confirm", "travel", "handle"])
def test_in_danger(at):
    """A step opens beside the one that waits, which stays; it rings at the operators until one has it."""
    play = alarm(at).act(NEAR, "danger")
    assert [at, "rescue"] == play.waiting
    assert at == foremost(play.case.steps, play.procedure).id
    assert {OPERATOR.id, SECOND.id} == set(called(play.case, play.step("rescue"), play.procedure, play.office))
    assert 1 == len(play.after(seconds=15).found(e.Rang))
    assert HEAD.id in called(play.case, play.step("rescue"), play.procedure, play.office)
    play.claim(SECOND, "rescue")
    assert [] == play.after(seconds=15).found(e.Rang)
    play.act(SECOND, "rescued", {"rescue_account": "Polisi di lokasi."})
    assert [at] == play.waiting


def test_not_before_and_not_after():
    """Only whoever was asked or is out there, and only while they are."""
    with pytest.raises(StepOver):
        alarm("report").act(NEAR, "danger")
    with pytest.raises(NotAllowed):
        alarm("claimed").act(NEAR, "danger")
    with pytest.raises(NotAllowed):
        alarm("travel").act(OPERATOR, "danger")


def test_the_main_line_goes_on_but_does_not_end():
    """The officer may finish and report; the case is not closed while somebody may still need help."""
    play = alarm("handle").act(NEAR, "danger").act(NEAR, "finished").act(NEAR, "report", REPORT)
    assert {"rescue", "update", "record"} == set(play.waiting)
    with pytest.raises(Guarded):
        play.act(OPERATOR, "record")
    play.act(SECOND, "rescued", {"rescue_account": "Aman."}).act(OPERATOR, "record")
    assert "done" == play.case.outcome


def test_a_wrong_press_in_danger_is_taken_back():
    """Then nobody rings any more, and whoever rang is spared."""
    play = alarm("travel").act(NEAR, "danger").after(seconds=5)
    play.decide(Undo(by=NEAR.id, number=play.case.undo.number))
    assert ["travel"] == play.waiting
    assert {OPERATOR.id, SECOND.id} == {event.person for event in play.found(e.HolderSpared)}
    assert [] == play.after(seconds=60).found(e.Rang)


def test_pressed_again_it_stays_one_step():
    """Whoever presses twice is in one danger."""
    play = alarm("travel").act(NEAR, "danger").act(NEAR, "danger")
    assert ["travel", "rescue"] == play.waiting
