"""Sending: texts, places, contacts, copies and forwards."""

from datetime import timedelta
from typing import Any

import telegram
from telegram.constants import ChatAction

from simulator.chat import Chat, Message
from simulator.formatting import formatted, utf16_length
from simulator.markup import read, read_list, read_markup
from simulator.refusal import bad_request
from simulator.wire import Call, method

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
FOREVER = 0x7FFFFFFF
LIVE_PERIODS = range(60, 86401)
COPIED = (
    "text", "entities", "caption", "caption_entities", "photo", "document", "voice", "video", "video_note", "sticker",
    "location", "venue", "contact",
)  # fmt: skip


def text_content(call: Call, source: Any) -> dict[str, Any]:
    """The text of a message with its entities; raises Refusal when empty or too long."""
    if not isinstance(source, str) or not source.strip():
        raise bad_request("message text is empty")
    given = call.params.get("entities")
    marked = read_list(telegram.MessageEntity, given, "message entities") if given else None
    text, entities = formatted(source, call.params.get("parse_mode"), marked)
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return {"text": text, "entities": entities or None}


def caption_content(params: dict[str, Any]) -> dict[str, Any]:
    """The caption of a picture or file with its entities."""
    source = params.get("caption")
    if not source:
        return {}
    given = params.get("caption_entities")
    marked = read_list(telegram.MessageEntity, given, "caption entities") if given else None
    text, entities = formatted(str(source), params.get("parse_mode"), marked)
    if utf16_length(text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    above = params.get("show_caption_above_media") or None
    return {"caption": text or None, "caption_entities": entities or None, "show_caption_above_media": above}


def preview_content(call: Call) -> dict[str, Any]:
    given = call.params.get("link_preview_options")
    return {"link_preview_options": read(telegram.LinkPreviewOptions, given, "link preview options")} if given else {}


def answered(call: Call, chat: Chat) -> telegram.Message | None:
    """The message that the new one replies to; raises Refusal when it is gone and must not be."""
    given = call.params.get("reply_parameters")
    if not given:
        return None
    reply = read(telegram.ReplyParameters, given, "reply parameters")
    message = chat.find(reply.message_id)
    if message is None:
        if reply.allow_sending_without_reply:
            return None
        raise bad_request("message to be replied not found")
    return message.without_reply()


def send(call: Call, *contents: dict[str, Any]) -> list[Message]:
    """Deliver one message, or an album, from the bot to its chat; everything is checked before anything shows."""
    chat = call.world.writable(call.bot, call.params.get("chat_id"))
    markup = read_markup(call.params.get("reply_markup"), chat.private)
    reply = answered(call, chat)
    call.world.limits.spend(chat, call.world.clock.now(), len(contents))
    inline = markup if isinstance(markup, telegram.InlineKeyboardMarkup) else None
    protect = call.params.get("protect_content") or None
    sent = []
    for content in contents:
        whole = {**content, "reply_markup": inline, "reply_to_message": reply, "has_protected_content": protect}
        message = call.world.post(chat, call.bot.user, whole)
        message.brought = None if inline is not None else markup
        message.silent = bool(call.params.get("disable_notification"))
        chat.show_keyboard(message)
        chat.inbox.append(message)
        call.world.announce("message", chat, message_id=message.id)
        sent.append(message)
    return sent


def coordinates(params: dict[str, Any]) -> tuple[float, float]:
    """Longitude and latitude in degrees, in the order of `telegram.Location`; raises Refusal."""
    try:
        latitude, longitude = float(params["latitude"]), float(params["longitude"])
    except (KeyError, TypeError, ValueError) as error:
        raise bad_request("latitude or longitude is empty") from error
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("wrong location specified")
    return longitude, latitude


def location_of(params: dict[str, Any]) -> telegram.Location:
    """A static or live position."""
    accuracy = params.get("horizontal_accuracy")
    if accuracy is not None and not 0 <= accuracy <= 1500:
        raise bad_request("wrong horizontal accuracy specified")
    period = params.get("live_period")
    if period is not None and period != FOREVER and period not in LIVE_PERIODS:
        raise bad_request("wrong live location period specified")
    return telegram.Location(
        *coordinates(params),
        horizontal_accuracy=accuracy,
        live_period=timedelta(seconds=period) if period else None,
        heading=params.get("heading"),
        proximity_alert_radius=params.get("proximity_alert_radius"),
    )


@method("sendMessage")
def send_message(call: Call) -> telegram.Message:
    call.world.chat(call.bot, call.params.get("chat_id"))
    content = text_content(call, call.params.get("text"))
    return send(call, {**content, **preview_content(call)})[0].wire()


@method("sendLocation")
def send_location(call: Call) -> telegram.Message:
    return send(call, {"location": location_of(call.params)})[0].wire()


@method("sendVenue")
def send_venue(call: Call) -> telegram.Message:
    place = telegram.Location(*coordinates(call.params))
    venue = telegram.Venue(place, call.need("title"), call.need("address"))
    return send(call, {"location": place, "venue": venue})[0].wire()


@method("sendContact")
def send_contact(call: Call) -> telegram.Message:
    contact = telegram.Contact(call.need("phone_number"), call.need("first_name"), call.params.get("last_name"))
    return send(call, {"contact": contact})[0].wire()


def _source(call: Call, what: str) -> Message:
    chat = call.world.chat(call.bot, call.params.get("from_chat_id"))
    message = chat.find(call.need("message_id"))
    if message is None:
        raise bad_request(f"message to {what} not found")
    return message


@method("copyMessage")
def copy_message(call: Call) -> telegram.MessageId:
    source = _source(call, "copy")
    content = {name: source.fields[name] for name in COPIED if name in source.fields}
    if "caption" in call.params and "text" not in content:
        content |= {"caption": None, "caption_entities": None} | caption_content(call.params)
    return telegram.MessageId(send(call, content)[0].id)


@method("forwardMessage")
def forward_message(call: Call) -> telegram.Message:
    source = _source(call, "forward")
    if source.fields.get("has_protected_content"):
        raise bad_request("message can't be forwarded")
    return send(call, forwarded(source))[0].wire()


def forwarded(source: Message) -> dict[str, Any]:
    """Content of a forward, with where it comes from."""
    content = {name: source.fields[name] for name in COPIED if name in source.fields}
    origin = source.fields.get("forward_origin") or telegram.MessageOriginUser(source.date, source.fields["from_user"])
    return {**content, "forward_origin": origin}


@method("sendChatAction")
def send_chat_action(call: Call) -> bool:
    chat = call.world.writable(call.bot, call.params.get("chat_id"))
    if call.need("action") not in {action.value for action in ChatAction}:
        raise bad_request("wrong parameter action in request")
    call.world.announce("typing", chat)
    return True
