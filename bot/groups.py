"""Groups: nothing personal is said there, and nothing is done; whoever calls the bot is shown its private chat."""

from aiogram.methods import SendMessage
from aiogram.types import InlineKeyboardButton, Message

from bot import keyboards, outgoing
from bot.house import House
from bot.routes import plain
from core.people import Person


def alarm_words(house: House) -> frozenset[str]:
    """What people write who mean the alarm: its command and the words on its button, in every language."""
    alarms = [one.open for one in house.shelf.in_force.values() if one.lane == "alarm"]
    labels = [one.label.in_language(language) for one in alarms if one.label for language in house.texts.languages]
    return frozenset(one.command for one in alarms if one.command).union(map(plain, labels))


def pointer(house: House, reader: Person | None, message: Message, *, alarm: bool, username: str | None) -> SendMessage:
    """The way to the private chat, answering whoever called: words, and a button where the bot's name is known."""
    words = house.say(reader, "group-alarm" if alarm else "group-command")
    rows: keyboards.Rows = []
    if username is not None:
        url = f"https://t.me/{username}?start=grup"
        rows = [[InlineKeyboardButton(text=house.label(reader, "button-private-chat"), url=url)]]
    return outgoing.text(message.chat.id, words, keyboards.inline(rows), reply_to=message.message_id)
