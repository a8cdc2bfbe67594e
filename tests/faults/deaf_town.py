"""The worker alone with a database and a clock that stands: what it would send is put in people's chats and judged."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from rights import Rights

from bot.album import Album
from bot.house import House, Shelf
from bot.intake import Intake
from bot.procedures import load_procedures
from bot.reception import reception
from bot.settings import LOCALES
from bot.telegram import Payload
from bot.texts import Texts
from bot.worker import Worker
from simulator.formatting import parse_html, utf16_length
from storage import inbox, people, procedures
from storage.batch import Batch
from storage.cards import CardView
from storage.database import Database
from storage.errands import ErrandRow
from storage.groups import Group
from storage.outbox import OutboxRow
from tests.errands.standing_clock import StandingClock

ROLES = ("operator", "operator", "operator", *["officer"] * 5, "head_of_centre", "head_of_department", "admin")
CITIZENS, STRANGERS = 24, 4
STAFF_GROUP, OTHER_GROUP = -1001, -1002
OLD_BUTTONS = 40
WORST = {"sendMessage": ("text", 4096), "sendPhoto": ("caption", 1024), "sendVideo": ("caption", 1024)}


class Clock(StandingClock):
    """Says when the worker has nothing left to do."""

    def __init__(self) -> None:
        super().__init__()
        self.idle = asyncio.Event()

    async def pause(self, event: asyncio.Event, until: datetime | None) -> None:
        if not event.is_set():
            self.idle.set()
        await super().pause(event, until)


@dataclass(slots=True)
class Chat:
    """What somebody has in front of them: buttons that were ever shown, keys at the bottom, cards."""

    buttons: deque[str] = field(default_factory=lambda: deque(maxlen=OLD_BUTTONS))
    keys: list[str] = field(default_factory=list)
    cards: deque[int] = field(default_factory=lambda: deque(maxlen=20))
    last_id: int = 100


@dataclass(slots=True)
class Inhabitant:
    """Somebody with a phone; `role` is empty for citizens and None for whoever never came to the bot."""

    id: int
    name: str
    role: str | None
    phone: str


class DeafTown:
    """Everybody, their chats, and the worker between them. It is also what the worker hands its messages to."""

    def __init__(self, db: Database, house: House, dice: Random) -> None:
        self.db, self.house, self.dice, self.clock = db, house, dice, Clock()
        self.chats: dict[int, Chat] = defaultdict(Chat)
        self.people = [Inhabitant(1000 + n, f"{role} {n}", role, f"62800{n:07}") for n, role in enumerate(ROLES)]
        self.people += [Inhabitant(2000 + n, f"Rahasia{n} Warga", "", f"62811{n:07}") for n in range(CITIZENS)]
        self.people += [Inhabitant(3000 + n, f"Rahasia{n} Asing", None, f"62822{n:07}") for n in range(STRANGERS)]
        self.rights = Rights(db, house)
        self.album = Album(db, house, self.clock)
        self.answered: list[str] = []
        self.faults: list[str] = []
        self._told: list[OutboxRow] = []
        self._shown: list[CardView] = []
        self._asked: list[ErrandRow] = []
        urgent: set[int] = set()
        self.worker = Worker(db, self.clock, house, reception(house), urgent)
        self.worker.delivery = self.worker.errands = self  # type: ignore[assignment]
        self.intake = Intake(db, self.clock, urgent, self.worker.wake)

    @classmethod
    async def found(cls, folder: Path, dice: Random) -> "DeafTown":
        """A town with its staff appointed and one group linked; nobody is on duty yet."""
        db = await Database.open(f"sqlite+aiosqlite:///{folder / 'sigap.db'}")
        house = House(Shelf(load_procedures(None)), Texts.load(LOCALES), ZoneInfo("Asia/Makassar"))
        town = cls(db, house, dice)
        now = town.clock.now()
        for procedure in house.shelf.in_force.values():
            await procedures.freeze(db, procedure.version, procedure.id, procedure.source, now)
        for one in town.people:
            if one.role:
                await people.add_staff(db, one.id, one.name, one.role, "", now)
        batch = Batch(db)
        unit = batch.unit(now)
        admin = next(one for one in await people.list_staff(db) if one.holds("admin"))
        unit.save_group(Group(STAFF_GROUP, "Piket", admin.id, now))
        batch.accept(unit)
        await batch.commit([], at=now)
        return town

    async def takes(self, updates: Sequence[dict[str, Any]]) -> None:
        """Let updates come in and the worker deal with them."""
        await self.intake.take(updates)
        await self.settle()

    async def forward(self, seconds: float) -> None:
        """Let time pass and everything that falls due happen."""
        self.clock.idle.clear()
        self.clock.forward(seconds=seconds)
        await self.clock.idle.wait()
        await self._read()

    async def settle(self) -> None:
        """Wait until the worker has nothing left to do, and read what it said."""
        self.clock.idle.clear()
        self.worker.wake()
        await self.clock.idle.wait()
        await self._read()

    async def fetch(self) -> None:
        """Let some of the errands come back, as the errand runner would tell it."""
        self.dice.shuffle(self._asked)
        for row in self._asked[: len(self._asked) // 2]:
            found = {"number": row.payload.get("number", 1), "sha256": "0" * 64, "size": 1}
            result = found if row.kind == "evidence" and self.dice.random() < 0.8 else {"reason": "too_big"}
            told = {"internal": "errand", "errand": row.kind, "case_id": row.case_id}
            await inbox.post(self.db, {**told, "payload": row.payload, "result": result}, self.clock.now())
        self._asked = self._asked[len(self._asked) // 2 :]

    async def card(self, chat_id: int) -> list[str]:
        """The buttons under one of the cards that somebody has, as they are now."""
        cards = self.chats[chat_id].cards
        if not cards:
            return []
        case_id = cards[-1] if self.dice.random() < 0.3 else self.dice.choice(cards)
        drawing = await self.album.draw(case_id, chat_id)
        if drawing is None:
            return []
        self._check(chat_id, "sendMessage", drawing.payload)
        await self.rights.check_words(chat_id, drawing.payload, case_id, self.faults)
        return self._keep_buttons(chat_id, drawing.payload)

    def answer(self, answers: Sequence[Payload]) -> None:
        """As delivery: answers to presses."""
        for payload in answers:
            self.answered.append(payload["callback_query_id"])
            if len(payload.get("text", "")) > 200:
                self.faults.append(f"an answer of {len(payload['text'])} characters")

    def post(self, rows: Iterable[OutboxRow | ErrandRow]) -> None:
        """As delivery, messages; as the errand runner, errands."""
        for row in rows:
            if isinstance(row, OutboxRow):
                self._told.append(row)
            else:
                self._asked.append(row)

    def show(self, views: Iterable[CardView]) -> None:
        """As delivery: cards."""
        self._shown += views

    async def _read(self) -> None:
        told, self._told = self._told, []
        shown, self._shown = self._shown, []
        for row in told:
            self._check(row.chat_id, row.method, row.payload)
            self._keep_buttons(row.chat_id, row.payload)
            await self.rights.check_row(row, self.faults)
        for view in shown:
            if view.case_id not in self.chats[view.chat_id].cards:
                self.chats[view.chat_id].cards.append(view.case_id)
            await self.rights.check_card(view, self.faults)

    def _keep_buttons(self, chat_id: int, payload: Payload) -> list[str]:
        markup, chat = payload.get("reply_markup") or {}, self.chats[chat_id]
        if "keyboard" in markup:
            chat.keys = [key["text"] for line in markup["keyboard"] for key in line]
        shown = [one for line in markup.get("inline_keyboard", ()) for one in line]
        found = [one["callback_data"] for one in shown if "callback_data" in one]
        self.faults += [f"a button of {len(one)} characters" for one in found if len(one.encode()) > 64]
        chat.buttons.extend(found)
        return found

    def _check(self, chat_id: int, method: str, payload: Payload) -> None:
        """What Telegram would refuse, and what nobody may read in a group."""
        name, most = WORST.get(method, ("caption", 1024))
        if name in payload:
            words = parse_html(payload[name])[0] if payload.get("parse_mode") == "HTML" else payload[name]
            if utf16_length(words) > most or (method == "sendMessage" and not words.strip()):
                self.faults.append(f"{method} of {utf16_length(words)} characters")
        private = [one.name for one in self.people if not one.role] + [one.phone for one in self.people]
        if chat_id < 0 and (method != "sendMessage" or any(one in str(payload) for one in private)):
            self.faults.append(f"something personal in a group: {method} {payload}")
