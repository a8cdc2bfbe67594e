"""The events are the truth: folded again they make the same case, whatever happened."""

from dataclasses import replace

import pytest
from staging import CITIZEN, FAR, NEAR, OPERATOR, T0, alarm

from core import apply, events
from core.case import Evidence


def test_every_event_changes_the_case():
    """Every event type has its change; the first event alone makes a case instead."""
    kinds = set(events.KINDS.values()) - {events.Event, events.CaseOpened}
    assert kinds == set(apply._CHANGES)


STEPS = ["locate", "verify", "claimed", "confirm", "travel", "handle", "report", "record", "closed"]


@pytest.mark.parametrize("step", STEPS)
def test_replay(step):
    """At each step the fold of the events is the case, and its version their number."""
    play = alarm(step).press() if step != "closed" else alarm(step)
    play.after(seconds=100).lose(NEAR).lose(OPERATOR).after(hours=30)
    assert (play.case, len(play.history)) == (play.replayed(), play.case.version)


WITNESSED = [
    (events.EvidenceKept(number=1, sha256="ab", size=3),
     {"evidence": (Evidence(1, "photo", NEAR.id, T0, "ab"),)}),
    (events.EvidenceLost(number=1, reason="too_big"),
     {"evidence": (Evidence(1, "photo", NEAR.id, T0, None, "too_big"),)}),
    (events.EvidenceKept(number=9, sha256="ab", size=3), {}),
    (events.ErrandDone(errand="export", result="file"), {}),
    (events.ValueGiven(name="street", value=events.Personal("Jalan Contoh")), "street"),
]  # fmt: skip


@pytest.mark.parametrize(("event", "changes"), WITNESSED)
def test_witnessed(event, changes):
    """What happens outside is taken note of, also after the end."""
    was = alarm("closed").case
    if changes == "street":
        changes = {"personal": {**was.personal, "street": "Jalan Contoh"}}
    assert replace(was, version=was.version + 1, **changes) == apply.apply(was, event, T0)


def test_passed_once():
    """Somebody who is passed over twice is one person."""
    case = alarm("confirm").case
    event = events.HolderPassed(step="confirm", entry=3, person=FAR.id, reason="unanswered")
    assert (FAR.id,) == apply.apply(apply.apply(case, event, T0), event, T0).passed


def test_erased_people_leave_a_readable_case():
    """Without its personal values a case still knows its steps; only the place is gone."""
    case = replace(alarm("travel").case, personal={})
    assert (None, None, CITIZEN.id) == (case.place, case.file(1), case.requester)
