"""One request of a bot: its method, its parameters as the Bot API types them, and what became of it."""

import inspect
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

import telegram
from aiohttp import web

from simulator.refusal import Refusal, bad_request
from simulator.updates import BotAccount
from simulator.world import World

OBJECTS = {
    "allowed_updates",
    "caption_entities",
    "commands",
    "entities",
    "link_preview_options",
    "media",
    "menu_button",
    "message_ids",
    "reaction",
    "reply_markup",
    "reply_parameters",
    "scope",
}
NUMBERS = {
    "cache_time",
    "from_chat_id",
    "heading",
    "limit",
    "live_period",
    "max_connections",
    "message_id",
    "message_thread_id",
    "offset",
    "proximity_alert_radius",
    "user_id",
    "chat_id",
}
REALS = {"horizontal_accuracy", "latitude", "longitude", "timeout"}
FLAGS = {
    "disable_notification",
    "drop_pending_updates",
    "has_spoiler",
    "is_big",
    "protect_content",
    "show_alert",
    "show_caption_above_media",
}


@dataclass(frozen=True)
class Upload:
    """A file that came with the request."""

    name: str
    mime: str
    data: bytes = field(repr=False)


@dataclass(eq=False)
class Call:
    """One request: what was asked, when, and what was answered (`result`, or `error`)."""

    world: World = field(repr=False)
    bot: BotAccount = field(repr=False)
    method: str
    params: dict[str, Any]
    uploads: dict[str, Upload]
    at: datetime
    result: Any = None
    error: Refusal | None = None
    fault: str | None = None

    @property
    def ok(self) -> bool:
        """Whether it had its effect."""
        return self.error is None and self.result is not None

    def need(self, name: str) -> Any:
        """A parameter that must be there; raises Refusal."""
        value = self.params.get(name)
        if value is None or value == "":
            raise bad_request(f"{name.replace('_', ' ') if name == 'text' else name} is empty")
        return value


Handler = Callable[[Call], Any]
METHODS: dict[str, tuple[str, Handler]] = {}
"""Lower-case name to the method's own spelling and its handler; a handler may be a coroutine function."""


def method(name: str) -> Callable[[Handler], Handler]:
    """Register the handler of a Bot API method; the name may not be taken."""

    def register(handler: Handler) -> Handler:
        if name.lower() in METHODS:
            raise ValueError(f"{name} has a handler already")
        METHODS[name.lower()] = (name, handler)
        return handler

    return register


@cache
def fields_of(name: str) -> frozenset[str]:
    """The parameters of a Bot API method, as python-telegram-bot knows them.

    Its positional parameters are those of the Bot API; conveniences of its own are keyword-only.
    """
    signature = inspect.signature(getattr(telegram.Bot, re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()))
    return frozenset(
        parameter.name
        for parameter in signature.parameters.values()
        if parameter.kind is parameter.POSITIONAL_OR_KEYWORD and parameter.name != "self"
    )


async def read_request(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """Parameters and files from the query, JSON, a form or a multipart form."""
    params: dict[str, Any] = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json":
        body = await request.text()
        try:
            params.update(json.loads(body) if body else {})
        except ValueError as error:
            raise bad_request("can't parse JSON object") from error
    elif request.can_read_body:
        try:
            form = await request.post()
        except web.HTTPRequestEntityTooLarge as error:
            raise Refusal(413, "Request Entity Too Large") from error
        for name, value in form.items():
            if isinstance(value, web.FileField):
                uploads[name] = Upload(value.filename, value.content_type, value.file.read())
            else:
                params[name] = value
    return params, uploads


def typed(params: dict[str, Any]) -> dict[str, Any]:
    """Parameters with the types the Bot API gives them, whichever way they came."""
    return {name: _typed(name, value) for name, value in params.items() if value is not None}


def _typed(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if name in OBJECTS:
        try:
            return json.loads(value) if value else None
        except ValueError as error:
            raise bad_request(f"can't parse {name} JSON object") from error
    if name in FLAGS:
        return value.lower() in ("true", "1", "yes")
    if name in NUMBERS and re.fullmatch(r"-?\d+", value):
        return int(value)
    if name in REALS:
        try:
            return float(value)
        except ValueError as error:
            raise bad_request(f"{name} must be a number") from error
    return value


def check_fields(name: str, params: dict[str, Any], uploads: dict[str, Upload]) -> None:
    """Refuse what the method does not have (Telegram would ignore it) and files nothing refers to."""
    fields = fields_of(name)
    for field_name in params:
        if field_name not in fields:
            raise bad_request(f"unknown field {field_name}")
    attached = json.dumps(params, default=str)
    for field_name in uploads:
        if field_name not in fields and f"attach://{field_name}" not in attached:
            raise bad_request(f"unknown field {field_name}")


def plain(result: Any) -> Any:
    """A result as JSON can carry it."""
    if isinstance(result, telegram.TelegramObject):
        return result.to_dict()
    if isinstance(result, list | tuple):
        return [plain(one) for one in result]
    return result
