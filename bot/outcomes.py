"""What became of a call to Telegram: one name for each way it can end, decided in one place.

Source: https://core.telegram.org/bots/api#making-requests and the wording Telegram uses in `description`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from aiogram import exceptions as tg

from bot.clock import Clock
from bot.errands import Hopeless, NotYet, Postponed
from bot.telegram import NeverReached

RETRY_FIRST_S, RETRY_MOST_S = 1, 60


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a call ended; `detail` is Telegram's own description, which names nobody."""

    detail: str = ""


@dataclass(frozen=True, slots=True)
class Sent(Outcome):
    """Telegram has it."""

    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class TooMany(Outcome):
    """Telegram asks to wait that many seconds (429)."""

    seconds: int = 1


@dataclass(frozen=True, slots=True)
class NotNow(Outcome):
    """Surely not delivered: Telegram could not be reached or said that it failed."""


@dataclass(frozen=True, slots=True)
class Unsure(Outcome):
    """The connection ended before the answer: it may have been delivered."""


@dataclass(frozen=True, slots=True)
class Unreachable(Outcome):
    """The person has blocked the bot, left, or never wrote to it."""


@dataclass(frozen=True, slots=True)
class Moved(Outcome):
    """The group became a supergroup with another number."""

    chat_id: int = 0


@dataclass(frozen=True, slots=True)
class Unchanged(Outcome):
    """The edit equals what is shown: as good as sent."""


@dataclass(frozen=True, slots=True)
class Vanished(Outcome):
    """The message to edit or delete is not there any more."""


@dataclass(frozen=True, slots=True)
class Unparsable(Outcome):
    """Telegram cannot read our markup: sent again as plain text."""


@dataclass(frozen=True, slots=True)
class Refused(Outcome):
    """Telegram refuses it for good."""


@dataclass(frozen=True, slots=True)
class Revoked(Outcome):
    """The token is not valid any more."""


@dataclass(frozen=True, slots=True)
class Broken(Outcome):
    """We could not even write it: a fault of our own, no call was made."""


_REFUSALS: tuple[tuple[str, type[Outcome]], ...] = (
    ("message is not modified", Unchanged),
    ("message to edit not found", Vanished),
    ("message can't be edited", Vanished),
    ("there is no text in the message to edit", Vanished),
    ("message_id_invalid", Vanished),
    ("message to delete not found", Vanished),
    ("message can't be deleted", Vanished),
    ("can't parse entities", Unparsable),
    ("chat not found", Unreachable),
    ("user is deactivated", Unreachable),
    ("peer_id_invalid", Unreachable),
)


def classify(error: Exception) -> Outcome:
    """Name the way in which a call failed; the order matters, because aiogram's errors are a tree."""
    detail = str(getattr(error, "message", type(error).__name__))
    match error:
        case tg.TelegramRetryAfter():
            return TooMany(detail, seconds=error.retry_after)
        case tg.TelegramMigrateToChat():
            return Moved(detail, chat_id=error.migrate_to_chat_id)
        case tg.TelegramForbiddenError():
            return Unreachable(detail)
        case tg.TelegramUnauthorizedError():
            return Revoked(detail)
        case tg.TelegramBadRequest() | tg.TelegramNotFound() | tg.TelegramEntityTooLarge():
            return _refusal(detail)
        case NeverReached() | tg.TelegramServerError() | tg.RestartingTelegram() | tg.ClientDecodeError():
            return NotNow(detail)
        case _:
            return Unsure(detail)


@contextmanager
def errand_call(clock: Clock) -> Iterator[None]:
    """Within it an errand calls Telegram: what goes wrong is raised as Postponed, Hopeless or NotYet."""
    try:
        yield
    except Exception as error:
        outcome = classify(error)
        if isinstance(outcome, TooMany):
            raise Postponed(clock.now() + timedelta(seconds=outcome.seconds)) from error
        hopeless = isinstance(outcome, Unreachable | Refused)
        raise (Hopeless if hopeless else NotYet)(type(outcome).__name__) from error


def _refusal(detail: str) -> Outcome:
    said = detail.lower()
    return next((kind(detail) for words, kind in _REFUSALS if words in said), Refused(detail))


def state_after(outcome: Outcome, *, repeatable: bool) -> str | None:
    """The state in which a message ends; None when it is tried again.

    What may have been delivered is tried again only where a repeat is better than a loss, or does no harm.
    """
    match outcome:
        case Sent() | Unchanged():
            return "sent"
        case Unsure() if not repeatable:
            return "uncertain"
        case Unreachable():
            return "dropped"
        case TooMany() | NotNow() | Unsure() | Revoked():
            return None
        case _:
            return "failed"


def backoff_s(attempts: int, most: int = RETRY_MOST_S) -> int:
    """Seconds to wait before the next try after that many: 1, 2, 4 … 60."""
    return min(most, RETRY_FIRST_S << min(attempts, 6))
