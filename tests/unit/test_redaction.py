"""Redaction: what is personal or secret is hidden wherever it stands, and the rest can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError
from sqlalchemy.exc import StatementError

from bot.redaction import HIDDEN, PERSONAL, Redaction

SECRET = "987654:AA-short"  # noqa: S105 - made up


@pytest.mark.parametrize(
    "number",
    [
        *("+6281234567890", "+62 812-3456-7890", "+62 (551) 21 234", "081234567890", "0812 3456 7890", "0812-345-678"),
        *("6281234567890", "+1 202-555-0143", "tel:+6281234567890", "wa.me/6281234567890", "HP:081234567890."),
    ],
)
def test_telephone_numbers_are_hidden(number):
    """However people write them."""
    told = Redaction().text(f"kontak {number} di sini")

    assert not any(digit in told for digit in "0123456789")
    assert told.startswith("kontak")
    assert told.endswith(" di sini")


@pytest.mark.parametrize(
    "position",
    [
        "3.300134, 117.578212",
        "3.300134,117.578212",
        "-3.3001 -117.5782",
        "https://maps.google.com/?q=3.300134,117.578212",
        "https://maps/@3.300134,117.578212,17z",
        "geo:3.300134,117.578212",
        "Location(latitude=3.3, longitude=117.5, horizontal_accuracy=None)",
        "{'lat': 3.3, 'lon': 117.5}",
        '{"latitude":3.3,"longitude":117.5}',
        '{\\"latitude\\":3.3,\\"longitude\\":117.5}',
        "lat 3.3 lon 117.5",
        "[117.578212, 3.300134]",
    ],
)
def test_positions_are_hidden(position):
    """As text, in links, in JSON and in what libraries print."""
    told = Redaction().text(f"at {position} now")

    assert "3.3" not in told
    assert "117.5" not in told
    assert told.startswith("at ")


@pytest.mark.parametrize(
    "text",
    [
        "Message(message_id=7, text='tolong, rahasia', chat=None)",
        'Message(message_id=7, text="tolong \\" rahasia", chat=None)',
        '{"message_id": 7, "text": "tolong, rahasia"}',
        '{\\"message_id\\": 7, \\"text\\": \\"tolong, rahasia\\"}',
        '{"message_id": 7, "text": "tolong, rahas',
        "message_id=7 text=tolong ada rahasia",
        "User(first_name='rahasia', last_name='rahasia', username='rahasia')",
        "{'contact': {'vcard': 'rahasia', 'n': 1}}",
        "[{'text': ['tolong', 'rahasia']}]",
        "GET /x?text=rahasia&address=rahasia",
    ],
)
def test_what_people_wrote_is_hidden(text):
    """Texts and names do not show in the reprs and the JSON of updates."""
    assert "rahas" not in Redaction().text(text)


@pytest.mark.parametrize("key", sorted(PERSONAL))
def test_personal_fields_are_hidden(key):
    """Whatever their value looks like, and however deep they stand."""
    entry = {"event": "e", key: 12, "update": {"message": [{key.upper(): {"a": 1}}]}}

    told = Redaction()(None, "info", entry)

    assert {"event": "e", key: HIDDEN, "update": {"message": [{key.upper(): HIDDEN}]}} == told


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ((3.3, 117.5), HIDDEN),
        ([117.5, 3.3, 12.0], HIDDEN),
        (6281234567890, HIDDEN),
        (5551234567, 5551234567),
        (3.25, 3.25),
        (True, True),
        (None, None),
        ({1, 2}, [1, 2]),
        (RuntimeError("call 081234567890"), f"call {HIDDEN}"),
    ],
)
def test_values_of_other_types(value, told):
    """Pairs of fractions count as a position, objects become their redacted text; ids and figures stay."""
    assert told == Redaction().value("value", value)


@pytest.mark.parametrize(
    "text",
    [
        "update 123456789 done in 0.004 s, chat 5551234567, PB-2026-000042 at 2026-11-21T02:54:18.736249+00:00",
        "listening on 127.0.0.1:8080, 30.5 per s, 12.25 ms, 1.25 s",
        "retry after 08:00, 62 left of 600",
    ],
)
def test_the_rest_stays(text):
    """Ids, tickets, times, addresses and durations can be read."""
    assert text == Redaction().text(text)


def test_what_pydantic_quotes_is_hidden():
    """A validation error does not bring the rejected input along."""

    class Update(BaseModel):
        a: int
        b: int

    with pytest.raises(ValidationError) as caught:
        Update(a="rahasia, x]", b={"c": "rahasia"})

    told = Redaction().text(str(caught.value))
    assert "rahasia" not in told
    assert "input_type=dict" in told


def test_what_sqlalchemy_quotes_is_hidden():
    """A database error does not bring the parameters along."""
    error = StatementError("no", "INSERT INTO t VALUES (?, ?)", ({"a": "rahasia [1]"}, "rahasia"), ValueError("x"))

    told = Redaction().text(str(error))
    assert "rahasia" not in told
    assert "INSERT INTO t" in told


def test_nesting_has_an_end():
    """A structure that contains itself is cut."""
    knot: list = []
    knot.append(knot)

    assert HIDDEN in str(Redaction().value("knot", knot))


@given(st.text(), st.text())
def test_a_known_secret_never_stands_in_a_text(before, after):
    """Whatever is around it."""
    assert SECRET not in Redaction([SECRET]).text(f"{before}{SECRET}{after}")
