"""The links of the audit trail, on paper: how an event becomes one, how one is read again, and what breaks it."""

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from core.events import KINDS, Event, Personal
from storage.database import iso

PERSONAL = "personal"
BEGINNING = (0, "0" * 64)
"""Place and hash of what the first link follows."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before it has its place: plain fields in `data`, what belongs to a person in `personal`."""

    kind: str
    at: datetime
    by: int | None
    data: Mapping[str, Any]
    personal: Mapping[str, Any] = field(default_factory=dict)
    case_id: int | None = None
    case_version: int | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """The first broken link: its place, what is wrong with it, and the case where it is a case's count."""

    seq: int
    fault: str
    case_id: int | None = None

    def __str__(self) -> str:
        about = "" if self.case_id is None else f" (case {self.case_id})"
        return f"event {self.seq}: {self.fault}{about}"


def canonical(value: Any) -> str:
    """JSON with one spelling for one value; raises TypeError or ValueError for what JSON cannot say."""
    return _ENCODER.encode(value)


def draft(event: Event, case_id: int, case_version: int, at: datetime) -> Draft:
    """The draft of a case's event."""
    plain: dict[str, Any] = {}
    personal: dict[str, Any] = {}
    for name in _names(type(event).__name__):
        value = getattr(event, name)
        if isinstance(value, Personal):
            personal[name] = value.value
        else:
            plain[name] = value
    return Draft(type(event).__name__, at, event.by, plain, personal, case_id, case_version)


def linked(
    last: tuple[int, str], drafts: Iterable[Draft]
) -> tuple[tuple[int, str], list[dict[str, Any]], list[dict[str, Any]]]:
    """The chain's new end (place and hash), the rows of the links after `last`, and those of their personal values."""
    seq, previous = last
    links: list[dict[str, Any]] = []
    values: list[dict[str, Any]] = []
    for item in drafts:
        seq += 1
        data = dict(item.data)
        if item.personal:
            data[PERSONAL] = digests = {}
            for name, value in item.personal.items():
                salt, text = secrets.token_hex(16), canonical(value)
                digests[name] = _sha256(salt + text)
                values.append({"seq": seq, "name": name, "case_id": item.case_id, "salt": salt, "value": text})
        link = {
            "seq": seq,
            "case_id": item.case_id,
            "case_version": item.case_version,
            "kind": item.kind,
            "at": iso(item.at),
            "by": item.by,
            "data": canonical(data),
        }
        current = link_hash(previous, link)
        links.append({**link, "previous": previous, "hash": current})
        previous = current
    return (seq, previous), links, values


def link_hash(previous: str, link: Mapping[str, Any]) -> str:
    """SHA-256 in hex over the hash before it and the row's seven columns in canonical JSON."""
    columns = ("seq", "case_id", "case_version", "kind", "at", "by", "data")
    return _sha256(previous + canonical([link[name] for name in columns]))


def read(link: Mapping[str, Any], personal: Mapping[str, str | None]) -> tuple[Event, datetime]:
    """The event of a link and its moment, with the texts of its personal values by name; an erased one is None."""
    data = json.loads(link["data"])
    for name in data.pop(PERSONAL, ()):
        text = personal[name]
        data[name] = Personal(None if text is None else json.loads(text))
    event = _adapter(link["kind"]).validate_python({**data, "by": link["by"]})
    return event, datetime.fromisoformat(link["at"])


def fault(link: Mapping[str, Any], last: tuple[int, str], personal: Iterable[Mapping[str, Any]]) -> Broken | None:
    """What is wrong with the link that follows `last`, or with its personal values; None if nothing."""
    (seq, previous), place = last, link["seq"]
    if place > seq + 1:
        return Broken(seq + 1, "missing")
    if place < seq + 1:
        return Broken(place, "added by hand")
    if link["previous"] != previous or link["hash"] != link_hash(previous, link):
        return Broken(place, "changed")
    digests = json.loads(link["data"]).get(PERSONAL, {})
    values = {row["name"]: row for row in personal}
    for name in sorted(digests.keys() | values.keys()):
        if name not in values or name not in digests:
            return Broken(place, f"personal field {name}: {'missing' if name in digests else 'added by hand'}")
        row = values[name]
        if row["value"] is not None and _sha256(row["salt"] + row["value"]) != digests[name]:
            return Broken(place, f"personal field {name}: changed")
    return None


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def _names(kind: str) -> tuple[str, ...]:
    return tuple(item.name for item in fields(KINDS[kind]) if item.name != "by")


@cache
def _adapter(kind: str) -> TypeAdapter[Event]:
    return TypeAdapter(KINDS[kind])
