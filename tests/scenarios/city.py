"""A city with its command centre: one bot, one simulated Telegram, one clock that stands still until it is moved."""

import asyncio
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from character import Character, skim
from process import BotProcess
from sqlalchemy import delete, update

from core.case import Case
from core.office_calendar import USUAL_CALENDAR
from core.people import Fix
from core.post import Post
from simulator.clock import SimulatedClock
from simulator.server import Simulator
from storage import people, posts, register
from storage.batch import Batch
from storage.database import Database
from storage.register import RegisterRow
from storage.schema import bookings, cases, open_steps, storms

START = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
"""14:00 in Tarakan."""
PATIENCE_S = 60.0
KARANG_BALIK = (3.3013, 117.5853)


def at(text: str) -> datetime:
    """A moment of 2026 on Tarakan's clock."""
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=USUAL_CALENDAR.zone)


class City:
    """Everything that a scenario needs; people are fresh in each scenario, the bot is shared."""

    process: type[BotProcess] = BotProcess

    def __init__(self, telegram: Simulator, bot: BotProcess, db: Database) -> None:
        self.telegram, self.bot, self.db = telegram, bot, db
        self.cast: list[Character] = []
        self._numbers = count(1)

    @classmethod
    async def found(cls, folder: Path, **settings: str) -> "City":
        """A new city at 14:00 local time, with its bot running."""
        telegram = await Simulator.start(clock=SimulatedClock(START))
        bot = cls.process(folder, telegram.base_url, settings)
        await bot.start()
        return cls(telegram, bot, await Database.open(bot.database_url))

    async def end(self) -> int:
        """Stop everything; how the bot ended."""
        code = await self.bot.stop()
        await self.db.close()
        await self.telegram.stop()
        return code

    def citizen(self, name: str = "Warga", *, language: str = "id") -> Character:
        """Somebody in the city."""
        person = self.telegram.person(f"{name} {next(self._numbers)}", language=language)
        character = Character(self, person)
        self.cast.append(character)
        return character

    async def staff(
        self, role: str, name: str, *, place: tuple[float, float] | None = None, duty: bool = True
    ) -> Character:
        """Somebody with a role, on duty unless said otherwise; officers have told where they are."""
        character = self.citizen(name)
        await people.add_staff(self.db, character.id, character.name, role, "", self.telegram.clock.now())
        await character.write("/start")
        character.expect("Tugas saya")
        if duty and role in ("operator", "officer"):
            await character.press("Piket mulai")
            character.expect("Anda piket")
            await character.hear()
        if place is not None:
            await character.share(*place)
            character.expect("Posisi Anda diterima")
        return character

    async def operator(self, name: str = "Operator", *, duty: bool = True) -> Character:
        """A call centre operator."""
        return await self.staff("operator", name, duty=duty)

    async def officer(
        self, name: str = "Budi", *, place: tuple[float, float] = KARANG_BALIK, duty: bool = True
    ) -> Character:
        """An officer on duty at a place."""
        return await self.staff("officer", name, place=place, duty=duty)

    async def post(
        self,
        name: str,
        place: tuple[float, float],
        *kinds: str,
        phone: str = "0551-21113",
        crew: Character | None = None,
    ) -> Post:
        """A post at a place, with crew on the chat or by telephone only; it is gone when the scenario ends."""
        now = self.telegram.clock.now()
        post = Post(f"{name} {next(self._numbers)}", Fix(*place, now), frozenset(kinds), phone)
        await posts.add(self.db, post)
        if crew is not None:
            await posts.station(self.db, crew.id, post, now)
        return post

    async def head(self, role: str = "head_of_centre", name: str = "Kepala") -> Character:
        """A head; heads have no duty."""
        return await self.staff(role, name)

    def skim(self) -> None:
        """Everybody has read everything so far."""
        skim(*self.cast)

    async def forward(self, **duration: float) -> None:
        """Move the clock, and wait until everything that fell due has happened."""
        self.telegram.clock.forward(**duration)
        await self.settle()

    async def forward_to(self, moment: datetime) -> None:
        """Move the clock to a moment."""
        await self.forward(seconds=(moment - self.telegram.clock.now()).total_seconds())

    async def monday(self) -> datetime:
        """Go on to the same hour of the next Monday that begins a week without holidays."""
        at = self.telegram.clock.now()
        while at.weekday() or not all(USUAL_CALENDAR.works(at.date() + timedelta(days=day)) for day in range(5)):
            at += timedelta(days=1)
        await self.forward_to(at)
        return at

    async def restart(self, *, after: timedelta = timedelta(0)) -> None:
        """Stop the bot, let time pass without it, and start it again."""
        assert await self.bot.stop() == 0
        self.telegram.clock.forward(seconds=after.total_seconds())
        await self.bot.start()
        await self.settle()

    async def settle(self) -> None:
        """Wait until the bot has taken every update and everything that follows has been sent.

        Where only Telegram's pace holds a message back, the clock moves on to when it may go.
        """
        async with asyncio.timeout(PATIENCE_S):
            while True:
                # Asked first: what is confirmed now, the report knows of.
                report = await self.bot.health() if not self.telegram.bot.pending else None
                if report is not None and self._is_quiet(report):
                    return
                if report is not None and report["paced_until"] is not None and not report["sending"]:
                    self._pass_to(datetime.fromisoformat(report["paced_until"]))
                await asyncio.sleep(0.005)

    async def register_line(self, case: Case, name: str = "panic") -> RegisterRow:
        """The line of a case in a register."""
        lines = await register.between(self.db, name, case.opened_at, self.telegram.clock.now() + timedelta(seconds=1))
        return next(line for line in lines if line.case_id == case.id)

    async def case(self, ticket: str) -> Case:
        """A case as it is on disk."""
        case = await Batch(self.db).unit(self.telegram.clock.now()).case_by_ticket(ticket)
        assert case is not None
        return case

    async def begin(self) -> None:
        """Begin a scenario at 14:00 of a day of its own."""
        days = (self.telegram.clock.now() - START) // timedelta(days=1) + 1
        await self.forward_to(START + timedelta(days=days))

    async def leave(self) -> list[str]:
        """End a scenario: its cases do not fall due any more, and nobody of it holds a role.

        Returns what nobody expected.
        """
        unread = [line for character in self.cast for line in character.unread()]
        async with self.db.writing() as conn:
            await conn.execute(update(cases).where(cases.c.closed_at.is_(None)).values(closed_at=cases.c.opened_at))
            await conn.execute(update(cases).values(next_at=None))
            await conn.execute(delete(open_steps))
            await conn.execute(delete(bookings))
            await conn.execute(update(storms).where(storms.c.ended_at.is_(None)).values(ended_at=storms.c.began_at))
        for post in await posts.list_posts(self.db):
            await posts.remove(self.db, post.name, self.telegram.clock.now())
        for character in self.cast:
            await people.remove_staff(self.db, character.id, None, self.telegram.clock.now())
        self.cast.clear()
        return unread

    def _is_quiet(self, report: dict[str, Any]) -> bool:
        waiting = (report["inbox"], *report["outbox"].values(), report["cards"], report["sending"], report["errands"])
        return not any(waiting) and not self.telegram.bot.pending and report["clock"] == self.telegram.clock.version

    def _pass_to(self, moment: datetime) -> None:
        step = moment - self.telegram.clock.now()
        if step > timedelta(0):
            self.telegram.clock.forward(seconds=step.total_seconds())
