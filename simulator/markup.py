"""Objects the bot sends along, read with python-telegram-bot's types and checked as Telegram checks them."""

import re
from collections.abc import Iterator
from typing import Any, TypeVar
from urllib.parse import urlsplit

import telegram
from telegram.constants import KeyboardButtonStyle

from simulator.refusal import bad_request

Markup = (
    telegram.InlineKeyboardMarkup | telegram.ReplyKeyboardMarkup | telegram.ReplyKeyboardRemove | telegram.ForceReply
)

NEWER_FIELDS: frozenset[str] = frozenset()
"""Fields of the Bot API that this python-telegram-bot does not know yet and the simulator accepts."""

ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
MOST_BUTTONS = 100
WIDEST_ROW = 8
STYLES = {style.value for style in KeyboardButtonStyle}

Object = TypeVar("Object", bound=telegram.TelegramObject)


def unknown_fields(thing: Any) -> Iterator[str]:
    """Names of fields, at any depth, that the Bot API does not have."""
    if isinstance(thing, telegram.TelegramObject):
        for name in thing.api_kwargs:
            if name not in NEWER_FIELDS:
                yield f"{name} in {type(thing).__name__}"
        names = {name for base in type(thing).__mro__ for name in getattr(base, "__slots__", ())}
        for name in sorted(names):
            if not name.startswith("_") and name != "api_kwargs":
                yield from unknown_fields(getattr(thing, name, None))
    elif isinstance(thing, list | tuple):
        for item in thing:
            yield from unknown_fields(item)


def read(kind: type[Object], data: Any, what: str) -> Object:
    """`data` as an object of python-telegram-bot; raises Refusal when it does not fit, or has a field too many."""
    if not isinstance(data, dict):
        raise bad_request(f"can't parse {what} JSON object")
    try:
        thing = kind.de_json(data, None)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise bad_request(f"can't parse {what}: {error}") from error
    for name in unknown_fields(thing):
        raise bad_request(f"unknown field {name}")
    return thing


def read_list(kind: type[Object], data: Any, what: str) -> list[Object]:
    """A list of such objects."""
    if not isinstance(data, list):
        raise bad_request(f"can't parse {what}: expected an Array")
    return [read(kind, item, what) for item in data]


def read_markup(data: Any, private: bool) -> Markup | None:
    """The reply markup, or nothing for none; `private` says whether the chat is one."""
    if data is None or data == {}:
        return None
    if not isinstance(data, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in data:
        inline = read(telegram.InlineKeyboardMarkup, data, "inline keyboard")
        _check_rows(inline.inline_keyboard)
        for row in inline.inline_keyboard:
            for button in row:
                _check_inline(button)
        return inline if any(inline.inline_keyboard) else None
    if "keyboard" in data:
        return _read_keyboard(data, private)
    details = {name: value for name, value in data.items() if name not in ("remove_keyboard", "force_reply")}
    if data.get("remove_keyboard"):
        return read(telegram.ReplyKeyboardRemove, details, "reply keyboard removal")
    if data.get("force_reply"):
        return read(telegram.ForceReply, details, "force reply")
    raise bad_request("object expected as reply markup")


def _read_keyboard(data: dict[str, Any], private: bool) -> telegram.ReplyKeyboardMarkup:
    if not isinstance(data["keyboard"], list) or not all(isinstance(row, list) for row in data["keyboard"]):
        raise bad_request("can't parse reply keyboard: expected an Array of Arrays")
    rows = [
        [
            read(telegram.KeyboardButton, {"text": key} if isinstance(key, str) else key, "keyboard button")
            for key in row
        ]
        for row in data["keyboard"]
    ]
    _check_rows(rows)
    for key in (key for row in rows for key in row):
        _check_key(key, private)
    return read(telegram.ReplyKeyboardMarkup, {**data, "keyboard": rows}, "reply keyboard")


def _check_rows(rows: Any) -> None:
    if sum(len(row) for row in rows) > MOST_BUTTONS or any(len(row) > WIDEST_ROW for row in rows):
        raise bad_request("reply markup is too long")


def _check_style(style: str | None) -> None:
    if style is not None and style not in STYLES:
        raise bad_request("BUTTON_STYLE_INVALID")


def _check_inline(button: telegram.InlineKeyboardButton) -> None:
    if not isinstance(button.text, str) or not button.text.strip():
        raise bad_request("can't parse inline keyboard button: Button text must be non-empty")
    _check_style(button.style)
    data = button.callback_data
    actions = [name for name in ACTIONS if getattr(button, name) is not None]
    if not actions or data == "":
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request(f"can't parse inline keyboard button: only one of {', '.join(actions)} may be used")
    if data is not None and (not isinstance(data, str) or len(data.encode()) > 64):
        raise bad_request("BUTTON_DATA_INVALID")
    if button.url is not None:
        _check_url(button.url)


def _check_url(url: str) -> None:
    scheme = urlsplit(url).scheme
    if scheme and scheme not in ("http", "https", "tg", "ton"):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")
    if not scheme and not re.match(r"[\w-]+(\.[\w-]+)+", url):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _check_key(key: telegram.KeyboardButton, private: bool) -> None:
    if not isinstance(key.text, str) or not key.text.strip():
        raise bad_request("keyboard button text must be non-empty")
    _check_style(key.style)
    if key.request_contact and key.request_location:
        raise bad_request("only one request field may be used in a keyboard button")
    if key.request_contact and not private:
        raise bad_request("phone number can be requested in private chats only")
    if key.request_location and not private:
        raise bad_request("location can be requested in private chats only")
