"""What the office sets, by environment or `.env`. Every key is documented in `.env.example`.

Relative paths count from the folder that holds `./sigap`, so that the same setting means the same wherever it is read.
"""

from datetime import time
from functools import partial
from pathlib import Path
from typing import Annotated, Any, NamedTuple, Self
from zoneinfo import ZoneInfo

from dotenv import dotenv_values
from pydantic import BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot import setting_values as values
from bot.errors import SettingError
from bot.redaction import one_line, shape
from bot.setting_values import LOOPBACK, ROOT, Listen
from core.fault import did_you_mean
from core.office_calendar import USUAL_WEEK, Week

__all__ = ["KEYS", "LOCALES", "ROOT", "Listen", "Settings", "Wanted"]

LOCALES = ROOT / "locales"


class Wanted(NamedTuple):
    """What a key expects and how a wrong value is mended; `secret` values are never shown."""

    expected: str
    mend: str
    secret: bool = False


PrintedLine = Annotated[str, BeforeValidator(values.line), Wanted("a line of text", "write it as letters print it")]


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
        BeforeValidator(values.token),
        Wanted("a token such as 123456789:AA…", "copy it again from @BotFather", secret=True),
    ] = None
    telegram_api_url: Annotated[
        str,
        BeforeValidator(values.url),
        Wanted("the address of a Bot API server", "leave it out to use https://api.telegram.org"),
    ] = "https://api.telegram.org"
    data_dir: Annotated[
        Path, BeforeValidator(values.data_folder), Wanted("a folder", "name a folder; it is made when it is missing")
    ] = ROOT / "var"
    database_url: Annotated[
        str,
        BeforeValidator(values.database),
        Wanted(
            "postgresql://user:password@host/name, or sqlite+aiosqlite:/// and an absolute path",
            "leave it out to keep the database in DATA_DIR",
        ),
    ] = Field(default_factory=lambda known: f"sqlite+aiosqlite:///{known['data_dir'] / 'sigap.db'}")
    admin_ids: Annotated[
        tuple[int, ...],
        NoDecode,
        BeforeValidator(values.people),
        Wanted("Telegram ids with commas between them", "write numbers, as in 10001,10002"),
    ] = ()
    timezone: Annotated[
        ZoneInfo,
        BeforeValidator(values.zone),
        Wanted("an IANA time zone", "write one such as Asia/Makassar or Asia/Jakarta"),
    ] = ZoneInfo("Asia/Makassar")
    office_hours: Annotated[
        Week,
        NoDecode,
        BeforeValidator(values.week),
        Wanted("days and hours such as mon-thu 07:30-16:00, fri 07:30-16:30", "write mon-fri 07:30-16:00"),
    ] = USUAL_WEEK
    digest_at: Annotated[
        time, BeforeValidator(values.clock_time), Wanted("a time of day", "write hours and minutes, such as 07:30")
    ] = time(7, 30)
    sop_dir: Annotated[
        Path | None,
        BeforeValidator(values.folder),
        Wanted("a folder that exists", "make it, or leave the key out when there are no SOPs of your own"),
    ] = None
    areas_file: Annotated[
        Path | None,
        BeforeValidator(values.file),
        Wanted("a GeoJSON file that exists", "correct the path, or leave the key out"),
    ] = None
    geocoder_url: Annotated[
        str | None,
        BeforeValidator(values.url),
        Wanted("the address of a Nominatim server", "write https://host, or leave the key out"),
    ] = None
    upload_url: Annotated[
        str | None,
        BeforeValidator(values.url),
        Wanted("the address of a place for big files", "write https://host/path, or leave the key out"),
    ] = None
    data_centre_url: Annotated[
        str | None,
        BeforeValidator(values.url),
        Wanted("the address that takes the records", "write https://host/path, or leave the key out"),
    ] = None
    data_centre_secret: Annotated[
        SecretStr | None,
        Field(min_length=16),
        Wanted("at least 16 characters", "agree on a longer secret with the data centre", secret=True),
    ] = None
    webhook_url: Annotated[
        str | None,
        BeforeValidator(values.public_url),
        Wanted("a public https:// address", "write https://host/path, or leave the key out to receive by polling"),
    ] = None
    webhook_secret: Annotated[
        SecretStr | None,
        BeforeValidator(values.secret),
        Wanted("16 to 256 letters, digits, _ and -", "make one with: openssl rand -hex 32", secret=True),
    ] = None
    listen: Annotated[
        Listen, NoDecode, BeforeValidator(values.listen), Wanted("host:port", "write one such as 127.0.0.1:8080")
    ] = Listen("127.0.0.1", 8080)
    messages_per_second: Annotated[
        int,
        Field(ge=1, le=10_000),
        Wanted("a whole number from 1 to 10000", "leave it out for Telegram's own limit of 30"),
    ] = 30
    storm_alarms: Annotated[
        int,
        Field(ge=0, le=1000),
        Wanted("a whole number from 0 to 1000", "write how many alarms your operators can take; 0 leaves it to heads"),
    ] = 10
    storm_minutes: Annotated[
        int, Field(ge=1, le=60), Wanted("a whole number from 1 to 60", "write minutes, such as 5")
    ] = 5
    office_government: PrintedLine = "Pemerintah Kota Tarakan"
    office_name: PrintedLine = "Dinas Komunikasi, Informatika, Statistik dan Persandian"
    office_code: Annotated[
        str, BeforeValidator(values.line), Wanted("a short name", "write it as the numbers of letters have it")
    ] = "DKISP"
    office_address: PrintedLine = "Jl. Pulau Kalimantan No. 1 Tarakan (77131)"
    office_contact: PrintedLine = (
        "Telepon 0851-7999-0551, 0811432453 · dkisp.tarakankota.go.id · dkisp@tarakankota.go.id"
    )
    office_town: Annotated[
        str, BeforeValidator(values.line), Wanted("the name of a town", "write where letters are issued")
    ] = "Tarakan"
    office_logo: Annotated[
        Path | None,
        BeforeValidator(values.picture),
        Wanted("an SVG or PNG file that exists", "correct the path, or leave the key out"),
    ] = None
    letter_codes: Annotated[
        dict[str, str],
        NoDecode,
        BeforeValidator(values.codes),
        Wanted("template=code with commas between them", "write such as surat_tugas=800.1.11.1"),
    ] = Field(default_factory=lambda: {"surat_tugas": "800.1.11.1"})
    clock_url: Annotated[
        str | None,
        BeforeValidator(partial(values.url, hosts=LOOPBACK)),
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
        for url, secret in (("data_centre_url", "data_centre_secret"), ("webhook_url", "webhook_secret")):
            lacking = [key for key in (url, secret) if getattr(self, key) is None]
            if len(lacking) == 1:
                raise SettingError(
                    key=lacking[0].upper(),
                    value="",
                    expected=f"{url.upper()} and {secret.upper()} together",
                    mend="set both, or leave both out",
                )
        return self

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
    shown = shape(str(value)) if wanted.secret else one_line(str(value))
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
