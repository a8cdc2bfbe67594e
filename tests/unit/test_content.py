"""What a message brings."""

import pytest

from bot.flows import content
from core.commands import Attachment
from tests.unit.incoming import FILE, FILM, NOW, PICTURE, PLACE, message

STILL = {"lat": 3.3, "lon": 117.6, "at": NOW.isoformat(), "accuracy": None}
SMALL = {**PICTURE, "file_id": "F0", "file_unique_id": "U0", "width": 90, "height": 67}
PHOTO, VIDEO = Attachment("photo", "F1", "U1"), Attachment("video", "F1", "U1")
ROUND = Attachment("video_note", "F1", "U1")
STICKER = {**PICTURE, "type": "regular", "is_animated": False, "is_video": False}


@pytest.mark.parametrize(
    ("sent", "kind", "parts"),
    [
        ({"text": " api\x00 besar\u202e "}, "text", [("text", "api besar")]),
        ({"text": "\x00\u200e"}, "text", []),
        ({"photo": [PICTURE, SMALL], "caption": "RT 5"}, "photo", [("photo", (PHOTO,)), ("text", "RT 5")]),
        ({"video": FILM}, "video", [("video", (VIDEO,))]),
        ({"video_note": {**FILE, "length": 240, "duration": 3}}, "video_note", [("video_note", (ROUND,))]),
        ({"voice": {**FILE, "duration": 3}}, "voice", [("voice", (Attachment("voice", "F1", "U1"),))]),
        (
            {"document": {**FILE, "file_name": "a<b>\x00.pdf"}},
            "document",
            [("document", (Attachment("document", "F1", "U1", "a<b>.pdf"),))],
        ),
        ({"location": PLACE}, "location", [("location", STILL)]),
        (
            {"location": PLACE, "venue": {"location": PLACE, "title": "Masjid", "address": "RT 5"}},
            "location",
            [("location", STILL), ("text", "Masjid, RT 5")],
        ),
        (
            {"contact": {"phone_number": "+62811", "first_name": "Ani", "last_name": "B"}},
            "",
            [("text", "Ani, B, +62811")],
        ),
        ({"sticker": STICKER}, "", [("sticker", None)]),
        ({"dice": {"emoji": "🎲", "value": 3}}, "", [("dice", None)]),
        ({"audio": {**FILE, "duration": 3}, "caption": "dengar"}, "", [("audio", None), ("text", "dengar")]),
    ],
)
def test_every_part_of_a_message_is_found(sent, kind, parts):
    """The file, the words under it, the position; and by its name what nobody asks for."""
    received = message(**sent)
    assert (kind, parts) == (content.kind(received), content.parts(received, NOW))


def test_words_are_cut_where_a_message_ends():
    """Telegram's own limit."""
    assert "x" * 4096 == content.words(message(text="x" * 5000))


@pytest.mark.parametrize("lat", [0, 0.0, -0.0])
def test_nobody_is_at_zero_zero(lat):
    """A phone without a fix gives it."""
    with pytest.raises(content.OddPosition):
        content.place(message(location={"latitude": lat, "longitude": 0}), NOW)


def test_the_equator_is_a_place():
    """One zero alone is no fault."""
    place = content.place(message(location={"latitude": 0, "longitude": 117.6}), NOW)
    assert place is not None
    assert (0, 117.6) == (place["lat"], place["lon"])


@pytest.mark.parametrize(
    ("sent", "is_said"),
    [
        ({"text": "x"}, True),
        ({"dice": {"emoji": "🎲", "value": 3}}, True),
        ({"something_new": {"deep": 1}}, True),
        ({"message_auto_delete_timer_changed": {"message_auto_delete_time": 60}}, False),
        ({"chat_background_set": {"type": {"type": "chat_theme", "theme_name": "x"}}}, False),
        ({"write_access_allowed": {}}, False),
    ],
)
def test_telegrams_own_notes_are_not_said(sent, is_said):
    """What people send is answered, even when it has no name yet; notes are not."""
    assert is_said == content.is_said(message(**sent))
