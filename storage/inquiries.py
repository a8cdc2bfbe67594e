"""What a batch asks of the database anew each time: nobody needs it twice."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from core.dataset import Dataset
from storage import cases, codes, datasets, letters, outbox, place_codes, titles, waiting
from storage.codes import Code
from storage.letters import LetterRow
from storage.place_codes import PlaceCode
from storage.snapshot import Snapshot
from storage.titles import Titles


class Inquiries(Snapshot):
    """A part of `Known`: what it answers is not remembered."""

    async def read_ended(self, person_id: int, procedure: str, before: int) -> list[tuple[str, datetime]]:
        """Read how a person's earlier cases of a procedure ended and when they were opened, the oldest first."""
        rows = await self._rows(cases.ENDED_OF, person=person_id, procedure=procedure, before=before)
        return [(row.outcome or "", row.opened_at) for row in rows]

    async def read_reporters(self, procedure: str, since: datetime) -> tuple[int, int]:
        """Read how many people have an open case of a procedure, and how many of them are known only since then."""
        (row,) = await self._rows(cases.REPORTERS, procedure=procedure, since=since)
        return row.all, row.new

    async def read_opened_since(self, procedure: str, since: datetime) -> set[int]:
        """Read the ids of the cases of a procedure that were opened since then."""
        return {row.id for row in await self._rows(cases.OPENED_SINCE, procedure=procedure, since=since)}

    async def read_tasks(self, takers: list[str], without: Iterable[int], limit: int) -> list[tuple[Any, int]]:
        """Read when the steps that wait under these names are due, and their cases, the earliest first."""
        rows = await self._rows(waiting.TASKS, takers=takers, without=list(without), n=limit)
        return [(row.due, row.case_id) for row in rows]

    async def read_sent(self, key: str) -> int | None:
        """Read the id of the message that was sent under that key."""
        return next((row.message_id for row in await self._rows(outbox.SENT_AS, key=key)), None)

    async def read_code(self, code: str) -> Code | None:
        """Read what a short code stands for."""
        rows = await self._rows(codes.BY_CODE, its_code=code)
        return Code(**rows[0]._mapping) if rows else None

    async def read_place_code(self, code: str) -> PlaceCode | None:
        """Read the place with a code."""
        rows = await self._rows(place_codes.BY_ID, code=code)
        return place_codes.place_code(rows[0]) if rows else None

    async def read_datasets(self) -> list[Dataset]:
        """Read the published datasets, by name."""
        return datasets.read(await self._rows(datasets.EVERY))

    async def read_titles(self, person_ids: Iterable[int]) -> dict[int, Titles]:
        """Read how letters print persons."""
        rows = await self._rows(titles.OF, ids=list(person_ids))
        return {row.person_id: Titles(row.nip, row.rank, row.position) for row in rows}

    async def read_letter(self, code: str) -> LetterRow | None:
        """Read the letter with a code."""
        return next((LetterRow(**row._mapping) for row in await self._rows(letters.BY_CODE, code=code)), None)

    async def read_letters(self, case_id: int) -> list[LetterRow]:
        """Read the letters of a case, the oldest first."""
        return [LetterRow(**row._mapping) for row in await self._rows(letters.OF_CASE, case=case_id)]
