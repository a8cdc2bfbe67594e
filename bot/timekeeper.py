"""Lets what is due happen: the deadlines of cases, and the end of a day. The database knows what; we only look."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta

import structlog

from bot import day_end, raw_alarm, storms
from bot.clock import Clock
from bot.departures import Departures
from bot.desk import Desk
from bot.digest import Digests
from bot.forgetting import Forgetting
from bot.house import House
from bot.machine import machine_may_fail
from bot.monthly_registers import MonthlyRegisters
from bot.sound_test import SoundTests
from bot.stand_ins import StandIns
from bot.surveys import Surveys
from core.commands import Tick
from storage import cases, outbox
from storage.batch import Batch, Committed
from storage.database import Database
from storage.faults import DatabaseError
from storage.outbox import Message
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger()

BATCH = 100
NOT_YET = -1
STUCK_FOR = timedelta(minutes=1)


class Timekeeper:
    """Part of the worker, between its batches. `hand_out` is given what a commit has left to do."""

    def __init__(self, db: Database, clock: Clock, house: House, hand_out: Callable[[Committed], None]) -> None:
        self._db, self._clock, self._house, self._hand_out = db, clock, house, hand_out
        self._forgetting = Forgetting(db, house, hand_out)
        self._sounds = SoundTests(db, house, hand_out)
        self._stand_ins = StandIns(db, house, hand_out)
        self._surveys = Surveys(db, house, hand_out)
        self._digests = Digests(db, house, hand_out)
        self._registers = MonthlyRegisters(db, house, hand_out)
        self._departures = Departures(db, house, hand_out)
        self._tick = True
        self._seen = NOT_YET
        self._stuck: dict[int, datetime] = {}
        self._day: date | None = None

    @property
    def seen(self) -> int:
        """The clock's version that everything due has been looked at for; -1 before the first look after a start."""
        return self._seen

    def tick(self) -> None:
        """Time has passed."""
        self._tick = True

    async def due(self) -> bool:
        """Let a batch of what is due happen; False once nothing is left."""
        version, now = self._clock.version, self._clock.now()
        if not self._tick and version == self._seen:
            return False
        self._stuck = {case_id: until for case_id, until in self._stuck.items() if now < until <= now + STUCK_FOR}
        if await self._stand_ins.due(now) or await self._departures.due(now):
            return True
        due = [case_id for case_id in await cases.due(self._db, now, BATCH) if case_id not in self._stuck]
        if due:
            await self._fall_due(due)
            return True
        if await self._sounds.due(now) or await self._forgetting.due(now) or await self._surveys.due(now):
            return True
        if await self._digests.due(now) or await self._registers.due(now):
            return True
        if await self._pass_storms(now):
            return True
        await self._end_day(now)
        self._tick, self._seen = False, version
        return False

    async def _fall_due(self, case_ids: Sequence[int]) -> None:
        try:
            await self._run(case_ids)
        except DatabaseError:
            raise
        except Exception as error:
            if len(case_ids) == 1:
                await self._stick(case_ids[0], error)
                return
            log.error("timekeeper.batch", error=type(error).__name__, cases=len(case_ids))
            for case_id in case_ids:
                await self._fall_due([case_id])

    async def _run(self, case_ids: Sequence[int]) -> None:
        batch, now = Batch(self._db), self._clock.now()
        async with batch.snapshot():
            await batch.prefetch([], [], case_ids)
            stuck = await self._units(batch, case_ids, now)
        self._hand_out(await batch.commit([], at=now))
        for case_id, fault in stuck.items():
            await self._stick(case_id, fault)

    async def _units(self, batch: Batch, case_ids: Sequence[int], now: datetime) -> dict[int, Exception]:
        """Run the time of each case as a unit; returns those that it could not be run for."""
        stuck: dict[int, Exception] = {}
        for case_id in case_ids:
            unit = batch.unit(now)
            try:
                with machine_may_fail():
                    await self._pass_time(unit, case_id, now)
            except DatabaseError:
                raise
            except Exception as error:
                stuck[case_id] = error
            else:
                batch.accept(unit)
        return stuck

    async def _pass_time(self, unit: UnitOfWork, case_id: int, now: datetime) -> None:
        case = await unit.case(case_id)
        if case is None:
            raise StandsStill
        await Desk(self._house, unit).decide(case, Tick())
        kept = unit.changes.cases.get(case_id)
        if kept is None or (not unit.changes.drafts and kept.next_at is not None and kept.next_at <= now):
            raise StandsStill

    async def _stick(self, case_id: int, error: Exception) -> None:
        """Leave the case for a minute, and tell people that its time could not be run."""
        log.error("timekeeper.stuck", case=case_id, error=type(error).__name__, exc_info=error)
        now = self._clock.now()
        self._stuck[case_id] = now + STUCK_FOR
        office = await Desk(self._house, Batch(self._db).unit(now)).office()
        await self._say(raw_alarm.case_stuck(case_id, raw_alarm.helpers(office), now), now)

    async def _pass_storms(self, now: datetime) -> bool:
        batch = Batch(self._db)
        unit = batch.unit(now)
        ruled = [one for one in self._house.shelf.in_force.values() if one.storm is not None]
        passed = [await storms.pass_time(Desk(self._house, unit), procedure) for procedure in ruled]
        if any(passed):
            batch.accept(unit)
            self._hand_out(await batch.commit([], at=now))
        return any(passed)

    async def _end_day(self, now: datetime) -> None:
        today = now.astimezone(self._house.zone).date()
        if today != self._day:
            await self._say(await day_end.last_hash(self._db, self._house, now), now)
            self._day = today

    async def _say(self, messages: Iterable[Message], now: datetime) -> None:
        self._hand_out(Committed(await outbox.say(self._db, list(messages), now), [], []))


class StandsStill(Exception):
    """A case is due, and nothing came of it."""
