"""JSON on its way to the disk and to Telegram."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import json_text

numbers = st.integers(-(2**63), 2**63) | st.floats(allow_nan=False, allow_infinity=False)
texts = st.text(st.characters(exclude_categories=()), max_size=20)
values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


@given(values)
def test_whatever_is_written_is_read_by_us_and_by_everybody(value: object) -> None:
    """Halves of surrogate pairs, which clients send now and then, come back as they went."""
    assert json_text.read(json_text.text(value)) == value
    assert json.loads(json_text.written(value)) == value


@given(values)
def test_what_others_have_written_is_read(value: object) -> None:
    """Spaces and escapes included."""
    assert json_text.read(json.dumps(value)) == value


@pytest.mark.parametrize("words", ["", "{", "ya", '{"a": 1} 2', b"\xff"])
def test_what_is_no_json_is_a_value_error(words: str | bytes) -> None:
    """Whoever reads it decides what that means."""
    with pytest.raises(ValueError):
        json_text.read(words)


def test_what_json_has_no_form_for_is_refused() -> None:
    """Nothing is made up."""
    with pytest.raises((TypeError, ValueError)):
        json_text.written({"it": object()})
