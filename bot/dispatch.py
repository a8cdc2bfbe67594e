"""From an update to its handler: aiogram's types read it, our tables choose."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.enums import ContentType
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message
from pydantic import ValidationError

from bot import groups, outgoing
from bot.desk import Desk
from bot.errors import SigapError, UnreadableUpdateError
from bot.flows import content
from bot.handlers import linking
from bot.house import House
from bot.keyboards import menu_words
from bot.presses import OldButton, Press, WrongChat
from bot.routes import Handler, Routes, command_name, plain
from bot.silence import is_wanted
from bot.telegram import Payload
from bot.visit import Visit
from core.refusal import Refusal


class Reception:
    """Receives every update and hands it to its handler."""

    def __init__(self, house: House, routes: Routes, fallback: Handler, refused: Handler) -> None:
        self._routes, self._fallback, self._refused = routes, fallback, refused
        self._alarms = groups.alarm_words(house)
        self._words: dict[str, Handler] = {}
        for label, key in menu_words(house).items():
            table, name = (routes.commands, key[1:]) if key.startswith("/") else (routes.words, key)
            if name not in table:
                raise MenuWithoutHandlerError(word=label)
            self._words[plain(label)] = table[name]
        self._kinds: dict[str, tuple[Callable[[Any], Any], Callable[[Any, Desk], Awaitable[Any]]]] = {
            "message": (Message.model_validate, self.message),
            "edited_message": (Message.model_validate, self.edited),
            "callback_query": (CallbackQuery.model_validate, self.press),
            "my_chat_member": (ChatMemberUpdated.model_validate, self.membership),
        }

    async def update(self, raw: Payload, desk: Desk) -> Any:
        """Answer an update of Telegram; returns what its handler wants to say.

        Raises `UnreadableUpdateError` for what aiogram, or we, have no types for.
        """
        kind = next((kind for kind in self._kinds if kind in raw), None)
        if kind is None:
            raise UnreadableUpdateError(faults="an unknown kind")
        read, handle = self._kinds[kind]
        try:
            body = read(raw[kind])
        except ValidationError as error:
            raise UnreadableUpdateError(faults=error.error_count()) from None
        return await handle(body, desk)

    async def message(self, message: Message, desk: Desk) -> Any:
        """Answer a message: an alarm's word, a command, the menu, the conversation, and what is left, in that order."""
        if message.chat.type != "private":
            return await self._in_group(message, desk)
        if message.from_user is None or message.from_user.is_bot or not content.is_said(message):
            return None
        visit = await Visit.of(desk, message.from_user, message.chat.id)
        visit.message_id, visit.sent_at = message.message_id, message.date
        visit.case_id = visit.conversation.data.get("case")
        try:
            return await self._handler(message, visit)(message, visit)
        except Refusal as refusal:
            return await self._refused(visit, refusal)

    async def edited(self, message: Message, desk: Desk) -> Any:
        """Answer an edited message: a live location has moved, or words were changed."""
        if message.from_user is None or message.from_user.is_bot or message.chat.type != "private":
            return None
        visit = await Visit.of(desk, message.from_user, message.chat.id)
        visit.message_id = message.message_id
        return await self._routes.states["*", "edited"](message, visit)

    async def press(self, query: CallbackQuery, desk: Desk) -> Any:
        """Answer a press: only in the presser's own chat, only buttons that we wrote; it is always answered, once."""
        here = query.message is not None and query.message.chat.id == query.from_user.id
        visit = await (Visit.of if here else Visit.unknown)(desk, query.from_user, query.from_user.id)
        visit.query_id = query.id
        visit.message_id = query.message.message_id if query.message is not None else None
        try:
            if not here:
                raise WrongChat
            press = Press.read(query.data)
            handler = self._routes.presses.get(press.verb) if press is not None else None
            if handler is None or press is None:
                raise OldButton
            visit.case_id = press.case_id or visit.conversation.data.get("case")
            said = list(outgoing.methods(await handler(press, visit)))
        except Refusal as refusal:
            return await self._refused(visit, refusal)
        if not any(isinstance(one, AnswerCallbackQuery) for one in said):
            said.append(AnswerCallbackQuery(callback_query_id=query.id))
        return said

    async def membership(self, update: ChatMemberUpdated, desk: Desk) -> Any:
        """Somebody we know blocked the bot or came back; or the bot was taken out of a group."""
        if update.chat.type != "private" and update.new_chat_member.status in ("kicked", "left"):
            return await linking.lost(desk, update.chat.id)
        if update.chat.type != "private" or await desk.unit.person(update.from_user.id) is None:
            return None
        visit = await Visit.of(desk, update.from_user, update.chat.id)
        if update.new_chat_member.status in ("kicked", "left"):
            return await self._routes.states["*", "blocked"](update, visit)
        return None

    async def _in_group(self, message: Message, desk: Desk) -> Any:
        """Nothing is done in groups and nobody there is noted; who calls us is shown the way to the private chat."""
        if message.migrate_to_chat_id is not None:
            return await linking.moved(desk, message.chat.id)
        if (linked := await linking.in_group(message, desk)) is not None:
            return linked
        words, sender = message.text or "", message.from_user
        name = command_name(words, desk.house.identity.username)
        is_alarm = (name or plain(words)) in self._alarms
        if sender is None or (sender.is_bot and message.sender_chat is None) or message.is_automatic_forward:
            return None
        if not is_alarm and name not in self._routes.commands:
            return None
        reader = await desk.unit.person(sender.id)
        if reader is not None and await is_wanted(desk.unit, reader.id):
            return None
        return groups.pointer(desk.house, reader, message, alarm=is_alarm, username=desk.house.identity.username)

    def _handler(self, message: Message, visit: Visit) -> Handler:
        words, state = message.text or "", visit.conversation.state
        name = command_name(words)
        if name is not None:
            found = self._routes.commands.get(name)
            if found is None and " " not in words.strip():
                return self._fallback
        else:
            found = self._words.get(plain(words)) if len(words) < 64 else None
        return found or self._routes.for_state(state, ContentType(message.content_type).value) or self._fallback


class MenuWithoutHandlerError(SigapError):
    """the menu's {word} has no handler"""
