"""What handlers return: any shape becomes calls, and what Telegram would refuse is refused when it is written."""

import pytest
from aiogram.methods import AnswerCallbackQuery, SendMessage, SendPhoto
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot import outgoing
from bot.errors import OutgoingError

HELLO, ANSWER = SendMessage(chat_id=1, text="Halo"), AnswerCallbackQuery(callback_query_id="1")


@pytest.mark.parametrize(
    ("returned", "calls"),
    [
        (None, []),
        (HELLO, [HELLO]),
        ([HELLO, None, [ANSWER]], [HELLO, ANSWER]),
        ((one for one in (HELLO,)), [HELLO]),
    ],
)
def test_every_shape_becomes_calls(returned, calls):
    """Nothing, one call, or lists within lists."""
    assert calls == list(outgoing.methods(returned))


@pytest.mark.parametrize("returned", [7, [True], object()])
def test_what_is_no_call_is_refused(returned):
    """A handler that returns something else is wrong."""
    with pytest.raises(OutgoingError, match="handlers return Bot API methods"):
        list(outgoing.methods(returned))


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("abc", 3),
        ("💥", 2),
        ("<b>a</b>", 1),
        ("&lt;b&gt;", 3),
        ("&amp;lt;", 4),
        ("  a \n", 1),
    ],
)
def test_length_is_counted_as_telegram_does(words, length):
    """In UTF-16, after markup, without blanks around."""
    assert length == outgoing.utf16(words)


@pytest.mark.parametrize(
    "method",
    [
        SendMessage(chat_id=1, text="x" * 4096),
        SendMessage(chat_id=1, text="<b>" + "x" * 4096 + "</b>", parse_mode="HTML"),
        SendMessage(chat_id=1, text="💥" * 2048),
        SendMessage(chat_id=1, text="<a>"),
        SendPhoto(chat_id=1, photo="file", caption="x" * 1024),
        AnswerCallbackQuery(callback_query_id="1", text="<" * 200),
        AnswerCallbackQuery(callback_query_id="1"),
    ],
)
def test_what_telegram_takes_is_taken(method):
    """Up to each limit."""
    assert method.model_dump(mode="json", exclude_unset=True) == outgoing.payload_of(method)


@pytest.mark.parametrize(
    ("method", "fault"),
    [
        (SendMessage(chat_id=1, text="x" * 4097), "text of 4097 characters"),
        (SendMessage(chat_id=1, text="💥" * 2049), "text of 4098 characters"),
        (SendMessage(chat_id=1, text=""), "text of 0 characters"),
        (SendMessage(chat_id=1, text="<b> </b>", parse_mode="HTML"), "text of 0 characters"),
        (SendPhoto(chat_id=1, photo="file", caption="x" * 1025), "caption above 1024"),
        (AnswerCallbackQuery(callback_query_id="1", text="x" * 201), "text of 201 characters"),
        (SendMessage(chat_id=1, text="x", colour="red"), "unknown fields"),
    ],
)
def test_what_telegram_refuses_is_refused_here(method, fault):
    """One above each limit, nothing to read, and a field that there is not."""
    with pytest.raises(OutgoingError, match=fault):
        outgoing.payload_of(method)


@pytest.mark.parametrize("pressed", ["", "x" * 65, "💥" * 17])
def test_a_button_carries_at_most_64_bytes(pressed):
    """Bytes, not characters, and at least one."""
    button = InlineKeyboardButton.model_construct(text="x", callback_data=pressed)
    markup = InlineKeyboardMarkup.model_construct(inline_keyboard=[[button]])
    with pytest.raises(OutgoingError, match="callback data"):
        outgoing.payload_of(outgoing.text(1, "x", markup))


def test_an_answer_to_a_message_goes_out_even_when_that_is_deleted():
    """The message is sent all the same."""
    payload = outgoing.payload_of(outgoing.text(1, "x", reply_to=9))
    assert {"message_id": 9, "allow_sending_without_reply": True} == payload["reply_parameters"]
