"""What happens to an alarm when nobody does anything, or somebody is out of reach."""

from datetime import timedelta

import pytest
from staging import (
    CITIZEN,
    FAR,
    HEAD,
    HERE,
    NEAR,
    OPERATOR,
    T0,
    Play,
    alarm,
    procedure,
    staff,
)

from core import events as e
from core.commands import Lose, Tick
from core.deadline import next_at

SILENCE = [
    ("no position for 30 s: it rings", "locate", {"seconds": 30}, "verify", "TimerFired StepClosed StepOpened"),
    ("it rings again after 15 s", "verify", {"seconds": 15}, "verify", "Rang"),
    ("it does not ring before", "verify", {"seconds": 14}, "verify", ""),
    ("it does not ring once taken", "claimed", {"seconds": 45}, "verify", ""),
    ("half of the operator's time", "claimed", {"seconds": 60}, "verify", "Reminded"),
    ("taken and not passed on for 90 s: open again", "claimed", {"seconds": 90}, "verify",
     "Reminded ClaimEnded Rang"),
    ("the operator's time is up", "claimed", {"seconds": 120}, "verify", "DeadlineMissed Reminded ClaimEnded Rang"),
    ("half of the officer's time", "confirm", {"seconds": 60}, "confirm", "Reminded"),
    ("no answer in two minutes: the next nearest", "confirm", {"seconds": 120}, "confirm",
     "DeadlineMissed Reminded HolderPassed StepClosed HolderNamed StepOpened"),
    ("on the way half of the time", "travel", {"seconds": 450}, "travel", "Reminded"),
    ("nobody is reminded inside the fire", "handle", {"minutes": 59}, "handle", ""),
    ("the report is late", "report", {"minutes": 5}, "report", "DeadlineMissed Reminded"),
    ("nobody is reminded of the update", "record", {"seconds": 89}, "update record", ""),
]  # fmt: skip


@pytest.mark.parametrize(("_", "before", "time", "after", "events"), SILENCE, ids=[row[0] for row in SILENCE])
def test_silence(_, before, time, after, events):
    """Time passes without anybody doing anything."""
    play = alarm(before).after(**time)
    assert (after.split(), events.split()) == (play.waiting, play.happened)


def test_nobody_takes_it_for_a_minute():
    """At sixty seconds the citizen and the head hear of it, once, and the head may take it."""
    play = alarm("verify").after(seconds=60)
    assert {"TimerFired", "StepWidened", "Rang", "Reminded"} == set(play.happened)
    assert ("head_of_centre",) == play.step("verify").widened
    assert "TimerFired" not in play.after(seconds=59).happened


def test_asked_in_turn_until_none_is_left():
    """The nearest, then the next; with none left it goes back to the operators and rings."""
    play = alarm("confirm")
    asked = [play.step("confirm").holders]
    asked.append(play.after(minutes=2).step("confirm").holders)
    play.after(minutes=2)
    assert [(NEAR.id,), (FAR.id,)] == asked
    assert (["verify"], (NEAR.id, FAR.id)) == (play.waiting, play.case.passed)
    assert ["Rang"] == play.after(seconds=15).happened


def test_passed_over_officer_can_still_be_chosen():
    """The operator may send somebody again who did not answer before."""
    play = alarm("confirm").after(minutes=2).after(minutes=2)
    play.claim(OPERATOR).act(OPERATOR, "forward", {"officer": NEAR.id}).act(NEAR, "ready")
    assert ["travel"] == play.waiting


def test_outage_is_made_up_once():
    """After six hours of outage there is one ring and one reminder, of the latest percent."""
    play = alarm("verify").after(hours=6)
    assert (1, 1, 1) == (len(play.found(e.Rang)), len(play.found(e.Reminded)), len(play.found(e.DeadlineMissed)))
    assert [600] == [event.percent for event in play.found(e.Reminded)]


def test_long_outage_is_made_up_once():
    """After a week of outage the daily repetition has not piled up either."""
    play = alarm("handle").after(days=7)
    assert ["DeadlineMissed", "Reminded"] == play.happened
    assert next_at(play.case, play.procedure, play.now) == play.now + timedelta(days=1)


def test_after_the_last_reminder_once_a_day():
    """When the file's reminders are through they come once a day, each with a percent of its own."""
    play = alarm("handle").after(hours=6)
    percents = [[event.percent for event in play.after(days=1).found(e.Reminded)] for _ in range(3)]
    assert [[3000], [5400], [7800]] == percents


def test_tick_ends():
    """However late it is, whatever is due is due once: a second tick at the same moment does nothing."""
    for step in ("locate", "verify", "claimed", "confirm", "travel", "handle", "report", "record"):
        play = alarm(step).after(days=400)
        assert (step, ()) == (step, play.decide(Tick()).last)


def test_last_operator_goes_home():
    """Whoever leaves duty without a word is missed at the next ring: it goes upwards."""
    play = alarm("verify", OPERATOR, HEAD).change(OPERATOR, on_duty_since=None).after(seconds=15)
    assert ["Rang", "NobodyHolds"] == play.happened


def test_position_is_weighed_when_the_next_is_asked():
    """Whoever is nearest to the newest position is asked, and never the requester."""
    play = alarm("confirm").decide(Lose(person=0))
    third = staff(23, "Paksi", "officer", north=0.2)
    play.people += (third,)
    moved = HERE | {"lat": 3.5}
    play.act(CITIZEN, "position", {"position": moved}).after(minutes=2)
    assert (third.id,) == play.step("confirm").holders


NEAREST = """
  - {id: start, title: Mulai, by: operator, within: 5 minutes, actions: [{id: go, label: Go, to: help}]}
  - id: help
    title: Bantu
    by: nearest officer
    within: 5 minutes
    unanswered: {after: 1 minute}
    actions: [{id: done, label: Selesai, end: done}]
"""


def test_nearest_of_a_role_in_turn():
    """A step for the nearest officer asks the next one, and with none left goes back."""
    play = Play(procedure(NEAREST)).open().act(OPERATOR, "go")
    asked = [play.step("help").holders, play.after(minutes=1).step("help").holders]
    assert ([(NEAR.id,), (FAR.id,)], ["start"]) == (asked, play.after(minutes=1).waiting)


TIMERS = """
  - id: a
    title: A
    by: operator
    timers:
      - {after: 1 minute, unless: $note given, do: ring}
      - {after: 2 minutes, end: lapsed}
    actions:
      - {id: note, label: Catatan, ask: [{id: note, ask: "?", type: text}], stay: true}
      - {id: go, label: Go, end: done}
"""


def test_timers_of_one_step():
    """Each timer fires once, unless its condition holds; one of them ends the case."""
    play = Play(procedure(TIMERS)).open()
    assert ["TimerFired", "Rang"] == play.after(minutes=1).happened
    assert ["TimerFired", "StepClosed", "CaseClosed"] == play.after(minutes=1).happened
    noted = Play(procedure(TIMERS)).open().act(OPERATOR, "note", {"note": "ya"})
    assert () == noted.after(minutes=1).last


def test_opened_at_the_moment_of_the_tick():
    """A step that a late tick opens counts from then, not from when it was due."""
    play = Play().open().after(minutes=10)
    assert T0 + timedelta(minutes=10) == play.step("verify").opened_at
