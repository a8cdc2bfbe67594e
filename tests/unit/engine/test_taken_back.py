"""Taking an action back: what stands again, what stays, for how long, for whom, and what it is refused after."""

from datetime import timedelta

import pytest
from staging import CITIZEN, FAR, HERE, NEAR, OPERATOR, PHOTO, REPORT, SECOND, Play, alarm, procedure

from core import events as e
from core.apply import apply
from core.commands import Act, Claim, Undo
from core.deadline import due_at, next_at
from core.people import Fix
from core.refusal import CaseOver, NotAllowed, Overtaken, UndoOver


def undo(play: Play, by=None, *, number: int | None = None) -> Play:
    """Whoever did the newest action, or somebody else, takes it back."""
    found = play.case.undo
    assert found is not None or number is not None
    who = by.id if by is not None else found.deed.by
    return play.decide(Undo(by=who, number=found.number if number is None else number))


def standing(play: Play):
    """What an undone action must leave as it was."""
    case = play.case
    steps = [(step.id, step.entry, step.holders, step.claimed_by) for step in case.steps]
    return steps, dict(case.named), dict(case.values), case.passed, dict(case.reached), case.closed_at, case.outcome


CLAIMED = """
  - {id: a, title: A, by: operator, actions: [{id: go, label: Go, to: b}]}
  - {id: b, title: B, by: operator, claim: Ambil, timers: [{after: 10 seconds, do: c}], actions: [{id: go, label: Go, to: c}]}
  - {id: c, title: C, by: operator, actions: [{id: done, label: Selesai, end: done}]}
"""  # noqa: E501
DEEDS = [
    ("claimed", OPERATOR, "forward", {"officer": NEAR.id}),
    ("claimed", OPERATOR, "not_emergency", {"reason": "laporan ganda"}),
    ("confirm", NEAR, "ready", {}),
    ("confirm", NEAR, "unable", {"hindrance": "sakit"}),
    ("travel", NEAR, "arrived", {}),
    ("travel", NEAR, "unable", {"hindrance": "sakit"}),
    ("handle", NEAR, "finished", {}),
]


@pytest.mark.parametrize(("at", "who", "action", "answers"), DEEDS, ids=[f"{row[0]}-{row[2]}" for row in DEEDS])
def test_everything_stands_as_before(at, who, action, answers):
    """Steps, names, values and the end itself are as they were, and replay gives the same case."""
    play = alarm(at)
    was = standing(play)
    play.act(who, action, answers)
    assert was != standing(play)
    undo(play)
    assert was == standing(play)
    assert play.case == play.replayed()
    assert len(play.history) == play.case.version
    play.act(who, action, answers)
    assert was != standing(play)


def test_what_was_given_stays():
    """Files, words and what others have given meanwhile are not taken back; what the action chose is."""
    play = alarm("report").act(NEAR, "report", REPORT).act(CITIZEN, "silence", {"silent": True})
    undo(play)
    case = play.case
    assert ["report"] == play.waiting
    assert ([1], "Api padam.", True) == (case.values["photos"], case.personal["account"], case.values["silent"])
    assert 1 == len(case.evidence)


def test_the_time_that_was_left_is_left():
    """The step goes on with the time it had at the press: what passed until the undoing does not count."""
    play = alarm("travel")
    waiting = play.step("travel")
    was = due_at(play.case, waiting, play.procedure)
    play.after(minutes=3).act(NEAR, "arrived").after(seconds=20)
    undo(play)
    assert was + timedelta(seconds=20) == due_at(play.case, play.step("travel"), play.procedure)


@pytest.mark.parametrize(("seconds", "open_still"), [(29, True), (30, False), (31, False)])
def test_for_thirty_seconds(seconds, open_still):
    """At thirty seconds it is too late, and the clock has looked at the case then."""
    play = alarm("travel").act(NEAR, "arrived")
    assert play.now + timedelta(seconds=30) == next_at(play.case, play.procedure, play.now)
    play.now += timedelta(seconds=seconds)
    if open_still:
        assert ["travel"] == undo(play).waiting
    else:
        with pytest.raises(UndoOver):
            undo(play)
        assert play.now < next_at(play.case, play.procedure, play.now)


def test_a_wrong_end_can_be_taken_back_and_nothing_else_can_follow_it():
    """The clock looks at an ended case once more, when its end stands for good."""
    play = alarm("claimed").act(OPERATOR, "not_emergency", {"reason": "laporan ganda"})
    assert play.now + timedelta(seconds=30) == next_at(play.case, play.procedure, play.now)
    with pytest.raises(CaseOver):
        play.decide(Claim(by=SECOND.id, entry=2))
    undo(play)
    assert (True, ["verify"]) == (play.case.is_open, play.waiting)
    play.act(OPERATOR, "not_emergency", {"reason": "laporan ganda"}).after(seconds=30)
    assert next_at(play.case, play.procedure, play.now) is None


@pytest.mark.parametrize("who", [SECOND, NEAR, CITIZEN])
def test_only_whoever_pressed(who):
    """Nobody else takes it back, whatever role they hold."""
    play = alarm("claimed").act(OPERATOR, "forward", {"officer": FAR.id})
    with pytest.raises(NotAllowed):
        undo(play, who)


def test_not_without_the_role():
    """Whoever has lost the role meanwhile cannot do it either."""
    play = Play(procedure(CLAIMED, head="undo: 30 seconds")).open().act(OPERATOR, "go")
    with pytest.raises(NotAllowed):
        undo(play.change(OPERATOR, grants=frozenset()))


def test_not_after_somebody_else_has_gone_on():
    """The officer is ready: the operator cannot take Teruskan back, and learns who did what."""
    play = alarm("confirm")
    number = play.case.undo.number
    play.act(NEAR, "ready")
    with pytest.raises(Overtaken) as refused:
        undo(play, OPERATOR, number=number)
    assert (NEAR.id, "confirm", "ready") == (refused.value.deed.by, refused.value.deed.step, refused.value.deed.action)


def test_words_of_others_are_in_nobodys_way():
    """Who adds words, files or a position moves nothing, so the action can still be taken back."""
    play = alarm("travel").act(NEAR, "arrived").act(CITIZEN, "photos", {"scene": (PHOTO,)})
    play.act(CITIZEN, "position", {"position": HERE}).press()
    undo(play)
    assert (["travel"], [1]) == (play.waiting, play.case.values["scene"])


def test_not_after_somebody_has_taken_the_step():
    """A claim moves the case on, too."""
    play = Play(procedure(CLAIMED, head="undo: 30 seconds")).open().act(OPERATOR, "go").claim(SECOND, "b")
    with pytest.raises(Overtaken) as refused:
        undo(play)
    assert (SECOND.id, "b", "") == (refused.value.deed.by, refused.value.deed.step, refused.value.deed.action)


def test_not_after_time_has_moved_it_on():
    """What a timer has done is nobody's press, and cannot be taken back either."""
    play = Play(procedure(CLAIMED, head="undo: 30 seconds")).open().act(OPERATOR, "go").after(seconds=10)
    with pytest.raises(Overtaken) as refused:
        undo(play)
    assert refused.value.deed is None


def test_once():
    """What has been taken back cannot be taken back again."""
    play = alarm("handle")
    number = play.case.undo.number
    undo(play)
    with pytest.raises(UndoOver):
        undo(play, NEAR, number=number)


def test_whoever_was_asked_is_spared():
    """The officer whom Teruskan called need not answer; whoever pressed is told nothing."""
    play = undo(alarm("confirm"))
    assert ["ActionUndone", "HolderSpared"] == play.happened
    assert [NEAR.id] == [event.person for event in play.found(e.HolderSpared)]
    assert ("confirm",) == play.found(e.ActionUndone)[0].opened


KEPT = """
  - id: a
    title: A
    by: operator
    actions:
      - {id: go, label: Go, to: b, {key}}
      - {id: stay, label: Stay, stay: true}
      - {id: longer, label: Longer, stay: true, undo: 60 seconds}
  - {id: b, title: B, auto: true, {auto}to: c}
  - {id: c, title: C, by: operator, actions: [{id: done, label: Selesai, end: done}]}
"""
OFFERED = [
    ("tell: []", "", "go", 30),
    ("undo: 10 seconds", "", "go", 10),
    ("effects: export", "", "go", 0),
    ("undo: 10 seconds, effects: register", "", "go", 0),
    ("tell: []", "effects: export, ", "go", 0),
    ("tell: []", "", "stay", 0),
    ("tell: []", "", "longer", 60),
]


@pytest.mark.parametrize(("key", "auto", "action", "seconds"), OFFERED)
def test_what_can_be_taken_back(key, auto, action, seconds):
    """What moves a case on, unless it has left the house; what stays only where the file says so."""
    steps = KEPT.replace("{key}", key).replace("{auto}", auto)
    play = Play(procedure(steps, head="undo: 30 seconds")).open().act(OPERATOR, action)
    assert seconds == play.found(e.ActionTaken)[0].undo_s


def test_the_register_is_not_taken_back():
    """Catat writes the register and sends the record: it stands."""
    play = alarm("closed")
    assert play.case.undo is None or play.case.undo.overtaken
    assert next_at(play.case, play.procedure, play.now) is None


def test_old_events_replay():
    """An action taken before there was an undo cannot be taken back, and changes nothing else."""
    event = e.ActionTaken(by=NEAR.id, step="travel", entry=4, action="arrived")
    case = alarm("travel").act(NEAR, "words", {"words": "a"}).case
    assert 0 == event.undo_s
    assert case.steps[0].id == apply(case, event, case.opened_at).steps[0].id


def test_both_officers_are_asked_again():
    """An officer took Siap back: both who were asked directly wait again, and nobody is named."""
    play = alarm("verify").after(seconds=60).after(seconds=60).after(seconds=60)
    asked = play.step("offer").holders
    first = next(one for one in (NEAR, FAR) if one.id == asked[0])
    entry = play.step("offer").entry
    play.decide(Act(by=first.id, action="ready", entry=entry))
    assert {"officer": first.id} == play.case.named
    undo(play)
    assert ({}, asked, entry) == (play.case.named, play.step("offer").holders, play.step("offer").entry)
    assert "verify" in play.waiting


def test_an_officers_fix_is_not_of_the_case():
    """Where people are is known apart from the case, so undoing does not move anybody."""
    play = alarm("travel").change(NEAR, fix=Fix(3.3, 117.6, alarm("locate").now)).act(NEAR, "arrived")
    undo(play)
    assert play.office.person(NEAR.id).fix is not None
