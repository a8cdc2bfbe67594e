"""Several go to one alarm: one leads, each of the others has steps of their own, and no case waits for them."""

import pytest
from staging import CITIZEN, EVERYBODY, FAR, HERE, NEAR, OPERATOR, REPORT, T0, Play, alarm, procedure, staff

from core import events as e
from core.access import called
from core.commands import Act
from core.people import Fix
from core.post import Post
from core.refusal import NotAllowed, PersonUnfit, StepOver
from core.register import register_row

THIRD = staff(23, "Prima", "officer", north=0.1)
DEPOT = Post("Pos Damkar", Fix(3.31, 117.6, T0), frozenset({"fire"}), "0551-21113")
BY_PHONE = f"post:{DEPOT.name}"


def sent(*chosen: int | str, people=(), posts=(DEPOT,)) -> Play:
    """An alarm that the operator has passed on to those."""
    play = Play(people=(*EVERYBODY, *people), posts=posts).open().act(CITIZEN, "position", {"position": HERE})
    return play.claim(OPERATOR).act(OPERATOR, "forward", {"officer": list(chosen), "reached": "Pak Rahmat berangkat."})


def entries(play: Play) -> list[tuple[str, int, str | None]]:
    """Where each of the crew is."""
    return [(step.id, step.holders[0], step.post) for step in play.case.steps if step.crew]


def test_first_chosen_leads():
    """The first becomes the officer, and each of the others is asked beside."""
    play = sent(FAR.id, NEAR.id, THIRD.id, people=(THIRD,))
    assert FAR.id == play.case.named["officer"]
    assert [("support", NEAR.id, None), ("support", THIRD.id, None)] == entries(play)
    assert (FAR.id,) == play.step("confirm").holders


def test_one_alone():
    """Where one is chosen nobody is asked beside, and no value is kept of it."""
    play = sent(NEAR.id)
    assert ["confirm"] == play.waiting
    assert "support" not in play.case.values


def test_own_way():
    """Each goes their own way, with the times kept; another's steps stay as they are."""
    play = sent(FAR.id, NEAR.id, THIRD.id, people=(THIRD,))
    near, third = (step.entry for step in play.case.steps if step.crew)
    play.after(seconds=20).decide(Act(by=NEAR.id, action="ready", entry=near))
    assert [("support", THIRD.id, None), ("assist", NEAR.id, None)] == entries(play)
    play.after(seconds=20).act(NEAR, "arrived", at="assist")
    play.after(seconds=20).act(NEAR, "finished", at="aid")
    assert [("support", THIRD.id, None)] == entries(play)
    member = play.case.crew[0]
    assert ([0, 20, 40], 60) == ([int((at - T0).total_seconds()) for at in member.times.values()],
                                 (member.until - T0).total_seconds())  # fmt: skip
    assert (NEAR.id, None) == (member.person, member.left)
    with pytest.raises(NotAllowed):
        play.decide(Act(by=NEAR.id, action="ready", entry=third))


def test_next_when_one_of_them_is_silent():
    """After two minutes the next nearest is asked in their place; whoever leads or was asked already is not."""
    play = sent(FAR.id, NEAR.id, people=(THIRD,)).act(FAR, "ready").after(minutes=2)
    assert [("support", THIRD.id, None)] == entries(play)
    assert ["unanswered"] == [event.reason for event in play.found(e.HolderPassed)]
    assert "travel" in play.waiting


def test_nobody_left_to_ask():
    """With nobody left the request ends, and the case goes on with whoever leads."""
    play = sent(FAR.id, NEAR.id).act(FAR, "ready").after(minutes=2)
    assert ([], ["travel"]) == (entries(play), play.waiting)
    assert [NEAR.id] == [event.person for event in play.found(e.HolderPassed)]


def test_declined():
    """Whoever cannot go is not asked again by itself, and is not counted among those who went."""
    play = sent(FAR.id, NEAR.id).act(NEAR, "unable", {"hindrance": "sakit"}, at="support")
    assert ([], (NEAR.id,)) == (entries(play), play.case.passed)
    assert "declined" == play.case.crew[0].left


def test_lost():
    """Before Siap the next is asked; at work it stays with them, and an operator may speak for them."""
    play = sent(FAR.id, NEAR.id, people=(THIRD,)).lose(NEAR)
    assert [("support", THIRD.id, None)] == entries(play)
    play.act(THIRD, "ready", at="support").lose(THIRD)
    waiting = play.step("assist")
    assert ("operator",) == waiting.widened
    assert OPERATOR.id in called(play.case, waiting, play.procedure, play.office)


def test_more():
    """An operator sends more at any time from Teruskan to the report; nobody is there twice."""
    play = sent(FAR.id).act(FAR, "ready").act(OPERATOR, "add", {"support": [NEAR.id]})
    assert [("support", NEAR.id, None)] == entries(play)
    play.act(NEAR, "ready", at="support").act(OPERATOR, "add", {"support": [NEAR.id]})
    assert [("assist", NEAR.id, None)] == entries(play)
    assert "travel" in play.waiting


@pytest.mark.parametrize("until", ["verify", "record"])
def test_no_more_outside_the_work(until):
    """Before Teruskan and after the report there is nobody to be added to."""
    with pytest.raises(StepOver):
        alarm(until).act(OPERATOR, "add", {"support": [FAR.id]})


def test_only_operators_send_more():
    """Whoever leads asks for more, and an operator decides."""
    play = sent(FAR.id).act(FAR, "ready")
    with pytest.raises(NotAllowed):
        play.act(FAR, "add", {"support": [NEAR.id]})
    play.act(FAR, "need_more", {"need": "ambulans"})
    assert "ambulans" == play.case.values["need"]


def test_case_does_not_wait():
    """The case ends as soon as it is recorded, whoever is still there."""
    play = sent(FAR.id, NEAR.id).act(FAR, "ready").act(FAR, "arrived").act(FAR, "finished").act(FAR, "report", REPORT)
    play.act(OPERATOR, "record")
    assert "done" == play.case.outcome
    assert () == play.case.steps


def test_new_leader_from_the_crew():
    """Whoever goes beside and then leads is not there twice."""
    play = sent(FAR.id, NEAR.id).act(FAR, "unable", {"hindrance": "sakit"}, at="confirm")
    assert [("support", NEAR.id, None)] == entries(play)
    play.claim(OPERATOR).act(OPERATOR, "forward", {"officer": [NEAR.id]})
    assert ([], (NEAR.id,)) == (entries(play), play.step("confirm").holders)


def test_post_by_telephone():
    """A post leads through the operator who called it: they have the officer's buttons, and nobody is passed over."""
    play = sent(BY_PHONE)
    assert (OPERATOR.id, DEPOT.name) == (play.case.named["officer"], play.case.values["officer_post"])
    assert ((OPERATOR.id,), DEPOT.name) == (play.step("confirm").holders, play.step("confirm").post)
    assert "Pak Rahmat berangkat." == play.case.personal["reached"]
    play.after(minutes=3)
    assert [] == play.found(e.HolderPassed)
    play.act(OPERATOR, "ready", at="confirm").act(OPERATOR, "arrived", at="travel")
    assert DEPOT.name == play.step("handle").post


def test_post_beside_an_officer():
    """An officer leads before a post does, and the operator speaks for the post."""
    play = sent(BY_PHONE, NEAR.id)
    assert NEAR.id == play.case.named["officer"]
    assert [("support", OPERATOR.id, DEPOT.name)] == entries(play)
    play.after(minutes=3)
    assert [("support", OPERATOR.id, DEPOT.name)] == entries(play)
    play.act(OPERATOR, "unable", {"hindrance": "kendaraan bermasalah"}, at="support")
    assert (DEPOT.name, "declined") == (play.case.crew[0].post, play.case.crew[0].left)
    assert OPERATOR.id not in play.case.passed


def test_officer_after_a_post():
    """Whoever leads after a post leads in their own name."""
    play = sent(BY_PHONE).act(OPERATOR, "unable", {"hindrance": "terlalu jauh"}, at="confirm")
    play.claim(OPERATOR).act(OPERATOR, "forward", {"officer": [NEAR.id]})
    assert ((NEAR.id,), None) == (play.step("confirm").holders, play.step("confirm").post)


def test_lost_operator_of_a_post():
    """When whoever called the post is out of reach, another operator is called, and no officer is asked instead."""
    play = sent(BY_PHONE).act(OPERATOR, "ready", at="confirm").lose(OPERATOR)
    assert ["travel"] == play.waiting
    assert ("operator",) == play.step("travel").widened


@pytest.mark.parametrize("chosen", [["post:Pos Lain"], [CITIZEN.id], [NEAR.id, OPERATOR.id]])
def test_unfit(chosen):
    """A post that is none, somebody without the role, and one unfit among several are refused."""
    with pytest.raises(PersonUnfit):
        sent(*chosen)


def test_register():
    """The register tells who went beside, with the times of each."""
    play = sent(BY_PHONE, FAR.id, NEAR.id)
    row = register_row(play.case, play.procedure, play.office)
    assert {"operator": "Oki", "officer": "Putra"} == row["handled_by"]
    assert ["Pos Damkar", "Pandu"] == [member["name"] for member in row["crew"]]
    assert [T0.isoformat()] == [at for member in row["crew"][:1] for at in member["steps"].values()]


def test_register_of_a_post():
    """Where a post led, its name stands there."""
    play = sent(BY_PHONE)
    assert "Pos Damkar" == register_row(play.case, play.procedure, play.office)["handled_by"]["officer"]


def test_several_without_a_leader():
    """Several chosen for one name are a list, for each of whom a step opens."""
    steps = """
  - id: a
    title: A
    by: operator
    actions:
      - {id: go, label: Go, ask: [{id: team, type: person, role: officer, several: true}], beside: [b], stay: true}
      - {id: end, label: End, end: done}
  - {id: b, title: B, by: $team, each: true, actions: [{id: done, label: Selesai, closes: b}]}
"""
    play = Play(procedure(steps)).open().act(OPERATOR, "go", {"team": [NEAR.id, FAR.id]})
    assert [("b", NEAR.id, None), ("b", FAR.id, None)] == entries(play)
    play.act(NEAR, "done")
    assert ["a", "b"] == play.waiting
