"""What real clients send arrives as they meant it, and comes back as they read it."""

import io

import telegram
from aiogram import Bot
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)

from simulator import Person, Simulator
from simulator.files import grey_picture

PICTURE = grey_picture(320, 200)


async def test_html_is_read_into_text_and_utf16_entities(aiogram_bot: Bot, citizen: Person) -> None:
    """Tags become entities counted in UTF-16 units; escaped characters stand for themselves."""
    sent = await aiogram_bot.send_message(
        citizen.id, '🚨 <b>PB-1</b> &lt;x&gt; <tg-time unix="1767574800" format="t">09.00</tg-time>', parse_mode="HTML"
    )
    assert sent.text == "🚨 PB-1 <x> 09.00"
    assert sent.entities is not None
    assert [(one.type, one.offset, one.length) for one in sent.entities] == [("bold", 3, 4), ("date_time", 12, 5)]
    assert sent.entities[1].unix_time == 1767574800


async def test_both_clients_read_the_same_message(aiogram_bot: Bot, ptb_bot: telegram.Bot, citizen: Person) -> None:
    """A message that one client sent is what the other one reads back by forwarding it."""
    sent = await aiogram_bot.send_message(citizen.id, "<i>satu</i>", parse_mode="HTML")
    forwarded = await ptb_bot.forward_message(citizen.id, citizen.id, sent.message_id)
    assert (forwarded.text, forwarded.entities[0].type) == ("satu", "italic")
    assert forwarded.date == sent.date


async def test_styled_inline_buttons_keep_their_style(aiogram_bot: Bot, citizen: Person) -> None:
    """The style of a button reaches the person and comes back to the client."""
    rows = [[InlineKeyboardButton(text="Tangani", callback_data="v1:take:7", style="success")]]
    sent = await aiogram_bot.send_message(
        citizen.id, "Panggilan", reply_markup=InlineKeyboardMarkup(inline_keyboard=rows)
    )
    assert sent.reply_markup is not None
    assert sent.reply_markup.inline_keyboard[0][0].style == "success"
    assert citizen.chat.messages[-1].buttons == [["Tangani"]]


async def test_a_reply_keyboard_shows_until_it_is_removed(aiogram_bot: Bot, citizen: Person) -> None:
    """The newest reply keyboard is shown, and a removal takes it away."""
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="PANIK", style="danger")]], is_persistent=True)
    await aiogram_bot.send_message(citizen.id, "Menu", reply_markup=keyboard)
    shown = [[key.text for key in row] for row in citizen.chat.keys]
    await aiogram_bot.send_message(citizen.id, "Selesai", reply_markup=ReplyKeyboardRemove())
    assert (shown, list(citizen.chat.keys)) == ([["PANIK"]], [])


async def test_an_edit_replaces_text_and_buttons(aiogram_bot: Bot, ptb_bot: telegram.Bot, citizen: Person) -> None:
    """An edit keeps the id, marks the message edited and takes buttons away that it does not repeat."""
    markup = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Siap", callback_data="1")]])
    sent = await aiogram_bot.send_message(citizen.id, "Menunggu", reply_markup=markup)
    await ptb_bot.edit_message_text("Diterima", citizen.id, sent.message_id)
    card = citizen.chat.messages[-1]
    assert (card.id, card.text, card.buttons, card.edited) == (sent.message_id, "Diterima", [], True)
    assert card.history == ["Menunggu"]


async def test_a_photo_has_two_sizes_and_the_largest_is_the_original(aiogram_bot: Bot, citizen: Person) -> None:
    """What is downloaded by the last size is byte for byte what was sent; the first size is another picture."""
    sent = citizen.send_photo(PICTURE, caption="Asap")
    small, large = sent.photo
    found = [await aiogram_bot.download(size.file_id, io.BytesIO()) for size in (small, large)]
    contents = [stream.read() for stream in found if stream is not None]
    assert contents[1] == PICTURE
    assert contents[0] != PICTURE
    assert (small.width, large.width) == (90, 320)


async def test_uploads_of_both_clients_arrive_whole(aiogram_bot: Bot, ptb_bot: telegram.Bot, citizen: Person) -> None:
    """A document by attach:// and one as a plain part carry the same bytes and name."""
    await aiogram_bot.send_document(citizen.id, BufferedInputFile(b"isi", "surat.pdf"), caption="Surat")
    await ptb_bot.send_document(citizen.id, b"isi", filename="surat.pdf")
    documents = [message.document for message in citizen.inbox]
    assert [one.file_name for one in documents if one] == ["surat.pdf", "surat.pdf"]
    assert len({one.file_unique_id for one in documents if one}) == 1


async def test_an_album_is_several_messages_of_one_group(
    aiogram_bot: Bot, ptb_bot: telegram.Bot, citizen: Person
) -> None:
    """Each picture is a message, all with one media_group_id; a known file_id serves again."""
    first, _ = await aiogram_bot.send_media_group(
        citizen.id,
        [InputMediaPhoto(media=BufferedInputFile(PICTURE, f"{n}.png"), caption=f"{n}") for n in (1, 2)],
    )
    assert first.photo is not None
    again = await ptb_bot.send_media_group(
        citizen.id, [telegram.InputMediaPhoto(first.photo[-1].file_id), telegram.InputMediaPhoto(PICTURE)]
    )
    assert [message.text for message in citizen.inbox] == ["1", "2", "", ""]
    assert len({message.media_group_id for message in again}) == 1
    assert again[0].photo[-1].file_id == first.photo[-1].file_id


async def test_a_reply_names_the_message_it_answers(aiogram_bot: Bot, citizen: Person) -> None:
    """reply_parameters become reply_to_message; a missing one is passed over where allowed."""
    asked = citizen.write("Di mana?")
    answered = await aiogram_bot.send_message(
        citizen.id, "Di sini", reply_parameters=ReplyParameters(message_id=asked.id)
    )
    alone = await aiogram_bot.send_message(
        citizen.id, "Di sini", reply_parameters=ReplyParameters(message_id=999, allow_sending_without_reply=True)
    )
    assert answered.reply_to_message is not None
    assert (answered.reply_to_message.message_id, alone.reply_to_message) == (asked.id, None)
    assert citizen.inbox[0].reply_to is asked


async def test_positions_and_venues_arrive(aiogram_bot: Bot, ptb_bot: telegram.Bot, citizen: Person) -> None:
    """A live position moves in place until stopped; a venue has a place and a name."""
    await aiogram_bot.send_venue(citizen.id, 3.3, 117.58, "Pos Contoh", "Jalan Contoh")
    dot = await aiogram_bot.send_location(citizen.id, 3.3, 117.58, live_period=600)
    await ptb_bot.edit_message_live_location(citizen.id, dot.message_id, latitude=3.31, longitude=117.58)
    stopped = await ptb_bot.stop_message_live_location(citizen.id, dot.message_id)
    venue, live = citizen.inbox
    assert (venue.kind, live.kind) == ("venue", "location")
    assert live.location is not None
    assert (live.location.latitude, live.location.live_period) == (3.31, None)
    assert isinstance(stopped, telegram.Message)


async def test_everything_sent_is_recorded(aiogram_bot: Bot, citizen: Person, simulated: Simulator) -> None:
    """The record holds method, parameters, simulated time and result of each call, getUpdates left out."""
    await aiogram_bot.get_updates()
    simulated.clock.forward(minutes=5)
    sent = await aiogram_bot.send_message(citizen.id, "Halo", disable_notification=True)
    (call,) = simulated.record
    assert (call.method, call.at, call.ok) == ("sendMessage", simulated.clock.now(), True)
    assert call.params == {"chat_id": citizen.id, "text": "Halo", "disable_notification": True}
    assert call.result.message_id == sent.message_id
    assert simulated.calls("sendMessage", chat_id=citizen.id) == [call]


async def test_the_bot_describes_itself(aiogram_bot: Bot, ptb_bot: telegram.Bot, citizen: Person) -> None:
    """getMe, commands, getChat and getChatMember answer both clients."""
    await ptb_bot.set_my_commands([telegram.BotCommand("panik", "Minta pertolongan")])
    commands = await aiogram_bot.get_my_commands()
    assert [command.command for command in commands] == ["panik"]
    assert (await aiogram_bot.get_me()).id == (await ptb_bot.get_me()).id == 42
    assert (await ptb_bot.get_chat(citizen.id)).full_name == (await aiogram_bot.get_chat(citizen.id)).full_name
    assert (await ptb_bot.get_chat_member(citizen.id, citizen.id)).status == "member"
