"""A batch: units of work that are read for together and written in one transaction."""

from collections.abc import Collection, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime

from storage import (
    bookings,
    cards,
    cases,
    chain,
    codes,
    conversations,
    corrections,
    counters,
    departures,
    errands,
    forgetting,
    groups,
    inbox,
    letters,
    neighbours,
    outbox,
    people,
    positions,
    register,
    rounds,
    sound_tests,
    stand_ins,
    storms,
    surveys,
)
from storage.cards import CardView
from storage.changes import Changes
from storage.database import Database
from storage.errands import ErrandRow
from storage.known import Known
from storage.outbox import OutboxRow
from storage.schema import reminders
from storage.unit_of_work import UnitOfWork
from storage.upsert import Upsert

_REMIND = Upsert(reminders)


@dataclass(frozen=True, slots=True)
class Committed:
    """What delivery and the errand runner have to do now: rows with their ids, cards as they are wanted."""

    messages: list[OutboxRow]
    cards: list[CardView]
    errands: list[ErrandRow]


class Batch:
    """Use once: in a snapshot prefetch, a unit per update, and accept those that succeeded; then commit."""

    def __init__(self, db: Database) -> None:
        """Nothing is read yet."""
        self._db = db
        self._known = Known(db)
        self._changes = Changes()

    def snapshot(self) -> AbstractAsyncContextManager[None]:
        """Within the block everything that the units ask for is read from one snapshot."""
        return self._known.snapshot()

    async def prefetch(
        self, telegram_ids: Collection[int], chat_ids: Collection[int], case_ids: Collection[int] = ()
    ) -> None:
        """Read in bulk what the units will ask for: persons, their open cases, conversations, further cases, cards."""
        await self._known.prefetch(telegram_ids, chat_ids, case_ids)

    def unit(self, received_at: datetime) -> UnitOfWork:
        """A unit of work that sees what was accepted so far."""
        return UnitOfWork(self._known, self._changes, received_at)

    def accept(self, unit: UnitOfWork) -> None:
        """Take over a unit's changes; one that is not accepted leaves no trace."""
        self._changes.add(unit.changes)

    async def commit(self, inbox_done: Sequence[int], *, at: datetime) -> Committed:
        """Write everything that was accepted and mark the updates done, in one transaction; all of it or nothing."""
        changes = self._changes
        async with self._db.writing() as conn:
            if changes.people:
                await people.save(conn, changes.people.values(), at)
            if changes.conversations:
                await conversations.save(conn, changes.conversations)
            if changes.counters:
                await counters.save(conn, changes.counters)
            if changes.cases:
                recorded = [(item.case, item.next_at, item.waiting) for item in changes.cases.values()]
                await cases.save(conn, recorded)
            await chain.append(conn, changes.drafts)
            if changes.reminders:
                rows = [{"case_id": c, "entry": e, "stage": s, "at": t} for (c, e, s), t in changes.reminders.items()]
                await conn.execute(_REMIND.on(conn), rows)
            if changes.codes:
                await codes.write(conn, changes.codes.values())
            if changes.bookings:
                await bookings.write(conn, changes.bookings, await self._known.read_bookings())
            if changes.corrections:
                await corrections.write(conn, changes.corrections.values())
                await cases.look_anew(conn, at)
            for storm in changes.storms.values():
                await storms.save(conn, storm)
            if changes.stand_ins:
                await stand_ins.save(conn, changes.stand_ins.values())
            if changes.departed:
                await departures.done(conn, changes.departed)
            if changes.rounds:
                await rounds.save(conn, changes.rounds)
            if changes.surveys:
                await surveys.save(conn, changes.surveys.values())
            if changes.survey_answers:
                await surveys.answer(conn, changes.survey_answers)
            if changes.register:
                await register.write(conn, changes.register.values())
            if changes.letters:
                await letters.write(conn, changes.letters.values())
            if changes.groups:
                await groups.write(conn, changes.groups)
            if changes.forgetting:
                await forgetting.write(conn, changes.forgetting)
            if changes.moves:
                await positions.write(conn, changes.moves)
            for case_id in changes.erased:
                await cases.clear(conn, case_id)
            if changes.sound_tests:
                await sound_tests.write(conn, changes.sound_tests)
            raised = await cards.raise_all(conn, changes.cards) if changes.cards else []
            if changes.stirred:
                raised += await neighbours.raise_around(conn, changes.stirred)
            messages = await outbox.write(conn, changes.messages)
            asked = await errands.write(conn, changes.errands) if changes.errands else []
            if inbox_done:
                await conn.execute(inbox.DONE, {"ids": list(inbox_done), "at": at})
        return Committed(messages, raised, asked)
