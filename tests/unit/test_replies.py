"""Reading an answer to a question: its value, or what was wrong with it."""

from types import SimpleNamespace

import pytest
from pydantic import TypeAdapter

from bot.flows import replies
from core.commands import Attachment
from core.field import Field
from tests.unit.incoming import FILE, NOW, PICTURE, PLACE, SENDER, message

VISIT = SimpleNamespace(person=SimpleNamespace(telegram_id=SENDER), desk=SimpleNamespace(now=NOW))
OWN = {"phone_number": "+62811\x00", "first_name": "Sari", "user_id": SENDER}
OTHERS = {"phone_number": "+62812", "first_name": "Ani", "user_id": SENDER + 1}
VOICE = {"voice": {**FILE, "duration": 3}}
TEXT = {"type": "text", "max": 10, "voice": False}
NUMBER = {"type": "number", "min": 1, "max": 60}
PHRASE = {"type": "phrase", "phrases": ["ya sudah"]}
CHOICE = {"type": "choice", "choices": [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]}


def asked(field):
    """The question of a procedure file."""
    return TypeAdapter(Field).validate_python({"id": "answer", **field})


@pytest.mark.parametrize(
    ("field", "sent", "value"),
    [
        (TEXT, {"text": " api\x00 "}, "api"),
        ({**TEXT, "voice": True}, VOICE, Attachment("voice", "F1", "U1")),
        ({"type": "text"}, VOICE, Attachment("voice", "F1", "U1")),
        (PHRASE, {"text": "<b>&"}, "<b>&"),
        (PHRASE, VOICE, Attachment("voice", "F1", "U1")),
        (NUMBER, {"text": "12"}, 12),
        ({"type": "number"}, {"text": "-3"}, -3),
        ({"type": "photos"}, {"photo": [PICTURE], "caption": "x"}, Attachment("photo", "F1", "U1")),
        ({"type": "phone"}, {"contact": OWN}, "+62811"),
        (
            {"type": "location"},
            {"location": PLACE},
            {"lat": 3.3, "lon": 117.6, "at": NOW.isoformat(), "accuracy": None},
        ),
    ],
)
def test_a_fitting_answer_is_its_value(field, sent, value):
    """Cleaned of what nobody types."""
    assert value == replies.read(message(**sent), asked(field), VISIT)


@pytest.mark.parametrize(
    ("field", "sent", "key"),
    [
        (TEXT, {"text": "\x00"}, "wrong-text"),
        (TEXT, {"text": "x" * 11}, "wrong-length"),
        (TEXT, VOICE, "wrong-text"),
        (TEXT, {"photo": [PICTURE], "caption": "api"}, "wrong-text"),
        (PHRASE, {"text": "x" * 501}, "wrong-length"),
        ({**PHRASE, "own_words": False}, {"text": "ya"}, "wrong-tap"),
        ({**PHRASE, "own_words": False}, VOICE, "wrong-tap"),
        (CHOICE, {"text": "a"}, "wrong-tap"),
        (NUMBER, {"text": "0"}, "wrong-range"),
        (NUMBER, {"text": "61"}, "wrong-range"),
        (NUMBER, {"text": "--5"}, "wrong-number"),
        (NUMBER, {"text": "-"}, "wrong-number"),
        (NUMBER, {"text": "1,5"}, "wrong-number"),
        (NUMBER, {"text": "²"}, "wrong-number"),
        (NUMBER, {"text": "9" * 13}, "wrong-number"),
        ({"type": "photos"}, {"text": "foto"}, "wrong-photos"),
        ({"type": "photos"}, {"document": {**FILE, "file_name": "a.jpg"}}, "wrong-photos"),
        ({"type": "video"}, VOICE, "wrong-video"),
        ({"type": "location"}, {"text": "sini"}, "wrong-location"),
        ({"type": "location"}, {"location": {"latitude": 0, "longitude": 0}}, "odd-position"),
        ({"type": "phone"}, {"text": "0811"}, "wrong-phone"),
        ({"type": "phone"}, {"contact": OTHERS}, "wrong-contact"),
        ({"type": "phone"}, {"contact": {"phone_number": "1", "first_name": "x"}}, "wrong-contact"),
    ],
)
def test_a_wrong_answer_is_told_why(field, sent, key):
    """Each mistake has a text of its own."""
    with pytest.raises(replies.Wrong) as wrong:
        replies.read(message(**sent), asked(field), VISIT)
    assert key == wrong.value.key


@pytest.mark.parametrize(
    ("bounds", "values"),
    [
        ({"min": 1, "max": 3}, {"least": "1", "most": "3", "example": "1"}),
        ({"min": 10}, {"least": "10", "most": "none", "example": "10"}),
        ({"max": 3}, {"least": "none", "most": "3", "example": "3"}),
    ],
)
def test_a_number_out_of_range_is_told_the_bounds_there_are(bounds, values):
    """A bound that the file does not give is not spoken of."""
    with pytest.raises(replies.Wrong) as wrong:
        replies.read(message(text="5"), asked({"type": "number", **bounds}), VISIT)
    assert values == wrong.value.values
