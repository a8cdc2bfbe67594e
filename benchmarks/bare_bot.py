"""The bot that one writes in an afternoon: aiogram, state in memory, answers sent from the handler, nothing on disk.

`python -m benchmarks.bare_bot URL TOKEN HANDLERS`; handlers beyond its own six are commands that nobody gives.
"""

import asyncio
import sys
from datetime import UTC, datetime

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import KeyboardButton, Message, ReplyKeyboardMarkup

from benchmarks.wording import (
    ADDED,
    CANCEL,
    GREETING,
    HELP,
    HTML,
    LOCATE,
    LOCATED,
    NOTHING,
    PANIC,
    PRESSED,
    STATUS,
    STATUS_LABEL,
)

OWN_HANDLERS = 6


class Alarm(StatesGroup):
    """Where somebody's alarm stands."""

    locating = State()
    open = State()


router = Router()


def menu() -> ReplyKeyboardMarkup:
    """The keyboard at the bottom."""
    rows = [[KeyboardButton(text=PANIC, style="danger")], [KeyboardButton(text=STATUS_LABEL)]]
    return ReplyKeyboardMarkup(keyboard=rows, resize_keyboard=True, is_persistent=True)


def locating_menu() -> ReplyKeyboardMarkup:
    """The keyboard while a position is awaited."""
    rows = [[KeyboardButton(text=LOCATE, request_location=True)], [KeyboardButton(text=CANCEL)]]
    return ReplyKeyboardMarkup(keyboard=rows, resize_keyboard=True, is_persistent=True)


async def unused(message: Message) -> None:
    """A command that nobody gives."""


@router.message(F.text == "/start")
async def start(message: Message) -> None:
    """Greeting and menu."""
    name = message.from_user.full_name if message.from_user is not None else ""
    await message.answer(GREETING.format(name=name), parse_mode=HTML, reply_markup=menu())


@router.message(F.text == "/bantuan")
async def help_(message: Message) -> None:
    """What can be done here."""
    await message.answer(HELP, parse_mode=HTML, reply_markup=menu())


@router.message(F.text == PANIC)
async def panic(message: Message, state: FSMContext) -> None:
    """Open an alarm."""
    now, ticket = f"{datetime.now(UTC):%H:%M}", f"PB-2026-{message.message_id:06d}"
    await state.set_state(Alarm.locating)
    await state.set_data({"ticket": ticket, "time": now})
    await message.answer(PRESSED.format(time=now, ticket=ticket), parse_mode=HTML, reply_markup=locating_menu())


@router.message(F.location, Alarm.locating)
async def located(message: Message, state: FSMContext) -> None:
    """The alarm's position."""
    assert message.location is not None
    await state.set_state(Alarm.open)
    await state.update_data(lat=message.location.latitude, lon=message.location.longitude)
    await message.answer(LOCATED, parse_mode=HTML, reply_markup=menu())


@router.message(F.text == STATUS_LABEL)
async def status(message: Message, state: FSMContext) -> None:
    """What became of the alarm."""
    known = await state.get_data()
    await message.answer(STATUS.format(**known) if known else NOTHING, parse_mode=HTML, reply_markup=menu())


@router.message(F.text, Alarm.open)
async def words(message: Message, state: FSMContext) -> None:
    """More about the alarm."""
    known = await state.get_data()
    await state.update_data(words=[*known.get("words", ()), message.text])
    await message.answer(ADDED, parse_mode=HTML, reply_markup=menu())


async def poll(url: str, token: str, handlers: int) -> None:
    """Answer until stopped."""
    others = Router()
    for number in range(handlers - OWN_HANDLERS):
        others.message.register(unused, F.text == f"/unused{number}")
    dispatcher = Dispatcher()
    dispatcher.include_routers(others, router)
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    await dispatcher.start_polling(Bot(token, session=session))


if __name__ == "__main__":
    asyncio.run(poll(sys.argv[1], sys.argv[2], int(sys.argv[3])))
