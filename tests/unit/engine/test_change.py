"""A frozen value with something changed."""

import dataclasses
from datetime import UTC, datetime

import pytest

from core.case import Case, Deed
from core.change import replace

MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
CASE = Case(1, "PB-2026-000001", "panic", "abc", 7, MORNING)
DEED = Deed(7, "receive", "take", MORNING)


@pytest.mark.parametrize(("value", "changes"), [(CASE, {"presses": 3, "outcome": "done"}), (DEED, {"by": 9})])
def test_a_changed_value_equals_what_the_standard_library_makes(value: Case | Deed, changes: dict[str, object]) -> None:
    """Only what was named is different, and the value itself is as it was."""
    before = dataclasses.replace(value)
    assert replace(value, **changes) == dataclasses.replace(value, **changes)
    assert value == before


def test_a_field_that_there_is_not_is_refused() -> None:
    """A slip of the pen in a field's name changes nothing unseen."""
    with pytest.raises(TypeError, match="pressses"):
        replace(CASE, pressses=3)


def test_a_changed_case_cannot_be_written_to() -> None:
    """It is as frozen as the one it was made of."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        replace(CASE, presses=3).presses = 4  # type: ignore[misc]
