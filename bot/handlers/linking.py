"""/hubungkan and /lepaskan: which groups of staff see the alarms. An admin asks in private, and says the word there."""

import hmac
import secrets
from datetime import timedelta
from typing import Any

from aiogram.types import InlineKeyboardButton, Message

from bot import keyboards, outgoing
from bot.desk import Desk
from bot.flows import content
from bot.presses import OldButton, Press, data
from bot.routes import Routes, command_name
from bot.visit import Visit
from core.refusal import NotAllowed
from storage.conversations import Conversation
from storage.groups import Group

routes = Routes()

VALID_FOR = timedelta(minutes=10)
STATE, NOWHERE = "linking", 0
"""The word is kept as a conversation that is held in no chat yet."""
ROLE = "admin"
LINKS, UNLINKS, START = ("hubungkan", "link"), ("lepaskan", "unlink"), "start"


@routes.command(*LINKS)
async def link(message: Message, visit: Visit) -> Any:
    """A word for one group and ten minutes; the button adds the bot to a group and says the word there."""
    if not visit.person.holds(ROLE):
        return visit.reply("refused-not-allowed", await visit.menu())
    code = secrets.token_hex(5)
    visit.desk.unit.save_conversation(Conversation(NOWHERE, visit.person.telegram_id, STATE, {"code": code}))
    rows: keyboards.Rows = []
    username = visit.desk.house.identity.username
    if username is not None:
        url = f"https://t.me/{username}?startgroup={code}"
        rows = [[InlineKeyboardButton(text=visit.label("button-add-to-group"), url=url)]]
    return visit.reply("linking-code", keyboards.inline(rows), code=code)


@routes.command(*UNLINKS)
async def unlink(message: Message, visit: Visit) -> Any:
    """The linked groups, each with a button that unlinks it."""
    if not visit.person.holds(ROLE):
        return visit.reply("refused-not-allowed", await visit.menu())
    linked = await visit.desk.unit.groups()
    if not linked:
        return visit.reply("linking-none", await visit.menu())
    rows = [[keyboards.button(f"✂️ {group.title}"[:60], data("unlink", -group.chat_id), "danger")] for group in linked]
    return visit.reply("linking-list", keyboards.inline(rows))


@routes.press("unlink")
async def unlinked(press: Press, visit: Visit) -> Any:
    """That group sees no alarms any more."""
    if not visit.person.holds(ROLE):
        raise NotAllowed
    group = await linked(visit.desk, -press.number(0))
    if group is None:
        raise OldButton
    drop(visit.desk, group, visit.person.id)
    return visit.settle(visit.say("linking-unlinked", title=group.title))


async def in_group(message: Message, desk: Desk) -> Any:
    """The word of an admin links the group it is said in; /lepaskan of an admin unlinks it."""
    words, sender = content.words(message), message.from_user
    name, code = command_name(words, desk.house.identity.username), words.partition(" ")[2].strip()
    if (
        sender is None
        or name not in ("hubungkan", "link", "lepaskan", "unlink", "start")
        or (name == START and not code)
    ):
        return None
    if message.sender_chat is not None:
        return None if name == START else _answer(message, desk, "linking-anonymous")
    known = await desk.unit.person(sender.id)
    person = (await desk.office()).person(known.id) if known is not None else None
    is_admin = person is not None and person.holds(ROLE)
    if name in UNLINKS and is_admin and (group := await linked(desk, message.chat.id)) is not None:
        drop(desk, group, person.id if person is not None else None)
        return _answer(message, desk, "linking-unlinked", title=group.title)
    if not is_admin or person is None or name in UNLINKS:
        return None
    if not await _is_word(desk, sender.id, code):
        return _answer(message, desk, "linking-wrong")
    desk.unit.forget_conversation(NOWHERE, sender.id)
    title = message.chat.title or str(message.chat.id)
    desk.unit.save_group(Group(message.chat.id, title, person.id, desk.now))
    desk.unit.note("GroupLinked", {"chat": message.chat.id}, person.id)
    return _answer(message, desk, "linking-linked")


async def linked(desk: Desk, chat_id: int) -> Group | None:
    """The linked group with that chat."""
    return next((group for group in await desk.unit.groups() if group.chat_id == chat_id), None)


def drop(desk: Desk, group: Group, by: int | None) -> None:
    """The group sees no alarms any more."""
    desk.unit.drop_group(group.chat_id)
    desk.unit.note("GroupUnlinked", {"chat": group.chat_id}, by)


async def lost(desk: Desk, chat_id: int) -> None:
    """The bot is not in the chat any more."""
    group = await linked(desk, chat_id)
    if group is not None:
        drop(desk, group, None)


async def moved(desk: Desk, old: int) -> Any:
    """The group became a supergroup: what is sent to its old number makes delivery move everything to the new one."""
    if await linked(desk, old) is None:
        return None
    return outgoing.text(old, desk.house.say(None, "linking-moved"))


async def _is_word(desk: Desk, user_id: int, code: str) -> bool:
    talk = await desk.unit.conversation(NOWHERE, user_id)
    fresh = talk.updated_at is not None and desk.now - talk.updated_at <= VALID_FOR
    return talk.state == STATE and fresh and hmac.compare_digest(talk.data["code"].encode(), code.encode())


def _answer(message: Message, desk: Desk, key: str, **values: str) -> Any:
    return outgoing.text(message.chat.id, desk.house.say(None, key, **values), reply_to=message.message_id)
