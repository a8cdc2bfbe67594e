"""What follows from a commit, gathered: who is told what, whose card rings, which errands are asked for."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from bot import crew, in_words, keyboards, reporters
from bot.exhibits import Exhibits
from bot.facts import NONE, chosen, clipped
from bot.house import language_of
from bot.presses import data
from bot.texts import Markup, Value
from core.action import Notice
from core.commands import Witness
from core.events import CaseOpened, Event, EvidenceGiven, Personal, StepOpened, ValueGiven
from core.parts import seen
from core.people import Fix, Person
from core.queue import is_queued
from storage.cards import CardView

WORDS_MOST = 2000


@dataclass(slots=True)
class Aftermath(Exhibits):
    """The case after its new events, and the way to everybody concerned."""

    views: dict[int, CardView] = field(default_factory=dict)
    told: set[int] = field(default_factory=set)
    rung: set[int] = field(default_factory=set)
    relayed: set[tuple[int, str]] = field(default_factory=set)
    in_storm: bool = False
    queue_called: set[int] = field(default_factory=set)
    part: int = 0
    """The part of a party that the event in hand is about."""

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

    def refresh(self) -> None:
        """Bring every other card of the case up to date."""
        rung = {view.chat_id for view in self.views.values() if view.person_id in self.rung}
        for view in self.views.values():
            if view.chat_id not in rung:
                self.desk.unit.raise_card(self.case.id, view.chat_id, view.person_id, self.lane)

    def look_button(self, person: Person | None) -> keyboards.Rows:
        """The button that shows the case's card."""
        return [[keyboards.button(self.house.label(person, "button-look"), data("look", self.case.id))]]

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

    def _value(self, name: str, reader: Person) -> str:
        """A value of the case in words; a dash where there is nothing to say."""
        words = in_words.of_case(self.house, seen(self.case, self.part), self.procedure, name, reader, self.office)
        return clipped(words, WORDS_MOST) or "-"
