"""The desk at which one update, or one thing that falls due, is dealt with; every change of a case goes through it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot import booking, reactions
from bot.house import House
from core.access import called
from core.case import PRESSED_AT, Case, OpenStep
from core.commands import Command, Tick, Witness
from core.contest import accepted, carried, contested
from core.deadline import due_at, next_at
from core.decision import decide, open_case
from core.events import CaseLinked, CaseOpened, Event, ValueGiven
from core.office import Office
from core.opening import Opening
from core.people import Grant, Person
from core.procedure import Procedure
from core.unprompted import meant
from storage.people import new_id
from storage.unit_of_work import UnitOfWork
from storage.waiting import Waiting


@dataclass(slots=True)
class Desk:
    """One unit of work with the house around it."""

    house: House
    unit: UnitOfWork

    @property
    def now(self) -> datetime:
        """When the update was received: decisions count from then."""
        return self.unit.received_at

    async def office(self) -> Office:
        """Everybody with a role; those named in ADMIN_IDS are admins without being told so again."""
        office = await self.unit.office()
        named = [person for telegram_id in self.house.admin_ids if (person := await self.unit.person(telegram_id))]
        known = [office.person(person.id) or person for person in named]
        admins = [replace(person, grants=person.grants | {Grant("admin")}) for person in known]
        corrections, calendar = await self.unit.corrections(), self.house.calendar
        if corrections:
            calendar = replace(calendar, corrections=tuple(one.correction for one in corrections))
        return replace(office.with_people(admins) if admins else office, calendar=calendar)

    async def open(
        self,
        procedure: Procedure,
        requester: Person,
        answers: Mapping[str, Any] | None = None,
        *,
        by: Person | None = None,
        sent: Iterable[tuple[str, Any]] = (),
        pressed_at: datetime | None = None,
    ) -> Case:
        """Open a case for somebody; what they had sent before (kinds of content, answers) is in it from the start.

        `pressed_at` is when they asked for it, where that was long before we heard of it;
        `by` is whoever of the staff opens it for them.
        """
        opening = CaseOpened(by=(by or requester).id, requester=requester.id, **await self._named(procedure))
        case_id = await self.unit.next_number("case")
        office = await self.office()
        case, events = open_case(case_id, opening, dict(answers or {}), self.now, procedure, office)
        if pressed_at is not None:
            late = Witness(event=ValueGiven(by=requester.id, name=PRESSED_AT, value=pressed_at.isoformat()))
            case, further = decide(case, late, self.now, procedure, office)
            events = (*events, *further)
        for content, answer in sent:
            found = meant(case, procedure, requester, content, answer)
            if found is not None:
                case, further = decide(case, found[1], self.now, procedure, office)
                events = (*events, *further)
        await self._record(case, events, procedure, office)
        return await self._as_it_stands(case)

    async def open_for_caller(self, procedure: Procedure, by: Person, answers: Mapping[str, Any]) -> Case:
        """Open a case for somebody without a chat, who is known only by what was asked of them."""
        caller = Person(new_id(), 0, "", reachable=False)
        self.unit.save_person(caller)
        return await self.open(procedure, caller, answers, by=by)

    async def contest(self, case: Case, link: str, requester: Person) -> Case:
        """Open the linked case by which a requester contests an end; it begins with what it carries along.

        Raises `Refusal`.
        """
        opens = contested(case, self.house.shelf.of(case), link, requester.id, self.now).opens
        linked = await self.follow_up(case, opens, requester)
        fact = CaseLinked(by=requester.id, case=linked.id, ticket=linked.ticket, link=link)
        await self.decide(case, Witness(event=fact))
        return linked

    async def follow_up(self, case: Case, opens: Opening, by: Person, given: Mapping[str, Any] | None = None) -> Case:
        """Open a linked case, which begins with what it carries along of this one, and of what else is `given`."""
        procedure, office = self.house.shelf.in_force[opens.procedure], await self.office()
        opening = CaseOpened(
            by=by.id,
            requester=by.id,
            origin=case.id,
            origin_ticket=case.ticket,
            origin_outcome=case.outcome or "",
            link=opens.link,
            **await self._named(procedure),
        )
        case_id = await self.unit.next_number("case")
        # A procedure that has changed meanwhile may lack the step.
        at = opens.at if opens.at in {step.id for step in procedure.steps} else None
        brought = carried(replace(case, values={**case.values, **(given or {})}), opens.carry, by.id)
        linked, events = open_case(case_id, opening, {}, self.now, procedure, office, at=at, brought=brought)
        await self._record(linked, events, procedure, office)
        return linked

    async def accept(self, case: Case, requester: Person) -> None:
        """Keep that the requester agrees with the end. Raises `Refusal`."""
        event = accepted(case, self.house.shelf.of(case), requester.id)
        if event is not None:
            await self.decide(case, Witness(event=event))

    async def _named(self, procedure: Procedure) -> Any:
        """The next ticket of a procedure, and the version that its case freezes."""
        year = self.house.year(self.now)
        number = await self.unit.next_number(f"{procedure.ticket}-{year}")
        ticket = f"{procedure.ticket}-{year}-{number:06d}"
        return {"ticket": ticket, "procedure": procedure.id, "procedure_version": procedure.version}

    async def decide(self, case: Case, command: Command) -> Case:
        """Have a command decided, its events kept and what they cause set going. Raises `Refusal`."""
        procedure, office = self.house.shelf.of(case), await self.office()
        changed, events = decide(case, command, self.now, procedure, office)
        if events:
            await self._record(changed, events, procedure, office, case.steps)
            return await self._as_it_stands(changed)
        if case.is_open or isinstance(command, Tick):
            self._keep(changed, (), procedure, office)
            await self._show_again(changed)
        return changed

    async def _as_it_stands(self, case: Case) -> Case:
        """The case with what its own effects have noted of it meanwhile."""
        return await self.unit.case(case.id) or case

    async def _record(
        self,
        case: Case,
        events: Sequence[Event],
        procedure: Procedure,
        office: Office,
        waited: tuple[OpenStep, ...] = (),
    ) -> None:
        await booking.keep(self, case, procedure, office)
        self._keep(case, events, procedure, office)
        await reactions.follow(self, case, events, procedure, office, waited)

    def _keep(self, case: Case, events: Sequence[Event], procedure: Procedure, office: Office) -> None:
        waits = case.steps if case.merged is None else ()
        waiting = [self._waiting(case, step.entry, procedure, office) for step in waits]
        moment = next_at(case, procedure, self.now, office)
        self.unit.record(case, events, at=self.now, next_at=moment, open_steps=waiting)

    async def _show_again(self, case: Case) -> None:
        """What could be taken back cannot be any more: the button goes from the card of whoever could.

        Where days count, every card tells anew until when, for holidays may have changed.
        """
        in_days = self.house.shelf.of(case).in_days
        for view in await self.unit.card_views(case.id):
            if in_days or (case.undo is not None and view.person_id == case.undo.deed.by):
                self.unit.raise_card(case.id, view.chat_id, view.person_id, self.house.shelf.of(case).lane)

    def _waiting(self, case: Case, entry: int, procedure: Procedure, office: Office) -> Waiting:
        open_step = case.entry(entry)
        assert open_step is not None
        step = procedure.step(open_step.id)
        named = open_step.holders or ((open_step.claimed_by,) if open_step.claimed_by is not None else ())
        if procedure.rehearses is not None:
            named = ()  # Nobody is busy with a rehearsal.
        roles = () if named or step.performer is None else step.performer.roles
        return Waiting(
            entry=entry,
            step=open_step.id,
            opened_at=open_step.opened_at,
            due_at=due_at(case, open_step, procedure, office),
            roles=tuple(dict.fromkeys((*roles, *open_step.widened))),
            people=tuple(person for person in named if person is not None),
            sleeps=open_step.sleeps,
        )

    def called(self, case: Case, office: Office) -> tuple[int, ...]:
        """Everybody whose turn it is in the case, at any of its steps."""
        procedure = self.house.shelf.of(case)
        people = [person for step in case.steps for person in called(case, step, procedure, office)]
        return tuple(dict.fromkeys(person for person in people if person != case.requester))
