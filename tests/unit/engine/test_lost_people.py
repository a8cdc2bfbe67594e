"""What waits for somebody who cannot be reached any more goes on without them, at once."""

from datetime import timedelta

import pytest
from staging import (
    CITIZEN,
    DIRECTOR,
    FAR,
    HEAD,
    NEAR,
    OPERATOR,
    REPORT,
    SECOND,
    Play,
    alarm,
    staff,
)

from core import events as e
from core.access import called
from core.case import OpenStep
from core.commands import Lose
from core.deadline import next_at


def ours(play: Play, step: OpenStep) -> tuple[int, ...]:
    """Whose turn it is; of what may be left undone nobody's."""
    optional = play.procedure.step(step.id).optional
    return () if optional else called(play.case, step, play.procedure, play.office)


LOST = [
    ("who has it", "claimed", OPERATOR, "verify", "StepClosed StepOpened"),
    ("one of several operators", "verify", SECOND, "verify", ""),
    ("the operator while the officer goes", "travel", OPERATOR, "travel", ""),
    ("who was asked", "confirm", NEAR, "confirm", "HolderPassed StepClosed HolderNamed StepOpened"),
    ("who was on the way: the next is asked", "travel", NEAR, "confirm",
     "HolderPassed StepClosed HolderNamed StepOpened"),
    ("who is on the scene: the operators go on", "handle", NEAR, "handle", "HolderPassed NobodyHolds"),
    ("who has to report: the operators go on", "report", NEAR, "report", "HolderPassed NobodyHolds"),
    ("who could still update", "record", NEAR, "update record", ""),
    ("who records: another does", "record", OPERATOR, "update record", "HolderPassed StepClosed StepOpened"),
    ("the requester", "travel", CITIZEN, "travel", "ValueGiven"),
    ("the requester before the position", "locate", CITIZEN, "locate", "ValueGiven"),
    ("somebody who has nothing to do with it", "travel", DIRECTOR, "travel", ""),
]  # fmt: skip


@pytest.mark.parametrize(("_", "before", "who", "after", "events"), LOST, ids=[row[0] for row in LOST])
def test_lost(_, before, who, after, events):
    """Somebody cannot be reached any more, and what waits for them goes on."""
    play = alarm(before).lose(who)
    assert (after.split(), events.split()) == (play.waiting, play.happened)
    assert who.id not in {person for step in play.case.steps for person in ours(play, step)} - {CITIZEN.id}


@pytest.mark.parametrize("step", ["claimed", "confirm", "travel", "handle", "report", "record"])
def test_lost_twice_is_lost_once(step):
    """A second word that the same person is out of reach changes nothing."""
    play = alarm(step)
    who = OPERATOR if step in ("claimed", "record") else NEAR
    assert () == play.lose(who).decide(Lose(person=who.id)).last
    play.lose(CITIZEN)
    assert () == play.decide(Lose(person=CITIZEN.id)).last


def test_officer_lost_on_the_way_is_replaced_by_one_who_is_asked():
    """The next nearest is asked to confirm; nobody is on the way unasked."""
    play = alarm("travel").lose(NEAR)
    assert (FAR.id,) == play.step("confirm").holders
    assert FAR.id == play.case.named["officer"]
    assert ["travel"] == play.act(FAR, "ready").waiting


@pytest.mark.parametrize("step", ["confirm", "travel"])
def test_last_officer_lost(step):
    """With no other officer it goes back to the operators at once."""
    play = alarm(step).change(FAR, on_duty_since=None).lose(NEAR)
    assert (["verify"], None) == (play.waiting, play.step("verify").claimed_by)


def test_operators_go_on_for_an_officer_lost_on_the_scene():
    """The operators on duty may press the officer's buttons, and so may the officer, once back; other officers not."""
    play = alarm("handle").lose(NEAR)
    assert (OPERATOR.id, SECOND.id) == ours(play, play.step("handle"))
    play.act(SECOND, "finished").change(NEAR, reachable=True).act(NEAR, "report", REPORT)
    assert ["update", "record"] == play.waiting


def test_last_operator_lost():
    """Nobody on duty is left: operators off duty and the head are called at once."""
    home = staff(13, "Opi", "operator", on_duty=False)
    play = alarm("verify", OPERATOR, home, HEAD, NEAR).lose(OPERATOR)
    [event] = play.found(e.NobodyHolds)
    assert ("operator", "head_of_centre") == event.widened
    assert (home.id, HEAD.id) == ours(play, play.step("verify"))


def test_all_go_one_after_the_other():
    """Whoever is left is called, up to the top; at the end the alarm still rings, for whoever comes."""
    play = alarm("verify", OPERATOR, HEAD, DIRECTOR)
    asked = [ours(play.lose(who), play.step("verify")) for who in (OPERATOR, HEAD, DIRECTOR)]
    assert [(HEAD.id,), (DIRECTOR.id,), ()] == asked
    assert ["Rang"] == play.after(seconds=15).happened
    play.people += (SECOND,)
    assert (SECOND.id,) == ours(play, play.step("verify"))


def test_nobody_at_all():
    """In an office without people the alarm is open, has gone to the top, and is looked at again."""
    play = Play(people=()).open().after(seconds=30)
    [event] = play.found(e.NobodyHolds)
    assert ("operator", "head_of_centre", "head_of_department", "admin") == event.widened
    assert next_at(play.case, play.procedure, play.now) == play.now + timedelta(seconds=15)
    assert "NobodyHolds" not in play.after(seconds=15).happened
