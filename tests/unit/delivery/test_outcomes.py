"""How a call to Telegram can end, and what becomes of the message then."""

import pytest
from aiogram import exceptions as tg

from bot.outcomes import (
    Broken,
    Moved,
    NotNow,
    Outcome,
    Refused,
    Revoked,
    Sent,
    TooMany,
    Unchanged,
    Unparsable,
    Unreachable,
    Unsure,
    Vanished,
    backoff_s,
    classify,
    state_after,
)
from bot.telegram import Call, NeverReached

CALL = Call(name="sendMessage", payload={})


def refusal(words: str) -> Exception:
    """A 400 with that description."""
    return tg.TelegramBadRequest(CALL, f"Bad Request: {words}")


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (tg.TelegramRetryAfter(CALL, "Too Many Requests", retry_after=7), TooMany),
        (tg.TelegramMigrateToChat(CALL, "upgraded", migrate_to_chat_id=-1009), Moved),
        (tg.TelegramForbiddenError(CALL, "Forbidden: bot was blocked by the user"), Unreachable),
        (tg.TelegramForbiddenError(CALL, "Forbidden: user is deactivated"), Unreachable),
        (refusal("chat not found"), Unreachable),
        (refusal("PEER_ID_INVALID"), Unreachable),
        (tg.TelegramUnauthorizedError(CALL, "Unauthorized"), Revoked),
        (refusal("message is not modified: specified new message content"), Unchanged),
        (refusal("message to edit not found"), Vanished),
        (refusal("MESSAGE_ID_INVALID"), Vanished),
        (refusal("message can't be edited"), Vanished),
        (refusal("can't parse entities: unsupported start tag"), Unparsable),
        (refusal("message is too long"), Refused),
        (refusal("query is too old and response timeout expired"), Refused),
        (tg.TelegramEntityTooLarge(CALL, "Request Entity Too Large"), Refused),
        (tg.TelegramServerError(CALL, "Internal Server Error"), NotNow),
        (tg.RestartingTelegram(CALL, "Bad Gateway: restart"), NotNow),
        (tg.ClientDecodeError("Failed to decode object", ValueError(), "<html>"), NotNow),
        (NeverReached(CALL, "ClientConnectorError"), NotNow),
        (tg.TelegramNetworkError(CALL, "TimeoutError"), Unsure),
        (ConnectionResetError(), Unsure),
    ],
)
def test_each_error_has_one_name(error: Exception, outcome: type[Outcome]) -> None:
    """aiogram's errors are a tree; what is known for sure is told from what is not."""
    assert outcome is type(classify(error))


def test_numbers_of_telegram_are_kept() -> None:
    """How long to wait, and where a group has moved to."""
    limited = classify(tg.TelegramRetryAfter(CALL, "Too Many Requests", retry_after=7))
    moved = classify(tg.TelegramMigrateToChat(CALL, "upgraded", migrate_to_chat_id=-1009))
    assert isinstance(limited, TooMany)
    assert 7 == limited.seconds
    assert isinstance(moved, Moved)
    assert -1009 == moved.chat_id


@pytest.mark.parametrize(
    ("outcome", "at_least_once", "at_most_once"),
    [
        (Sent(), "sent", "sent"),
        (Unchanged(), "sent", "sent"),
        (Unsure(), None, "uncertain"),
        (NotNow(), None, None),
        (TooMany(), None, None),
        (Revoked(), None, None),
        (Unreachable(), "dropped", "dropped"),
        (Refused(), "failed", "failed"),
        (Vanished(), "failed", "failed"),
        (Broken(), "failed", "failed"),
    ],
)
def test_only_a_doubtful_end_depends_on_the_promise(
    outcome: Outcome, at_least_once: str | None, at_most_once: str | None
) -> None:
    """None stands for another try. What surely failed is tried again in every lane."""
    assert at_least_once == state_after(outcome, repeatable=True)
    assert at_most_once == state_after(outcome, repeatable=False)


def test_the_pause_doubles_up_to_a_minute() -> None:
    """1, 2, 4 … 60 seconds; with a limit of its own, up to that."""
    assert [1, 2, 4, 8, 16, 32, 60, 60] == [backoff_s(attempts) for attempts in range(8)]
    assert [1, 2, 4, 5, 5] == [backoff_s(attempts, 5) for attempts in range(5)]
