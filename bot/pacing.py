"""Telegram's limits as token buckets on the product's clock: 30 messages/s overall, 1/s a private chat, 20/min a group.

Source: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

URGENT = frozenset({"alarm"})
PRIVATE_BURST, PRIVATE_EVERY = 3, timedelta(seconds=1)
GROUP_BURST, GROUP_EVERY = 5, timedelta(seconds=4)


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

    def ready_at(self, now: datetime, reserve: float = 0.0) -> datetime:
        """When one token above the reserve is there."""
        lacking = 1.0 + reserve - self.level(now)
        return now if lacking <= 1e-9 else now + lacking * self.every


class Pacing:
    """When a chat may be sent to. A fifth of the overall rate is kept for alarms; alarms ignore a chat's own pace."""

    def __init__(self, per_second: int, now: datetime) -> None:
        self._overall = Bucket(per_second, timedelta(seconds=1) / per_second, per_second, now)
        self._reserve = per_second / 5
        self._chats: dict[int, Bucket] = {}
        self._holds: dict[int | None, datetime] = {}

    def ready_at(self, chat_id: int, lane: str, now: datetime) -> datetime:
        """The earliest time at which the chat may be sent to in that lane; `now` or earlier means at once."""
        held = max(self._holds.get(None, now), self._holds.get(chat_id, now))
        if lane in URGENT:
            return max(held, self._overall.ready_at(now))
        return max(held, self._overall.ready_at(now, self._reserve), self._chat(chat_id, now).ready_at(now))

    def take(self, chat_id: int, now: datetime) -> None:
        """Count one message."""
        for bucket in (self._overall, self._chat(chat_id, now)):
            bucket.level(now)
            bucket.tokens -= 1

    def hold(self, chat_id: int | None, until: datetime) -> None:
        """Send nothing to the chat (None: to nobody) before that time, because Telegram said 429."""
        self._holds[chat_id] = max(until, self._holds.get(chat_id, until))

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
