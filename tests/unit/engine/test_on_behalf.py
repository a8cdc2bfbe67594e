"""A case that staff open for somebody who has no chat."""

import pytest
from staging import CITIZEN, EVERYBODY, HERE, OPERATOR, PANIC, STRANGER, T0

from core.decision import open_case
from core.events import CaseOpened
from core.people import Office
from core.refusal import AnswerMissing, NotAllowed

ANSWERS = {"channel": "phone", "told": "Ada asap.", "position": HERE}


def reported(by=OPERATOR, answers=ANSWERS):
    opening = CaseOpened(by=by.id, ticket="XX-1", procedure="x", procedure_version="1", requester=CITIZEN.id)
    return open_case(1, opening, answers, T0, PANIC, Office(EVERYBODY))


def test_it_begins_where_the_file_says_and_belongs_to_whoever_opened_it():
    """The step is claimed by the opener, who gets the name that the step gives."""
    case, events = reported()
    (waiting,) = case.steps
    assert ("verify", OPERATOR.id) == (waiting.id, waiting.claimed_by)
    assert {"operator": OPERATOR.id} == case.named
    assert case.on_behalf
    assert ["CaseOpened", "ValueGiven", "ValueGiven", "ValueGiven", "StepOpened", "StepClaimed", "HolderNamed"] == [
        type(event).__name__ for event in events
    ]


def test_only_those_whom_the_file_names_may_open_it():
    """A citizen cannot open a case in another's name."""
    with pytest.raises(NotAllowed):
        reported(by=STRANGER)


def test_words_in_place_of_a_position_do():
    """Where the position is not known, the landmark stands in for it."""
    case, _ = reported(answers={"channel": "radio", "told": "Ada asap.", "landmark": "Pasar"})
    assert (None, "Pasar") == (case.place, case.personal["landmark"])


def test_a_place_is_needed():
    """Neither position nor landmark is not enough."""
    with pytest.raises(AnswerMissing):
        reported(answers={"channel": "radio", "told": "Ada asap."})
