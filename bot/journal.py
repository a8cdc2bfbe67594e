"""The journal: structured lines on stderr, ours and the libraries', with nothing personal in them."""

import logging
import sys
from collections.abc import Iterable
from contextlib import suppress
from types import TracebackType
from typing import TextIO

import structlog
from structlog.types import Processor

from bot.redaction import Redaction

# Loggers that say more than anybody reads, and what they are held to.
QUIET = dict.fromkeys(
    ("aiogram.event", "aiohttp.access", "aiosqlite", "alembic.runtime.plugins", "apscheduler"), logging.WARNING
)


def configure(secrets: Iterable[str] = (), stream: TextIO | None = None, level: int = logging.INFO) -> None:
    """Send every log line to `stream`: JSON, or columns on a terminal; `secrets` never stand in one."""
    stream = stream or sys.stderr
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
    handler = _Lines(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.StackInfoRenderer(),
                structlog.processors.format_exc_info,
                Redaction(secrets),
                _columns() if stream.isatty() else structlog.processors.JSONRenderer(),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    logging.captureWarnings(True)
    for name, least in QUIET.items():
        logging.getLogger(name).setLevel(max(level, least))
    sys.excepthook = _note_crash


def _columns() -> Processor:
    return structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)


class _Lines(logging.StreamHandler[TextIO]):
    """Lines on a stream; of one that cannot be made only the logger is told, since its arguments are unredacted."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name logging calls
        with suppress(OSError, ValueError):
            self.stream.write(f"{record.name}: a log line could not be written\n")


def _note_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        logging.getLogger("sigap").critical("crashed", exc_info=(kind, error, trace))
