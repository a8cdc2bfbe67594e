"""The unit of work: what one update reads and changes, over what earlier units of its batch have changed."""

from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from core.case import Case
from core.dataset import Dataset
from core.distance import Box
from core.events import Event
from core.people import Fix, Office, Person
from core.stand_in import with_stand_ins
from core.storm import Storm
from storage import chain
from storage.booked import Bookings
from storage.cards import Raise
from storage.cases import takers
from storage.changes import Changes, Recorded
from storage.desk_unit import DeskUnit
from storage.known import Known
from storage.letters import LetterRow
from storage.neighbours import Stir
from storage.rows import (
    CardView,
    Code,
    Conversation,
    Corrected,
    Errand,
    Group,
    Message,
    PlaceCode,
    RegisterRow,
    Waiting,
)
from storage.titles import Titles

_NEVER = datetime.max.replace(tzinfo=UTC)


class UnitOfWork(DeskUnit):
    """Nothing that it changes is seen by others before its batch accepts it, nor on disk before the batch commits."""

    def __init__(self, known: Known, earlier: Changes, received_at: datetime) -> None:
        """Units are made by their batch; `received_at` is the moment at which everything in it is decided."""
        super().__init__(known, earlier, received_at)
        self._earlier = earlier
        self.answers: list[Any] = []
        self._people = ChainMap(self.changes.people, earlier.people)
        self._ids = ChainMap(self.changes.ids, earlier.ids)
        self._conversations = ChainMap(self.changes.conversations, earlier.conversations)
        self._counters = ChainMap(self.changes.counters, earlier.counters)
        self._cases = ChainMap(self.changes.cases, earlier.cases)
        self._tickets = ChainMap(self.changes.tickets, earlier.tickets)
        self._groups = ChainMap(self.changes.groups, earlier.groups)
        self._codes = ChainMap(self.changes.codes, earlier.codes)
        self.bookings = Bookings(known, self.changes.bookings, earlier.bookings)
        self._storms = ChainMap(self.changes.storms, earlier.storms)
        self._corrections = ChainMap(self.changes.corrections, earlier.corrections)

    async def person(self, telegram_id: int) -> Person | None:
        """Whoever has that Telegram id."""
        if telegram_id in self._ids:
            return self._people[self._ids[telegram_id]]
        await self._known.read_people([telegram_id])
        found = self._known.ids[telegram_id]
        return None if found is None else await self.person_by_id(found)

    async def person_by_id(self, person_id: int) -> Person | None:
        """Whoever has that id of ours."""
        if person_id in self._people:
            return self._people[person_id]
        await self._known.read_people_by_id([person_id])
        return self._known.people[person_id]

    async def office(self) -> Office:
        """Everybody who holds a role; busy are those for whom an open case waits by name."""
        staff = dict(await self._known.read_staff())
        for layer in reversed(self._people.maps):
            staff |= {key: layer[key] for key in staff.keys() & layer.keys()}
        busy = {person for case_id, person in self._known.busy if case_id not in self._cases}
        busy.update(*{**self._earlier.busy, **self.changes.busy}.values())
        engaged = await self.bookings.engagements()
        office = Office(tuple(staff.values()), frozenset(busy), self._known.posts, engagements=engaged)
        return with_stand_ins(office, [one for one in await self.stand_ins() if one.lasts(self.received_at)])

    async def conversation(self, chat_id: int, user_id: int) -> Conversation:
        """Where somebody stands in a chat; without a state if nowhere."""
        key = (chat_id, user_id)
        if key not in self._conversations:
            await self._known.read_conversations([chat_id])
        found = self._conversations.get(key) if key in self._conversations else self._known.conversations.get(key)
        return found or Conversation(chat_id, user_id)

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

    async def storm(self, procedure: str) -> Storm | None:
        """The storm that is on, if one is."""
        found = self._storms.get(procedure) or await self._known.read_storm(procedure)
        return found if found is not None and found.ended_at is None else None

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
        mine = takers([people] if isinstance(people, int) else people, roles)
        found = await self._known.read_tasks(list(mine), self._cases, offset + limit)
        for key, recorded in self._changed().items():
            due = [
                step.due_at or _NEVER
                for step in recorded.waiting
                if mine.keys() & takers(step.people, step.roles).keys()
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

    async def sent_as(self, key: str) -> int | None:
        """The id of the message that was sent under that key, once there is one."""
        return await self._known.read_sent(key)

    async def place_code(self, code: str) -> PlaceCode | None:
        """The place with that code."""
        return await self._known.read_place_code(code)

    async def datasets(self) -> list[Dataset]:
        """The published datasets, by name."""
        return await self._known.read_datasets()

    async def code(self, code: str) -> Code | None:
        """What a short code stands for."""
        return self._codes.get(code) or await self._known.read_code(code)

    async def next_number(self, counter: str) -> int:
        """The counter's next number, from 1; one that a dropped unit took is given again."""
        last = self._counters[counter] if counter in self._counters else await self._known.read_counter(counter)
        self.changes.counters[counter] = last + 1
        return last + 1

    def save_person(self, person: Person) -> None:
        """Keep what is known of a person. Roles are not kept: they are given and taken by the staff commands."""
        self.changes.people[person.id] = person
        if person.has_chat:
            self.changes.ids[person.telegram_id] = person.id

    def save_code(self, code: Code) -> None:
        """Keep what a short code stands for."""
        self.changes.codes[code.code] = code

    def save_conversation(self, conversation: Conversation) -> None:
        """Keep where somebody stands; `updated_at` becomes the moment of this unit."""
        moved = replace(conversation, updated_at=self.received_at)
        self.changes.conversations[conversation.chat_id, conversation.user_id] = moved

    def forget_conversation(self, chat_id: int, user_id: int) -> None:
        """End a conversation, and forget its answers."""
        self.changes.conversations[chat_id, user_id] = None

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

    def note(self, kind: str, data: Mapping[str, Any], by: int | None) -> None:
        """Keep an audit event that belongs to no case, such as `DutyStarted`; no personal values in `data`."""
        self.changes.drafts.append(chain.Draft(kind, self.received_at, by, data))

    def say(self, message: Message) -> None:
        """Have a message sent once this is committed."""
        self.changes.messages.append((self.received_at, message))

    def raise_card(self, case_id: int, chat_id: int, person_id: int, lane: str, *, ring: bool = False) -> None:
        """Have a case's card rendered anew in a chat; `ring` sends it anew, so that the phone makes itself heard."""
        item = Raise(person_id, lane, rings=int(ring))
        self.changes.raise_card(case_id, chat_id, item)

    def stir(self, case_id: int, stir: Stir) -> None:
        """Have the cards of the cases around one rendered anew."""
        self.changes.stirred[case_id] = stir

    def ask(self, errand: Errand) -> None:
        """Have an errand done once this is committed."""
        self.changes.errands.append((self.received_at, errand))

    async def corrections(self) -> list[Corrected]:
        """What the office has changed of its calendar, as far as it counts now, by number."""
        found = {**await self._known.read_corrections(), **self._corrections}
        return [found[number] for number in sorted(found) if found[number].removed_at is None]

    def save_correction(self, corrected: Corrected) -> None:
        """Keep a correction as it is now; the clock looks anew at every open case."""
        self.changes.corrections[corrected.correction.number] = corrected

    def save_storm(self, storm: Storm) -> None:
        """Keep a storm as it is now."""
        self.changes.storms[storm.procedure] = storm

    def remind(self, case_id: int, entry: int, stage: str) -> None:
        """Note that a reminder was given; each has one row."""
        self.changes.reminders[case_id, entry, stage] = self.received_at

    async def groups(self) -> list[Group]:
        """The groups that alarms are shown in."""
        found: dict[int, Group | None] = {**await self._known.read_groups(), **self._groups}
        return [group for group in found.values() if group is not None]

    def save_group(self, group: Group) -> None:
        """Show alarms in a group from now on."""
        self.changes.groups[group.chat_id] = group

    def drop_group(self, chat_id: int) -> None:
        """Show no alarms in a group any more."""
        self.changes.groups[chat_id] = None

    def forget_at(self, case_id: int, due_at: datetime | None) -> None:
        """When a closed case's cards and messages are to lose what is personal; None once that is done."""
        self.changes.forgetting[case_id] = due_at

    def erase(self, case_id: int, by: int) -> None:
        """Erase what a case holds of people, whatever else this unit or earlier ones have written of it."""
        self.changes.erased[case_id] = None
        self.note("PersonalErased", {"case": case_id}, by)

    def trace(self, case_id: int, person_id: int, fix: Fix) -> None:
        """Keep where somebody was in the course of a case; no event."""
        self.changes.moves[case_id, person_id, fix.at] = fix

    def test_sound(self, person_id: int, due_at: datetime | None) -> None:
        """Until when somebody who came on duty has time to press Dengar; None once that is done."""
        self.changes.sound_tests[person_id] = due_at

    def write_register(self, line: RegisterRow) -> None:
        """Write a case's line of a register."""
        self.changes.register[line.case_id, line.name] = line

    def write_letter(self, letter: LetterRow) -> None:
        """Keep a letter that is to be made."""
        self.changes.letters[letter.code] = letter

    async def titles(self, person_ids: Iterable[int]) -> dict[int, Titles]:
        """How letters print those of them for whom the office has said so."""
        return await self._known.read_titles(person_ids)

    async def letter(self, code: str) -> LetterRow | None:
        """The letter on disk with that code."""
        return await self._known.read_letter(code)

    async def letters_of(self, case_id: int) -> list[LetterRow]:
        """The letters of a case that are on disk, the oldest first."""
        return await self._known.read_letters(case_id)

    def _is_new(self, person_id: int) -> bool:
        return person_id in self._people and self._known.people.get(person_id) is None

    def _changed(self) -> dict[int, Recorded]:
        own, earlier = self._cases.maps
        return {**earlier, **own}

    def _changed_of(self, person_id: int) -> Iterable[int]:
        return [*self._earlier.opened_by.get(person_id, ()), *self.changes.opened_by.get(person_id, ())]
