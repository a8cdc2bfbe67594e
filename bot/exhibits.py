"""What is shown of a case beside words: where it is, where people are, and the files that belong to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiogram.methods import SendLocation

from bot import drafts, outgoing
from bot.documents.first_page import page_path
from bot.documents.posting import post
from bot.facts import NONE
from bot.silence import without_sound
from bot.texts import Markup
from bot.voice import Voice
from core.case import Evidence
from core.drafts import superseded
from core.people import Fix, Person


@dataclass(slots=True)
class Exhibits(Voice):
    """The case after its new events, and what people see of it; nobody is shown a thing twice."""

    mapped: set[int] = field(default_factory=set)
    shown: set[tuple[int, int]] = field(default_factory=set)

    async def show_place(self, person_id: int) -> None:
        """Send the place as a real map message; whoever sent it need not be shown it."""
        person, place = await self.person(person_id), self.case.place
        if person is None or place is None or person.id in {*self.mapped, self.case.requester}:
            return
        self.mapped.add(person.id)
        location = SendLocation(chat_id=person.telegram_id, latitude=place.lat, longitude=place.lon)
        self._send(location, self.lane, True)

    async def show_fix(self, person_id: int, fix: Fix) -> None:
        """Send where somebody was last, as a map."""
        person = await self.person(person_id)
        if person is not None and person.reachable:
            location = SendLocation(chat_id=person.telegram_id, latitude=fix.lat, longitude=fix.lon)
            self._send(location, self.lane, True)

    async def show_evidence(self, person_id: int, numbers: Iterable[int] | None = None) -> None:
        """Send photos and other files of the case: those with the numbers, or all, of versions the newest.

        Whoever asked for it gets only what is meant for them.
        """
        person = await self.person(person_id)
        if numbers is None and person_id == self.case.requester:
            return
        over = superseded(self.case, self.procedure)
        wanted = set(numbers) if numbers is not None else {item.number for item in self.case.evidence} - over
        for item in self.case.evidence:
            file = self.case.file(item.number)
            if (person_id, item.number) in self.shown:
                continue
            if person is None or not person.has_chat:
                continue
            if person.id != item.by and item.number in wanted and file is not None:
                self.shown.add((person_id, item.number))
                at = self.house.time(item.at)
                caption = self._caption(person, item, file, at)
                if self._is_silent(person):
                    shown = without_sound(outgoing.file(person.telegram_id, item.kind, file["file_id"], at))
                else:
                    shown = outgoing.file(person.telegram_id, item.kind, file["file_id"], caption)
                self._send(shown, self.news_lane, True)
                if item.page:
                    await self.show_page(person_id, item.number)

    async def show_page(self, person_id: int, number: int) -> None:
        """Send the first page of a file of the case as a picture; whoever sent the file need not be shown it."""
        person = await self.person(person_id)
        item = next((item for item in self.case.evidence if item.number == number), None)
        if person is None or not person.has_chat or item is None or person.id in (item.by, self.case.requester):
            return
        caption = self.house.say(person, "page-caption", ticket=self.case.ticket)
        path, key = page_path(self.case.ticket, number), f"page:{self.case.id}:{number}"
        self.desk.unit.ask(post(self.case.id, person, path, key, caption, photo=True))

    def _caption(self, person: Person, item: Evidence, file: Mapping[str, Any], at: str) -> Markup:
        ticket = self.case.ticket
        if item.kind != "document":
            return self.house.say(person, "evidence-caption", ticket=ticket, time=at)
        is_theirs = person.id == self.case.requester
        version = drafts.version_of(self.case, self.procedure, item.number) if not is_theirs else None
        known = {"name": file.get("name") or NONE, "version": str(version) if version is not None else NONE}
        return self.house.say(person, "document-caption", ticket=ticket, **known)
