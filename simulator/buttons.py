"""The buttons somebody can see in a chat."""

from collections.abc import Iterator
from dataclasses import dataclass

import telegram

from simulator.chat import Chat, Message


@dataclass
class Button:
    """One visible button: inline under its message, or a key of the reply keyboard that its message brought."""

    label: str
    message: Message
    inline: telegram.InlineKeyboardButton | None = None
    key: telegram.KeyboardButton | None = None


def visible(chat: Chat, on: Message | None = None) -> Iterator[Button]:
    """Buttons of one message, or of the whole chat with the newest message first."""
    for message in reversed(chat.messages if on is None else [on]):
        if message.markup is not None and not message.deleted:
            for row in message.markup.inline_keyboard:
                for inline in row:
                    yield Button(inline.text, message, inline=inline)
        if message is chat.keyboard:
            yield from _keys(chat, message)
    if on is None and chat.keyboard is not None and chat.keyboard.deleted:
        yield from _keys(chat, chat.keyboard)


def _keys(chat: Chat, message: Message) -> Iterator[Button]:
    for row in chat.keys:
        for key in row:
            yield Button(key.text, message, key=key)
