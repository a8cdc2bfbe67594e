"""What waits to be sent: one queue a chat, and lanes that say whose turn it is.

Within a chat first in is first out, and only an alarm may overtake. Between chats the better lane goes first, and a
chat counts by the best that it waits for, so that a dispatch is not held up by the broadcast in front of it.
"""

import heapq
from collections import OrderedDict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count

from bot.pacing import URGENT, Pacing

LANES = (URGENT, "dispatch", "reply", "nag", "broadcast")


@dataclass(frozen=True, slots=True)
class Item:
    """Something to send: a message (its outbox row's id) or a card (its case's id); `attempts` so far."""

    chat_id: int
    lane: str
    message_id: int | None = None
    case_id: int | None = None
    not_before: datetime | None = None
    attempts: int = 0


@dataclass(slots=True)
class Lanes:
    """The queues. A chat stands in one place at a time: waiting its turn, waiting for the time, or being sent to."""

    _queues: dict[int, deque[Item]] = field(default_factory=dict)
    _turns: dict[str, OrderedDict[int, None]] = field(default_factory=lambda: {lane: OrderedDict() for lane in LANES})
    _later: list[tuple[datetime, int, int]] = field(default_factory=list)
    _later_at: dict[int, datetime] = field(default_factory=dict)
    _sending: set[int] = field(default_factory=set)
    _open_at: datetime | None = None
    _order: Iterator[int] = field(default_factory=count)

    def add(self, item: Item, *, first: bool = False) -> None:
        """Queue an item behind its chat's others (an alarm: behind the other alarms); `first` puts it back in front."""
        queue = self._queues.setdefault(item.chat_id, deque())
        alarms = sum(1 for waiting in queue if waiting.lane == URGENT)
        if item.lane == URGENT:
            queue.insert(0 if first else alarms, item)
        elif first:
            queue.insert(alarms, item)
        else:
            queue.append(item)
        self._take_turn(item.chat_id)

    def take(self, pacing: Pacing, now: datetime, *, alarms_only: bool = False) -> Item | None:
        """The next item that may go now; its chat is then being sent to until `done`."""
        self._turn_up(now)
        self._open_at = None
        for lane in LANES[:1] if alarms_only else LANES:
            turns = self._turns[lane]
            while turns:
                open_at = pacing.overall_at(lane, now)
                if open_at > now:
                    self._open_at = min(open_at, self._open_at or open_at)
                    break
                chat_id, _ = turns.popitem(last=False)
                item = self._queues[chat_id][0]
                ready = max(pacing.chat_at(chat_id, item.lane, now), item.not_before or now)
                if ready > now:
                    self._wait(chat_id, ready)
                    continue
                self._queues[chat_id].popleft()
                self._sending.add(chat_id)
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
        self._later_at.pop(chat_id, None)
        return list(self._queues.pop(chat_id, ()))

    def forget_times(self) -> None:
        """Let everything that waits for a time go as soon as its pace allows."""
        self._open_at = None
        self._later.clear()
        self._later_at.clear()
        for chat_id, queue in self._queues.items():
            self._queues[chat_id] = deque(replace(item, not_before=None) for item in queue)
            if queue:
                self._take_turn(chat_id)

    def next_at(self) -> datetime | None:
        """When the earliest waiting chat may be sent to; None while nothing waits for the time."""
        while self._later and not self._stands(self._later[0]):
            heapq.heappop(self._later)
        times = [self._later[0][0]] if self._later else []
        return min([*times, self._open_at] if self._open_at is not None else times, default=None)

    def __len__(self) -> int:
        return sum(len(queue) for queue in self._queues.values())

    def _turn_up(self, now: datetime) -> None:
        """Those whose time has come take their turn."""
        while self._later and self._later[0][0] <= now:
            entry = heapq.heappop(self._later)
            if self._stands(entry):
                self._take_turn(entry[2])

    def _wait(self, chat_id: int, until: datetime) -> None:
        self._later_at[chat_id] = until
        heapq.heappush(self._later, (until, next(self._order), chat_id))

    def _stands(self, entry: tuple[datetime, int, int]) -> bool:
        return self._later_at.get(entry[2]) == entry[0]

    def _take_turn(self, chat_id: int) -> None:
        if chat_id in self._sending:
            return
        best = min((item.lane for item in self._queues[chat_id]), key=LANES.index)
        if chat_id in self._turns[best]:
            return
        self._leave_turns(chat_id)
        self._later_at.pop(chat_id, None)
        self._turns[best][chat_id] = None

    def _leave_turns(self, chat_id: int) -> None:
        for turns in self._turns.values():
            turns.pop(chat_id, None)
