"""Telegram's limits, and what is kept for alarms."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.lanes import LANES
from bot.pacing import Pacing

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
SARI, GROUP = 101, -100200


def times(chat_id: int, lane: str, many: int) -> list[float]:
    """Seconds after noon at which that many messages may leave, one after another."""
    pacing, now, left = Pacing(30), NOON, []
    for _ in range(many):
        now = max(now, pacing.chat_at(chat_id, lane, now), pacing.overall_at(lane, now))
        pacing.count(chat_id, now)
        left.append((now - NOON).total_seconds())
    return left


def test_a_private_chat_gets_three_at_once_and_then_one_a_second() -> None:
    """The fourth message waits for a second, the fifth for two."""
    assert [0, 0, 0, 1, 2] == times(SARI, "reply", 5)


def test_a_group_gets_twenty_in_any_minute() -> None:
    """Five at once, then one in four seconds: the 21st leaves after the first minute."""
    left = times(GROUP, "reply", 21)
    assert [0, 0, 0, 0, 0, 4, 8] == left[:7]
    assert left[20] >= 60


def test_alarms_ignore_the_pace_of_a_chat() -> None:
    """Ten alarms to one chat leave at once."""
    assert [0] * 10 == times(SARI, "alarm", 10)


def test_a_fifth_of_the_second_is_kept_for_alarms() -> None:
    """24 messages fill the second for everything else; six alarms still go."""
    pacing = Pacing(30)
    for chat_id in range(24):
        assert NOON == pacing.overall_at("dispatch", NOON)
        pacing.count(chat_id + 1, NOON)
    assert NOON + SECOND == pacing.overall_at("dispatch", NOON)
    for chat_id in range(6):
        assert NOON == pacing.overall_at("alarm", NOON)
        pacing.count(chat_id + 100, NOON)
    assert NOON + SECOND == pacing.overall_at("alarm", NOON)


@given(st.lists(st.tuples(st.floats(0, 0.3), st.sampled_from(LANES)), min_size=31, max_size=150))
def test_no_second_sees_more_than_thirty(asked: list[tuple[float, str]]) -> None:
    """Whenever messages are asked for, the 31st leaves at least a second after the first."""
    pacing, now, left = Pacing(30), NOON, []
    for number, (pause, lane) in enumerate(asked, 1):
        now = max(now + timedelta(seconds=pause), pacing.overall_at(lane, now + timedelta(seconds=pause)))
        pacing.count(number, now)
        left.append(now)
    assert all(later - earlier >= SECOND for earlier, later in zip(left, left[30:], strict=False))
    assert all(earlier <= later for earlier, later in pairwise(left))


@pytest.mark.parametrize("lane", LANES)
def test_a_limited_chat_is_held_and_no_other(lane: str) -> None:
    """After a 429 that chat waits as long as Telegram says, and its neighbour does not."""
    pacing, until = Pacing(30), NOON + 7 * SECOND
    pacing.hold(SARI, until, NOON)
    assert until == pacing.chat_at(SARI, lane, NOON)
    assert NOON == max(pacing.chat_at(102, lane, NOON), pacing.overall_at(lane, NOON))


def test_three_limited_chats_hold_everything_but_alarms() -> None:
    """Then the bot itself is limited: until the first of them is free only alarms are tried."""
    pacing = Pacing(30)
    for chat_id, seconds in ((101, 9), (102, 5), (103, 7)):
        pacing.hold(chat_id, NOON + seconds * SECOND, NOON)
    assert NOON + 5 * SECOND == pacing.overall_at("dispatch", NOON)
    assert NOON == pacing.overall_at("alarm", NOON)


def others_in_a_second(pacing: Pacing, now: datetime) -> int:
    """How many messages that are no alarms may leave in the second from then on."""
    left = 0
    while pacing.overall_at("broadcast", now) <= now:
        pacing.count(1000 + left, now)
        left += 1
    return left


def test_the_others_go_slower_where_telegram_slows_the_whole_bot() -> None:
    """Each time leaves a fifth more of the rate to alarms, four fifths at most, and half a minute later less again."""
    pacing, left, now = Pacing(30), [], NOON
    for _ in range(5):
        for chat in (1, 2, 3):
            pacing.hold(chat, now + SECOND, now)
        now += 2 * SECOND
        left.append(others_in_a_second(pacing, now))
    later = others_in_a_second(pacing, now + timedelta(seconds=25)), others_in_a_second(pacing, now + SECOND * 60)
    assert ([18, 12, 6, 6, 6], (12, 24)) == (left, later)


def test_limits_one_after_another_are_each_chats_own() -> None:
    """A hold that is over does not count."""
    pacing = Pacing(30)
    for number in range(6):
        now = NOON + 10 * number * SECOND
        pacing.hold(101 + number, now + 5 * SECOND, now)
        assert now == pacing.overall_at("broadcast", now)


def test_a_clock_that_goes_back_holds_nobody() -> None:
    """A corrected system clock must not stop the sending until the old time is reached again."""
    pacing = Pacing(30)
    for chat_id in range(30):
        pacing.count(chat_id + 1, NOON)
    earlier = NOON - timedelta(hours=1)
    assert earlier == max(pacing.overall_at("reply", earlier), pacing.chat_at(500, "reply", earlier))
