"""Callback data: what we write can be read for years, and what we did not write means nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.presses import Press, base36, data


@given(st.integers(min_value=0, max_value=36**10 - 1))
def test_a_number_comes_back_as_it_was_written(number):
    """Every number that a case can have."""
    press = Press.read(data("look", number))
    assert press is not None
    assert number == press.number(0)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("v1:act:1z:3:kind", Press("act", ("1z", "3", "kind"))),
        ("v1:no", Press("no")),
        ("v1::", Press("", ("",))),
        ("v2:act:1", None),
        ("v1", None),
        ("", None),
        (None, None),
        ("act:1", None),
        ("\x00v1:act", None),
    ],
)
def test_only_this_versions_data_is_read(written, read):
    """Version, verb and parts; anything else is no press."""
    assert read == Press.read(written)


@pytest.mark.parametrize(
    "part", ["", "-5", "+5", " 5", "5 ", "1_0", "٣", "Z", "1.5", "z" * 11, "0" * 56, "\x00", "💥", "é"]
)
def test_a_part_that_we_never_write_is_no_number(part):
    """Signs, blanks, other digits and what is larger than any number of ours."""
    assert -1 == Press("act", (part,)).number(0)


@given(st.text())
def test_any_data_can_be_looked_at(written):
    """Reading never fails, and never gives a number that a database would refuse."""
    press = Press.read("v1:" + written)
    assert press is not None
    assert all(-1 <= press.number(place) < 2**63 for place in range(5))


@pytest.mark.parametrize(
    ("press", "case_id"),
    [
        (Press("act", ("1z", "3")), 71),
        (Press("look", ("?",)), -1),
        (Press("form", ("1z", "3")), None),
        (Press("tasks", ("2",)), None),
    ],
)
def test_only_verbs_on_a_case_name_one(press, case_id):
    """A form's press begins with what is no case's number."""
    assert case_id == press.case_id


def test_a_number_below_zero_cannot_be_written():
    """Nothing of ours is numbered so."""
    with pytest.raises(ValueError, match="-1 is not a natural number"):
        base36(-1)
