"""What a unit of work changes, in memory until its batch is committed."""

from dataclasses import dataclass, field
from datetime import datetime

from core.case import Case
from core.people import Fix, Person
from core.stand_in import StandIn
from core.storm import Storm
from core.survey import Survey
from storage.bookings import Place
from storage.cards import Raise
from storage.chain import Draft
from storage.codes import Code
from storage.conversations import Conversation
from storage.corrections import Corrected
from storage.errands import Errand
from storage.groups import Group
from storage.letters import LetterRow
from storage.neighbours import Stir
from storage.outbox import Message
from storage.register import RegisterRow
from storage.waiting import Waiting


@dataclass(frozen=True, slots=True)
class Recorded:
    """A case as it is now, when the clock must look at it, and what it waits for."""

    case: Case
    next_at: datetime | None
    waiting: tuple[Waiting, ...]


@dataclass(slots=True)
class Changes:
    """Newest states by key, and in order what is to be added."""

    people: dict[int, Person] = field(default_factory=dict)
    ids: dict[int, int] = field(default_factory=dict)
    conversations: dict[tuple[int, int], Conversation | None] = field(default_factory=dict)
    counters: dict[str, int] = field(default_factory=dict)
    cases: dict[int, Recorded] = field(default_factory=dict)
    tickets: dict[str, int] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    reminders: dict[tuple[int, int, str], datetime] = field(default_factory=dict)
    cards: dict[int, dict[int, Raise]] = field(default_factory=dict)
    """By case and chat."""
    messages: list[tuple[datetime, Message]] = field(default_factory=list)
    errands: list[tuple[datetime, Errand]] = field(default_factory=list)
    register: dict[tuple[int, str], RegisterRow] = field(default_factory=dict)
    letters: dict[str, LetterRow] = field(default_factory=dict)
    forgetting: dict[int, datetime | None] = field(default_factory=dict)
    sound_tests: dict[int, datetime | None] = field(default_factory=dict)
    groups: dict[int, Group | None] = field(default_factory=dict)
    erased: dict[int, None] = field(default_factory=dict)
    moves: dict[tuple[int, int, datetime], Fix] = field(default_factory=dict)
    storms: dict[str, Storm] = field(default_factory=dict)
    corrections: dict[int, Corrected] = field(default_factory=dict)
    bookings: dict[Place, int | None] = field(default_factory=dict)
    stand_ins: dict[int, StandIn] = field(default_factory=dict)
    departed: dict[int, None] = field(default_factory=dict)
    rounds: dict[str, datetime] = field(default_factory=dict)
    surveys: dict[int, Survey] = field(default_factory=dict)
    survey_answers: dict[tuple[int, str], tuple[int, datetime]] = field(default_factory=dict)
    codes: dict[str, Code] = field(default_factory=dict)
    stirred: dict[int, Stir] = field(default_factory=dict)
    opened_by: dict[int, dict[int, None]] = field(default_factory=dict)
    """The changed cases by requester."""
    busy: dict[int, frozenset[int]] = field(default_factory=dict)
    """For whom the changed cases wait by name."""

    def keep(self, recorded: Recorded) -> None:
        """Take over a case as it is now."""
        case = recorded.case
        self.cases[case.id] = recorded
        self.tickets[case.ticket] = case.id
        self.opened_by.setdefault(case.requester, {})[case.id] = None
        awake = (step for step in recorded.waiting if not step.sleeps)
        self.busy[case.id] = frozenset(person for step in awake for person in step.people)

    def raise_card(self, case_id: int, chat_id: int, item: Raise) -> None:
        """Raise a card, once more where it was raised before."""
        raised = self.cards.setdefault(case_id, {})
        raised[chat_id] = item.after(raised.get(chat_id))

    def add(self, later: "Changes") -> None:
        """Take over what a later unit has changed."""
        self.people.update(later.people)
        self.ids.update(later.ids)
        self.conversations.update(later.conversations)
        self.counters.update(later.counters)
        for recorded in later.cases.values():
            self.keep(recorded)
        self.drafts.extend(later.drafts)
        self.reminders.update(later.reminders)
        for case_id, raised in later.cards.items():
            for chat_id, item in raised.items():
                self.raise_card(case_id, chat_id, item)
        self.messages.extend(later.messages)
        self.errands.extend(later.errands)
        self.register.update(later.register)
        self.letters.update(later.letters)
        self.forgetting.update(later.forgetting)
        self.sound_tests.update(later.sound_tests)
        self.groups.update(later.groups)
        self.erased.update(later.erased)
        self.moves.update(later.moves)
        self.storms.update(later.storms)
        self.corrections.update(later.corrections)
        self.bookings.update(later.bookings)
        self.stand_ins.update(later.stand_ins)
        self.departed.update(later.departed)
        self.rounds.update(later.rounds)
        self.surveys.update(later.surveys)
        self.survey_answers.update(later.survey_answers)
        self.codes.update(later.codes)
        self.stirred.update(later.stirred)
