"""Who may read of a case and who may do what in it, worked out anew from the trail of its events."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import select

from bot.house import House
from core import events as e
from core.access import LADDER_END, called, entitled, may_act, may_record, may_see
from core.apply import apply, opened
from core.case import LIVE, Case
from core.event import Event
from core.office import Office
from core.people import Person
from core.performer import Kind
from core.procedure import Procedure
from storage import cases, chain
from storage.batch import Batch
from storage.cards import CardView
from storage.database import Database
from storage.outbox import OutboxRow
from storage.schema import cases as case_rows
from tests.errands.standing_clock import NOON

TICKET = re.compile(r"\b[A-Z]{2}-\d{4}-\d{6}\b")


class Rights:
    """Reads the database for itself; finds faults, and says them in words."""

    def __init__(self, db: Database, house: House) -> None:
        self._db, self._house = db, house
        self._audited: dict[int, int] = {}
        self._ids: dict[str, int] = {}
        self._readers: set[tuple[int, int]] = set()

    async def check_row(self, row: OutboxRow, faults: list[str]) -> None:
        """A message that names a case, or is about one, goes to somebody who may read of it."""
        if row.case_id is not None:
            await self._check(row.chat_id, row.case_id, f"{row.method} {row.payload.get('text')!r}", faults)
        await self.check_words(row.chat_id, row.payload, row.case_id, faults)

    async def check_words(self, chat_id: int, payload: dict[str, Any], about: int | None, faults: list[str]) -> None:
        """Every number that is named is of a case that the reader may read of, or that belongs to theirs."""
        for ticket in set(TICKET.findall(payload.get("text", "") + payload.get("caption", ""))):
            case_id = await self._case_id(ticket)
            if case_id is None or chat_id < 0 or (chat_id, case_id) in self._readers:
                continue
            if not await self._worked_on_together(chat_id, case_id, about):
                await self._check(chat_id, case_id, repr(payload.get("text")), faults)

    async def check_card(self, view: CardView, faults: list[str]) -> None:
        """A card is shown to somebody who may see it."""
        await self._check(view.chat_id, view.case_id, "card", faults)

    async def audit(self, faults: list[str]) -> int:
        """Replay what has changed since the last audit; returns how many cases are open."""
        async with self._db.reading() as conn:
            found = (await conn.execute(select(case_rows.c.id, case_rows.c.version, case_rows.c.next_at))).all()
        office, still_open = await self._office(), 0
        for case_id, version, next_at in found:
            case = await cases.find(self._db, case_id)
            assert case is not None
            if self._audited.get(case_id, 0) < version:
                await self._replay(case, office, faults)
                self._audited[case_id] = version
            if case.is_open:
                still_open += 1
                if next_at is None:
                    faults.append(f"{case.ticket} is open, and nobody will ever look at it")
                self._waits_for_somebody(case, office, faults)
        return still_open

    def _waits_for_somebody(self, case: Case, office: Office, faults: list[str]) -> None:
        procedure = self._house.shelf.of(case)
        if case.merged is not None:
            return
        binding = [one for one in case.steps if procedure.step(one.id).binding]
        heard = any(called(case, one, procedure, office) or LADDER_END in one.widened for one in binding)
        if not heard and not any(procedure.step(one.id).auto for one in binding):
            faults.append(f"{case.ticket} waits for nobody: {case.steps}")

    async def _replay(self, case: Case, office: Office, faults: list[str]) -> None:
        (first, since), *rest = await chain.replay(self._db, case.id)
        assert isinstance(first, e.CaseOpened)
        then, procedure = opened(case.id, first, since), self._house.shelf.of(case)
        opener, on_behalf = office.person(first.by or 0), procedure.open.on_behalf
        if first.by != first.requester and not (opener and on_behalf and any(map(opener.holds, on_behalf.by))):
            faults.append(f"{case.ticket} was opened by {opener} for somebody else")
        for event, at in rest:
            if then.version >= self._audited.get(case.id, 0):
                self._judge(then, event, procedure, office, faults)
            then = apply(then, event, at)
        made, stored = _without_live(then), _without_live(case)
        differs = [name for name in made if made[name] != stored[name]]
        faults += [f"{case.ticket} is not what its events make of it: {made[name]} {stored[name]}" for name in differs]

    def _judge(self, case: Case, event: Event, procedure: Procedure, office: Office, faults: list[str]) -> None:
        if event.by is None or self._was_allowed(case, event, procedure, office):
            return
        faults.append(f"{case.ticket}: {event} by somebody who was not entitled")

    def _was_allowed(self, case: Case, event: Event, procedure: Procedure, office: Office) -> bool:
        by = event.by or 0
        person = office.person(by) or Person(by, 0, "")
        waiting = case.entry(getattr(event, "entry", 0))
        match event:
            case e.ActionTaken() if event.entry:
                writer = event.recorded_by
                proxy = office.person(writer) if writer is not None else None
                recorded = writer is None or (proxy and waiting and may_record(proxy, case, waiting, procedure))
                free = waiting is not None and waiting.claimed_by in (None, by)
                return bool(recorded and free and waiting and may_act(person, case, waiting, procedure))
            case e.ActionTaken():
                named = [one for one in procedure.standing if one.id == event.action]
                return any(entitled(person, case, one.performer) for one in named)
            case e.StepClaimed():
                return waiting is not None and may_act(person, case, waiting, procedure)
            case e.ClaimEnded():
                return waiting is not None and waiting.claimed_by == by
            case e.ActionUndone():
                return case.undo is not None and case.undo.deed.by == by
            case e.CaseMerged() | e.CaseParted() | e.CaseJoined() | e.CaseLeft():
                return _may_merge(person, procedure)
            case e.HandedOver():
                return case.offered_to == by and case.offered_by == event.person
            case e.PressedAgain() | e.OutcomeAccepted():
                return by == case.requester
            case _:
                return by == case.requester or may_see(person, case, procedure)

    async def _check(self, chat_id: int, case_id: int, what: str, faults: list[str]) -> None:
        if chat_id < 0 or (chat_id, case_id) in self._readers:
            return
        case = await cases.find(self._db, case_id)
        person = await Batch(self._db).unit(NOON).person(chat_id)
        assert case is not None
        if person is not None and await self._may_read(person, case):
            self._readers.add((chat_id, case_id))
        else:
            faults.append(f"{chat_id} has no right to {case.ticket}, and was sent {what}")

    async def _worked_on_together(self, chat_id: int, case_id: int, about: int | None) -> bool:
        """Whether staff read the number beside that of a case to which it belongs; reporters never do."""
        case = await cases.find(self._db, about) if about is not None else None
        person = await Batch(self._db).unit(NOON).person(chat_id)
        if case is None or person is None or person.id == case.requester:
            return False
        return case_id in await self._family(case.id)

    async def _family(self, case_id: int) -> set[int]:
        """Every case that a case was merged with, follows or is followed by, and theirs."""
        found, new = set[int](), {case_id}
        while new:
            found |= new
            near: set[int] = set()
            for one in new:
                near.update(_others_named_in(event for event, _ in await chain.replay(self._db, one)))
            new = near - found
        return found

    async def _may_read(self, person: Person, case: Case) -> bool:
        procedure = self._house.shelf.of(case)
        if person.id == case.requester or may_see(person, case, procedure) or _may_merge(person, procedure):
            return True
        return person.id in await self._ever_named(case) or await self._stood_near(person, case)

    async def _stood_near(self, person: Person, case: Case) -> bool:
        """Whether an action that was taken tells those near by, of a role that the person holds."""
        procedure = self._house.shelf.of(case)
        history = [event for event, _ in await chain.replay(self._db, case.id)]
        taken = [procedure.action(one.step, one.action) for one in history if isinstance(one, e.ActionTaken)]
        told = [notice.who for action in taken if action is not None for notice in action.tell]
        return any(who.kind is Kind.NEAREST and person.holds(who.role or "") for who in told)

    async def _ever_named(self, case: Case, seen: frozenset[int] = frozenset()) -> set[int]:
        """Everybody whom the trail names: who was asked, chosen or had it, also of what it was worked on as part of."""
        history = [event for event, _ in await chain.replay(self._db, case.id)]
        known = set(_named_in(history))
        for into in {event.into for event in history if isinstance(event, e.CaseMerged)} - seen:
            main = await cases.find(self._db, into)
            known |= await self._ever_named(main, seen | {case.id}) if main is not None else set()
        return known

    async def _case_id(self, ticket: str) -> int | None:
        if ticket not in self._ids:
            async with self._db.reading() as conn:
                found = (await conn.execute(select(case_rows.c.id).where(case_rows.c.ticket == ticket))).scalar()
            if found is None:
                return None
            self._ids[ticket] = found
        return self._ids[ticket]

    async def _office(self) -> Office:
        return await Batch(self._db).unit(NOON).office()


def _without_live(case: Case) -> dict[str, Any]:
    """The row of a case but for the newest move of a live location, which is no event."""
    personal = {name: value for name, value in case.personal.items() if name != LIVE}
    return cases.to_row(replace(case, personal=personal), None)


def _may_merge(person: Person, procedure: Procedure) -> bool:
    """Whether cards of one case may name others to them, so that they can say that both tell of one event."""
    rule = procedure.same_event
    return rule is not None and any(person.holds(one.role or "") for one in rule.performer.each())


def _others_named_in(history: Iterable[Event]) -> Iterable[int]:
    for event in history:
        match event:
            case e.CaseMerged():
                yield event.into
            case e.CaseJoined() | e.CaseLinked():
                yield event.case
            case e.CaseOpened() if event.origin is not None:
                yield event.origin


def _named_in(history: Iterable[Event]) -> Iterable[int]:
    for event in history:
        match event:
            case e.StepOpened():
                yield from event.holders
            case e.HolderNamed() | e.HandoverOffered():
                yield event.person
            case e.StepClaimed() if event.by is not None:
                yield event.by
