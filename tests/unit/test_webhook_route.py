"""The webhook's answer: 200 when the update is on disk, 503 when it is not."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.clock import Clock
from bot.intake import Intake
from bot.webhook import SECRET, Webhook
from storage import engines, inbox
from storage.database import Database

HEADERS = {SECRET: "secret-of-telegram"}
Client = TestClient[web.Request, web.Application]


@pytest.fixture
async def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Database]:
    """A database that is given up on quickly."""
    monkeypatch.setattr(engines, "BUSY_TIMEOUT_S", 0)
    database = await Database.open(f"sqlite+aiosqlite:///{tmp_path / 'sigap.db'}")
    yield database
    await database.close()


@pytest.fixture
async def client(db: Database) -> AsyncIterator[Client]:
    """Somebody who posts as Telegram does."""
    webhook = Webhook("https://sigap.example/hook", HEADERS[SECRET], Intake(db, Clock(), set(), lambda: None))
    app = web.Application()
    app.router.add_routes([webhook.route])
    async with TestClient(TestServer(app)) as client:
        yield client


async def test_200_means_that_it_is_on_disk(client: Client, db: Database) -> None:
    """Twenty posts at once are twenty rows, whoever committed them."""

    async def post(number: int) -> int:
        async with client.post("/hook", json={"update_id": number}, headers=HEADERS) as answer:
            return answer.status

    assert {200} == set(await asyncio.gather(*(post(number) for number in range(20))))
    assert list(range(20)) == sorted(row.update_id for row in await inbox.undone(db, 100))


async def test_503_asks_telegram_to_come_again(client: Client, db: Database, tmp_path: Path) -> None:
    """While another process keeps the database, nothing is confirmed; afterwards the same post gets in."""
    other = await Database.open(f"sqlite+aiosqlite:///{tmp_path / 'sigap.db'}")
    async with other.writing(), client.post("/hook", json={"update_id": 7}, headers=HEADERS) as answer:
        assert answer.status == 503
    await other.close()
    async with client.post("/hook", json={"update_id": 7}, headers=HEADERS) as answer:
        assert answer.status == 200
    assert [7] == [row.update_id for row in await inbox.undone(db, 10)]


@pytest.mark.parametrize("body", ["", "{", "[]", json.dumps("x"), "[" * 100_000])
async def test_what_is_no_update_is_refused(client: Client, db: Database, body: str) -> None:
    """Nothing of it is kept, and the route goes on."""
    async with client.post("/hook", data=body, headers=HEADERS) as answer:
        assert answer.status == 400
    assert await inbox.undone(db, 10) == []
