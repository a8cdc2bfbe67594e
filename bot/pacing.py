"""Telegram's limits on the product's clock: 30 messages/s overall, 1/s a private chat, 20/min a group.

Source: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

URGENT = "alarm"
SECOND = timedelta(seconds=1)
PRIVATE_BURST, PRIVATE_EVERY = 3, SECOND
GROUP_BURST, GROUP_EVERY = 5, timedelta(seconds=4)
LIMITED_CHATS = 3
"""So many chats that Telegram slows at a time mean that it slows the whole bot."""
SLOWER_FOR = timedelta(seconds=30)
"""For so long the others go slower by a step, so that alarms find room below whatever limit Telegram has now."""


@dataclass(slots=True)
class Bucket:
    """Up to `burst` tokens, one more every `every`."""

    burst: float
    every: timedelta
    tokens: float
    at: datetime

    def level(self, now: datetime) -> float:
        """Tokens there now."""
        if now > self.at:
            self.tokens = min(self.burst, self.tokens + (now - self.at) / self.every)
        self.at = now
        return self.tokens

    def ready_at(self, now: datetime) -> datetime:
        """When a token is there."""
        lacking = 1.0 - self.level(now)
        return now if lacking <= 1e-9 else now + lacking * self.every


@dataclass(slots=True)
class Window:
    """At most `most` in any `span`."""

    most: int
    span: timedelta
    times: deque[datetime] = field(default_factory=deque)

    def ready_at(self, now: datetime, kept: int = 0) -> datetime:
        """When there is room for one more, with that much kept free."""
        while self.times and (now - self.times[0] >= self.span or self.times[0] > now):
            self.times.popleft()
        over = len(self.times) - (self.most - kept)
        return now if over < 0 else self.times[over] + self.span


class Pacing:
    """When may be sent. A fifth of the overall rate is kept for alarms; alarms ignore a chat's own pace.

    When Telegram slows the whole bot, two, three or at last four fifths are kept, and again less as time passes.
    """

    def __init__(self, per_second: int) -> None:
        self._overall = Window(per_second, SECOND)
        self._fifth = per_second // 5
        self._slower: deque[datetime] = deque(maxlen=3)
        self._chats: dict[int, Bucket] = {}
        self._holds: dict[int, datetime] = {}
        self._held_until: datetime | None = None

    def overall_at(self, lane: str, now: datetime) -> datetime:
        """The earliest time for anything in that lane; `now` or earlier means at once."""
        if lane == URGENT:
            return self._overall.ready_at(now)
        while self._slower and not now - SLOWER_FOR < self._slower[0] <= now:
            self._slower.popleft()
        kept = self._fifth * (1 + len(self._slower))
        return max(self._held_until or now, self._overall.ready_at(now, kept))

    def chat_at(self, chat_id: int, lane: str, now: datetime) -> datetime:
        """The earliest time for that chat, whatever goes on elsewhere."""
        held = self._holds.get(chat_id, now)
        return held if lane == URGENT else max(held, self._chat(chat_id, now).ready_at(now))

    def count(self, chat_id: int, now: datetime) -> None:
        """Count one message."""
        self._overall.times.append(now)
        bucket = self._chat(chat_id, now)
        bucket.level(now)
        bucket.tokens -= 1

    def give_back(self, chat_id: int, now: datetime) -> None:
        """One that was counted did not leave."""
        if self._overall.times:
            self._overall.times.pop()
        self._chat(chat_id, now).tokens += 1

    def hold(self, chat_id: int, until: datetime, now: datetime) -> None:
        """Send nothing to the chat before that time, for Telegram said 429; when it says so to several chats at a
        time, nothing but alarms is sent to anybody.
        """
        self._holds[chat_id] = max(until, self._holds.get(chat_id, until))
        limited = [end for end in self._holds.values() if end > now]
        if len(limited) >= LIMITED_CHATS:
            self._held_until = min(limited)
            if not self._slower or now - self._slower[-1] >= SECOND:
                self._slower.append(now)

    def forget_times(self) -> None:
        """Begin anew; Telegram says again what it does not want."""
        self._overall.times.clear()
        self._chats.clear()
        self._holds.clear()
        self._held_until = None
        self._slower.clear()

    def forget_idle(self, now: datetime) -> None:
        """Drop what says nothing any more: full buckets and holds that are over."""
        self._chats = {chat: bucket for chat, bucket in self._chats.items() if bucket.level(now) < bucket.burst}
        self._holds = {chat: until for chat, until in self._holds.items() if until > now}

    def _chat(self, chat_id: int, now: datetime) -> Bucket:
        bucket = self._chats.get(chat_id)
        if bucket is None:
            burst, every = (PRIVATE_BURST, PRIVATE_EVERY) if chat_id > 0 else (GROUP_BURST, GROUP_EVERY)
            bucket = self._chats[chat_id] = Bucket(burst, every, burst, now)
        return bucket
