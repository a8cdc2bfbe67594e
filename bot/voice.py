"""How somebody is told of a case: in their language, with their keyboard, silently where others may overhear."""

from dataclasses import dataclass
from typing import Any

from aiogram.methods import TelegramMethod

from bot import contests, keyboards, outgoing
from bot.audience import Audience
from bot.facts import Facts
from bot.silence import is_silent, neutral, without_sound
from bot.texts import Markup, Value
from core.people import Person


@dataclass(slots=True)
class Voice(Audience):
    """The case after its new events, and what is said of it."""

    @property
    def lane(self) -> str:
        """The lane of what must not wait in this procedure."""
        return self.procedure.lane

    @property
    def news_lane(self) -> str:
        """The lane of news to staff."""
        return "dispatch"

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

    def _send(self, method: TelegramMethod[Any], lane: str, reply_to_card: bool, mark: str | None = None) -> None:
        key = f"{self.case.id}:{mark}" if mark is not None else None
        message = outgoing.message(method, lane, case_id=self.case.id, reply_to_card=reply_to_card, key=key)
        self.desk.unit.say(message)

    def _known_to(self, reader: Person) -> Facts:
        now = self.house.time(self.desk.now)
        return Facts(self.house, self.case, self.procedure, self.office, reader, now)

    def _is_silent(self, person: Person) -> bool:
        return person.id == self.case.requester and is_silent(self.case)
