"""Works off the inbox and what falls due: each update a unit of work, a batch of them one commit."""

import asyncio
from collections.abc import Sequence

import structlog

from bot import envelope, internal, outgoing, raw_alarm
from bot.clock import Clock
from bot.delivery import Delivery
from bot.desk import Desk
from bot.dispatch import Reception
from bot.errands import Errands
from bot.errors import UnreadableUpdateError
from bot.house import House
from bot.machine import machine_may_fail
from bot.silence import is_wanted
from bot.telegram import Payload
from bot.timekeeper import Timekeeper
from core.people import Person
from storage import inbox, json_text
from storage.batch import Batch, Committed
from storage.database import Database
from storage.faults import DatabaseError
from storage.inbox import InboxRow
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger()

BATCH = 100
STRIKES = 3
DATABASE_PAUSE_S = 1


class Worker:
    """The only one who changes cases and conversations."""

    def __init__(self, db: Database, clock: Clock, house: House, reception: Reception, urgent: set[int]) -> None:
        self._db, self._clock, self._house = db, clock, house
        self._reception, self._urgent = reception, urgent
        self._wake = asyncio.Event()
        self._time = Timekeeper(db, clock, house, self._hand_out)
        self._stopping = False
        self.busy = False
        self.handled = 0
        self.delivery: Delivery
        self.errands: Errands
        clock.watch(self._wake)

    def wake(self) -> None:
        """Something came in."""
        self._wake.set()

    async def tick(self) -> None:
        """Time has passed; called by the scheduler."""
        self._time.tick()
        self._wake.set()

    def stop(self) -> None:
        """Finish the batch at hand and take no other."""
        self._stopping = True
        self._wake.set()

    @property
    def ticked(self) -> int:
        """The clock's version that everything due has been looked at for."""
        return self._time.seen

    async def run(self) -> None:
        """Work until stopped; a database that does not answer is waited for, and counts against no update."""
        while not self._stopping:
            self.busy = True
            try:
                found = [await self._time.due(), await self._inbox()]
            except DatabaseError as error:
                log.error("worker.database", error=str(error))
                await asyncio.sleep(DATABASE_PAUSE_S)
                continue
            self.busy = False
            if not any(found):
                await self._clock.pause(self._wake, None)

    async def _inbox(self) -> bool:
        rows = await inbox.undone(self._db, BATCH)
        if not rows:
            return False
        try:
            await self._work(rows)
        except DatabaseError:
            raise
        except Exception as error:
            log.error("worker.batch", error=type(error).__name__, rows=len(rows))
            await self._singly(rows)
        return True

    async def _singly(self, rows: Sequence[InboxRow]) -> None:
        """Run the rows of a batch that could not be committed one by one, which finds the culprit."""
        stuck: set[int] = set()
        for row in rows:
            if row.chat_id in stuck:
                continue
            try:
                await self._work([row])
            except DatabaseError:
                raise
            except Exception as error:
                stuck.update({row.chat_id} - {0})
                await self._strike(row, error)

    async def _work(self, rows: Sequence[InboxRow]) -> None:
        batch = Batch(self._db)
        done: list[int] = []
        answers: list[Payload] = []
        async with batch.snapshot():
            await batch.prefetch({row.person for row in rows if row.person}, {row.chat_id for row in rows})
            failed = await self._units(batch, rows, done, answers)
        committed = await batch.commit(done, at=self._clock.now())
        self.delivery.answer(answers)
        self._hand_out(committed)
        for row, fault in failed:
            await self._strike(row, fault)

    async def _units(
        self, batch: Batch, rows: Sequence[InboxRow], done: list[int], answers: list[Payload]
    ) -> list[tuple[InboxRow, Exception]]:
        """Run each row as a unit; those that succeed are `done`, with their `answers`. Returns the others."""
        failed: list[tuple[InboxRow, Exception]] = []
        waiting: set[int] = set()
        superseded = _superseded(rows)
        for row in rows:
            if row.chat_id in waiting:
                continue
            unit = batch.unit(row.received_at)
            if row.update_id not in superseded:
                try:
                    with machine_may_fail():
                        await self._handle(unit, row)
                except DatabaseError:
                    raise
                except Exception as error:
                    failed.append((row, error))
                    waiting.update({row.chat_id} - {0})
                    continue
            batch.accept(unit)
            answers += unit.answers
            done.append(row.update_id)
        return failed

    async def _handle(self, unit: UnitOfWork, row: InboxRow) -> None:
        raw = json_text.read(row.raw)
        desk = Desk(self._house, unit)
        if "internal" in raw:
            await internal.handle(desk, raw)
            return
        returned = await self._reception.update(raw, desk)
        lane = "alarm" if row.urgent else "reply"
        for method in outgoing.methods(returned):
            if outgoing.is_answer(method):
                unit.answers.append(outgoing.payload_of(method))
            else:
                unit.say(outgoing.message(method, lane))

    async def _strike(self, row: InboxRow, error: Exception) -> None:
        """Count a failure; what can never be read, or failed three times, is parked and its chat goes on."""
        fault = type(error).__name__
        read, hopeless = envelope.read(json_text.read(row.raw)), isinstance(error, UnreadableUpdateError)
        if hopeless:
            log.warning("worker.unreadable", update=row.update_id, kind=read.kind if read.is_ours else "unknown")
        else:
            log.error("worker.failed", update=row.update_id, error=fault, exc_info=error)
        if not hopeless and await inbox.strike(self._db, row.update_id, fault) < STRIKES:
            return
        now = self._clock.now()
        if read.is_said or read.is_alarm:
            helpers: tuple[Person, ...] = ()
            unit = Batch(self._db).unit(now)
            sender = await unit.person(read.user_id or 0)
            silent = sender is not None and await is_wanted(unit, sender.id)
            if read.cries_for_help or row.chat_id in self._urgent:
                helpers = raw_alarm.helpers(await Desk(self._house, unit).office())
            messages = raw_alarm.messages(read, row.received_at, helpers, self._house, silent=silent)
            self.delivery.post(await raw_alarm.post(self._db, messages, now))
        if hopeless:
            await inbox.ignore(self._db, [row.update_id], now)
        else:
            await inbox.park(self._db, row.update_id, fault, now)

    def _hand_out(self, committed: Committed) -> None:
        """Give delivery and errands what is on disk now."""
        self.handled += 1
        self.delivery.show(committed.cards)
        self.delivery.post(committed.messages)
        self.errands.post(committed.errands)
        self._urgent.update(view.chat_id for view in committed.cards if view.lane == "alarm")
        self._urgent.update(row.chat_id for row in committed.messages if row.lane == "alarm")


def _superseded(rows: Sequence[InboxRow]) -> set[int]:
    """Moves of a live location that a later one in the same batch makes pointless."""
    newest: dict[tuple[int, int], int] = {}
    pointless: set[int] = set()
    for row in rows:
        if '"edited_message"' not in row.raw:
            continue
        read = envelope.read(json_text.read(row.raw))
        if read.live_message is not None:
            key = (read.chat_id, read.live_message)
            if key in newest:
                pointless.add(newest[key])
            newest[key] = row.update_id
    return pointless
