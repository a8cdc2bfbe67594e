"""What follows from a commit, gathered: who is told what, whose card rings, which errands are asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiogram.methods import SendLocation, TelegramMethod

from bot import contests, crew, drafts, in_words, keyboards, outgoing, reporters
from bot.audience import Audience
from bot.documents.first_page import page_path
from bot.documents.posting import post
from bot.facts import NONE, Facts, chosen, clipped
from bot.house import language_of
from bot.presses import data
from bot.silence import is_silent, neutral, without_sound
from bot.texts import Markup, Value
from core.action import Notice
from core.case import Evidence
from core.commands import Witness
from core.drafts import superseded
from core.events import CaseOpened, Event, EvidenceGiven, Personal, StepOpened, ValueGiven
from core.parts import seen
from core.people import Fix, Person
from core.queue import is_queued
from storage.rows import CardView

WORDS_MOST = 2000


@dataclass(slots=True)
class Aftermath(Audience):
    """The case after its new events, and the way to everybody concerned."""

    views: dict[int, CardView] = field(default_factory=dict)
    told: set[int] = field(default_factory=set)
    rung: set[int] = field(default_factory=set)
    mapped: set[int] = field(default_factory=set)
    shown: set[tuple[int, int]] = field(default_factory=set)
    relayed: set[tuple[int, str]] = field(default_factory=set)
    in_storm: bool = False
    queue_called: set[int] = field(default_factory=set)
    part: int = 0
    """The part of a party that the event in hand is about."""

    @property
    def lane(self) -> str:
        """The lane of what must not wait in this procedure."""
        return self.procedure.lane

    @property
    def comes_anew(self) -> bool:
        """Whether everybody called gets a new card now, which says itself what was given."""
        if self.main is not None:
            return False
        ringing = {step.id for step in self.procedure.steps if step.ring is not None}
        return any(
            isinstance(event, CaseOpened) or (isinstance(event, StepOpened) and event.step in ringing)
            for event in self.events
        )

    @property
    def brings_along(self) -> bool:
        """Whether the case begins with what another has left it: its first card says and shows it all."""
        return any(isinstance(event, CaseOpened) and event.origin is not None for event in self.events)

    async def say(
        self,
        person_id: int,
        lane: str,
        key: str,
        *,
        rows: keyboards.Rows | None = None,
        mark: str | None = None,
        **values: Value,
    ) -> None:
        """Tell somebody; staff as an answer to the case's card, the requester with the keyboard that fits."""
        person = await self.person(person_id)
        if person is None or not person.reachable or not person.has_chat:
            return
        wanted = neutral(key) if self._is_silent(person) else key
        words = self.house.say(person, wanted, self._known_to(person), **values)
        await self.say_words(person, lane, words, rows=rows, mark=mark)

    async def say_words(
        self, person: Person, lane: str, words: Markup, *, rows: keyboards.Rows | None = None, mark: str | None = None
    ) -> None:
        """Tell somebody in words that are ready; whoever has no chat is not told."""
        if not person.has_chat:
            return
        is_requester = person.id == self.case.requester
        is_rehearsal = self.procedure.rehearses is not None
        open_case = self.case if self.case.is_open and (self.lane == "alarm" or is_rehearsal) else None
        if is_rehearsal:
            words = self.house.say(person, "rehearsal-frame", words=words)
        if is_requester and not self.case.is_open:
            rows = contests.rows(self.house, self.case, self.procedure, person)
        inline = keyboards.inline(rows or [])
        markup = keyboards.menu(self.house, person, open_case) if is_requester and inline is None else inline
        message = outgoing.text(person.telegram_id, words, markup)
        self._send(without_sound(message) if self._is_silent(person) else message, lane, not is_requester, mark)

    async def witness(self, event: Event) -> None:
        """Have a fact noted that follows from the events, such as the number that a letter has got."""
        case = await self.desk.unit.case(self.case.id) or self.case
        self.case = await self.desk.decide(case, Witness(event=event))

    async def tell(self, notices: Iterable[Notice], **values: Value) -> None:
        """Tell everybody whom a procedure's `tell:` names; `values` are what a text says beside the case's facts."""
        for notice in notices:
            for person_id in dict.fromkeys(self.meant_by(notice)):
                if person_id == self.actor != self.case.requester:
                    continue
                await self._tell(person_id, notice, values, self._offered(notice, await self.person(person_id)))
                if person_id == self.case.requester:
                    for told in await reporters.views_of(self):
                        await told._tell(told.case.requester, notice, values)

    async def _tell(
        self, person_id: int, notice: Notice, more: dict[str, Value], rows: keyboards.Rows | None = None
    ) -> None:
        self.told.add(person_id)
        urgent = person_id == self.case.requester or notice.where is not None
        lane, fix = self.lane if urgent else self.news_lane, self._whereabouts(notice)
        language = await self.language(person_id)
        values: dict[str, Any] = {
            "who": crew.acting(self.case, self.events, self.office, self.desk.now),
            "crew": crew.asked(self.events, self.office) or NONE,
            **more,
        }
        if notice.relay is not None:
            values["words"] = self.words_of(notice.relay, language)
        if notice.where is not None:
            values["at"] = self.house.time(fix.at) if fix is not None else NONE
        if notice.text is not None:
            await self.say(person_id, lane, notice.text, rows=rows, **values)
        elif notice.say is not None and (person := await self.person(person_id)) is not None:
            words = await self._own_words(notice, notice.say.in_language(language_of(person)), person)
            await self.say_words(person, lane, words, rows=rows)
        if fix is not None:
            await self.show_fix(person_id, fix)
        if notice.relay is not None:
            self.relayed.add((person_id, notice.relay))
            await self.show_evidence(person_id, self._files_of(notice.relay))

    @property
    def news_lane(self) -> str:
        """The lane of news to staff."""
        return "dispatch"

    async def ring(self, person_ids: Iterable[int]) -> None:
        """Send the card anew, so that the phones make themselves heard; a first card brings the map and the photos."""
        for person_id in person_ids:
            person = await self.person(person_id)
            if person is None or not person.has_chat or person.id in self.rung:
                continue
            if self.is_queued_for(person_id):
                self.queue_called.add(person_id)
            else:
                await self.bring(person)

    async def bring(self, person: Person) -> None:
        """Send somebody the card anew; a first card brings the map and the photos."""
        self.rung.add(person.id)
        self.desk.unit.raise_card(self.case.id, person.telegram_id, person.id, self.lane, ring=True)
        if person.telegram_id not in self.views:
            await self.show_place(person.id)
            await self.show_evidence(person.id)

    @property
    def is_in_queue(self) -> bool:
        """Whether a storm is on and nobody has taken the case: it stands in everybody's queue."""
        return self.in_storm and is_queued(self.case, self.procedure)

    def is_queued_for(self, person_id: int) -> bool:
        """Whether the case calls somebody only by the queue of a storm, because nobody asked them by name."""
        return self.is_in_queue and not any(person_id in step.holders for step in self.case.steps)

    def listeners(self) -> tuple[int, ...]:
        """Everybody concerned whom news of the case reach: in a storm not those who have not opened its card."""
        opened = {view.person_id for view in self.views.values()}
        return tuple(one for one in self.concerned() if one in opened or not self.is_queued_for(one))

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

    def refresh(self) -> None:
        """Bring every other card of the case up to date."""
        rung = {view.chat_id for view in self.views.values() if view.person_id in self.rung}
        for view in self.views.values():
            if view.chat_id not in rung:
                self.desk.unit.raise_card(self.case.id, view.chat_id, view.person_id, self.lane)

    def look_button(self, person: Person | None) -> keyboards.Rows:
        """The button that shows the case's card."""
        return [[keyboards.button(self.house.label(person, "button-look"), data("look", self.case.id))]]

    def _send(self, method: TelegramMethod[Any], lane: str, reply_to_card: bool, mark: str | None = None) -> None:
        key = f"{self.case.id}:{mark}" if mark is not None else None
        message = outgoing.message(method, lane, case_id=self.case.id, reply_to_card=reply_to_card, key=key)
        self.desk.unit.say(message)

    def _whereabouts(self, notice: Notice) -> Fix | None:
        """Where the person was last whose position goes along."""
        named = self.case.named.get(notice.where[1:], 0) if notice.where is not None else 0
        person = self.office.person(named)
        return person.whereabouts(self.desk.now) if person is not None else None

    def _offered(self, notice: Notice, person: Person | None) -> keyboards.Rows:
        """The standing actions that a message offers; no label names what it is about where others may read it."""
        offered = (action for action in self.procedure.standing if action.id in notice.offers)
        return [
            [
                keyboards.button(
                    self.house.label(person, "silent-not-yet")
                    if person is not None and self._is_silent(person)
                    else action.label.in_language(language_of(person)),
                    data("act", self.case.id, 0, action.id),
                )
            ]
            for action in offered
        ]

    def words_of(self, name: str, language: str) -> str:
        """What was just written or chosen in answer to a question; `none` where it was answered otherwise."""
        given = (event.value for event in self.events if isinstance(event, ValueGiven) and event.name == name)
        words = next((value.value for value in given if isinstance(value, Personal)), None)
        ready = chosen(self.case, self.procedure, name, language)
        return clipped(words, WORDS_MOST) if isinstance(words, str) else ready or NONE

    def _files_of(self, name: str) -> list[int]:
        """The files that just came in answer to a question."""
        new = {event.number for event in self.events if isinstance(event, EvidenceGiven)}
        value = self.case.values.get(name)
        return [number for number in value if number in new] if isinstance(value, list) else []

    async def _own_words(self, notice: Notice, words: str, person: Person) -> Markup:
        """The file's own wording, with the facts and the case's values put in where it names them."""
        known = self._known_to(person)
        for name in {*known, *notice.spoken}:
            if f"{{{name}}}" in words:
                value = known[name] if name in known else self._value(name, person)
                words = words.replace(f"{{{name}}}", str(value))
        key = "silent-received" if self._is_silent(person) else "own-words"
        return self.house.say(person, key, words=words)

    def _known_to(self, reader: Person) -> Facts:
        now = self.house.time(self.desk.now)
        return Facts(self.house, self.case, self.procedure, self.office, reader, now)

    def _value(self, name: str, reader: Person) -> str:
        """A value of the case in words; a dash where there is nothing to say."""
        words = in_words.of_case(self.house, seen(self.case, self.part), self.procedure, name, reader, self.office)
        return clipped(words, WORDS_MOST) or "-"

    def _is_silent(self, person: Person) -> bool:
        return person.id == self.case.requester and is_silent(self.case)
