"""The bot itself: who it is, its commands and descriptions, and whom it talks to."""

import re
from typing import Any

import telegram

from simulator.markup import read, read_list
from simulator.refusal import bad_request
from simulator.wire import Call, method

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
MOST_COMMANDS = 100
LONGEST_COMMAND_DESCRIPTION = 256
DESCRIPTIONS = {"description": 512, "short_description": 120, "name": 64}


@method("getMe")
def get_me(call: Call) -> telegram.User:
    return call.bot.user


def _scope(call: Call) -> str:
    scope = call.params.get("scope") or {"type": "default"}
    read(telegram.BotCommandScope, scope, "BotCommandScope")
    return scope_key(scope, call.params.get("language_code"))


def scope_key(scope: dict[str, Any], language: str | None) -> str:
    """Under which commands of a scope and language are kept."""
    return f"{sorted(scope.items())} {language or ''}"


@method("setMyCommands")
def set_my_commands(call: Call) -> bool:
    commands = read_list(telegram.BotCommand, call.params.get("commands"), "BotCommand")
    if len(commands) > MOST_COMMANDS:
        raise bad_request("too many commands")
    for command in commands:
        if not COMMAND.fullmatch(command.command.removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command.description) <= LONGEST_COMMAND_DESCRIPTION:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    call.bot.commands[_scope(call)] = commands
    call.world.announce("commands", None)
    return True


@method("getMyCommands")
def get_my_commands(call: Call) -> list[telegram.BotCommand]:
    return call.bot.commands.get(_scope(call), [])


@method("deleteMyCommands")
def delete_my_commands(call: Call) -> bool:
    call.bot.commands.pop(_scope(call), None)
    call.world.announce("commands", None)
    return True


def _describe(call: Call, field: str) -> bool:
    text = call.params.get(field) or ""
    if len(text) > DESCRIPTIONS[field]:
        raise bad_request(f"bot {field.replace('_', ' ')} is too long")
    call.bot.descriptions[f"{field} {call.params.get('language_code') or ''}"] = text
    return True


@method("setMyDescription")
def set_my_description(call: Call) -> bool:
    return _describe(call, "description")


@method("setMyShortDescription")
def set_my_short_description(call: Call) -> bool:
    return _describe(call, "short_description")


@method("setMyName")
def set_my_name(call: Call) -> bool:
    return _describe(call, "name")


@method("setChatMenuButton")
def set_chat_menu_button(call: Call) -> bool:
    if call.params.get("menu_button"):
        read(telegram.MenuButton, call.params["menu_button"], "MenuButton")
    return True


@method("getChat")
def get_chat(call: Call) -> dict[str, Any]:
    chat = call.world.chat(call.bot, call.params.get("chat_id"))
    return telegram.ChatFullInfo(
        chat.id,
        chat.kind,
        accent_color_id=0,
        max_reaction_count=11,
        accepted_gift_types=telegram.AcceptedGiftTypes(False, False, False, False, False),
        title=chat.title,
        first_name=chat.user.first_name if chat.user is not None else None,
        last_name=chat.user.last_name if chat.user is not None else None,
        username=chat.user.username if chat.user is not None else None,
    ).to_dict()


@method("getChatMember")
def get_chat_member(call: Call) -> telegram.ChatMember:
    chat = call.world.chat(call.bot, call.params.get("chat_id"))
    user = chat.members.get(call.need("user_id"))
    if user is not None:
        return telegram.ChatMemberMember(user)
    if call.params["user_id"] in call.world.users:
        return telegram.ChatMemberLeft(call.world.users[call.params["user_id"]])
    raise bad_request("member not found")
