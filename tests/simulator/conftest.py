"""A fresh simulated Telegram for each test, with a real aiogram and a real python-telegram-bot client on it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
import telegram
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from simulator import Person, SimulatedClock, Simulator

MONDAY_MORNING = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)


class _Session(AiohttpSession):
    """Closes without aiogram's wait for TLS connections, of which there are none here."""

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


@pytest.fixture
async def simulated() -> AsyncIterator[Simulator]:
    simulator = await Simulator.start(clock=SimulatedClock(MONDAY_MORNING))
    yield simulator
    await simulator.stop()


@pytest.fixture
async def aiogram_bot(simulated: Simulator) -> AsyncIterator[Bot]:
    session = _Session(api=TelegramAPIServer.from_base(simulated.base_url), timeout=10)
    bot = Bot(simulated.bot.token, session=session)
    yield bot
    await session.close()


@pytest.fixture
async def ptb_bot(simulated: Simulator) -> AsyncIterator[telegram.Bot]:
    bot = telegram.Bot(
        simulated.bot.token, base_url=f"{simulated.base_url}/bot", base_file_url=f"{simulated.base_url}/file/bot"
    )
    async with bot:
        yield bot


@pytest.fixture
def citizen(simulated: Simulator) -> Person:
    """Somebody who has written once; the bot has confirmed it."""
    person = simulated.person("Warga Contoh")
    person.write("/start")
    simulated.bot.drop_pending()
    return person
