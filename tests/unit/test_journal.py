"""The journal: one JSON object a line, and nothing personal in it, whoever logs and however."""

import io
import json
import logging
import sys
import warnings

import pytest
import structlog

from bot import journal
from bot.redaction import HIDDEN

TOKEN = "987654:AA-short"  # noqa: S105 - made up
OTHER_TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"  # noqa: S105 - made up


@pytest.fixture
def stream():
    root = logging.getLogger()
    level, hook = root.level, sys.excepthook
    stream = io.StringIO()
    journal.configure([TOKEN], stream)
    [handler] = root.handlers
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)
    sys.excepthook = hook
    logging.captureWarnings(False)
    structlog.reset_defaults()


def lines(stream: io.StringIO) -> list[dict]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_line_is_an_object(stream):
    """Our own lines carry event, level, logger, a UTC timestamp and the fields given."""
    structlog.get_logger("bot.delivery").info("sent", lane="alarm", chat_id=5551234567)

    [line] = lines(stream)
    assert line.pop("timestamp").endswith("Z")
    assert {"event": "sent", "level": "info", "logger": "bot.delivery", "lane": "alarm", "chat_id": 5551234567} == line


def test_libraries_log_here_too(stream):
    """Lines of the standard logging come out the same way, their extra fields too."""
    logging.getLogger("aiogram.event").warning("Update id=%s is not handled", 7, extra={"phone": "1"})

    [line] = lines(stream)
    assert ("Update id=7 is not handled", "aiogram.event", HIDDEN) == (line["event"], line["logger"], line["phone"])


def test_warnings_are_lines(stream):
    """A Python warning is a line and redacted."""
    warnings.warn(f"slow {TOKEN}", stacklevel=1)

    [line] = lines(stream)
    assert "py.warnings" == line["logger"]
    assert TOKEN not in stream.getvalue()


def test_a_crash_is_a_line(stream):
    """What nobody caught is logged without the token."""
    try:
        raise RuntimeError(f"https://h/bot{TOKEN}/getMe")
    except RuntimeError:
        sys.excepthook(*sys.exc_info())

    [line] = lines(stream)
    assert "critical" == line["level"]
    assert f"RuntimeError: https://h/bot{HIDDEN}/getMe" in line["exception"]
    assert TOKEN not in stream.getvalue()


def test_a_line_that_cannot_be_made_tells_nothing(stream):
    """A wrong format string does not bring its arguments into the journal."""
    [handler] = [one for one in logging.getLogger().handlers if getattr(one, "stream", None) is stream]

    handler.handle(logging.LogRecord("aiogram", logging.INFO, "x.py", 1, "%d updates", ("tolong rumah saya",), None))

    assert "aiogram: a log line could not be written\n" == stream.getvalue()


def test_libraries_are_held_to_what_matters(stream):
    """The access log and APScheduler's every tick stay out."""
    logging.getLogger("aiohttp.access").info("GET /health")
    logging.getLogger("apscheduler.executors.default").info("Running job")

    assert "" == stream.getvalue()


@pytest.mark.parametrize(
    "secret",
    [
        TOKEN,
        f"https://api.telegram.org/bot{OTHER_TOKEN}/sendMessage",
        f"https://h/file/bot{OTHER_TOKEN}/photos/1.jpg",
        OTHER_TOKEN.replace(":", "%3A"),
    ],
)
@pytest.mark.parametrize("where", ["event", "field", "nested", "exception", "key"])
def test_a_token_is_never_a_part_of_a_line(stream, secret, where):
    """Ours is known by its value, others by their shape, wherever they stand."""
    log = structlog.get_logger("x")
    if where == "event":
        logging.getLogger("x").error("failed %s", secret)
    elif where == "field":
        log.error("failed", url=secret)
    elif where == "nested":
        log.error("failed", call={"a": [{"b": (secret,)}]})
    elif where == "key":
        log.error("failed", call={secret: 1})
    else:
        try:
            raise ValueError(secret)
        except ValueError:
            log.exception("failed")

    assert TOKEN not in stream.getvalue()
    assert OTHER_TOKEN.partition(":")[2] not in stream.getvalue()
    assert HIDDEN in stream.getvalue()
