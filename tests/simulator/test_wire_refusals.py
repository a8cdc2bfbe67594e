"""What Telegram refuses, the simulator refuses, in words that both clients understand."""

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest
import telegram
from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramNotFound,
    TelegramUnauthorizedError,
)
from aiogram.methods import SendDice
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyParameters,
)

from simulator import Person, Simulator
from simulator.files import LARGEST_DOWNLOAD, LARGEST_UPLOAD

Act = Callable[[Bot, int], Awaitable[Any]]


def _inline(**button: Any) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Tekan", **button)]])


def _html(text: str) -> Act:
    return lambda bot, chat: bot.send_message(chat, text, parse_mode="HTML")


REFUSED: dict[str, tuple[Act, str]] = {
    "empty text": (lambda bot, chat: bot.send_message(chat, "  "), "message text is empty"),
    "empty after parsing": (_html("<b> </b>"), "message text is empty"),
    "4097 characters": (lambda bot, chat: bot.send_message(chat, "a" * 4097), "message is too long"),
    "2049 surrogate pairs": (lambda bot, chat: bot.send_message(chat, "🚨" * 2049), "message is too long"),
    "long caption": (
        lambda bot, chat: bot.send_document(chat, BufferedInputFile(b"x", "x"), caption="a" * 1025),
        "message caption is too long",
    ),
    "open tag": (_html("<b>x"), "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
    "unknown tag": (_html("ab <h1>x</h1>"), 'can\'t parse entities: Unsupported start tag "h1" at byte offset 3'),
    "crossed tags": (
        _html("<b><i>x</b></i>"),
        'can\'t parse entities: Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
    ),
    "bare bracket": (_html("1 < 2"), "can't parse entities: Unclosed start tag at byte offset 2"),
    "end without start": (_html("x</b>"), "can't parse entities: Unexpected end tag at byte offset 1"),
    "other parse mode": (lambda bot, chat: bot.send_message(chat, "x", parse_mode="BBCode"), "unsupported parse_mode"),
    "65 bytes of data": (
        lambda bot, chat: bot.send_message(chat, "x", reply_markup=_inline(callback_data="é" * 32 + "a")),
        "BUTTON_DATA_INVALID",
    ),
    "a button without action": (
        lambda bot, chat: bot.send_message(chat, "x", reply_markup=_inline()),
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    "a telephone link": (
        lambda bot, chat: bot.send_message(chat, "x", reply_markup=_inline(url="tel:112")),
        "inline keyboard button URL 'tel:112' is invalid: Unsupported URL protocol",
    ),
    "a style that is none": (
        lambda bot, chat: bot.send_message(chat, "x", reply_markup=_inline(callback_data="1", style="purple")),
        "BUTTON_STYLE_INVALID",
    ),
    "an unknown field of a button": (
        lambda bot, chat: bot.send_message(chat, "x", reply_markup=_inline(callback_data="1", colour="red")),
        "unknown field colour in InlineKeyboardButton",
    ),
    "an unknown field of a message": (
        lambda bot, chat: bot.send_message(chat, "x", reply_to_message_id=1),
        "unknown field reply_to_message_id",
    ),
    "an album of one": (
        lambda bot, chat: bot.send_media_group(chat, [InputMediaPhoto(media="x")]),
        "media group must include 2-10 items",
    ),
    "no picture": (
        lambda bot, chat: bot.send_photo(chat, BufferedInputFile(b"not a picture", "x.jpg")),
        "IMAGE_PROCESS_FAILED",
    ),
    "a foreign file_id": (
        lambda bot, chat: bot.send_photo(chat, "AgACAgQAAxkBAAI"),
        "wrong file identifier/HTTP URL specified",
    ),
    "a reply to nothing": (
        lambda bot, chat: bot.send_message(chat, "x", reply_parameters=ReplyParameters(message_id=999)),
        "message to be replied not found",
    ),
    "an edit of nothing": (
        lambda bot, chat: bot.edit_message_text("x", chat_id=chat, message_id=999),
        "message to edit not found",
    ),
    "an edit of somebody else's": (
        lambda bot, chat: bot.edit_message_text("x", chat_id=chat, message_id=1),
        "message can't be edited",
    ),
    "a deletion of nothing": (lambda bot, chat: bot.delete_message(chat, 999), "message to delete not found"),
    "an unknown chat": (lambda bot, chat: bot.send_message(12345, "x"), "chat not found"),
    "a position off the earth": (lambda bot, chat: bot.send_location(chat, 91, 0), "wrong location specified"),
    "an answer of 201 characters": (
        lambda bot, chat: bot.answer_callback_query("1", "a" * 201),
        "MESSAGE_TOO_LONG",
    ),
    "an answer to no query": (
        lambda bot, chat: bot.answer_callback_query("1"),
        "query is too old and response timeout expired or query ID is invalid",
    ),
    "a reaction that is none": (
        lambda bot, chat: bot.set_message_reaction(chat, 1, [ReactionTypeEmoji(emoji="🚨")]),
        "REACTION_INVALID",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
async def test_bad_requests_are_refused_in_telegrams_words(aiogram_bot: Bot, citizen: Person, case: str) -> None:
    """Each of these raises TelegramBadRequest with Telegram's description, and nothing shows."""
    act, words = REFUSED[case]
    with pytest.raises(TelegramBadRequest) as refused:
        await act(aiogram_bot, citizen.id)
    assert refused.value.message == f"Bad Request: {words}"
    assert list(citizen.inbox) == []


async def test_an_edit_that_changes_nothing_is_refused(
    aiogram_bot: Bot, ptb_bot: telegram.Bot, citizen: Person
) -> None:
    """The same text and buttons again are refused with the long sentence; other buttons are not."""
    sent = await aiogram_bot.send_message(citizen.id, "Kartu", reply_markup=_inline(callback_data="1"))
    same = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("Tekan", callback_data="1")]])
    with pytest.raises(telegram.error.BadRequest, match="are exactly the same as a current content"):
        await ptb_bot.edit_message_text("Kartu", citizen.id, sent.message_id, reply_markup=same)
    other = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("Tekan", callback_data="2")]])
    await ptb_bot.edit_message_reply_markup(citizen.id, sent.message_id, reply_markup=other)
    assert citizen.chat.messages[-1].edited


async def test_messages_with_a_reply_keyboard_cannot_be_edited(aiogram_bot: Bot, citizen: Person) -> None:
    """Only messages without markup or with inline buttons can be edited."""
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="A")]])
    sent = await aiogram_bot.send_message(citizen.id, "Menu", reply_markup=keyboard)
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await aiogram_bot.edit_message_text("Lain", chat_id=citizen.id, message_id=sent.message_id)


async def test_positions_can_be_asked_for_in_private_chats_only(aiogram_bot: Bot, simulated: Simulator) -> None:
    """request_location in a group is refused."""
    group = simulated.group("Grup operator")
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Lokasi", request_location=True)]])
    with pytest.raises(TelegramBadRequest, match="location can be requested in private chats only"):
        await aiogram_bot.send_message(group.id, "Di mana?", reply_markup=keyboard)


async def test_who_never_wrote_or_has_blocked_cannot_be_written_to(
    aiogram_bot: Bot, ptb_bot: telegram.Bot, simulated: Simulator, citizen: Person
) -> None:
    """Both are Forbidden, with different words; after unblocking it works again."""
    stranger = simulated.person("Warga Diam")
    with pytest.raises(TelegramForbiddenError, match="bot can't initiate conversation with a user"):
        await aiogram_bot.send_message(stranger.id, "Halo")
    citizen.block()
    with pytest.raises(telegram.error.Forbidden, match="bot was blocked by the user"):
        await ptb_bot.send_message(citizen.id, "Halo")
    citizen.unblock()
    await ptb_bot.send_message(citizen.id, "Halo")
    assert len(citizen.inbox) == 1


async def test_an_upgraded_group_names_its_new_id(
    aiogram_bot: Bot, ptb_bot: telegram.Bot, simulated: Simulator, citizen: Person
) -> None:
    """Sending to the old id raises ChatMigrated with the new one."""
    group = simulated.group("Grup lama", kind="group")
    new = group.upgrade(citizen)
    with pytest.raises(telegram.error.ChatMigrated) as moved:
        await ptb_bot.send_message(group.id, "Halo")
    await aiogram_bot.send_message(new.id, "Halo")
    assert moved.value.new_chat_id == new.id


async def test_deletion_ends_after_48_hours(aiogram_bot: Bot, simulated: Simulator, citizen: Person) -> None:
    """A message can be deleted for 48 hours of the simulated clock."""
    sent = [await aiogram_bot.send_message(citizen.id, text) for text in ("satu", "dua")]
    simulated.clock.forward(hours=48)
    await aiogram_bot.delete_message(citizen.id, sent[0].message_id)
    simulated.clock.forward(seconds=1)
    with pytest.raises(TelegramBadRequest, match="message can't be deleted"):
        await aiogram_bot.delete_message(citizen.id, sent[1].message_id)
    assert [message.text for message in citizen.chat.messages] == ["/start", "dua"]


async def test_files_above_20_megabytes_cannot_be_fetched(aiogram_bot: Bot, citizen: Person) -> None:
    """getFile refuses what is larger than a bot may download."""
    sent = citizen.send_document(b"0" * (LARGEST_DOWNLOAD + 1), "besar.bin")
    assert sent.document is not None
    with pytest.raises(TelegramBadRequest, match="file is too big"):
        await aiogram_bot.get_file(sent.document.file_id)


async def test_unknown_methods_and_tokens_are_refused(aiogram_bot: Bot, simulated: Simulator, citizen: Person) -> None:
    """A method that the simulator lacks is 404, a wrong token 401."""
    with pytest.raises(TelegramNotFound):
        await aiogram_bot(SendDice(chat_id=citizen.id))
    with pytest.raises(TelegramUnauthorizedError):
        await Bot("43:other", session=aiogram_bot.session).get_me()


async def test_parameters_come_by_query_form_or_json(simulated: Simulator, citizen: Person) -> None:
    """The three encodings mean the same; a broken body is a bad request."""
    url = f"{simulated.base_url}/bot{simulated.bot.token}/sendmessage"
    params: dict[str, str | int] = {"chat_id": citizen.id, "text": "Halo"}
    async with aiohttp.ClientSession() as session:
        answers = [
            await session.get(url, params=params),
            await session.post(url, data=params),
            await session.post(url, json=params),
        ]
        broken = await session.post(url, data="{", headers={"Content-Type": "application/json"})
    assert [answer.status for answer in answers] == [200, 200, 200]
    assert broken.status == 400
    assert [message.text for message in citizen.inbox] == ["Halo", "Halo", "Halo"]


async def test_files_above_50_megabytes_are_not_taken(aiogram_bot: Bot, citizen: Person) -> None:
    """A larger upload is refused as 413."""
    with pytest.raises(TelegramEntityTooLarge):
        await aiogram_bot.send_document(citizen.id, BufferedInputFile(b"0" * (LARGEST_UPLOAD + 1), "besar.bin"))
    assert list(citizen.inbox) == []
