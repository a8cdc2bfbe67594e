"""Text with entities: Telegram's HTML mode, read strictly, and the entities it finds by itself.

Source: https://core.telegram.org/bots/api#formatting-options
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import telegram
from telegram.constants import MessageEntityType as Kind

from simulator.refusal import Refusal, bad_request

SIMPLE_TAGS = {
    "b": Kind.BOLD,
    "strong": Kind.BOLD,
    "i": Kind.ITALIC,
    "em": Kind.ITALIC,
    "u": Kind.UNDERLINE,
    "ins": Kind.UNDERLINE,
    "s": Kind.STRIKETHROUGH,
    "strike": Kind.STRIKETHROUGH,
    "del": Kind.STRIKETHROUGH,
    "tg-spoiler": Kind.SPOILER,
    "code": Kind.CODE,
    "pre": Kind.PRE,
}
TAGS = {*SIMPLE_TAGS, "a", "span", "blockquote", "tg-emoji", "tg-time"}
NAMED_CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_TAG = re.compile(r"""<(?P<end>/?)(?P<name>[^\s<>/="']*)(?P<rest>(?:[^<>"']|"[^"]*"|'[^']*')*)>""")
_ATTRIBUTE = re.compile(
    r"""\s*(?P<name>[a-zA-Z-]+)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[\w.-]+)))?\s*"""
)
_CHARACTER = re.compile(r"&(?:#(?P<decimal>\d{1,7})|#x(?P<hexadecimal>[0-9a-fA-F]{1,6})|(?P<name>[a-z]+));")
_TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)])"
    r"|(?P<email>[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?<![\w/@])(?P<mention>@[A-Za-z]\w{4,31})"
    r"|(?<![\w/@#])(?P<hashtag>#[^\W\d]\w*)"
    r"|(?<![\w/<>])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)(?![\w/])"
)


@dataclass
class _Open:
    name: str
    kind: str | None
    offset: int
    details: dict[str, Any] = field(default_factory=dict)


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units, in which Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cannot_parse(reason: str) -> Refusal:
    return bad_request(f"can't parse entities: {reason}")


def parse_html(source: str) -> tuple[str, list[telegram.MessageEntity]]:
    """The plain text and its entities; raises Refusal with the reason and the byte offset."""
    parts: list[str] = []
    length = 0
    opened: list[_Open] = []
    entities: list[telegram.MessageEntity] = []
    position = 0

    def add(text: str) -> None:
        nonlocal length
        parts.append(text)
        length += utf16_length(text)

    while position < len(source):
        bracket = source.find("<", position)
        add(_CHARACTER.sub(_character, source[position : bracket if bracket >= 0 else len(source)]))
        if bracket < 0:
            break
        at = len(source[:bracket].encode())
        tag = _TAG.match(source, bracket)
        if tag is None:
            raise cannot_parse(f"Unclosed start tag at byte offset {at}")
        name = tag["name"].lower()
        position = tag.end()
        if not tag["end"]:
            if name not in TAGS:
                raise cannot_parse(f'Unsupported start tag "{name}" at byte offset {at}')
            opened.append(_open(name, tag["rest"], length, at, opened))
            continue
        if not opened:
            raise cannot_parse(f"Unexpected end tag at byte offset {at}")
        if name != opened[-1].name:
            expected = opened[-1].name
            raise cannot_parse(f'Unmatched end tag at byte offset {at}, expected "</{expected}>", found "</{name}>"')
        last = opened.pop()
        if last.kind is not None and length > last.offset:
            entities.append(telegram.MessageEntity(last.kind, last.offset, length - last.offset, **last.details))
    if opened:
        raise cannot_parse(f'Can\'t find end tag corresponding to start tag "{opened[-1].name}"')
    return "".join(parts), entities


def _open(name: str, rest: str, offset: int, at: int, opened: list[_Open]) -> _Open:
    attributes = _attributes(rest, at)
    match name:
        case "a":
            url = attributes.get("href", "")
            return _Open(name, Kind.TEXT_LINK if re.match(r"(https?|tg)://\S", url) else None, offset, {"url": url})
        case "span":
            if attributes.get("class") != "tg-spoiler":
                raise cannot_parse(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
            return _Open(name, Kind.SPOILER, offset)
        case "blockquote":
            return _Open(name, Kind.EXPANDABLE_BLOCKQUOTE if "expandable" in attributes else Kind.BLOCKQUOTE, offset)
        case "tg-emoji":
            if not attributes.get("emoji-id", "").isdigit():
                raise cannot_parse("Invalid custom emoji identifier specified")
            return _Open(name, Kind.CUSTOM_EMOJI, offset, {"custom_emoji_id": attributes["emoji-id"]})
        case "tg-time":
            return _Open(name, Kind.DATE_TIME, offset, _moment(attributes, at))
        case "code" if opened and opened[-1].name == "pre" and opened[-1].offset == offset:
            language = attributes.get("class", "").removeprefix("language-")
            if language:
                opened[-1].details["language"] = language
            return _Open(name, None, offset)
    return _Open(name, SIMPLE_TAGS[name], offset)


def _moment(attributes: dict[str, str], at: int) -> dict[str, Any]:
    unix, layout = attributes.get("unix", ""), attributes.get("format", "")
    if not unix.isdigit() or not _TIME_FORMAT.fullmatch(layout):
        raise cannot_parse(f'Tag "tg-time" must have a valid unix time and format at byte offset {at}')
    return {"unix_time": datetime.fromtimestamp(int(unix), UTC), "date_time_format": layout or None}


def _attributes(rest: str, at: int) -> dict[str, str]:
    found: dict[str, str] = {}
    position = 0
    rest = rest.strip()
    while position < len(rest):
        attribute = _ATTRIBUTE.match(rest, position)
        if attribute is None:
            raise cannot_parse(f"Empty attribute name in the tag at byte offset {at}")
        value = attribute["double"] or attribute["single"] or attribute["bare"] or ""
        found[attribute["name"].lower()] = _CHARACTER.sub(_character, value)
        position = attribute.end()
    return found


def _character(match: re.Match[str]) -> str:
    if match["name"]:
        return NAMED_CHARACTERS.get(match["name"], match[0])
    code = int(match["decimal"]) if match["decimal"] else int(match["hexadecimal"], 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else match[0]


def found_entities(text: str) -> list[telegram.MessageEntity]:
    """Links, mentions, hashtags and commands, which Telegram marks by itself."""
    return [
        telegram.MessageEntity(str(match.lastgroup), utf16_length(text[: match.start()]), utf16_length(match[0]))
        for match in _FOUND.finditer(text)
    ]


def stripped(text: str, entities: list[telegram.MessageEntity]) -> tuple[str, list[telegram.MessageEntity]]:
    """Without white space at both ends, entities moved and cut to match."""
    bare = text.strip()
    shift, end = utf16_length(text) - utf16_length(text.lstrip()), utf16_length(bare)
    kept: list[telegram.MessageEntity] = []
    for entity in entities:
        start = max(entity.offset - shift, 0)
        stop = min(entity.offset + entity.length - shift, end)
        if stop > start:
            kept.append(telegram.MessageEntity(**{**_fields(entity), "offset": start, "length": stop - start}))
    return bare, sorted(kept, key=lambda one: (one.offset, -one.length))


def _fields(entity: telegram.MessageEntity) -> dict[str, Any]:
    names = ("type", "offset", "length", "url", "user", "language", "custom_emoji_id", "date_time_format", "unix_time")
    return {name: getattr(entity, name) for name in names}


MODES: dict[str, Callable[[str], tuple[str, list[telegram.MessageEntity]]]] = {"html": parse_html}
"""Parse modes the simulator reads; others are refused as unsupported."""


def formatted(
    source: str, mode: str | None, entities: list[telegram.MessageEntity] | None
) -> tuple[str, tuple[telegram.MessageEntity, ...]]:
    """A text as Telegram stores it: parsed, trimmed, with the entities it finds by itself."""
    text, marked = source, list(entities or [])
    if mode and not entities:
        if mode.lower() not in MODES:
            raise bad_request("unsupported parse_mode")
        text, marked = MODES[mode.lower()](source)
    for entity in marked:
        if entity.offset < 0 or entity.offset + entity.length > utf16_length(text):
            raise bad_request(f"entity beginning at UTF-16 offset {entity.offset} ends after the end of the text")
    text, marked = stripped(text, marked)
    taken = [
        (one.offset, one.offset + one.length) for one in marked if one.type in (Kind.CODE, Kind.PRE, Kind.TEXT_LINK)
    ]
    for entity in found_entities(text):
        if not any(start < entity.offset + entity.length and entity.offset < stop for start, stop in taken):
            marked.append(entity)
    return text, tuple(sorted(marked, key=lambda one: (one.offset, -one.length)))
