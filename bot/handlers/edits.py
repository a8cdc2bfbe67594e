"""Edited messages: a live location has moved, or words were changed after they were read."""

from typing import Any

from aiogram.types import Message

from bot.flows import content
from bot.handlers import duty
from bot.routes import Routes
from bot.visit import Visit

routes = Routes()


@routes.state("*", "edited")
async def edited(message: Message, visit: Visit) -> Any:
    """A position of staff is followed; changed words are asked for anew, for what was read stays as it was read."""
    if message.location is None:
        return visit.reply("edit-unread", await visit.menu())
    if not visit.person.roles:
        return None
    try:
        return await duty.moved(message, visit)
    except content.OddPosition:
        return None
