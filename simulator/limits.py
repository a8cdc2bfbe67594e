"""How fast a bot may send; switched off unless a test or the demo wants it.

Source: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

import math
from collections import deque
from datetime import datetime, timedelta

from simulator.chat import Chat
from simulator.refusal import too_many_requests

OVERALL_PER_SECOND = 30
PRIVATE_BURST = 3
GROUP_PER_MINUTE = 20


class Limits:
    """Three limits on the simulated clock, checked when `enforce` is on.

    30 messages in any second overall; in a private chat one a second, after a burst of three; in a group 20 messages
    and edits in any minute. What is over gets 429 with the whole seconds to wait, and does not count.
    """

    def __init__(self) -> None:
        self.enforce = False
        self._overall: deque[datetime] = deque()
        self._groups: dict[int, deque[datetime]] = {}
        self._private: dict[int, tuple[float, datetime]] = {}

    def spend(self, chat: Chat, now: datetime, messages: int = 1, edit: bool = False) -> None:
        """Count `messages` to `chat`; raises Refusal (429) when a limit is reached."""
        if not self.enforce:
            return
        second, minute = timedelta(seconds=1), timedelta(minutes=1)
        self._check(self._overall, OVERALL_PER_SECOND, second, now, messages)
        if chat.private:
            if not edit:
                self._spend_private(chat.id, now, messages)
        else:
            group = self._groups.setdefault(chat.id, deque())
            self._check(group, GROUP_PER_MINUTE, minute, now, messages)
            group.extend([now] * messages)
        self._overall.extend([now] * messages)

    def _check(self, times: deque[datetime], most: int, span: timedelta, now: datetime, messages: int) -> None:
        while times and now - times[0] >= span:
            times.popleft()
        if times and len(times) + messages > most:
            raise too_many_requests(max(1, math.ceil((times[0] + span - now).total_seconds())))

    def _spend_private(self, chat_id: int, now: datetime, messages: int) -> None:
        tokens, at = self._private.get(chat_id, (float(PRIVATE_BURST), now))
        tokens = min(float(PRIVATE_BURST), tokens + (now - at).total_seconds())
        if tokens < 1:
            raise too_many_requests(math.ceil(1 - tokens))
        self._private[chat_id] = (tokens - messages, now)
