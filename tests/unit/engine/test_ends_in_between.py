"""A case that ends while somebody is at work on it: by a request that is confirmed, or as no emergency."""

import pytest
from staging import CITIZEN, NEAR, OPERATOR, alarm

from core import events as e
from core.refusal import NotAllowed, StepOver

SAFE, NEEDED = {"asks_close": True}, {"asks_close": False}


@pytest.mark.parametrize(
    ("by", "taken_back", "refusal"),
    [(OPERATOR, True, StepOver), (NEAR, False, NotAllowed), (CITIZEN, False, NotAllowed)],
)
def test_only_an_operator_closes_what_is_asked_to_be_closed(by, taken_back, refusal):
    """Neither the officer nor the requester can confirm it, and nobody once it has been taken back."""
    play = alarm("travel").act(CITIZEN, "ask_close", SAFE)
    if taken_back:
        play.act(CITIZEN, "go_on", NEEDED)
    with pytest.raises(refusal):
        play.act(by, "close_safe")
    assert play.case.is_open


def test_an_officer_on_the_way_is_spared():
    """Whoever holds a step by name when another ends the case is told by an event of their own."""
    play = alarm("verify").after(seconds=200).act(NEAR, "ready", at="offer")
    play.act(OPERATOR, "not_emergency", {"reason": "laporan ganda"}, at="check")
    assert [NEAR.id] == [event.person for event in play.found(e.HolderSpared)]
    assert "not_emergency" == play.case.outcome


def test_nobody_is_spared_by_the_ordinary_end():
    """The optional update that is still open at the end calls nobody back."""
    play = alarm("closed")
    assert [] == [event for event in (event for event, _ in play.history) if isinstance(event, e.HolderSpared)]
