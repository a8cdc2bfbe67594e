"""From an update to its handler: aiogram parses and dispatches, our tables choose."""

from typing import Any

from aiogram import Dispatcher, Router
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from bot import outgoing
from bot.desk import Desk
from bot.errors import SigapError
from bot.keyboards import menu_words
from bot.house import House
from bot.presses import Press
from bot.routes import Handler, Routes, plain
from bot.visit import Visit
from core.refusal import Refusal


class Reception:
    """Receives every update and hands it to its handler."""

    def __init__(self, house: House, routes: Routes, fallback: Handler, refused: Handler) -> None:
        self._routes, self._fallback, self._refused = routes, fallback, refused
        self._words: dict[str, Handler] = {}
        for label, key in menu_words(house).items():
            table, name = (routes.commands, key[1:]) if key.startswith("/") else (routes.words, key)
            if name not in table:
                raise MenuWithoutHandlerError(word=label)
            self._words[plain(label)] = table[name]

    def dispatcher(self) -> Dispatcher:
        """aiogram's dispatcher with one handler a kind of update; conversations are the unit of work's, not its own."""
        router = Router()
        router.message.register(self.message)
        router.edited_message.register(self.edited)
        router.callback_query.register(self.press)
        router.my_chat_member.register(self.membership)
        dispatcher = Dispatcher(disable_fsm=True)
        dispatcher.include_router(router)
        return dispatcher

    async def message(self, message: Message, desk: Desk) -> Any:
        """Answer a message: an alarm's word, a command, the menu, the conversation, and what is left, in that order."""
        if message.from_user is None or message.from_user.is_bot or message.sender_chat is not None:
            return None
        visit = await Visit.of(desk, message.from_user, message.chat.id)
        visit.message_id = message.message_id
        if message.chat.type != "private":
            return None
        handler = self._handler(message, visit)
        try:
            return await handler(message, visit)
        except Refusal as refusal:
            return await self._refused(visit, refusal, None)

    async def edited(self, message: Message, desk: Desk) -> Any:
        """Answer an edited message: a live location has moved, or words were changed."""
        if message.from_user is None or message.chat.type != "private":
            return None
        visit = await Visit.of(desk, message.from_user, message.chat.id)
        visit.message_id = message.message_id
        return await self._routes.states["*", "edited"](message, visit)

    async def press(self, query: CallbackQuery, desk: Desk) -> Any:
        """Answer a press: only in the presser's own chat, only buttons that we wrote; it is always answered."""
        visit = await Visit.of(desk, query.from_user, query.from_user.id)
        visit.query_id = query.id
        visit.message_id = query.message.message_id if query.message is not None else None
        if query.message is None or query.message.chat.id != query.from_user.id:
            return visit.toast("refused-wrong-chat", alert=True)
        press = Press.read(query.data)
        handler = self._routes.presses.get(press.verb) if press is not None else None
        if handler is None or press is None:
            return visit.toast("refused-old-button", alert=True)
        try:
            said = await handler(press, visit)
        except Refusal as refusal:
            return await self._refused(visit, refusal, press)
        said = list(outgoing.methods(said))
        if not any(isinstance(one, AnswerCallbackQuery) for one in said):
            said.append(AnswerCallbackQuery(callback_query_id=query.id))
        return said

    async def membership(self, update: ChatMemberUpdated, desk: Desk) -> Any:
        """Somebody blocked the bot or came back."""
        visit = await Visit.of(desk, update.from_user, update.chat.id)
        if update.chat.type == "private" and update.new_chat_member.status in ("kicked", "left"):
            return await self._routes.states["*", "blocked"](update, visit)
        return None

    def _handler(self, message: Message, visit: Visit) -> Handler:
        words = message.text or ""
        if words.startswith("/"):
            name = words[1:].split(maxsplit=1)[0].split("@")[0].casefold() if len(words) > 1 else ""
            found = self._routes.commands.get(name)
        else:
            found = self._words.get(plain(words)) if words and len(words) < 64 else None
        content = str(message.content_type)
        state = visit.conversation.state
        return found or self._routes.for_state(state, content) or self._fallback


class MenuWithoutHandlerError(SigapError):
    """the menu's {word} has no handler"""
