"""The bot of python-telegram-bot's examples: a ConversationHandler, state in memory, answers sent from the handler.

`python -m benchmarks.conversation_handler_bot URL TOKEN`. Updates are handled one after another, as its documentation
asks for where a ConversationHandler is used.
"""

import sys
from datetime import UTC, datetime
from typing import Any

from telegram import KeyboardButton, Message, ReplyKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    filters,
)

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

LOCATING, OPEN = range(2)
Context = ContextTypes.DEFAULT_TYPE


def menu() -> ReplyKeyboardMarkup:
    """The keyboard at the bottom."""
    rows = [[KeyboardButton(PANIC, api_kwargs={"style": "danger"})], [KeyboardButton(STATUS_LABEL)]]
    return ReplyKeyboardMarkup(rows, resize_keyboard=True, is_persistent=True)


def locating_menu() -> ReplyKeyboardMarkup:
    """The keyboard while a position is awaited."""
    rows = [[KeyboardButton(LOCATE, request_location=True)], [KeyboardButton(CANCEL)]]
    return ReplyKeyboardMarkup(rows, resize_keyboard=True, is_persistent=True)


async def start(update: Update, context: Context) -> None:
    """Greeting and menu."""
    name = update.effective_user.full_name if update.effective_user is not None else ""
    await _said(update).reply_text(GREETING.format(name=name), parse_mode=HTML, reply_markup=menu())


async def help_(update: Update, context: Context) -> None:
    """What can be done here."""
    await _said(update).reply_text(HELP, parse_mode=HTML, reply_markup=menu())


async def panic(update: Update, context: Context) -> int:
    """Open an alarm."""
    now, ticket = f"{datetime.now(UTC):%H:%M}", f"PB-2026-{_said(update).message_id:06d}"
    _known(context).update(ticket=ticket, time=now)
    words = PRESSED.format(time=now, ticket=ticket)
    await _said(update).reply_text(words, parse_mode=HTML, reply_markup=locating_menu())
    return LOCATING


async def located(update: Update, context: Context) -> int:
    """The alarm's position."""
    place = _said(update).location
    assert place is not None
    _known(context).update(lat=place.latitude, lon=place.longitude)
    await _said(update).reply_text(LOCATED, parse_mode=HTML, reply_markup=menu())
    return OPEN


async def words(update: Update, context: Context) -> int:
    """More about the alarm."""
    _known(context).setdefault("words", []).append(_said(update).text)
    await _said(update).reply_text(ADDED, parse_mode=HTML, reply_markup=menu())
    return OPEN


async def status(update: Update, context: Context) -> None:
    """What became of the alarm; the conversation stays where it is."""
    known = _known(context)
    told = STATUS.format(**known) if known else NOTHING
    await _said(update).reply_text(told, parse_mode=HTML, reply_markup=menu())


def _said(update: Update) -> Message:
    assert update.message is not None
    return update.message


def _known(context: Context) -> dict[str, Any]:
    assert context.user_data is not None
    return context.user_data


def poll(url: str, token: str) -> None:
    """Answer until stopped."""
    application = Application.builder().token(token).base_url(f"{url}/bot").build()
    asks = MessageHandler(filters.Text([STATUS_LABEL]), status)
    conversation = ConversationHandler(
        entry_points=[MessageHandler(filters.Text([PANIC]), panic)],
        states={
            LOCATING: [MessageHandler(filters.LOCATION, located)],
            OPEN: [asks, MessageHandler(filters.TEXT & ~filters.COMMAND, words)],
        },
        fallbacks=[],
    )
    for handler in (CommandHandler("start", start), CommandHandler("bantuan", help_), conversation, asks):
        application.add_handler(handler)
    application.run_polling()


if __name__ == "__main__":
    poll(sys.argv[1], sys.argv[2])
