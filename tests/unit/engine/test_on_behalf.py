"""A case that staff open for somebody who has no chat, and actions recorded in the name of whoever has the step."""

import pytest
from staging import CITIZEN, EVERYBODY, FAR, HEAD, HERE, NEAR, OPERATOR, PANIC, SECOND, STRANGER, T0, alarm

from core.commands import Act
from core.decision import open_case
from core.events import ActionTaken, CaseOpened, ValueGiven
from core.office import Office
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


ANSWERED = {"way": "radio", "said": "Siap."}


def by_radio(play, writer, holder=NEAR, action="ready"):
    """The writer records an action for whoever has the step."""
    waiting = play.step("confirm")
    wish = Act(by=holder.id, action=action, entry=waiting.entry, recorded_by=writer.id, answers=ANSWERED)
    return play.decide(wish)


def test_a_recorded_action_is_the_performers():
    """The event names both: whose action it is and who wrote it down; the words come from the writer."""
    play = by_radio(alarm("confirm"), SECOND)
    (taken,) = play.found(ActionTaken)
    assert (NEAR.id, SECOND.id) == (taken.by, taken.recorded_by)
    assert {SECOND.id} == {given.by for given in play.found(ValueGiven)}
    assert ["travel"] == play.waiting
    assert play.case == play.replayed()


@pytest.mark.parametrize(
    ("writer", "holder"),
    [(CITIZEN, NEAR), (FAR, NEAR), (NEAR, NEAR), (HEAD, NEAR), (OPERATOR, FAR), (OPERATOR, STRANGER)],
)
def test_only_an_operator_records_and_only_for_the_holder(writer, holder):
    """Nobody else writes in another's name, and nobody's name is used who does not have the step."""
    play = alarm("confirm")
    with pytest.raises(NotAllowed):
        by_radio(play, writer, holder)


def test_how_they_answered_must_be_said():
    """Without the way and the words nothing is recorded."""
    play = alarm("confirm")
    wish = Act(by=NEAR.id, action="ready", entry=play.step("confirm").entry, recorded_by=OPERATOR.id)
    with pytest.raises(AnswerMissing):
        play.decide(wish)


def test_a_step_of_a_role_is_nobodys_to_record_for():
    """What waits for any operator cannot be done in another's name."""
    play = alarm("verify")
    wish = Act(by=OPERATOR.id, action="kind", entry=play.step("verify").entry, recorded_by=SECOND.id)
    with pytest.raises(NotAllowed):
        play.decide(wish)
