"""The unit of work: what one update reads and changes, over what earlier units of its batch have changed."""

from collections import ChainMap
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from core.dataset import Dataset
from core.office import Office
from core.people import Fix, Person, Staff
from core.stand_in import with_stand_ins
from core.storm import Storm
from storage import chain
from storage.booked import Bookings
from storage.case_unit import CaseUnit
from storage.changes import Changes
from storage.codes import Code
from storage.conversations import Conversation
from storage.corrections import Corrected
from storage.errands import Errand
from storage.groups import Group
from storage.known import Known
from storage.letters import LetterRow
from storage.outbox import Message
from storage.place_codes import PlaceCode
from storage.register import RegisterRow
from storage.titles import Titles


class UnitOfWork(CaseUnit):
    """Nothing that it changes is seen by others before its batch accepts it, nor on disk before the batch commits."""

    def __init__(self, known: Known, earlier: Changes, received_at: datetime) -> None:
        """Units are made by their batch; `received_at` is the moment at which everything in it is decided."""
        super().__init__(known, earlier, received_at)
        self.answers: list[Any] = []
        self._ids = ChainMap(self.changes.ids, earlier.ids)
        self._conversations = ChainMap(self.changes.conversations, earlier.conversations)
        self._counters = ChainMap(self.changes.counters, earlier.counters)
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
        staff = await self._known.read_staff()
        if any(staff.ids & layer.keys() for layer in self._people.maps):
            staff = Staff(self._people.get(person.id, person) for person in staff)
        busy = {person for case_id, person in self._known.busy if case_id not in self._cases}
        busy.update(*{**self._earlier.busy, **self.changes.busy}.values())
        engaged = await self.bookings.engagements()
        office = Office(staff, frozenset(busy), self._known.posts, engagements=engaged)
        return with_stand_ins(office, [one for one in await self.stand_ins() if one.lasts(self.received_at)])

    async def conversation(self, chat_id: int, user_id: int) -> Conversation:
        """Where somebody stands in a chat; without a state if nowhere."""
        key = (chat_id, user_id)
        if key not in self._conversations:
            await self._known.read_conversations([chat_id])
        found = self._conversations.get(key) if key in self._conversations else self._known.conversations.get(key)
        return found or Conversation(chat_id, user_id)

    async def storm(self, procedure: str) -> Storm | None:
        """The storm that is on, if one is."""
        found = self._storms.get(procedure) or await self._known.read_storm(procedure)
        return found if found is not None and found.ended_at is None else None

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

    def note(self, kind: str, data: Mapping[str, Any], by: int | None) -> None:
        """Keep an audit event that belongs to no case, such as `DutyStarted`; no personal values in `data`."""
        self.changes.drafts.append(chain.Draft(kind, self.received_at, by, data))

    def say(self, message: Message) -> None:
        """Have a message sent once this is committed."""
        self.changes.messages.append((self.received_at, message))

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
