"""Chats and the messages in them, as their members see them."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import telegram

from simulator.markup import Markup

CONTENT = (
    "text",
    "photo",
    "location",
    "venue",
    "document",
    "voice",
    "video",
    "video_note",
    "audio",
    "sticker",
    "contact",
    "pinned_message",
    "new_chat_members",
    "left_chat_member",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
)


@dataclass(eq=False)
class Message:
    """One message; `fields` are the keyword arguments of the `telegram.Message` it goes out as."""

    chat: "Chat"
    fields: dict[str, Any]
    from_bot: bool
    brought: Markup | None = None
    """Reply keyboard, removal or forced reply that came with it (inline keyboards stand in `fields`)."""
    silent: bool = False
    deleted: bool = False
    history: list[str] = field(default_factory=list)
    """Texts it had before its edits."""
    reactions: tuple[str, ...] = ()

    @property
    def id(self) -> int:
        """Unique within its chat."""
        return int(self.fields["message_id"])

    @property
    def date(self) -> datetime:
        """When it was sent."""
        moment: datetime = self.fields["date"]
        return moment

    @property
    def text(self) -> str:
        """The text, or the caption; empty without one."""
        return str(self.fields.get("text") or self.fields.get("caption") or "")

    @property
    def entities(self) -> Sequence[telegram.MessageEntity]:
        """Of the text or the caption."""
        found: Sequence[telegram.MessageEntity] = (
            self.fields.get("entities") or self.fields.get("caption_entities") or ()
        )
        return found

    @property
    def kind(self) -> str:
        """What it carries: text, photo, location, venue, …; a venue's location does not count."""
        if "venue" in self.fields:
            return "venue"
        return next((name for name in CONTENT if name in self.fields), "unknown")

    @property
    def markup(self) -> telegram.InlineKeyboardMarkup | None:
        """The inline keyboard under it."""
        return self.fields.get("reply_markup")

    @property
    def buttons(self) -> list[list[str]]:
        """Labels by rows: of its inline keyboard, else of the reply keyboard it brought."""
        if self.markup is not None:
            return [[one.text for one in row] for row in self.markup.inline_keyboard]
        if isinstance(self.brought, telegram.ReplyKeyboardMarkup):
            return [[one.text for one in row] for row in self.brought.keyboard]
        return []

    @property
    def photo(self) -> Sequence[telegram.PhotoSize]:
        """Sizes of its picture, the largest last; empty without one."""
        found: Sequence[telegram.PhotoSize] = self.fields.get("photo") or ()
        return found

    @property
    def location(self) -> telegram.Location | None:
        """The position it carries, a venue's too."""
        return self.fields.get("location")

    @property
    def live_period(self) -> int | None:
        """Seconds for which its position is live, None for one that is not."""
        period: int | None = self.location.to_dict().get("live_period") if self.location is not None else None
        return period

    @property
    def venue(self) -> telegram.Venue | None:
        """The named place it carries."""
        return self.fields.get("venue")

    @property
    def document(self) -> telegram.Document | None:
        """The file it carries."""
        return self.fields.get("document")

    @property
    def reply_to(self) -> "Message | None":
        """The message it answers, if that still exists."""
        answered = self.fields.get("reply_to_message")
        return self.chat.find(answered.message_id) if answered is not None else None

    @property
    def edited(self) -> bool:
        """Whether it has been changed since it was sent."""
        return "edit_date" in self.fields

    def wire(self) -> telegram.Message:
        """As the Bot API sends it."""
        return telegram.Message(**self.fields)

    def without_reply(self) -> telegram.Message:
        """As it stands inside another one: one level of replies only."""
        return telegram.Message(**{name: value for name, value in self.fields.items() if name != "reply_to_message"})

    def __repr__(self) -> str:
        marks = " (edited)" * self.edited + " (deleted)" * self.deleted
        buttons = f" {self.buttons}" if self.buttons else ""
        sender = "bot" if self.from_bot else "person"
        return f"<{sender} {self.kind} {self.chat.id}/{self.id}{marks}: {self.text!r}{buttons}>"


class Chat:
    """A private chat, a group or a supergroup."""

    def __init__(self, chat_id: int, kind: str, title: str | None = None, user: telegram.User | None = None) -> None:
        self.id = chat_id
        self.kind = kind
        self.title = title
        self.user = user
        self.members: dict[int, telegram.User] = {user.id: user} if user is not None else {}
        self.started = kind != "private"
        self.blocked = False
        self.moved_to: int | None = None
        self.keyboard: Message | None = None
        self.pinned: list[int] = []
        self.inbox: deque[Message] = deque()
        self.all: dict[int, Message] = {}
        self._last_id = 0

    @property
    def private(self) -> bool:
        """Whether it is a person's chat with a bot."""
        return self.kind == "private"

    @property
    def messages(self) -> list[Message]:
        """What is visible, oldest first, edits applied, deletions removed."""
        return [message for message in self.all.values() if not message.deleted]

    @property
    def keys(self) -> Sequence[Sequence[telegram.KeyboardButton]]:
        """The reply keyboard shown now, by rows."""
        shown = self.keyboard.brought if self.keyboard is not None else None
        return shown.keyboard if isinstance(shown, telegram.ReplyKeyboardMarkup) else ()

    def find(self, message_id: int) -> Message | None:
        """The message of that id, unless deleted or never there."""
        message = self.all.get(message_id)
        return None if message is None or message.deleted else message

    def next_id(self) -> int:
        """Ids count up within one chat."""
        self._last_id += 1
        return self._last_id

    def wire(self) -> telegram.Chat:
        """As the Bot API sends it inside messages."""
        if self.user is not None:
            user = self.user
            return telegram.Chat(
                self.id, self.kind, first_name=user.first_name, last_name=user.last_name, username=user.username
            )
        return telegram.Chat(self.id, self.kind, title=self.title)

    def show_keyboard(self, message: Message) -> None:
        """Let a new message of the bot put up, replace or take away the reply keyboard."""
        if isinstance(message.brought, telegram.ReplyKeyboardMarkup):
            self.keyboard = message
        elif message.brought is not None:
            self.keyboard = None
