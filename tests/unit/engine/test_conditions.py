"""When a condition of a procedure holds for a case."""

from dataclasses import replace

import pytest
from staging import OPERATOR, alarm

from core.condition import Condition
from core.judgement import holds, value_of

CASE = replace(
    alarm("travel").case,
    values={"kind": "fire", "people": 12, "urgent": True, "calm": False, "files": [], "zero": 0},
    personal={"words": "tolong"},
)
CONDITIONS = [
    ("$kind is fire", True), ("$kind is not fire", False), ("$kind in fire, rescue", True), ("$kind in a, b", False),
    ("$people > 11", True), ("$people > 12", False), ("$people >= 12", True), ("$people < 12", False),
    ("$people <= 12", True), ("$unknown > 1", False), ("$unknown < 1", False), ("$zero < 1", True),
    ("$urgent is yes", True), ("$calm is no", True), ("$calm is yes", False), ("$unknown is x", False),
    ("$unknown is not x", True), ("$kind given", True), ("$words given", True), ("$operator given", True),
    ("$files given", False), ("$files missing", True), ("$calm given", True), ("$zero missing", False),
    ("$unknown missing", True), ("verify done", True), ("travel done", False), ("record done", False),
    ("claimed", False), ("never claimed", True), ("$kind is fire and $people > 20", False),
    ("$kind is x or $people > 1", True),
    ("$kind is x or $kind is y and $people > 1", False),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "expected"), CONDITIONS)
def test_holds(condition, expected):
    """`and` binds before `or`; a number that is not there is neither more nor less than any."""
    assert expected == holds(Condition.model_validate(condition), CASE, CASE.steps[0])


def test_no_condition_holds():
    """What has no condition is always so."""
    assert holds(None, CASE)


def test_claimed():
    """A step is claimed once somebody has taken it."""
    case = alarm("claimed").case
    claimed = Condition.model_validate("claimed")
    assert [False, True] == [holds(claimed, case), holds(claimed, case, case.steps[0])]


def test_never_claimed():
    """A step that somebody had and left again has been claimed."""
    never = Condition.model_validate("never claimed")
    looked_at = alarm("claimed").after(seconds=90)
    assert looked_at.case.steps[0].claimed_by is None
    assert not holds(never, looked_at.case, looked_at.case.steps[0])


def test_value_of():
    """A `$name` is a value, something personal or a person."""
    found = [value_of(CASE, name) for name in ("kind", "words", "operator", "unknown")]
    assert ["fire", "tolong", OPERATOR.id, None] == found
