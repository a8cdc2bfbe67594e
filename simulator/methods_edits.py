"""Changing what has been sent: edits, live positions, deletions, pins, reactions."""

from datetime import datetime, timedelta
from typing import Any

import telegram
from telegram.constants import ReactionEmoji

from simulator.chat import Message
from simulator.markup import read_list, read_markup
from simulator.methods_media import input_media, media_content
from simulator.methods_messages import FOREVER, caption_content, location_of, preview_content, text_content
from simulator.refusal import bad_request
from simulator.wire import Call, method

DELETABLE_FOR = timedelta(hours=48)
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
MEDIA = ("photo", "video", "document", "voice", "animation", "audio")
REACTIONS = {emoji.value for emoji in ReactionEmoji}


def editable(call: Call) -> Message:
    """The bot's own message that is to be changed; raises Refusal."""
    chat = call.world.writable(call.bot, call.params.get("chat_id"))
    message = chat.find(call.need("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if message.fields["from_user"].id != call.bot.user.id or message.brought is not None:
        raise bad_request("message can't be edited")
    return message


def inline_markup(call: Call, message: Message) -> telegram.InlineKeyboardMarkup | None:
    """The new inline keyboard; leaving it out takes the old one away."""
    markup = read_markup(call.params.get("reply_markup"), message.chat.private)
    if markup is not None and not isinstance(markup, telegram.InlineKeyboardMarkup):
        raise bad_request("inline keyboard expected")
    return markup


def apply(call: Call, message: Message, changes: dict[str, Any]) -> telegram.Message:
    """Make the change; raises Refusal when it changes nothing."""
    if all(_same(message.fields.get(name), value) for name, value in changes.items() if name != "link_preview_options"):
        raise bad_request(NOT_MODIFIED)
    call.world.limits.spend(message.chat, call.world.clock.now(), edit=True)
    call.world.change(message, changes)
    return message.wire()


def _same(old: Any, new: Any) -> bool:
    return bool(_comparable(old) == _comparable(new))


def _comparable(value: Any) -> Any:
    if isinstance(value, telegram.TelegramObject):
        return value.to_dict()
    if isinstance(value, list | tuple):
        return [_comparable(one) for one in value] or None
    return value


@method("editMessageText")
def edit_message_text(call: Call) -> telegram.Message:
    message = editable(call)
    content = text_content(call, call.params.get("text"))
    if "text" not in message.fields:
        raise bad_request("there is no text in the message to edit")
    return apply(call, message, {**content, **preview_content(call), "reply_markup": inline_markup(call, message)})


@method("editMessageCaption")
def edit_message_caption(call: Call) -> telegram.Message:
    message = editable(call)
    if not any(name in message.fields for name in MEDIA):
        raise bad_request("there is no caption in the message to edit")
    content = {"caption": None, "caption_entities": None, **caption_content(call.params)}
    return apply(call, message, {**content, "reply_markup": inline_markup(call, message)})


@method("editMessageMedia")
def edit_message_media(call: Call) -> telegram.Message:
    message = editable(call)
    if not any(name in message.fields for name in MEDIA):
        raise bad_request("message can't be edited")
    kind, fields = input_media(call.need("media"))
    content = {**dict.fromkeys(MEDIA), "caption": None, "caption_entities": None, **caption_content(fields)}
    content |= media_content(call, kind, fields.get("media"))
    return apply(call, message, {**content, "reply_markup": inline_markup(call, message)})


@method("editMessageReplyMarkup")
def edit_message_reply_markup(call: Call) -> telegram.Message:
    message = editable(call)
    return apply(call, message, {"reply_markup": inline_markup(call, message)})


def live_until(message: Message) -> datetime | None:
    """When a live position ends; nothing for a position that is not live."""
    if message.live_period is None:
        return None
    return message.date + (
        timedelta(days=36500) if message.live_period >= FOREVER else timedelta(seconds=message.live_period)
    )


def live(call: Call) -> Message:
    """The live position that is to be moved or stopped, while it lives."""
    message = editable(call)
    until = live_until(message)
    if until is None or until < call.world.clock.now():
        raise bad_request("message can't be edited")
    return message


@method("editMessageLiveLocation")
def edit_message_live_location(call: Call) -> telegram.Message:
    message = live(call)
    location = location_of({"live_period": message.live_period, **call.params})
    return apply(call, message, {"location": location, "reply_markup": inline_markup(call, message)})


@method("stopMessageLiveLocation")
def stop_message_live_location(call: Call) -> telegram.Message:
    message = live(call)
    assert message.location is not None
    still = telegram.Location(message.location.longitude, message.location.latitude)
    return apply(call, message, {"location": still, "reply_markup": inline_markup(call, message)})


def _deletable(call: Call, message: Message) -> bool:
    young = call.world.clock.now() - message.date <= DELETABLE_FOR
    return young and (message.from_bot or message.chat.private or call.bot.user.id in message.chat.members)


@method("deleteMessage")
def delete_message(call: Call) -> bool:
    message = call.world.writable(call.bot, call.params.get("chat_id")).find(call.need("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    if not _deletable(call, message):
        raise bad_request("message can't be deleted for everyone")
    call.world.delete(message)
    return True


@method("deleteMessages")
def delete_messages(call: Call) -> bool:
    chat = call.world.writable(call.bot, call.params.get("chat_id"))
    numbers = call.need("message_ids")
    if not isinstance(numbers, list) or not 1 <= len(numbers) <= 100:
        raise bad_request("wrong number of message identifiers specified")
    for message in filter(None, map(chat.find, numbers)):
        if _deletable(call, message):
            call.world.delete(message)
    return True


@method("pinChatMessage")
def pin_chat_message(call: Call) -> bool:
    message = call.world.writable(call.bot, call.params.get("chat_id")).find(call.need("message_id"))
    if message is None:
        raise bad_request("message to pin not found")
    if message.id not in message.chat.pinned:
        message.chat.pinned.append(message.id)
        call.world.announce("pinned", message.chat, message_id=message.id)
    return True


@method("unpinChatMessage")
def unpin_chat_message(call: Call) -> bool:
    chat = call.world.writable(call.bot, call.params.get("chat_id"))
    number = call.params.get("message_id") or (chat.pinned[-1] if chat.pinned else None)
    if number not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(number)
    call.world.announce("pinned", chat, message_id=number)
    return True


@method("setMessageReaction")
def set_message_reaction(call: Call) -> bool:
    message = call.world.writable(call.bot, call.params.get("chat_id")).find(call.need("message_id"))
    if message is None:
        raise bad_request("message to react not found")
    reactions = read_list(telegram.ReactionType, call.params.get("reaction") or [], "reaction")
    emoji = tuple(str(getattr(one, "emoji", "")) for one in reactions)
    if len(emoji) > 1 or any(one not in REACTIONS for one in emoji):
        raise bad_request("REACTION_INVALID")
    message.reactions = emoji
    call.world.announce("reaction", message.chat, message_id=message.id)
    return True
