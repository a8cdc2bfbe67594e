"""What waits to be sent: one queue a chat, and lanes that say whose turn it is.

Within a chat first in is first out, and only an alarm may overtake; between chats the better lane goes first.
"""

import heapq
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from bot.pacing import Pacing

LANES = ("alarm", "dispatch", "reply", "nag", "broadcast")


@dataclass(frozen=True, slots=True)
class Item:
    """Something to send: a message (its outbox row's id) or a card (its case's id)."""

    chat_id: int
    lane: str
    message_id: int | None = None
    case_id: int | None = None
    not_before: datetime | None = None


@dataclass(slots=True)
class Lanes:
    """The queues. A chat stands in one place at a time: waiting its turn, waiting for the time, or being sent to."""

    _queues: dict[int, deque[Item]] = field(default_factory=dict)
    _turns: dict[str, dict[int, None]] = field(default_factory=lambda: {lane: {} for lane in LANES})
    _later: list[tuple[datetime, int, int]] = field(default_factory=list)
    _sending: set[int] = field(default_factory=set)
    _order: Iterator[int] = field(default_factory=count)

    def add(self, item: Item, *, first: bool = False) -> None:
        """Queue an item behind its chat's others (an alarm: behind the other alarms); `first` puts it back in front."""
        queue = self._queues.setdefault(item.chat_id, deque())
        if first:
            queue.appendleft(item)
        elif item.lane == "alarm":
            queue.insert(sum(1 for waiting in queue if waiting.lane == "alarm"), item)
        else:
            queue.append(item)
        if item.chat_id not in self._sending:
            self._take_turn(item.chat_id)

    def take(self, pacing: Pacing, now: datetime) -> Item | None:
        """The next item that may go now; its chat is then being sent to until `done`."""
        while self._later and self._later[0][0] <= now:
            _, _, chat_id = heapq.heappop(self._later)
            if chat_id in self._queues and chat_id not in self._sending:
                self._take_turn(chat_id)
        for lane in LANES:
            for chat_id in list(self._turns[lane]):
                item = self._queues[chat_id][0]
                ready = max(pacing.ready_at(chat_id, item.lane, now), item.not_before or now)
                del self._turns[lane][chat_id]
                if ready > now:
                    heapq.heappush(self._later, (ready, next(self._order), chat_id))
                    continue
                self._queues[chat_id].popleft()
                self._sending.add(chat_id)
                pacing.take(chat_id, now)
                return item
        return None

    def done(self, chat_id: int) -> None:
        """The chat has been sent to; its next item may take its turn."""
        self._sending.discard(chat_id)
        if self._queues.get(chat_id):
            self._take_turn(chat_id)
        else:
            self._queues.pop(chat_id, None)

    def drop(self, chat_id: int) -> list[Item]:
        """Empty a chat's queue, as nothing can reach it any more."""
        self._leave_turns(chat_id)
        return list(self._queues.pop(chat_id, ()))

    def next_at(self) -> datetime | None:
        """When the earliest waiting chat may be sent to; None while nothing waits for the time."""
        return self._later[0][0] if self._later else None

    def __len__(self) -> int:
        return sum(len(queue) for queue in self._queues.values())

    def _take_turn(self, chat_id: int) -> None:
        self._leave_turns(chat_id)
        self._turns[self._queues[chat_id][0].lane][chat_id] = None

    def _leave_turns(self, chat_id: int) -> None:
        for turns in self._turns.values():
            turns.pop(chat_id, None)
