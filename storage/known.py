"""What a batch has read so far: each thing is asked of the database once, in bulk where it can be foreseen."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from core.case import Case
from core.distance import Box
from core.people import Person, Staff
from core.post import Post
from core.stand_in import StandIn
from core.storm import Storm
from storage import (
    bookings,
    cards,
    cases,
    conversations,
    corrections,
    counters,
    groups,
    people,
    posts,
    stand_ins,
    storms,
    waiting,
)
from storage.bookings import Place
from storage.cards import CardView
from storage.conversations import Conversation
from storage.corrections import Corrected
from storage.database import Database
from storage.groups import Group
from storage.inquiries import Inquiries


class Known(Inquiries):
    """The database as this batch sees it. None stands for what was asked for and is not there."""

    def __init__(self, db: Database) -> None:
        """Nothing is read yet."""
        super().__init__(db)
        self.people: dict[int, Person | None] = {}
        self.ids: dict[int, int | None] = {}
        self.staff: Staff | None = None
        self.busy: tuple[tuple[int, int], ...] = ()
        self.posts: tuple[Post, ...] = ()
        self.bookings: dict[Place, int] | None = None
        self.conversations: dict[tuple[int, int], Conversation] = {}
        self.chats: set[int] = set()
        self.cases: dict[int, Case | None] = {}
        self.tickets: dict[str, int | None] = {}
        self.open_of: dict[int, list[int]] = {}
        self.last_of: dict[tuple[int, int], list[int]] = {}
        self.views: dict[int, dict[int, CardView]] = {}
        self.counters: dict[str, int] = {}
        self.groups: dict[int, Group] | None = None
        self.storms: dict[str, Storm | None] = {}
        self.stand_ins: dict[int, StandIn] | None = None
        self.corrections: dict[int, Corrected] | None = None

    async def prefetch(
        self, telegram_ids: Collection[int], chat_ids: Collection[int], case_ids: Collection[int]
    ) -> None:
        """Read persons, their open cases, conversations, further cases, and the cards of all these."""
        await self.read_people(telegram_ids)
        await self.read_conversations(chat_ids)
        found = [key for telegram_id in telegram_ids if (key := self.ids[telegram_id]) is not None]
        await self.read_open_cases(found)
        await self.read_cases(case_ids)
        await self.read_views([key for key, case in self.cases.items() if case is not None])

    async def read_people(self, telegram_ids: Iterable[int]) -> None:
        """Read persons by Telegram id."""
        missing = [key for key in set(telegram_ids) if key not in self.ids]
        if missing:
            self.ids |= dict.fromkeys(missing)
            self._keep_people(await self._rows(people.BY_TELEGRAM, ids=missing))

    async def read_people_by_id(self, ids: Iterable[int]) -> None:
        """Read persons by our own id."""
        missing = [key for key in set(ids) if key not in self.people]
        if missing:
            self.people |= dict.fromkeys(missing)
            self._keep_people(await self._rows(people.BY_ID, ids=missing))

    async def read_staff(self) -> Staff:
        """Read who holds a role, by id and in order, which case waits for which of them by name, and the posts."""
        if self.staff is None:
            self.posts = tuple(posts.post(row) for row in await self._rows(posts.ALL))
            self.busy = tuple((row.case_id, row.person_id) for row in await self._rows(waiting.BUSY))
            self.staff = Staff(self._keep_people(await self._rows(people.STAFF)))
        return self.staff

    async def read_bookings(self) -> dict[Place, int]:
        """Read the places that are held, each with its case."""
        if self.bookings is None:
            self.bookings = dict(bookings.read(row) for row in await self._rows(bookings.ALL))
        return self.bookings

    async def read_stand_ins(self) -> dict[int, StandIn]:
        """Read every stand-in that is not over, by id, in the order of their beginning."""
        if self.stand_ins is None:
            rows = [stand_ins.stand_in(row._asdict()) for row in await self._rows(stand_ins.NOT_OVER)]
            self.stand_ins = {one.id: one for one in rows}
        return self.stand_ins

    async def read_conversations(self, chat_ids: Iterable[int]) -> None:
        """Read the conversations of chats."""
        missing = [key for key in set(chat_ids) if key not in self.chats]
        if missing:
            self.chats.update(missing)
            for row in await self._rows(conversations.OF_CHATS, chats=missing):
                self.conversations[row.chat_id, row.user_id] = Conversation(**row._mapping)

    async def read_open_cases(self, person_ids: Iterable[int]) -> None:
        """Read the open cases that persons have opened."""
        missing = [key for key in set(person_ids) if key not in self.open_of]
        if missing:
            self.open_of |= {key: [] for key in missing}
            for case in self._keep_cases(await self._rows(cases.OPEN_OF, people=missing)):
                self.open_of[case.requester].append(case.id)

    async def read_all_open(self) -> list[int]:
        """Read every open case; returns their ids."""
        return [case.id for case in self._keep_cases(await self._rows(cases.ALL_OPEN))]

    async def read_cases(self, ids: Iterable[int]) -> None:
        """Read cases by id."""
        missing = [key for key in set(ids) if key not in self.cases]
        if missing:
            self.cases |= dict.fromkeys(missing)
            self._keep_cases(await self._rows(cases.BY_ID, ids=missing))

    async def read_ticket(self, ticket: str) -> None:
        """Read a case by ticket number."""
        if ticket not in self.tickets:
            self.tickets[ticket] = None
            self._keep_cases(await self._rows(cases.BY_TICKET, ticket=ticket))

    async def read_last_cases(self, person_id: int, limit: int) -> list[int]:
        """Read the newest cases that a person has opened; returns their ids, newest first.

        Which these are is read for everybody of the batch at once, for whoever asks is seldom alone.
        """
        if (person_id, limit) not in self.last_of:
            everybody = [person_id, *self.open_of]
            self.last_of |= {(one, limit): [] for one in everybody}
            for row in await self._rows(cases.LAST_OF, people=everybody, n=limit):
                self.last_of[row.requester, limit].append(row.id)
        await self.read_cases(self.last_of[person_id, limit])
        return self.last_of[person_id, limit]

    async def read_corrections(self) -> dict[int, Corrected]:
        """Read what the office has changed of its calendar, by number."""
        if self.corrections is None:
            found = [corrections.corrected(row) for row in await self._rows(corrections.IN_FORCE)]
            self.corrections = {one.correction.number: one for one in found}
        return self.corrections

    async def read_storm(self, procedure: str) -> Storm | None:
        """Read the storm that is on."""
        if procedure not in self.storms:
            rows = await self._rows(storms.CURRENT, procedure=procedure)
            self.storms[procedure] = Storm(**rows[0]._mapping) if rows else None
        return self.storms[procedure]

    async def read_open(self, procedure: str, limit: int) -> list[int]:
        """Read the oldest open cases of a procedure; returns their ids."""
        return [
            case.id for case in self._keep_cases(await self._rows(cases.OPEN_OF_KIND, procedure=procedure, n=limit))
        ]

    async def read_cases_within(self, box: Box, since: datetime, until: datetime, limit: int) -> list[int]:
        """Read the newest open cases of that time with a place in the box; returns their ids."""
        rows = await self._rows(cases.WITHIN, **box._asdict(), since=since, until=until, n=limit)
        return [case.id for case in self._keep_cases(rows)]

    async def read_views(self, case_ids: Iterable[int]) -> None:
        """Read the cards of cases."""
        missing = [key for key in set(case_ids) if key not in self.views]
        if missing:
            self.views |= {key: {} for key in missing}
            for row in await self._rows(cards.OF_CASES, cases=missing):
                self.views[row.case_id][row.chat_id] = cards.view(row)

    async def read_groups(self) -> dict[int, Group]:
        """Read the groups that alarms are shown in, by chat."""
        if self.groups is None:
            self.groups = {row.chat_id: Group(**row._mapping) for row in await self._rows(groups.LINKED)}
        return self.groups

    async def read_counter(self, name: str) -> int:
        """Read the last number given."""
        if name not in self.counters:
            rows = await self._rows(counters.LAST, counter=name)
            self.counters[name] = rows[0].value if rows else 0
        return self.counters[name]

    def _keep_people(self, rows: Iterable[Row[*tuple[Any, ...]]]) -> list[Person]:
        found = people.assemble(rows)
        for person in found:
            self.people[person.id] = person
            if person.has_chat:
                self.ids[person.telegram_id] = person.id
        return found

    def _keep_cases(self, rows: Iterable[Row[*tuple[Any, ...]]]) -> list[Case]:
        found = [cases.from_row(row._asdict()) for row in rows]
        for case in found:
            self.cases[case.id] = case
            self.tickets[case.ticket] = case.id
        return found
