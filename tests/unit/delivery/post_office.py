"""Delivery with a played Telegram: every call ends as the test says, and is written down."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from standing_clock import StandingClock

from bot.delivery import Delivery
from bot.outcomes import Outcome, Sent
from bot.pacing import Pacing
from bot.sending import CardOutcome
from bot.telegram import Payload
from storage import cards, inbox, outbox
from storage.batch import Batch
from storage.cards import CardView, Shown
from storage.database import Database
from storage.outbox import Message, OutboxRow

PATIENCE_S = 5.0


@dataclass
class PlayedSender:
    """Ends calls as told, by chat; a call to a silent chat never ends."""

    db: Database
    script: dict[int, deque[Outcome | Exception]] = field(default_factory=lambda: defaultdict(deque))
    silent: set[int] = field(default_factory=set)
    calls: list[tuple[int, str, bool]] = field(default_factory=list)
    answered: int = 0
    probed: int = 0
    is_away: Outcome | None = None

    async def stale_cards(self) -> list[CardView]:
        return await cards.stale(self.db)

    async def message(self, row: OutboxRow, *, repeated: bool) -> Outcome:
        return await self._end(row.chat_id, str(row.payload.get("text", "")), repeated)

    async def card(self, case_id: int, chat_id: int, *, repeated: bool) -> CardOutcome:
        outcome = await self._end(chat_id, f"card {case_id}", repeated)
        view = await cards.find(self.db, case_id, chat_id)
        if isinstance(outcome, Sent) and view is not None:
            return CardOutcome(outcome, Shown(case_id, chat_id, 77, view.wanted, view.rings_wanted, "hash"))
        return CardOutcome(outcome)

    async def answer(self, payload: Payload) -> None:
        self.answered += 1
        await asyncio.Event().wait()

    async def probe(self) -> Outcome:
        self.probed += 1
        return self.is_away or Sent()

    async def _end(self, chat_id: int, what: str, repeated: bool) -> Outcome:
        self.calls.append((chat_id, what, repeated))
        if chat_id in self.silent:
            await asyncio.Event().wait()
        told = self.script[chat_id].popleft() if self.script[chat_id] else self.is_away or Sent(message_id=1)
        if isinstance(told, Exception):
            raise told
        return told


class PostOffice:
    """One run of delivery after another over the same database."""

    def __init__(self, db: Database, clock: StandingClock) -> None:
        self.db, self.clock = db, clock
        self.sender = PlayedSender(db)
        self.woken = 0
        self._task: asyncio.Task[None] | None = None
        self.delivery = self._new()

    async def start(self) -> None:
        """Load what is on disk, and run."""
        self.delivery = self._new()
        await self.delivery.load()
        self._task = asyncio.create_task(self.delivery.run())

    async def stop(self) -> None:
        """End it as a SIGTERM does."""
        if self._task is not None:
            self.delivery.stop()
            await asyncio.wait_for(self._task, PATIENCE_S)
            self._task = None

    async def crash(self) -> None:
        """End it as a power cut does."""
        assert self._task is not None
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        self._task = None

    async def write(self, *messages: Message) -> None:
        """Have messages sent, as a commit does."""
        self.delivery.post(await outbox.say(self.db, messages, self.clock.now()))

    async def raise_card(self, chat_id: int, *, ring: bool = False) -> None:
        """Have the card of case 1 shown in a chat."""
        batch = Batch(self.db)
        unit = batch.unit(self.clock.now())
        unit.raise_card(1, chat_id, 7001, "alarm", ring=ring)
        batch.accept(unit)
        self.delivery.show((await batch.commit([], at=self.clock.now())).cards)

    async def until(self, condition: Callable[[], Any]) -> None:
        """Wait until it is so."""
        async with asyncio.timeout(PATIENCE_S):
            while not condition():
                await self._turn()

    async def quiet(self) -> None:
        """Wait until nothing is in flight and everything is on disk."""
        idle = 0
        async with asyncio.timeout(PATIENCE_S):
            while idle < 5:
                await self._turn()
                idle = 0 if self.delivery.waiting else idle + 1

    async def states(self) -> list[tuple[str, int]]:
        """State and attempts of every message, in order."""
        async with self.db.reading() as conn:
            rows = await conn.exec_driver_sql("SELECT state, attempts FROM outbox ORDER BY id")
            return [(row.state, row.attempts) for row in rows]

    async def notes(self) -> list[str]:
        """What the worker is told."""
        return [row.raw for row in await inbox.undone(self.db, 100)]

    async def _turn(self) -> None:
        """Let everybody who waits for the database go first."""
        async with self.db.writing():
            pass

    def _new(self) -> Delivery:
        return Delivery(self.db, self.clock, Pacing(30), self.sender, self._wake)  # type: ignore[arg-type]

    def _wake(self) -> None:
        self.woken += 1


def message(chat_id: int, text: str, lane: str = "reply", **more: Any) -> Message:
    """A message to a chat."""
    return Message(chat_id, lane, "sendMessage", {"chat_id": chat_id, "text": text}, **more)
