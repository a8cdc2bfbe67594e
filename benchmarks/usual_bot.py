"""The bot in the usual style: aiogram, a SQLAlchemy session and a commit in every handler, answers sent from there.

`python -m benchmarks.usual_bot URL TOKEN`; its database lies in DATA_DIR. The write-ahead log and the single connection
are what people come to after the first "database is locked".
"""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from aiogram import BaseMiddleware, Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.fsm.context import FSMContext
from aiogram.types import Message, TelegramObject
from sqlalchemy import ForeignKey, event, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from benchmarks.bare_bot import Alarm, locating_menu, menu
from benchmarks.wording import ADDED, GREETING, HELP, HTML, LOCATED, NOTHING, PANIC, PRESSED, STATUS, STATUS_LABEL


class Base(DeclarativeBase):
    """The tables."""


class Citizen(Base):
    """Somebody who wrote."""

    __tablename__ = "citizens"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    seen_at: Mapped[datetime]


class Report(Base):
    """An alarm."""

    __tablename__ = "reports"
    id: Mapped[int] = mapped_column(primary_key=True)
    citizen: Mapped[int] = mapped_column(ForeignKey("citizens.id"), index=True)
    opened_at: Mapped[datetime]
    lat: Mapped[float | None]
    lon: Mapped[float | None]


class Addition(Base):
    """What was written to an alarm."""

    __tablename__ = "additions"
    id: Mapped[int] = mapped_column(primary_key=True)
    report: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    words: Mapped[str]
    at: Mapped[datetime]


class Sessions(BaseMiddleware):
    """A session for each update, in which its sender is known."""

    def __init__(self, maker: async_sessionmaker[AsyncSession]) -> None:
        self._maker = maker

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Note the sender, then hand over."""
        sender = data["event_from_user"]
        async with self._maker() as session:
            citizen = await session.get(Citizen, sender.id)
            if citizen is None:
                citizen = Citizen(id=sender.id, name=sender.full_name)
                session.add(citizen)
            citizen.seen_at = datetime.now(UTC)
            await session.commit()
            return await handler(event, data | {"session": session, "citizen": citizen})


async def start(message: Message, citizen: Citizen) -> None:
    """Greeting and menu."""
    await message.answer(GREETING.format(name=citizen.name), parse_mode=HTML, reply_markup=menu())


async def help_(message: Message) -> None:
    """What can be done here."""
    await message.answer(HELP, parse_mode=HTML, reply_markup=menu())


async def panic(message: Message, state: FSMContext, session: AsyncSession, citizen: Citizen) -> None:
    """Open an alarm."""
    report = Report(citizen=citizen.id, opened_at=datetime.now(UTC))
    session.add(report)
    await session.commit()
    await state.set_state(Alarm.locating)
    await state.set_data({"report": report.id})
    words = PRESSED.format(time=f"{report.opened_at:%H:%M}", ticket=_ticket(report))
    await message.answer(words, parse_mode=HTML, reply_markup=locating_menu())


async def located(message: Message, state: FSMContext, session: AsyncSession) -> None:
    """The alarm's position."""
    assert message.location is not None
    report = await session.get_one(Report, (await state.get_data())["report"])
    report.lat, report.lon = message.location.latitude, message.location.longitude
    await session.commit()
    await state.set_state(Alarm.open)
    await message.answer(LOCATED, parse_mode=HTML, reply_markup=menu())


async def status(message: Message, session: AsyncSession, citizen: Citizen) -> None:
    """What became of the alarm."""
    newest = select(Report).where(Report.citizen == citizen.id).order_by(Report.id.desc()).limit(1)
    report = (await session.scalars(newest)).one_or_none()
    await session.commit()
    known = report and STATUS.format(ticket=_ticket(report), time=f"{report.opened_at:%H:%M}")
    await message.answer(known or NOTHING, parse_mode=HTML, reply_markup=menu())


async def words(message: Message, state: FSMContext, session: AsyncSession) -> None:
    """More about the alarm."""
    report = (await state.get_data())["report"]
    session.add(Addition(report=report, words=message.text or "", at=datetime.now(UTC)))
    await session.commit()
    await message.answer(ADDED, parse_mode=HTML, reply_markup=menu())


def _ticket(report: Report) -> str:
    return f"PB-{report.opened_at:%Y}-{report.id:06d}"


def _configure(driver: Any, record: object) -> None:
    driver.execute("PRAGMA journal_mode = WAL")


async def poll(url: str, token: str) -> None:
    """Answer until stopped."""
    engine = create_async_engine(
        f"sqlite+aiosqlite:///{os.environ['DATA_DIR']}/usual.db", pool_size=1, max_overflow=0, pool_timeout=300
    )
    event.listen(engine.sync_engine, "connect", _configure)
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    dispatcher = Dispatcher()
    dispatcher.message.middleware(Sessions(async_sessionmaker(engine, expire_on_commit=False)))
    for handler, *filters in (
        (start, F.text == "/start"),
        (help_, F.text == "/bantuan"),
        (panic, F.text == PANIC),
        (located, F.location, Alarm.locating),
        (status, F.text == STATUS_LABEL),
        (words, F.text, Alarm.open),
    ):
        dispatcher.message.register(handler, *filters)
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    await dispatcher.start_polling(Bot(token, session=session))
    await engine.dispose()


if __name__ == "__main__":
    asyncio.run(poll(sys.argv[1], sys.argv[2]))
