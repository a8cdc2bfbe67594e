"""Edited messages: a live location has moved, or words were changed after they were read."""

from contextlib import suppress
from typing import Any

from aiogram.types import Message

from bot import following
from bot.flows import content
from bot.routes import Routes
from bot.visit import Visit

routes = Routes()


@routes.state("*", "edited")
async def edited(message: Message, visit: Visit) -> Any:
    """A live location is followed; changed words are asked for anew, for what was read stays as it was read."""
    if message.location is None:
        return visit.reply("edit-unread", await visit.menu())
    with suppress(content.OddPosition):
        await following.moved(message, visit)
    return None
