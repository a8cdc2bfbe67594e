"""How the bot stands in Telegram: its commands beside the text field, and its own name.

Source: https://core.telegram.org/bots/api#setmycommands and #getme.
"""

import structlog
from aiogram import Bot

from bot.house import House
from bot.outcomes import classify
from bot.telegram import Call, Payload

log = structlog.get_logger()

COMMANDS = ("status", "bantuan", "bahasa", "batal", "tugas", "piket")


async def publish(bot: Bot, house: House) -> None:
    """Tell Telegram the commands, once for everybody and once for those who read English; no harm when it fails."""
    for language in house.texts.languages:
        payload: Payload = {"commands": _commands(house, language)}
        if language != "id":
            payload["language_code"] = language
        try:
            await bot(Call(name="setMyCommands", payload=payload))
        except Exception as error:
            log.warning("commands.unpublished", outcome=type(classify(error)).__name__)


async def username(bot: Bot) -> str | None:
    """The bot's name for links; None when Telegram does not say."""
    try:
        return (await bot.me()).username
    except Exception as error:
        log.warning("commands.nameless", outcome=type(classify(error)).__name__)
        return None


def _commands(house: House, language: str) -> list[Payload]:
    opening = [one for one in house.shelf.in_force.values() if one.open.command is not None]
    listed = [
        {"command": one.open.command, "description": (one.open.label or one.title).in_language(language)}
        for one in sorted(opening, key=lambda one: one.lane != "alarm")
    ]
    own = [{"command": name, "description": house.texts.label(language, f"command-{name}")} for name in COMMANDS]
    return [*listed, *own]
