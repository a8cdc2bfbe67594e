"""Settings: what they accept, and how they say what is wrong."""

import re
from pathlib import Path

import pytest

from bot.errors import SettingError
from bot.redaction import shape
from bot.settings import KEYS, ROOT, Listen, Settings

TOKEN = "123456789:AAabcdefghijklmnopqrstuvwxyz_-01234"  # noqa: S105 - made up


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch):
    for key in KEYS:
        monkeypatch.delenv(key, raising=False)


@pytest.fixture
def env_file(tmp_path):
    return tmp_path / ".env"


def load(env_file: Path, text: str) -> Settings:
    env_file.write_text(text, encoding="utf-8")
    return Settings.load(env_file)


def refusal(env_file: Path, text: str) -> str:
    with pytest.raises(SettingError) as caught:
        load(env_file, text)
    return str(caught.value)


def test_everything_has_a_default(env_file):
    """Without any setting the bot would run on SQLite under var, in WITA, on the loopback."""
    settings = Settings.load(env_file)

    assert ROOT / "var" == settings.data_dir
    assert f"sqlite+aiosqlite:///{ROOT}/var/sigap.db" == settings.database_url
    assert "Asia/Makassar" == settings.timezone.key
    assert Listen("127.0.0.1", 8080) == settings.listen
    assert "https://api.telegram.org" == settings.telegram_api_url
    assert () == settings.admin_ids


def test_the_file_is_read(env_file):
    """Keys of .env become settings, whatever the case of their letters, after a byte order mark too."""
    text = (
        f"\ufeffBOT_TOKEN={TOKEN}\nadmin_ids = 10001, 10002\nLISTEN='[::1]:9000'\nTELEGRAM_API_URL=http://bot.lan:1/\n"
    )

    settings = load(env_file, text)

    assert TOKEN == settings.token()
    assert (10001, 10002) == settings.admin_ids
    assert Listen("::1", 9000) == settings.listen
    assert "http://bot.lan:1" == settings.telegram_api_url


def test_the_environment_wins(env_file, monkeypatch):
    """A key that stands in both has the value of the environment."""
    monkeypatch.setenv("TIMEZONE", "Asia/Jakarta")

    assert "Asia/Jakarta" == load(env_file, "TIMEZONE=Asia/Jayapura").timezone.key


def test_an_empty_value_is_none(env_file):
    """A key without a value counts as left out."""
    assert Settings.load(env_file) == load(env_file, "".join(f"{key}=\n" for key in KEYS))


def test_the_database_follows_the_data(env_file, tmp_path):
    """Without DATABASE_URL the database stands in DATA_DIR."""
    assert f"sqlite+aiosqlite:///{tmp_path}/sigap.db" == load(env_file, f"DATA_DIR={tmp_path}").database_url


@pytest.mark.parametrize("scheme", ["postgresql", "postgresql+psycopg"])
def test_a_database_server_may_be_named(env_file, scheme):
    """PostgreSQL is spoken to by psycopg, whichever way its address begins."""
    settings = load(env_file, f"DATABASE_URL={scheme}://sigap:pw@db.internal:5432/sigap")

    assert settings.database_url == "postgresql+psycopg://sigap:pw@db.internal:5432/sigap"
    assert settings.database_file is None


def test_relative_paths_count_from_the_root(env_file, monkeypatch, tmp_path):
    """A relative path means the same wherever the command is called."""
    monkeypatch.chdir(tmp_path)

    assert ROOT / "core" / "procedures" == load(env_file, "SOP_DIR=core/procedures").sop_dir


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("TELEGRAM_API_URL=api.telegram.org", 'TELEGRAM_API_URL="api.telegram.org": expected the address of a Bot API'),
        ("TELEGRAM_API_URL=http://h:99999", 'TELEGRAM_API_URL="http://h:99999": expected the address of a Bot API'),
        ("DATABASE_URL=mysql://a:pw@h/x", 'DATABASE_URL="mysql://…@h/x": expected postgresql://user:password'),
        ("DATABASE_URL=sqlite+aiosqlite:///x.db", 'DATABASE_URL="sqlite+aiosqlite:///x.db": expected postgresql://'),
        ("DATABASE_URL=postgresql://a:pw@h", 'DATABASE_URL="postgresql://…@h": expected postgresql://'),
        ("DATA_DIR=pyproject.toml", 'DATA_DIR="pyproject.toml": expected a folder'),
        ("ADMIN_IDS=10001;10002", 'ADMIN_IDS="10001;10002": expected Telegram ids with commas between them'),
        ("ADMIN_IDS=-5", 'ADMIN_IDS="-5": expected Telegram ids with commas between them'),
        ("TIMEZONE=WITA", 'TIMEZONE="WITA": expected an IANA time zone'),
        ("TIMEZONE=../../etc/passwd", 'TIMEZONE="../../etc/passwd": expected an IANA time zone'),
        ("TIMEZONE=Asia", 'TIMEZONE="Asia": expected an IANA time zone'),
        ("SOP_DIR=/no/such", 'SOP_DIR="/no/such": expected a folder that exists'),
        ("AREAS_FILE=core", 'AREAS_FILE="core": expected a GeoJSON file that exists'),
        ("GEOCODER_URL=ftp://x", 'GEOCODER_URL="ftp://x": expected the address of a Nominatim server'),
        ("DATA_CENTRE_URL=https://a b", 'DATA_CENTRE_URL="https://a b": expected the address that takes the records'),
        ("WEBHOOK_URL=http://bot.example/x", 'WEBHOOK_URL="http://bot.example/x": expected a public https:// address'),
        ("WEBHOOK_URL=https://bot.example/x", 'WEBHOOK_SECRET="": expected WEBHOOK_URL and WEBHOOK_SECRET together'),
        ("WEBHOOK_SECRET=kurang dari cukup", 'WEBHOOK_SECRET="aaaaaa aaaa aaaaa": expected 16 to 256 letters'),
        ("LISTEN=8080", 'LISTEN="8080": expected host:port'),
        ("LISTEN=:8080", 'LISTEN=":8080": expected host:port'),
        ("LISTEN=0.0.0.0:70000", 'LISTEN="0.0.0.0:70000": expected host:port'),
        ("CLOCK_URL=http://10.0.0.1/clock", 'CLOCK_URL="http://10.0.0.1/clock": expected an address on this machine'),
    ],
)
def test_a_wrong_value_is_told_on_one_line(env_file, line, said):
    """Key, value, what is expected and how it is mended stand on one line."""
    told = refusal(env_file, line)

    assert said == told[: len(said)]
    assert re.search("; mend: .", told)
    assert 1 == len(told.splitlines())


@pytest.mark.parametrize("value", ["777777777", "777777777:AA secret", "x77777777:AAsecret", "777777777:AAsecretö"])
def test_a_wrong_token_is_never_told(env_file, value):
    """Of a token only the shape is shown."""
    told = refusal(env_file, f'BOT_TOKEN="{value}"')

    assert f'BOT_TOKEN="{shape(value)}": expected a token' == told.partition(" such as")[0]
    assert "secret" not in told
    assert "777" not in told


def test_a_right_token_is_never_printed(env_file):
    """Printing the settings shows no secret."""
    settings = load(env_file, f"BOT_TOKEN={TOKEN}\nDATA_CENTRE_URL=https://h\nDATA_CENTRE_SECRET=0123456789abcdef")

    assert TOKEN not in repr(settings)
    assert "0123456789abcdef" not in repr(settings)


def test_run_needs_a_token(env_file):
    """Where the token is missing, that is said when it is asked for."""
    with pytest.raises(SettingError, match=r'^BOT_TOKEN="": expected a token; mend: get one from @BotFather'):
        Settings.load(env_file).token()


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("DATA_CENTRE_URL=https://pusat.example/x", "DATA_CENTRE_SECRET"),
        ("DATA_CENTRE_SECRET=0123456789abcdef", "DATA_CENTRE_URL"),
    ],
)
def test_the_data_centre_is_set_by_both_or_neither(env_file, line, missing):
    """An address without its secret, or a secret without its address, is refused and the other one named."""
    assert (
        f'{missing}="": expected DATA_CENTRE_URL and DATA_CENTRE_SECRET together'
        == (refusal(env_file, line).partition("; mend")[0])
    )


def test_a_short_secret_is_refused_unseen(env_file):
    """A secret of fewer than 16 characters is refused, and only its shape is told."""
    told = refusal(env_file, "DATA_CENTRE_SECRET=rahasia9")

    assert 'DATA_CENTRE_SECRET="aaaaaaa9": expected at least 16 characters' == told.partition("; mend")[0]


def test_an_unknown_key_of_the_file_is_named(env_file):
    """A misspelt key is refused with the nearest known one, and its value is not told."""
    told = refusal(env_file, f"BOT_TOKN={TOKEN}")

    assert "a key that .env.example names (did you mean BOT_TOKEN?)" in told
    assert TOKEN not in told


def test_unknown_keys_of_the_environment_do_not_matter(env_file, monkeypatch):
    """The environment belongs to others as well."""
    monkeypatch.setenv("BOT_TOKN", "x")

    assert Settings.load(env_file).bot_token is None


def test_a_file_that_is_no_text_is_told(env_file):
    """A file in another encoding stops the start with one line."""
    env_file.write_bytes(b"BOT_TOKEN=\xff\xfe\x00")

    with pytest.raises(SettingError, match=r"expected a readable text file; mend: look at it: .*$"):
        Settings.load(env_file)


def test_the_example_names_every_key():
    """.env.example has every key once, under a comment that says what it is."""
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    paragraphs = text.strip().split("\n\n")[1:]

    assert sorted(KEYS) == sorted(re.findall(r"(?m)^#([A-Z_]+)=", text))
    assert all(paragraph.startswith("# ") for paragraph in paragraphs)


def test_the_example_gives_the_defaults(env_file):
    """With every line of .env.example uncommented the settings are the defaults."""
    text = (ROOT / ".env.example").read_text(encoding="utf-8")

    assert Settings.load(env_file) == load(env_file, re.sub(r"(?m)^#(?=[A-Z_]+=)", "", text))


WEEKS = [
    ("mon-fri 07:30-16:00", "07:30-16:00 " * 5 + "free free"),
    ("MON-THU 07:30-16:00, fri 07:30-11:30", "07:30-16:00 " * 4 + "07:30-11:30 free free"),
    ("mon-sat 08:00-14:00", "08:00-14:00 " * 6 + "free"),
]


@pytest.mark.parametrize(("text", "week"), WEEKS, ids=[row[0] for row in WEEKS])
def test_office_hours(env_file, text, week):
    """Hours are given by day; what is not named is free."""
    hours = load(env_file, f"OFFICE_HOURS={text}").office_hours
    assert week.split() == [f"{day[0]:%H:%M}-{day[1]:%H:%M}" if day else "free" for day in hours]


@pytest.mark.parametrize(
    "text", ["07:30-16:00", "mon-fri 16:00-07:30", "fri-mon 08:00-15:00", "mon 8-15", "mun 08:00-15:00"]
)
def test_hours_that_are_none(env_file, text):
    """A value that is no week is refused with an example of one."""
    assert "mon-thu 07:30-16:00" in refusal(env_file, f"OFFICE_HOURS={text}")
