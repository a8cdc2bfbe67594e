"""What the office sets, by environment or `.env`. Every key is documented in `.env.example`.

Relative paths count from the folder that holds `./sigap`, so that the same setting means the same wherever it is read.
"""

import re
from functools import partial
from pathlib import Path
from typing import Annotated, Any, NamedTuple, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from dotenv import dotenv_values
from pydantic import BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import SettingError
from core.fault import did_you_mean

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "locales"
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class Listen(NamedTuple):
    """Where our own HTTP server listens."""

    host: str
    port: int


class Wanted(NamedTuple):
    """What a key expects and how a wrong value is mended; `secret` values are never shown."""

    expected: str
    mend: str
    secret: bool = False


def _token(value: str) -> str:
    if not re.fullmatch(r"[0-9]{1,20}:[A-Za-z0-9_-]{3,}", value):
        raise ValueError
    return value


def _url(value: str, *, hosts: set[str] | None = None) -> str:
    parts = urlsplit(value)
    _ = parts.port  # raises ValueError when it is no port
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError
    if re.search(r"[\s\x00-\x20]", value) or (hosts is not None and parts.hostname not in hosts):
        raise ValueError
    return value.rstrip("/")


def _database(value: str) -> str:
    if re.fullmatch(r"postgresql(\+psycopg)?://[^\s/]*/[^\s/?]+(\?\S*)?", value):
        return value.replace("postgresql://", "postgresql+psycopg://", 1)
    if not re.fullmatch(r"sqlite\+aiosqlite:////?[^?]+", value) or not Path(value.split("///", 1)[1]).is_absolute():
        raise ValueError
    return value


def _path(value: str | Path) -> Path:
    return ROOT / Path(value).expanduser()


def _data_dir(value: str | Path) -> Path:
    if (path := _path(value)).exists() and not path.is_dir():
        raise ValueError
    return path


def _folder(value: str | Path) -> Path:
    if not (path := _path(value)).is_dir():
        raise ValueError
    return path


def _file(value: str | Path) -> Path:
    if not (path := _path(value)).is_file():
        raise ValueError
    return path


def _ids(value: str) -> tuple[int, ...]:
    ids = tuple(int(part) for part in value.split(",") if part.strip())
    if any(not 0 < number < 2**52 for number in ids):
        raise ValueError
    return ids


def _zone(value: str) -> ZoneInfo:
    try:
        return ZoneInfo(value)
    except (LookupError, OSError) as error:
        raise ValueError from error


def _listen(value: str) -> Listen:
    host, _, port = value.rpartition(":")
    if not host or re.search(r"[\s/@]", host) or not port.isdecimal() or not 0 < int(port) < 65536:
        raise ValueError
    return Listen(host.removeprefix("[").removesuffix("]"), int(port))


class Settings(BaseSettings):
    """The settings of one installation, checked; read them with `Settings.load`."""

    model_config = SettingsConfigDict(
        env_file_encoding="utf-8-sig",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        validate_default=False,
    )

    bot_token: Annotated[
        SecretStr | None,
        BeforeValidator(_token),
        Wanted("a token such as 123456789:AA…", "copy it again from @BotFather", secret=True),
    ] = None
    telegram_api_url: Annotated[
        str,
        BeforeValidator(_url),
        Wanted("the address of a Bot API server", "leave it out to use https://api.telegram.org"),
    ] = "https://api.telegram.org"
    data_dir: Annotated[
        Path, BeforeValidator(_data_dir), Wanted("a folder", "name a folder; it is made when it is missing")
    ] = ROOT / "var"
    database_url: Annotated[
        str,
        BeforeValidator(_database),
        Wanted(
            "postgresql://user:password@host/name, or sqlite+aiosqlite:/// and an absolute path",
            "leave it out to keep the database in DATA_DIR",
        ),
    ] = Field(default_factory=lambda known: f"sqlite+aiosqlite:///{known['data_dir'] / 'sigap.db'}")
    admin_ids: Annotated[
        tuple[int, ...],
        NoDecode,
        BeforeValidator(_ids),
        Wanted("Telegram ids with commas between them", "write numbers, as in 10001,10002"),
    ] = ()
    timezone: Annotated[
        ZoneInfo, BeforeValidator(_zone), Wanted("an IANA time zone", "write one such as Asia/Makassar or Asia/Jakarta")
    ] = ZoneInfo("Asia/Makassar")
    sop_dir: Annotated[
        Path | None,
        BeforeValidator(_folder),
        Wanted("a folder that exists", "make it, or leave the key out when there are no SOPs of your own"),
    ] = None
    areas_file: Annotated[
        Path | None,
        BeforeValidator(_file),
        Wanted("a GeoJSON file that exists", "correct the path, or leave the key out"),
    ] = None
    geocoder_url: Annotated[
        str | None,
        BeforeValidator(_url),
        Wanted("the address of a Nominatim server", "write https://host, or leave the key out"),
    ] = None
    data_centre_url: Annotated[
        str | None,
        BeforeValidator(_url),
        Wanted("the address that takes the records", "write https://host/path, or leave the key out"),
    ] = None
    data_centre_secret: Annotated[
        SecretStr | None,
        Field(min_length=16),
        Wanted("at least 16 characters", "agree on a longer secret with the data centre", secret=True),
    ] = None
    listen: Annotated[
        Listen, NoDecode, BeforeValidator(_listen), Wanted("host:port", "write one such as 127.0.0.1:8080")
    ] = Listen("127.0.0.1", 8080)
    messages_per_second: Annotated[
        int,
        Field(ge=1, le=10_000),
        Wanted("a whole number from 1 to 10000", "leave it out for Telegram's own limit of 30"),
    ] = 30
    clock_url: Annotated[
        str | None,
        BeforeValidator(partial(_url, hosts=LOOPBACK)),
        Wanted("an address on this machine", "leave the key out; only the demo and the tests move the clock"),
    ] = None

    @classmethod
    def load(cls, env_file: Path = ROOT / ".env") -> Self:
        """Read the environment, then `env_file`; raises `SettingError` for the first value that is wrong."""
        try:
            _refuse_strangers(env_file)
            return cls(_env_file=env_file)
        except (OSError, UnicodeDecodeError) as error:
            raise SettingError(
                key="env file", value=env_file, expected="a readable text file", mend=f"look at it: {error}"
            ) from None
        except ValidationError as error:
            first = error.errors()[0]
            raise _wrong(str(first["loc"][0]), first["input"]) from None

    @model_validator(mode="after")
    def _both_or_neither(self) -> Self:
        if (self.data_centre_url is None) == (self.data_centre_secret is None):
            return self
        key = "DATA_CENTRE_URL" if self.data_centre_url is None else "DATA_CENTRE_SECRET"
        raise SettingError(
            key=key,
            value="",
            expected="DATA_CENTRE_URL and DATA_CENTRE_SECRET together",
            mend="set both, or leave both out",
        )

    @property
    def database_file(self) -> Path | None:
        """The file that holds the database; None where a server does."""
        kind, _, path = self.database_url.partition(":///")
        return Path(path) if kind.startswith("sqlite") else None

    def token(self) -> str:
        """The bot's token; raises `SettingError` where none is set."""
        if self.bot_token is None:
            raise SettingError(
                key="BOT_TOKEN", value="", expected="a token", mend="get one from @BotFather and write it in .env"
            )
        return self.bot_token.get_secret_value()


KEYS = {name.upper(): name for name in Settings.model_fields}


def _wrong(field: str, value: Any) -> SettingError:
    wanted = next(entry for entry in Settings.model_fields[field].metadata if isinstance(entry, Wanted))
    shown = shape(str(value)) if wanted.secret else _one_line(str(value))
    return SettingError(key=field.upper(), value=shown, expected=wanted.expected, mend=wanted.mend)


def _refuse_strangers(env_file: Path) -> None:
    for key, value in dotenv_values(env_file, encoding="utf-8-sig").items():
        if key.upper() in KEYS:
            continue
        raise SettingError(
            key=key,
            value=shape(value or ""),
            expected=f"a key that .env.example names{did_you_mean(key.upper(), KEYS)}",
            mend="correct the key, or take the line out of .env",
        )


def shape(secret: str) -> str:
    """What a secret looks like without being told: `123:Ab-` becomes `999:aa-`, at most 20 characters of it."""
    masked = re.sub(r"[^\W\d_]", "a", re.sub(r"\d", "9", _one_line(secret)))
    return masked if len(masked) <= 20 else f"{masked[:20]}… {len(secret)} characters"


def _one_line(value: str) -> str:
    shown = re.sub(r"(?<=//)[^/@\s]*@", "…@", value)
    return shown if shown.isprintable() else shown.encode("unicode_escape").decode()
