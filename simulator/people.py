"""People with phones: they write, press, share, move, block; and see what the bot sends."""

from datetime import UTC, datetime
from typing import Any

import telegram

from simulator.buttons import visible
from simulator.chat import Chat, Message
from simulator.formatting import found_entities
from simulator.methods_account import scope_key
from simulator.methods_messages import LONGEST_TEXT, forwarded
from simulator.phone import Phone, Room
from simulator.world import Press


class Person(Phone):
    """Somebody in a private chat with a bot, and in groups.

    All acts are synchronous: they queue the update and return. `to` names a group instead of the private chat.
    """

    def write(self, text: str, to: Room | None = None, reply_to: Message | None = None) -> Message:
        """Type a text; one above 4096 characters goes as several messages, as apps do, and the last is returned."""
        content: dict[str, Any] = {}
        parts = [text[at : at + LONGEST_TEXT] for at in range(0, len(text), LONGEST_TEXT)] or [text]
        for part in parts:
            content = {"text": part, "entities": tuple(found_entities(part)) or None}
            if reply_to is not None:
                content["reply_to_message"] = reply_to.without_reply()
            message = self._send(content, to)
        return message

    def reply(self, message: Message, text: str) -> Message:
        """Answer a message, in the chat it stands in."""
        return self.write(text, to=message, reply_to=message)

    def edit(self, message: Message, text: str) -> Message:
        """Change the text, or the caption, of one's own message."""
        field = "text" if "text" in message.fields else "caption"
        entities = "entities" if field == "text" else "caption_entities"
        return self._changed(message, {field: text, entities: tuple(found_entities(text)) or None})

    def forward(self, message: Message, to: Room | None = None) -> Message:
        """Pass a message on, to the bot unless said otherwise."""
        return self._send(forwarded(message), to)

    def visible_buttons(self, in_chat: Chat | None = None, on: Message | None = None) -> list[list[str]]:
        """Labels one could press, the newest message first."""
        shown: dict[tuple[int, bool], list[str]] = {}
        for button in visible(in_chat or self.chat, on):
            shown.setdefault((button.message.id, button.key is None), []).append(button.label)
        return list(shown.values())

    def press(self, label: str, on: Message | None = None, to: Room | None = None) -> Press | Message:
        """Press the newest visible button whose label contains `label`.

        An inline button gives a `Press` (a callback query on its way), one of the reply keyboard the text message it
        sends. Raises AssertionError, with what there is, when no such button is visible or it does something else.
        """
        chat = on.chat if on is not None else (to or self).chat
        found = [button for button in visible(chat, on) if label in button.label]
        if not found:
            shown = "; ".join(" | ".join(row) for row in self.visible_buttons(chat, on)) or "none"
            raise AssertionError(f"{self.name} sees no button with {label!r}; visible: {shown}")
        newest = [one for one in found if one.message is found[0].message]
        button = next((one for one in newest if one.label == label), newest[0])
        if button.inline is not None:
            if button.inline.callback_data is None:
                raise AssertionError(f"the button {button.label!r} sends nothing: it opens {button.inline.url!r}")
            return self.press_data(button.message, str(button.inline.callback_data))
        assert button.key is not None
        if button.key.request_location or button.key.request_contact:
            act = "share_location" if button.key.request_location else "share_contact"
            raise AssertionError(f"the button {button.label!r} asks for more than a press: use {act}()")
        keyboard = button.message.brought
        if isinstance(keyboard, telegram.ReplyKeyboardMarkup) and keyboard.one_time_keyboard:
            chat.keyboard = None
        return self.write(button.key.text, to=button.message)

    def press_data(self, message: Message, data: str) -> Press:
        """Send a callback query with any data for any message, as a forged client could."""
        press = self.world.press(self.user, message, data, self.answers)
        under: telegram.MaybeInaccessibleMessage = message.wire()
        if message.deleted:
            under = telegram.InaccessibleMessage(message.chat.wire(), message.id)
        instance = str(message.chat.id * 7919)
        query = telegram.CallbackQuery(press.id, self.user, instance, message=under, data=data)
        for bot in self.world.bots_in(message.chat):
            if bot.user == message.fields["from_user"] or not message.from_bot:
                bot.push(callback_query=query)
        return press

    def commands(self) -> list[str]:
        """The commands that the app lists in the private chat: the narrowest scope that has any, own language first."""
        scopes = ({"type": "chat", "chat_id": self.id}, {"type": "all_private_chats"}, {"type": "default"})
        keys = (scope_key(scope, language) for scope in scopes for language in (self.user.language_code, None))
        found = next((self.bot.commands[key] for key in keys if self.bot.commands.get(key)), [])
        return [command.command for command in found]

    def delete(self, message: Message) -> None:
        """Delete a message; a bot is never told."""
        self.world.delete(message)

    def block(self) -> None:
        """Block the bot."""
        self._set_blocked(True)

    def unblock(self) -> None:
        """Let the bot write again."""
        self._set_blocked(False)

    def join(self, room: Room) -> Message:
        """Enter a group; its bots see the service message."""
        room.chat.members[self.user.id] = self.user
        return self._send({"new_chat_members": (self.user,)}, room)

    def _set_blocked(self, blocked: bool) -> None:
        if self.chat.blocked == blocked:
            return
        self.chat.blocked = blocked
        member = telegram.ChatMemberMember(self.bot.user)
        banned = telegram.ChatMemberBanned(self.bot.user, datetime.fromtimestamp(0, UTC))
        old, new = (member, banned) if blocked else (banned, member)
        now = self.world.clock.now().replace(microsecond=0)
        self.bot.push(my_chat_member=telegram.ChatMemberUpdated(self.chat.wire(), self.user, now, old, new))
        self.world.announce("blocked", self.chat, blocked=blocked)
