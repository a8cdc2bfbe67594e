"""Open cases at the operators' change of shift: what goes over, to whom, and what happens when nobody is there."""

import pytest
from staging import CITIZEN, DIRECTOR, HEAD, NEAR, OPERATOR, SECOND, alarm

from core.commands import AcceptHandover, LeaveDuty, OfferHandover
from core.events import ClaimEnded, DutyLeft, HandedOver, HandoverOffered, NobodyHolds
from core.handover import has_part
from core.refusal import CaseOver, NotAllowed, PersonUnfit, StepOver

OFFER = OfferHandover(by=OPERATOR.id, to=SECOND.id, note="Pelapor tuli.")
ACCEPT = AcceptHandover(by=SECOND.id)


@pytest.mark.parametrize("stage", ["claimed", "confirm", "travel", "handle", "report", "record"])
def test_what_the_operator_has_goes_over_at_every_stage(stage):
    """The name, the claim and the steps that wait under the name are the successor's; the officer's stay theirs."""
    play = alarm(stage).decide(OFFER)
    assert (OPERATOR.id, SECOND.id) == (play.case.offered_by, play.case.offered_to)
    assert OPERATOR.id == play.case.named["operator"]
    play.decide(ACCEPT)
    (done,) = play.found(HandedOver)
    assert SECOND.id == play.case.named["operator"]
    assert not has_part(play.case, OPERATOR.id, play.procedure)
    assert OPERATOR.id not in {*play.case.people()}
    assert stage == "claimed" or NEAR.id == play.case.named["officer"]
    assert done.person == OPERATOR.id
    assert play.case == play.replayed()


@pytest.mark.parametrize("to", [CITIZEN, NEAR, HEAD, OPERATOR])
def test_only_another_operator_on_duty_can_take_over(to):
    """No citizen, officer, head, or oneself."""
    with pytest.raises(PersonUnfit):
        alarm("claimed").decide(OfferHandover(by=OPERATOR.id, to=to.id))


def test_an_operator_off_duty_cannot_take_over():
    """Whoever sleeps is not handed an alarm."""
    play = alarm("claimed").change(SECOND, on_duty_since=None)
    with pytest.raises(PersonUnfit):
        play.decide(OFFER)


def test_only_what_one_has_can_be_offered():
    """Somebody else's alarm, and one that nobody has taken, cannot be given away."""
    with pytest.raises(NotAllowed):
        alarm("claimed").decide(OfferHandover(by=SECOND.id, to=OPERATOR.id))
    with pytest.raises(NotAllowed):
        alarm("verify").decide(OFFER)


@pytest.mark.parametrize("by", [OPERATOR, NEAR, CITIZEN])
def test_only_whom_it_was_offered_to_accepts(by):
    """Everybody else's press is too late or not theirs."""
    play = alarm("claimed").decide(OFFER)
    with pytest.raises(StepOver):
        play.decide(AcceptHandover(by=by.id))


def test_what_was_taken_over_meanwhile_is_not_offered_any_more():
    """A lapsed claim ends the offer with it."""
    play = alarm("claimed").decide(OFFER).after(seconds=90)
    assert play.found(ClaimEnded)
    assert (None, None) == (play.case.offered_by, play.case.offered_to)
    with pytest.raises(StepOver):
        play.decide(ACCEPT)


def test_a_closed_case_is_handed_to_nobody():
    """It is over, and says so."""
    with pytest.raises(CaseOver):
        alarm("closed").decide(OFFER)


def test_the_note_is_personal():
    """What is written for the successor can be erased."""
    (offered,) = alarm("claimed").decide(OFFER).found(HandoverOffered)
    assert "Pelapor tuli." == offered.note.value


def test_left_with_nobody_there_a_claimed_alarm_rings_upwards_at_once():
    """The claim ends, and those above are called: nothing waits for nobody."""
    play = alarm("claimed", CITIZEN, OPERATOR, NEAR, HEAD, DIRECTOR).change(OPERATOR, on_duty_since=None)
    play.decide(LeaveDuty(by=OPERATOR.id))
    assert ["DutyLeft", "ClaimEnded", "Rang", "NobodyHolds"] == play.happened
    assert "operator" not in play.case.named
    assert play.found(NobodyHolds)[0].widened[-1] == "head_of_centre"


def test_left_with_nobody_there_the_register_waits_for_those_above():
    """A step that waited under the operator's name opens anew, for whoever is there."""
    play = alarm("record", CITIZEN, OPERATOR, NEAR, HEAD, DIRECTOR).change(OPERATOR, on_duty_since=None)
    play.decide(LeaveDuty(by=OPERATOR.id))
    assert () == play.step("record").holders
    assert play.found(DutyLeft)
    assert play.found(NobodyHolds)
    assert play.case == play.replayed()
