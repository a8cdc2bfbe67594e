"""Everything the simulated Telegram knows: users, chats, bots, files and what is waiting for an answer."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import telegram

from simulator.chat import Chat, Message
from simulator.clock import SimulatedClock
from simulator.faults import Faults
from simulator.files import FileStore
from simulator.limits import Limits
from simulator.refusal import Refusal, bad_request, forbidden
from simulator.updates import BotAccount

GROUP_ANONYMOUS_BOT = telegram.User(1087968824, "Group", is_bot=True, username="GroupAnonymousBot")
FIRST_USER_ID = 7_000_000_001
"""Above 32 bits, as real ids are."""


@dataclass
class Answer:
    """What a press showed: a toast, or an alert to be closed."""

    text: str
    alert: bool
    url: str | None = None


@dataclass(eq=False)
class Press:
    """A callback query on its way; `answer` is set once the bot has answered."""

    id: str
    user: telegram.User
    chat: Chat
    message: Message
    data: str
    at: datetime
    shown_to: list[Answer]
    answer: Answer | None = None


class World:
    """The state behind the Bot API, the people and the page."""

    def __init__(self, clock: SimulatedClock) -> None:
        self.clock = clock
        self.faults = Faults()
        self.limits = Limits()
        self.files = FileStore()
        self.bots: dict[str, BotAccount] = {}
        self.users: dict[int, telegram.User] = {}
        self.presses: dict[str, Press] = {}
        self.observers: list[Callable[[str, Chat | None, dict[str, Any]], None]] = []
        self._private: dict[tuple[int, int], Chat] = {}
        self._groups: dict[int, Chat] = {}
        self._numbers = itertools.count(1)
        self._user_ids = itertools.count(FIRST_USER_ID)

    def add_bot(self, token: str, name: str, username: str) -> BotAccount:
        """A further bot with its own token."""
        bot = BotAccount(token, name, username, self.clock, self.faults)
        self.bots[token] = bot
        self.users[bot.user.id] = bot.user
        return bot

    def add_user(self, name: str, user_id: int | None, language: str | None, username: str | None) -> telegram.User:
        """A person's account; the same id again is the same account."""
        if user_id is None:
            user_id = next(self._user_ids)
        if user_id not in self.users:
            first, _, last = name.partition(" ")
            self.users[user_id] = telegram.User(
                user_id, first, is_bot=False, last_name=last or None, username=username, language_code=language
            )
        return self.users[user_id]

    def private(self, bot: BotAccount, user: telegram.User) -> Chat:
        """The chat of that person with that bot."""
        return self._private.setdefault((bot.user.id, user.id), Chat(user.id, "private", user=user))

    def add_group(self, title: str, kind: str) -> Chat:
        """A new group without members."""
        number = next(self._numbers)
        chat = Chat(-1_002_000_000_000 - number if kind == "supergroup" else -4_000_000 - number, kind, title)
        self._groups[chat.id] = chat
        return chat

    def chat(self, bot: BotAccount, chat_id: int | str | None) -> Chat:
        """The chat of that id as the bot knows it; raises Refusal."""
        if chat_id is None or chat_id == "":
            raise bad_request("chat_id is empty")
        if isinstance(chat_id, str):
            raise bad_request("chat not found")
        if chat_id in self._groups:
            return self._groups[chat_id]
        chat = self._private.get((bot.user.id, chat_id))
        if chat is not None and chat.started:
            return chat
        if chat_id in self.users:
            raise forbidden("bot can't initiate conversation with a user")
        raise bad_request("chat not found")

    def writable(self, bot: BotAccount, chat_id: int | str | None) -> Chat:
        """That chat, if the bot may send to it; raises Refusal."""
        chat = self.chat(bot, chat_id)
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        if chat.moved_to is not None:
            raise Refusal(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=chat.moved_to,
            )
        if not chat.private and bot.user.id not in chat.members:
            raise forbidden(f"bot was kicked from the {chat.kind} chat")
        return chat

    def bots_in(self, chat: Chat) -> list[BotAccount]:
        """The bots that see what people do in a chat."""
        if chat.private:
            return [bot for bot in self.bots.values() if self._private.get((bot.user.id, chat.id)) is chat]
        return [bot for bot in self.bots.values() if bot.user.id in chat.members]

    def post(
        self, chat: Chat, sender: telegram.User, content: dict[str, Any], sender_chat: Chat | None = None
    ) -> Message:
        """Put a new message into a chat; nobody is told of it yet."""
        now = self.clock.now().replace(microsecond=0)
        fields = {"message_id": chat.next_id(), "date": now, "chat": chat.wire(), "from_user": sender, **content}
        if sender_chat is not None:
            fields["sender_chat"] = sender_chat.wire()
        message = Message(
            chat,
            {name: value for name, value in fields.items() if value is not None},
            from_bot=sender.id in self._bot_ids,
        )
        chat.all[message.id] = message
        return message

    def change(self, message: Message, changes: dict[str, Any]) -> None:
        """Edit a message in place: None takes a field away."""
        if message.text and message.text not in message.history[-1:]:
            message.history.append(message.text)
        fields = {**message.fields, **changes, "edit_date": self.clock.now().replace(microsecond=0)}
        message.fields = {name: value for name, value in fields.items() if value is not None}
        self.announce("edited", message.chat, message_id=message.id)

    def delete(self, message: Message) -> None:
        """Take a message away for everybody."""
        message.deleted = True
        if message.id in message.chat.pinned:
            message.chat.pinned.remove(message.id)
        self.announce("deleted", message.chat, message_id=message.id)

    def press(self, user: telegram.User, message: Message, data: str, shown_to: list[Answer]) -> Press:
        """A new callback query, queued for the bots of the chat."""
        press = Press(str(4_000_000_000 + self.number()), user, message.chat, message, data, self.clock.now(), shown_to)
        self.presses[press.id] = press
        return press

    def number(self) -> int:
        """A number never given before."""
        return next(self._numbers)

    def announce(self, event: str, chat: Chat | None, **details: Any) -> None:
        """Tell whoever watches (the page) that something changed."""
        for observer in list(self.observers):
            observer(event, chat, details)

    @property
    def chats(self) -> list[Chat]:
        """Every chat there is."""
        return [*self._private.values(), *self._groups.values()]

    @property
    def _bot_ids(self) -> set[int]:
        return {bot.user.id for bot in self.bots.values()}
