"""Groups, with the bot in them, and their anonymous administrators."""

from collections import deque

import telegram

from simulator.chat import Chat, Message
from simulator.people import Person
from simulator.updates import BotAccount
from simulator.world import GROUP_ANONYMOUS_BOT, World


class Group:
    """A group or supergroup; people write to it with ``person.write(…, to=group)``."""

    def __init__(self, world: World, bot: BotAccount, chat: Chat) -> None:
        self.world = world
        self.bot = bot
        self.chat = chat

    @classmethod
    def create(cls, world: World, bot: BotAccount, title: str, kind: str, by: Person | None) -> "Group":
        """A new group that the bot is in; the bot hears of it when somebody added it."""
        chat = world.add_group(title, kind)
        chat.members[bot.user.id] = bot.user
        group = cls(world, bot, chat)
        if by is not None:
            chat.members[by.id] = by.user
            group._tell(by, telegram.ChatMemberLeft(bot.user), telegram.ChatMemberMember(bot.user))
        return group

    @property
    def id(self) -> int:
        """The chat's id, below zero."""
        return self.chat.id

    @property
    def inbox(self) -> deque[Message]:
        """New messages of the bot that nobody has looked at yet."""
        return self.chat.inbox

    def anonymous_admin(self) -> Person:
        """Somebody who writes as the group itself: sender GroupAnonymousBot, sender_chat the group."""
        return Person(self.world, self.bot, GROUP_ANONYMOUS_BOT, sender_chat=self.chat)

    def expel_bot(self, by: Person) -> None:
        """Remove the bot; it is told, and may not write any more."""
        del self.chat.members[self.bot.user.id]
        self._tell(by, telegram.ChatMemberMember(self.bot.user), telegram.ChatMemberLeft(self.bot.user))

    def upgrade(self, by: Person) -> "Group":
        """Turn a group into a supergroup: a new id, and a service message in both chats."""
        new = self.world.add_group(self.chat.title or "", "supergroup")
        new.members = dict(self.chat.members)
        moved = self.world.post(self.chat, by.user, {"migrate_to_chat_id": new.id})
        arrived = self.world.post(new, by.user, {"migrate_from_chat_id": self.chat.id})
        for message in (moved, arrived):
            for bot in self.world.bots_in(new):
                bot.push(message=message.wire())
            self.world.announce("message", message.chat, message_id=message.id)
        self.chat.moved_to = new.id
        return Group(self.world, self.bot, new)

    def _tell(self, by: Person, old: telegram.ChatMember, new: telegram.ChatMember) -> None:
        now = self.world.clock.now().replace(microsecond=0)
        self.bot.push(my_chat_member=telegram.ChatMemberUpdated(self.chat.wire(), by.user, now, old, new))
