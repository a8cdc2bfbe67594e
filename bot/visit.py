"""Somebody at the desk: who writes or presses, where, in which conversation. Handlers are given one."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from aiogram.methods import AnswerCallbackQuery, EditMessageText, SendMessage
from aiogram.types import User

from bot import keyboards, outgoing
from bot.desk import Desk
from bot.silence import is_wanted, neutral, without_sound
from bot.texts import Markup, Value, clean
from core.case import Case, OpenStep
from core.people import Person
from core.refusal import StepOver
from storage.conversations import Conversation
from storage.errands import Errand
from storage.people import new_id

NAME_MOST = 64


@dataclass(slots=True)
class Visit:
    """One update of one person; `case_id` is the case that a press or an open form is about, `called` their own name.

    `sent_at` is when a message was sent, by Telegram's clock.
    """

    desk: Desk
    person: Person
    conversation: Conversation
    query_id: str | None = None
    message_id: int | None = None
    case_id: int | None = None
    silent: bool = False
    called: str = ""
    sent_at: datetime | None = None

    @classmethod
    async def of(cls, desk: Desk, user: User, chat_id: int) -> "Visit":
        """Whoever sent the update; somebody new or erased is made known, somebody who was out of reach is back."""
        name = clean(user.full_name)[:NAME_MOST].strip() or str(user.id)
        person = await desk.unit.person(user.id)
        if person is None:
            language = "en" if (user.language_code or "").startswith("en") else "id"
            person = Person(new_id(), user.id, name, language)
            desk.unit.save_person(person)
        elif not person.reachable or not person.name:
            person = replace(person, reachable=True, name=person.name or name)
            desk.unit.save_person(person)
        office_self = (
            (await desk.office()).person(person.id) if person.grants or user.id in desk.house.admin_ids else None
        )
        _look_at_commands(desk, office_self or person)
        silent = await is_wanted(desk.unit, person.id)
        return cls(
            desk, office_self or person, await desk.unit.conversation(chat_id, user.id), silent=silent, called=name
        )

    @classmethod
    async def unknown(cls, desk: Desk, user: User, chat_id: int) -> "Visit":
        """Somebody who is only told that nothing was done: what is known of them serves, and nothing is kept."""
        person = await desk.unit.person(user.id) or Person(0, user.id, "")
        return cls(desk, person, Conversation(chat_id, user.id))

    def keep(self, **changes: Any) -> None:
        """Change what is known of the person."""
        self.person = replace(self.person, **changes)
        self.desk.unit.save_person(self.person)
        _look_at_commands(self.desk, self.person)

    def go_to(self, state: str, data: dict[str, Any]) -> None:
        """Move the conversation on."""
        self.conversation = replace(self.conversation, state=state, data=data)
        self.desk.unit.save_conversation(self.conversation)

    def end(self) -> None:
        """End the conversation."""
        if self.conversation.state is not None:
            self.desk.unit.forget_conversation(self.conversation.chat_id, self.conversation.user_id)
            self.conversation = Conversation(self.conversation.chat_id, self.conversation.user_id)

    async def case(self, case_id: int) -> Case:
        """The case with that id. Raises `StepOver` where there is none."""
        found = await self.desk.unit.case(case_id)
        if found is None:
            raise StepOver()
        return found

    async def step(self, case_id: int, entry: int) -> tuple[Case, OpenStep]:
        """An open step, and its case. Raises `StepOver` where it is over."""
        case = await self.case(case_id)
        waiting = case.entry(entry)
        if waiting is None:
            raise StepOver()
        return case, waiting

    async def alarm(self) -> Case | None:
        """The person's own open alarm."""
        cases = await self.desk.unit.open_cases_of(self.person.id)
        return next((case for case in cases if self.desk.house.shelf.of(case).lane == "alarm"), None)

    async def rehearsal(self) -> Case | None:
        """The rehearsal that the person is in."""
        cases = await self.desk.unit.open_cases_of(self.person.id)
        return next((case for case in cases if self.desk.house.shelf.of(case).rehearses is not None), None)

    def say(self, key: str, **values: Value) -> Markup:
        """A text in the person's language."""
        return self.desk.house.say(self.person, key, **values)

    def label(self, key: str, **values: Value) -> str:
        """A text without markup in the person's language."""
        return self.desk.house.label(self.person, key, **values)

    def reply(self, key: str, markup: Any = None, **values: Value) -> SendMessage:
        """A message to the person; a neutral one without a sound where nobody may read or hear what it is about."""
        if not self.silent:
            return outgoing.text(self.person.telegram_id, self.say(key, **values), markup)
        return without_sound(outgoing.text(self.person.telegram_id, self.say(neutral(key), **values), markup))

    async def menu(self) -> Any:
        """The keyboard at the bottom that fits the person now."""
        return keyboards.menu(self.desk.house, self.person, await self.alarm() or await self.rehearsal())

    def settle(self, words: str, markup: Any = None) -> Any:
        """Rewrite the pressed message: what it asked is answered; it keeps no buttons but those given."""
        rewritten = EditMessageText(
            chat_id=self.person.telegram_id, message_id=self.message_id, text=words, parse_mode="HTML"
        )
        return rewritten if markup is None else rewritten.model_copy(update={"reply_markup": markup})

    def toast(self, key: str, *, alert: bool = False, **values: Value) -> AnswerCallbackQuery:
        """An answer to the press; with `alert` one that must be read."""
        words = self.label(neutral(key) if self.silent else key, **values)
        return AnswerCallbackQuery(callback_query_id=self.query_id or "", text=words[:200], show_alert=alert)


def _look_at_commands(desk: Desk, person: Person) -> None:
    """Have the commands in the person's chat looked at where their roles or language are not what they were."""
    roles, listed, key = person.roles, desk.house.listed, person.telegram_id
    wanted = (roles, person.language) if roles else None
    if listed.get(key) != wanted:
        listed[key] = wanted
        mark = f"commands:{person.id}:{desk.now.isoformat()}:{person.language}:{'+'.join(sorted(roles))}"
        desk.unit.ask(
            Errand("commands", {"telegram_id": key, "roles": sorted(roles), "language": person.language}, None, mark)
        )
