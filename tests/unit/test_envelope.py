"""Reading a raw update without types: it never fails, and finds who could be in danger."""

import pytest

from bot import envelope
from bot.envelope import LARGEST

SENDER = {"id": 7_000_000_001, "first_name": "Sari", "last_name": "Contoh"}
ALONE = {"id": 7_000_000_001, "type": "private"}
GROUP = {"id": -1_002_000_000_001, "type": "supergroup"}


def said(kind: str = "message", chat: object = ALONE, **content: object) -> envelope.Envelope:
    """The envelope of somebody's message."""
    return envelope.read({"update_id": 5, kind: {"message_id": 3, "from": SENDER, "chat": chat, **content}})


def test_who_wrote_what_and_where_is_found():
    """The address, the name, the words and the position stand in the envelope."""
    read = said(text="tolong", location={"latitude": 3.3, "longitude": 117})
    expected = (5, "message", 7_000_000_001, 7_000_000_001, "Sari Contoh", "tolong", (3.3, 117.0))
    assert expected == (read.update_id, read.kind, read.chat_id, read.user_id, read.name, read.text, read.where)


@pytest.mark.parametrize(
    "update",
    [
        {},
        {"update_id": 5},
        {"update_id": "five", "message": None},
        {"update_id": 5, "message": "words"},
        {"update_id": 5, "message": {"chat": 7, "from": [], "text": 3, "location": "here"}},
        {"update_id": 5, "message": {"chat": {"id": True}, "from": {"id": "9"}, "location": {"latitude": "3"}}},
        {"update_id": 2**70, "message": {"chat": {"id": 2**64}, "from": {"id": -(2**64)}}},
        {"update_id": 5, "callback_query": {"from": {}, "message": None, "data": None}},
        {"internal": "errand", "case_id": 4},
    ],
)
def test_no_shape_of_an_update_fails(update):
    """Whatever is not as it should be counts as not there."""
    read = envelope.read(update)
    assert (0, None, "", None) == (read.chat_id, read.user_id, read.text, read.where)
    assert read.update_id in (0, 5)
    assert not read.cries_for_help


def test_the_largest_number_that_a_database_keeps_is_kept():
    """Numbers are taken up to 64 bits."""
    assert LARGEST == said(chat={"id": LARGEST}).chat_id


def test_a_kind_that_we_asked_for_goes_before_one_that_we_did_not():
    """What Telegram may add to an update some day does not hide the message in it."""
    message = {"chat": ALONE, "from": SENDER, "text": "PANIK"}
    read = envelope.read({"update_id": 5, "something_new": {}, "message": message})
    assert ("message", True, True) == (read.kind, read.is_ours, read.is_alarm)


@pytest.mark.parametrize("text", ["PANIK", "🚨 PANIK", "/panik", "/panik@contoh_bot", "panic!", "  Panik tolong"])
def test_the_alarms_button_and_command_are_the_alarm(text):
    """The label with or without its emoji, in both languages, and the command."""
    assert said(text=text).is_alarm


def test_the_press_that_makes_an_alarm_of_a_cry_is_the_alarm():
    """Ya, kirim goes before other presses, and is not lost when it cannot be handled."""
    presses = ("v1:cry:yes", "v1:cry:no", "panik")
    read = [envelope.read({"update_id": 5, "callback_query": {"from": SENDER, "data": data}}) for data in presses]
    assert [True, False, False] == [one.is_alarm for one in read]


@pytest.mark.parametrize("words", ["Tolong!", "ada KEBAKARAN", "maling...", "darurat", "please help", "saya panik"])
def test_words_of_danger_are_known(words):
    """Whole words, whatever stands around them."""
    assert envelope.cries(words)


@pytest.mark.parametrize("text", ["", "panikan", "tidak panik", "/piket", "📍"])
def test_other_words_are_not_the_alarm(text):
    """A word that only resembles it, or stands further behind, does not press the button."""
    assert not said(text=text).is_alarm


@pytest.mark.parametrize(
    "content",
    [
        {"text": "ada KEBAKARAN di pasar"},
        {"caption": "tolong"},
        {"location": {"latitude": 3.3, "longitude": 117.6}},
        {"venue": {"location": {"latitude": 3.3, "longitude": 117.6}}},
    ],
)
def test_words_of_danger_and_positions_cry_for_help(content):
    """Whoever is alone with the bot and sends one of these could be in danger."""
    assert said(**content).cries_for_help


@pytest.mark.parametrize(
    "read",
    [
        said(text="selamat pagi"),
        said(chat=GROUP, text="tolong ambilkan kopi"),
        said(chat=GROUP, location={"latitude": 3.3, "longitude": 117.6}),
        said(kind="edited_message", location={"latitude": 3.3, "longitude": 117.6}),
        said(kind="channel_post", text="kebakaran"),
        envelope.read({"update_id": 5, "callback_query": {"from": SENDER, "data": "panik tolong"}}),
    ],
)
def test_talk_moves_and_presses_do_not_cry_for_help(read):
    """Groups talk, live positions move, and a press is no word."""
    assert not read.cries_for_help


def test_the_alarms_own_word_cries_for_help_in_a_group_too():
    """A /panik that cannot be parsed is not lost, wherever it was written."""
    assert said(chat=GROUP, text="/panik").cries_for_help


def test_moves_of_a_live_position_are_known_by_their_message():
    """Only moves have the number in which they can be coalesced."""
    where = {"latitude": 3.3, "longitude": 117.6}
    moves = (said(kind="edited_message", location=where), said(location=where), said(kind="edited_message", text="x"))
    assert [3, None, None] == [read.live_message for read in moves]


def test_a_press_belongs_to_the_chat_of_its_message():
    """The chat is that of the message pressed, the person is who pressed it."""
    read = envelope.read({"update_id": 5, "callback_query": {"from": SENDER, "message": {"chat": GROUP}, "data": "x"}})
    assert (GROUP["id"], SENDER["id"], "x") == (read.chat_id, read.user_id, read.text)
