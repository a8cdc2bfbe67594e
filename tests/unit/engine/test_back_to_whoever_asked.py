"""After the requester's answer a step is again with whoever asked."""

import pytest
from staging import CITIZEN, OPERATOR, SECOND, Play, procedure

from core.refusal import NotAllowed

STEPS = """
  - id: work
    title: Kerja
    by: operator
    actions:
      - {id: ask, label: Tanya, ask: [{id: query, ask: "?", type: text}], to: clarify}
      - {id: done, label: Selesai, end: done}
  - {id: clarify, title: Tunggu, by: requester, actions: [{id: answer, label: Jawab, to: back}]}
"""


def asked() -> Play:
    return Play(procedure(STEPS)).open().act(OPERATOR, "ask", {"query": "Kapan?"})


def test_it_is_theirs_again():
    """Another of the role is not called for it, and cannot go on with it; replayed it is the same."""
    play = asked().act(CITIZEN, "answer")
    assert play.step("work").holders == (OPERATOR.id,)
    with pytest.raises(NotAllowed):
        play.act(SECOND, "done")
    assert play.replayed() == play.case
    assert play.act(OPERATOR, "done").case.outcome == "done"


@pytest.mark.parametrize("change", [{"reachable": False}, {"grants": frozenset()}])
def test_with_them_gone_it_is_open_to_all(change):
    """Whoever cannot be reached or holds the role no more does not keep it."""
    play = asked().change(OPERATOR, **change).act(CITIZEN, "answer")
    assert play.step("work").holders == ()
    assert play.act(SECOND, "done").case.outcome == "done"
