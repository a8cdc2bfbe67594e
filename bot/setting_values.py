"""The kinds of values that settings have. Each function reads one kind, and raises ValueError for what is none."""

import re
from datetime import time
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from core.office_calendar import OpenHours, Week

ROOT = Path(__file__).resolve().parent.parent
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class Listen(NamedTuple):
    """Where our own HTTP server listens."""

    host: str
    port: int


def token(value: str) -> str:
    """A bot's token."""
    if not re.fullmatch(r"[0-9]{1,20}:[A-Za-z0-9_-]{3,}", value):
        raise ValueError
    return value


def secret(value: str) -> str:
    """What Telegram sends along with updates. Source: https://core.telegram.org/bots/api#setwebhook."""
    if not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", value):
        raise ValueError
    return value


def url(value: str, *, hosts: set[str] | None = None) -> str:
    """The address of a server, without a slash at its end; of one of these hosts, where they are given."""
    parts = urlsplit(value)
    _ = parts.port  # raises ValueError when it is no port
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError
    if re.search(r"[\s\x00-\x20]", value) or (hosts is not None and parts.hostname not in hosts):
        raise ValueError
    return value.rstrip("/")


def public_url(value: str) -> str:
    """An address that Telegram posts to: https, or on this machine for the demo and the tests."""
    parts = urlsplit(url(value))
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise ValueError
    return value


def database(value: str) -> str:
    """The address of a database, with the driver that we use."""
    if re.fullmatch(r"postgresql(\+psycopg)?://[^\s/]*/[^\s/?]+(\?\S*)?", value):
        return value.replace("postgresql://", "postgresql+psycopg://", 1)
    if not re.fullmatch(r"sqlite\+aiosqlite:////?[^?]+", value) or not Path(value.split("///", 1)[1]).is_absolute():
        raise ValueError
    return value


def data_folder(value: str | Path) -> Path:
    """A folder that is there or can be made."""
    if (path := _path(value)).exists() and not path.is_dir():
        raise ValueError
    return path


def folder(value: str | Path) -> Path:
    """A folder that is there."""
    if not (path := _path(value)).is_dir():
        raise ValueError
    return path


def file(value: str | Path) -> Path:
    """A file that is there."""
    if not (path := _path(value)).is_file():
        raise ValueError
    return path


def picture(value: str | Path) -> Path:
    """A picture that is there, of a kind that letters can print."""
    path = file(value)
    if path.suffix.lower() not in (".svg", ".png"):
        raise ValueError
    return path


def line(value: str) -> str:
    """A line of text for a letter's head."""
    if not value.strip() or len(value) > 200 or not value.isprintable():
        raise ValueError
    return value.strip()


def codes(value: str | dict[str, str]) -> dict[str, str]:
    """Classification codes by template."""
    if isinstance(value, dict):
        return value
    pairs = [part.partition("=") for part in value.split(",") if part.strip()]
    found = {name.strip(): code.strip() for name, _, code in pairs}
    if any(not re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in found):
        raise ValueError
    if any(not re.fullmatch(r"[0-9A-Za-z./-]{1,30}", code) for code in found.values()):
        raise ValueError
    return found


def people(value: str) -> tuple[int, ...]:
    """Telegram ids with commas between them."""
    ids = tuple(int(part) for part in value.split(",") if part.strip())
    if any(not 0 < number < 2**52 for number in ids):
        raise ValueError
    return ids


def zone(value: str) -> ZoneInfo:
    """An IANA time zone."""
    try:
        return ZoneInfo(value)
    except (LookupError, OSError) as error:
        raise ValueError from error


def week(value: str) -> Week:
    """Office hours by day, `mon-thu 07:30-16:00, fri 07:30-16:30`; on days that are not named the office is closed."""
    hours: list[OpenHours | None] = [None] * len(WEEKDAYS)
    for part in value.lower().split(","):
        found = re.fullmatch(r"\s*([a-z]{3})(?:-([a-z]{3}))? (\d\d:\d\d)-(\d\d:\d\d)\s*", part)
        if found is None:
            raise ValueError
        first, last = WEEKDAYS.index(found[1]), WEEKDAYS.index(found[2] or found[1])
        open_hours = OpenHours(time.fromisoformat(found[3]), time.fromisoformat(found[4]))
        if last < first or open_hours.closes <= open_hours.opens:
            raise ValueError
        hours[first : last + 1] = [open_hours] * (last + 1 - first)
    return tuple(hours)


def clock_time(value: str) -> time:
    """A time of day, `07:30`."""
    if not re.fullmatch(r"\d\d:\d\d", value):
        raise ValueError
    return time.fromisoformat(value)


def listen(value: str) -> Listen:
    """A host and a port."""
    host, _, port = value.rpartition(":")
    if not host or re.search(r"[\s/@]", host) or not port.isdecimal() or not 0 < int(port) < 65536:
        raise ValueError
    return Listen(host.removeprefix("[").removesuffix("]"), int(port))


def _path(value: str | Path) -> Path:
    return ROOT / Path(value).expanduser()
