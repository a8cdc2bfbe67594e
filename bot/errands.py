"""Does the slow and outside things that a commit asked for, outside any transaction; done twice, they do no harm."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.clock import Clock, PutBack
from bot.machine import NO_WRITING, machine_may_fail
from storage import errands
from storage.database import Database
from storage.errands import Errand, ErrandResult, ErrandRow
from storage.faults import DatabaseError

log = structlog.get_logger()

AT_ONCE = 4
STOP_WITHIN_S = 5


class NotYet(Exception):
    """It did not work this time; `reason` is a word for the log and names nobody."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Hopeless(NotYet):
    """It will never work."""


class Postponed(Exception):
    """It may not be tried before that moment; this was no try."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


@dataclass(frozen=True, slots=True)
class Done:
    """What an errand yields: a result that the worker is told (nothing where empty), and errands that follow."""

    result: dict[str, Any]
    asks: tuple[Errand, ...] = ()


class ErrandKind(ABC):
    """How errands of one kind are done, and how long they are tried."""

    give_up_after = timedelta(hours=1)
    longest_pause = timedelta(minutes=10)
    after: frozenset[str] = frozenset()
    """Kinds of errands of the same case that come first."""

    @abstractmethod
    async def do(self, errand: ErrandRow) -> Done:
        """Do it; raises NotYet, Hopeless or Postponed."""


class Errands:
    """The loop that does errands, a few at a time, each again after 2, 4, 8 … seconds until it is done."""

    def __init__(
        self, db: Database, clock: Clock, kinds: Mapping[str, ErrandKind], wake_worker: Callable[[], None]
    ) -> None:
        self._db, self._clock, self._kinds, self._wake_worker = db, clock, kinds, wake_worker
        self._rows: dict[int, ErrandRow] = {}
        self._doing: set[int] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._wake = asyncio.Event()
        self._stopping = False
        self._put_back = PutBack(clock)
        clock.watch(self._wake)
        self.finished = 0

    async def load(self) -> None:
        """Take up what an earlier run left; what was under way then is done again.

        A time further ahead than any pause was written before the clock was put back.
        """
        self.post(map(self._soon_enough, await errands.pending(self._db)))

    def post(self, rows: Iterable[ErrandRow]) -> None:
        """Queue errands that a commit has written."""
        self._rows |= {row.id: row for row in rows}
        self._wake.set()

    @property
    def waiting(self) -> int:
        """Errands that are under way or could be now."""
        return len(self._doing) + len(self._ready())

    @property
    def retrying(self) -> int:
        """Errands that wait for their next try, or for others that come first."""
        return len(self._rows) - self.waiting

    @property
    def next_at(self) -> datetime | None:
        """When the next errand that waits for its time may be tried."""
        now = self._clock.now()
        coming = (row.not_before for row in self._rows.values() if row.not_before and row.not_before > now)
        return min(coming, default=None)

    async def run(self) -> None:
        """Do errands until stopped, then give those under way a few seconds; the rest is done at the next start."""
        while not self._stopping:
            batch = self._ready()[: AT_ONCE - len(self._doing)]
            if batch:
                await self._begin(batch)
            else:
                await self._clock.pause(self._wake, self.next_at)
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=STOP_WITHIN_S)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def stop(self) -> None:
        """Begin nothing more."""
        self._stopping = True
        self._wake.set()

    def _ready(self) -> list[ErrandRow]:
        now = self._clock.now()
        if back := self._put_back.by():
            log.warning("errands.clock_put_back", seconds=back.total_seconds())
            self._rows = {number: replace(row, not_before=None) for number, row in self._rows.items()}
        unfinished = {(row.case_id, row.kind) for row in self._rows.values()}
        return [
            row
            for row in self._rows.values()
            if row.id not in self._doing
            and (row.not_before is None or row.not_before <= now)
            and not any((row.case_id, kind) in unfinished for kind in self._first(row))
        ]

    def _first(self, row: ErrandRow) -> frozenset[str]:
        kind = self._kinds.get(row.kind)
        return kind.after if kind is not None else frozenset()

    async def _begin(self, batch: Sequence[ErrandRow]) -> None:
        self._doing.update(row.id for row in batch)
        try:
            await errands.mark_doing(self._db, [row.id for row in batch])
        except Exception as error:
            log.error("errands.not_begun", error=type(error).__name__)
            for row in batch:
                self._put_off(row)
                self._doing.discard(row.id)
            return
        for row in batch:
            task = asyncio.create_task(self._do(row))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _do(self, row: ErrandRow) -> None:
        """Try once. Until `_doing` forgets the row, what follows from it is queued already."""
        try:
            await self._try(row)
        except Postponed as error:
            self._rows[row.id] = replace(row, not_before=error.until)
        except DatabaseError as error:
            log.error("errands.machine", errand=row.id, kind=row.kind, error=str(error))
            self._put_off(row)
        except Exception as error:
            log.error("errands.not_noted", errand=row.id, kind=row.kind, error=type(error).__name__)
            self._put_off(row)
        finally:
            self._doing.discard(row.id)
            self._wake.set()

    async def _try(self, row: ErrandRow) -> None:
        kind = self._kinds.get(row.kind)
        if kind is None:
            await self._fail(row, "unknown")
            return
        try:
            with machine_may_fail(NO_WRITING):
                done = await kind.do(row)
        except Hopeless as error:
            log.warning("errands.hopeless", errand=row.id, kind=row.kind, reason=error.reason)
            await self._finish(row, "failed", {"reason": error.reason})
        except NotYet as error:
            await self._again(row, kind, error.reason)
        except (Postponed, DatabaseError):
            raise
        except Exception as error:
            log.error("errands.fault", errand=row.id, kind=row.kind, error=type(error).__name__)
            await self._again(row, kind, type(error).__name__)
        else:
            await self._finish(row, "done", done.result, done.asks)

    async def _again(self, row: ErrandRow, kind: ErrandKind, reason: str) -> None:
        if self._clock.now() - row.created_at >= kind.give_up_after:
            await self._fail(row, reason)
            return
        later = self._later(row, kind.longest_pause)
        result = ErrandResult(row.id, "new", later.attempts, later.not_before, {"reason": reason})
        await errands.settle(self._db, [result])
        self._rows[row.id] = later
        log.warning("errands.retry", errand=row.id, kind=row.kind, reason=reason, attempts=later.attempts)

    async def _fail(self, row: ErrandRow, reason: str) -> None:
        log.error("errands.failed", errand=row.id, kind=row.kind, reason=reason)
        await self._finish(row, "failed", {"reason": reason})

    async def _finish(self, row: ErrandRow, state: str, result: dict[str, Any], asks: Sequence[Errand] = ()) -> None:
        """Let the worker know, note it, and queue what follows: in one transaction."""
        told = {
            "internal": "errand",
            "errand": row.kind,
            "case_id": row.case_id,
            "payload": row.payload,
            "result": result,
        }
        outcome = ErrandResult(row.id, state, row.attempts + 1, result=result)
        now = self._clock.now()
        following = await errands.finish(self._db, outcome, told if result else None, asks, now)
        del self._rows[row.id]
        self.finished += 1
        self.post(following)
        self._wake_worker()

    def _put_off(self, row: ErrandRow) -> None:
        """The database or the machine is at fault: the row on disk stays as it is, and is tried again."""
        self._rows[row.id] = self._later(row, ErrandKind.longest_pause)

    def _soon_enough(self, row: ErrandRow) -> ErrandRow:
        latest = self._clock.now() + self._kinds.get(row.kind, ErrandKind).longest_pause
        return replace(row, not_before=row.not_before and min(row.not_before, latest))

    def _later(self, row: ErrandRow, longest: timedelta) -> ErrandRow:
        attempts = row.attempts + 1
        pause = min(longest, timedelta(seconds=2 ** min(attempts, 20)))
        return replace(row, state="new", attempts=attempts, not_before=self._clock.now() + pause)
