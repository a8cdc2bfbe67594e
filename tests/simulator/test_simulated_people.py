"""People of the simulator see and press what somebody with a phone could."""

import pytest
from aiogram import Bot
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

from simulator import Message, Person, Press, Simulator


def _inline(*labels: str) -> InlineKeyboardMarkup:
    buttons = [InlineKeyboardButton(text=label, callback_data=f"v1:{label}") for label in labels]
    return InlineKeyboardMarkup(inline_keyboard=[buttons])


async def test_a_press_finds_the_newest_button_with_the_word(aiogram_bot: Bot, citizen: Person) -> None:
    """Of two cards with such a button the newer one is meant, unless told which."""
    for text in ("lama", "baru"):
        await aiogram_bot.send_message(citizen.id, text, reply_markup=_inline("✅ Siap", "Tidak bisa"))
    older, newer = citizen.inbox
    presses = [citizen.press("Siap"), citizen.press("Siap", on=older)]
    assert [one.message for one in presses if isinstance(one, Press)] == [newer, older]


async def test_a_key_of_the_reply_keyboard_sends_its_label(aiogram_bot: Bot, citizen: Person) -> None:
    """Pressing a key writes its text; a one-time keyboard is gone then."""
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="🚨 PANIK")]], one_time_keyboard=True)
    await aiogram_bot.send_message(citizen.id, "Menu", reply_markup=keyboard)
    pressed = citizen.press("PANIK")
    assert isinstance(pressed, Message)
    assert (pressed.text, citizen.visible_buttons()) == ("🚨 PANIK", [])


async def test_a_missing_button_names_those_that_are_there(aiogram_bot: Bot, citizen: Person) -> None:
    """The error lists what is visible."""
    await aiogram_bot.send_message(citizen.id, "Kartu", reply_markup=_inline("Siap", "Tidak bisa"))
    with pytest.raises(AssertionError, match=r"no button with 'Tiba'; visible: Siap \| Tidak bisa"):
        citizen.press("Tiba")


async def test_a_key_that_asks_for_the_position_is_not_pressed(aiogram_bot: Bot, citizen: Person) -> None:
    """It needs share_location, which the error says."""
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="📍 Kirim lokasi", request_location=True)]])
    await aiogram_bot.send_message(citizen.id, "Di mana?", reply_markup=keyboard)
    with pytest.raises(AssertionError, match=r"use share_location\(\)"):
        citizen.press("Kirim lokasi")


async def test_deleted_messages_are_no_longer_seen(aiogram_bot: Bot, citizen: Person) -> None:
    """A deletion takes the message and its buttons away."""
    sent = await aiogram_bot.send_message(citizen.id, "Panggilan", reply_markup=_inline("Tangani"))
    await aiogram_bot.delete_message(citizen.id, sent.message_id)
    assert [message.text for message in citizen.chat.messages] == ["/start"]
    assert citizen.visible_buttons() == []


def test_a_long_text_is_sent_in_parts(citizen: Person) -> None:
    """As apps do, 5,000 characters become two messages."""
    citizen.write("a" * 5000)
    assert [len(message.text) for message in citizen.chat.messages[1:]] == [4096, 904]


def test_ids_are_fresh_and_above_32_bits(simulated: Simulator) -> None:
    """Everybody gets an own id; the same id is the same person."""
    one, two = simulated.person("Warga Satu"), simulated.person("Warga Dua")
    assert one.id != two.id
    assert min(one.id, two.id) > 2**32
    assert simulated.person("Warga Satu", id=one.id) is one


def test_who_has_blocked_cannot_write(citizen: Person) -> None:
    """One must unblock first."""
    citizen.block()
    with pytest.raises(AssertionError, match="has blocked the bot"):
        citizen.write("Halo")


def test_a_live_position_that_ran_out_cannot_move(simulated: Simulator, citizen: Person) -> None:
    """After its period nothing moves, and nothing was sent."""
    live = citizen.start_live(3.3, 117.58, period=60)
    simulated.clock.forward(seconds=61)
    pending = simulated.bot.pending
    with pytest.raises(AssertionError, match="is over"):
        citizen.move_live(live, 3.31, 117.58)
    assert simulated.bot.pending == pending


async def test_an_anonymous_admin_has_no_usable_sender(aiogram_bot: Bot, simulated: Simulator, citizen: Person) -> None:
    """The sender is GroupAnonymousBot, and sender_chat the group."""
    group = simulated.group("Grup operator")
    group.anonymous_admin().write("/tugas", to=group)
    (update,) = await aiogram_bot.get_updates()
    assert update.message is not None
    assert update.message.from_user is not None
    assert update.message.sender_chat is not None
    assert (update.message.from_user.username, update.message.sender_chat.id) == ("GroupAnonymousBot", group.id)


async def test_buttons_in_a_group_can_be_pressed_by_anybody(
    aiogram_bot: Bot, simulated: Simulator, citizen: Person
) -> None:
    """The press carries who pressed and the group's message."""
    group = simulated.group("Grup operator")
    await aiogram_bot.send_message(group.id, "Panggilan", reply_markup=_inline("Tangani"))
    citizen.press("Tangani", to=group)
    (update,) = await aiogram_bot.get_updates()
    assert update.callback_query is not None
    assert update.callback_query.message is not None
    assert (update.callback_query.from_user.id, update.callback_query.message.chat.id) == (citizen.id, group.id)


async def test_two_bots_share_nothing_but_the_people(simulated: Simulator, citizen: Person) -> None:
    """The same person has one chat with each bot."""
    second = simulated.add_bot("43:second")
    other = simulated.person(citizen.name, id=citizen.id, bot=second)
    other.write("/start")
    assert (simulated.bot.pending, second.pending) == (0, 1)
    assert other.chat is not citizen.chat
