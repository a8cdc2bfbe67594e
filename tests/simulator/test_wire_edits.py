"""Changing, copying, pinning and deleting what was sent."""

import pytest
import telegram
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, InputMediaPhoto, ReactionTypeEmoji

from simulator import Person, Simulator
from simulator.files import grey_picture

PICTURE = grey_picture(100, 80)


async def test_captions_and_pictures_can_be_changed(aiogram_bot: Bot, ptb_bot: telegram.Bot, citizen: Person) -> None:
    """A caption changes alone, or with its picture; a text has no caption."""
    sent = await aiogram_bot.send_photo(citizen.id, BufferedInputFile(PICTURE, "a.png"), caption="satu")
    card = citizen.inbox[-1]
    await ptb_bot.edit_message_caption(citizen.id, sent.message_id, caption="<b>dua</b>", parse_mode="HTML")
    captions = [card.text]
    first = card.photo[-1].file_unique_id
    other = InputMediaPhoto(media=BufferedInputFile(grey_picture(50, 50, 9), "b.png"), caption="tiga")
    await aiogram_bot.edit_message_media(other, chat_id=citizen.id, message_id=sent.message_id)
    captions.append(card.text)
    text = await aiogram_bot.send_message(citizen.id, "teks")
    with pytest.raises(TelegramBadRequest, match="there is no caption in the message to edit"):
        await aiogram_bot.edit_message_caption(chat_id=citizen.id, message_id=text.message_id, caption="x")
    with pytest.raises(TelegramBadRequest, match="there is no text in the message to edit"):
        await aiogram_bot.edit_message_text("x", chat_id=citizen.id, message_id=sent.message_id)
    assert captions == ["dua", "tiga"]
    assert card.photo[-1].file_unique_id != first


async def test_a_copy_has_no_origin_and_a_forward_has(aiogram_bot: Bot, ptb_bot: telegram.Bot, citizen: Person) -> None:
    """Both carry the content; only the forward says where it is from."""
    picture = citizen.send_photo(PICTURE, caption="asap")
    copy = await aiogram_bot.copy_message(citizen.id, citizen.id, picture.id)
    forward = await ptb_bot.forward_message(citizen.id, citizen.id, picture.id)
    copied = citizen.chat.find(copy.message_id)
    assert copied is not None
    assert (copied.text, copied.kind, "forward_origin" in copied.fields) == ("asap", "photo", False)
    assert isinstance(forward.forward_origin, telegram.MessageOriginUser)
    assert forward.forward_origin.sender_user == citizen.user


async def test_protected_content_is_not_forwarded(aiogram_bot: Bot, citizen: Person) -> None:
    """What was sent with protect_content stays."""
    sent = await aiogram_bot.send_message(citizen.id, "rahasia", protect_content=True)
    with pytest.raises(TelegramBadRequest, match="message can't be forwarded"):
        await aiogram_bot.forward_message(citizen.id, citizen.id, sent.message_id)


async def test_pins_reactions_and_bulk_deletion(aiogram_bot: Bot, ptb_bot: telegram.Bot, citizen: Person) -> None:
    """Each shows in the chat; deleting several passes over what is not there."""
    messages = [await aiogram_bot.send_message(citizen.id, text) for text in ("satu", "dua", "tiga")]
    numbers = [message.message_id for message in messages]
    await ptb_bot.pin_chat_message(citizen.id, numbers[0])
    await aiogram_bot.set_message_reaction(citizen.id, numbers[0], [ReactionTypeEmoji(emoji="👍")])
    pinned = list(citizen.chat.pinned)
    await ptb_bot.unpin_chat_message(citizen.id, numbers[0])
    await aiogram_bot.delete_messages(citizen.id, [*numbers[1:], 999])
    last = citizen.chat.messages[-1]
    assert (pinned, citizen.chat.pinned) == ([numbers[0]], [])
    assert (last.text, last.reactions) == ("satu", ("👍",))


async def test_a_live_position_ends_with_its_period(aiogram_bot: Bot, simulated: Simulator, citizen: Person) -> None:
    """After its period a live position can be neither moved nor stopped."""
    dot = await aiogram_bot.send_location(citizen.id, 3.3, 117.58, live_period=60)
    simulated.clock.forward(seconds=61)
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await aiogram_bot.stop_message_live_location(chat_id=citizen.id, message_id=dot.message_id)
