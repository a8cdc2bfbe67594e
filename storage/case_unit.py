"""What a unit of work knows and changes of cases and their cards, over what earlier units of its batch have changed."""

from collections import ChainMap
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from core.case import Case
from core.distance import Box
from core.events import Event
from storage import chain
from storage.cards import CardView, Raise
from storage.cases import takers
from storage.changes import Changes, Recorded
from storage.desk_unit import DeskUnit
from storage.known import Known
from storage.neighbours import Stir
from storage.waiting import Waiting

_NEVER = datetime.max.replace(tzinfo=UTC)


class CaseUnit(DeskUnit):
    """A part of `UnitOfWork`."""

    def __init__(self, known: Known, earlier: Changes, received_at: datetime) -> None:
        """`received_at` is the moment at which everything in it is decided."""
        super().__init__(known, earlier, received_at)
        self._earlier = earlier
        self._people = ChainMap(self.changes.people, earlier.people)
        self._cases = ChainMap(self.changes.cases, earlier.cases)
        self._tickets = ChainMap(self.changes.tickets, earlier.tickets)

    async def case(self, case_id: int) -> Case | None:
        """The case with that id."""
        if case_id in self._cases:
            return self._cases[case_id].case
        await self._known.read_cases([case_id])
        return self._known.cases[case_id]

    async def case_by_ticket(self, ticket: str) -> Case | None:
        """The case with that ticket number."""
        if ticket in self._tickets:
            return await self.case(self._tickets[ticket])
        await self._known.read_ticket(ticket)
        found = self._known.tickets[ticket]
        return None if found is None else await self.case(found)

    async def open_cases_of(self, person_id: int) -> list[Case]:
        """The open cases that a person has opened, the oldest first."""
        if not self._is_new(person_id):
            await self._known.read_open_cases([person_id])
        ids = {*self._known.open_of.get(person_id, ()), *self._changed_of(person_id)}
        return [case for key in sorted(ids) if (case := await self.case(key)) and case.is_open]

    async def last_cases_of(self, person_id: int, limit: int) -> list[Case]:
        """The newest cases that a person has opened, open or closed, the newest first."""
        ids = set(self._changed_of(person_id))
        if not self._is_new(person_id):
            ids.update(await self._known.read_last_cases(person_id, limit))
        newest = sorted(ids, reverse=True)[:limit]
        return [case for key in newest if (case := await self.case(key))]

    async def open_cases(self) -> list[Case]:
        """Every open case, the oldest first."""
        ids = {*await self._known.read_all_open(), *self._changed()}
        return [case for key in sorted(ids) if (case := await self.case(key)) and case.is_open]

    async def ended_before(self, case: Case) -> list[tuple[str, datetime]]:
        """How the requester's earlier cases of that kind on disk ended, and when each was opened, the oldest first."""
        return await self._known.read_ended(case.requester, case.procedure, case.id)

    async def reporters(self, procedure: str, since: datetime) -> tuple[int, int]:
        """How many people have an open case of a procedure on disk, and how many of them we first met since then."""
        return await self._known.read_reporters(procedure, since)

    async def opened_since(self, procedure: str, since: datetime) -> int:
        """How many cases of a procedure were opened since then."""
        new = (one.case for one in self._changed().values() if one.case.procedure == procedure)
        ids = {case.id for case in new if case.opened_at >= since}
        return len(ids | await self._known.read_opened_since(procedure, since))

    async def open_cases_of_kind(self, procedure: str, limit: int) -> list[Case]:
        """The open cases of a procedure, of those on disk the oldest."""
        ids = {*await self._known.read_open(procedure, limit), *self._changed()}
        cases = [case for key in sorted(ids) if (case := await self.case(key)) and case.is_open]
        return [case for case in cases if case.procedure == procedure]

    async def open_cases_within(self, box: Box, since: datetime, until: datetime, limit: int) -> list[Case]:
        """The open cases that were opened in that time and have their place in the box; the newest of those on disk."""
        ids = {*await self._known.read_cases_within(box, since, until, limit), *self._changed()}
        cases = [case for key in sorted(ids) if (case := await self.case(key)) and case.is_open]
        lately = [case for case in cases if since <= case.opened_at <= until]
        return [case for case in lately if (place := case.place) is not None and box.holds(place)]

    async def tasks_of(
        self, people: int | Iterable[int], roles: Iterable[str], limit: int, offset: int = 0
    ) -> list[Case]:
        """Open cases that wait for one of the people or for one of the roles, by when the step is due."""
        those = [people] if isinstance(people, int) else list(people)
        mine = takers(those, roles) | takers(those, (), later=True)
        found = await self._known.read_tasks(list(mine), self._cases, offset + limit)
        for key, recorded in self._changed().items():
            due = [
                step.due_at or _NEVER
                for step in recorded.waiting
                if mine.keys() & takers(step.people, step.roles, later=step.sleeps).keys()
            ]
            if due:
                found.append((min(due), key))
        found.sort(key=lambda task: (task[0] or _NEVER, task[1]))
        ids = [key for _, key in found[offset : offset + limit]]
        await self._known.read_cases([key for key in ids if key not in self._cases])
        return [case for key in ids if (case := await self.case(key))]

    async def card_views(self, case_id: int) -> list[CardView]:
        """The cards of a case as they will be, by chat."""
        if case_id not in self._cases or self._known.cases.get(case_id) is not None:
            await self._known.read_views([case_id])
        views = dict(self._known.views.get(case_id, {}))
        for changes in (self._earlier, self.changes):
            for chat_id, item in changes.cards.get(case_id, {}).items():
                views[chat_id] = item.of(case_id, chat_id, views.get(chat_id))
        return [views[chat_id] for chat_id in sorted(views)]

    def record(
        self,
        case: Case,
        events: Sequence[Event],
        *,
        at: datetime,
        next_at: datetime | None,
        open_steps: Sequence[Waiting],
    ) -> None:
        """Keep a case to which these events have been applied, the events, and what it waits for now."""
        first = case.version - len(events) + 1
        drafts = [chain.draft(event, case.id, version, at) for version, event in enumerate(events, first)]
        self.changes.drafts += drafts
        self.changes.keep(Recorded(case, next_at, tuple(open_steps)))

    def raise_card(self, case_id: int, chat_id: int, person_id: int, lane: str, *, ring: bool = False) -> None:
        """Have a case's card rendered anew in a chat; `ring` sends it anew, so that the phone makes itself heard."""
        item = Raise(person_id, lane, rings=int(ring))
        self.changes.raise_card(case_id, chat_id, item)

    def stir(self, case_id: int, stir: Stir) -> None:
        """Have the cards of the cases around one rendered anew."""
        self.changes.stirred[case_id] = stir

    def _is_new(self, person_id: int) -> bool:
        return person_id in self._people and self._known.people.get(person_id) is None

    def _changed(self) -> dict[int, Recorded]:
        own, earlier = self._cases.maps
        return {**earlier, **own}

    def _changed_of(self, person_id: int) -> Iterable[int]:
        return [*self._earlier.opened_by.get(person_id, ()), *self.changes.opened_by.get(person_id, ())]
