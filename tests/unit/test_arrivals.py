"""Bringing updates in: whatever they are made of, they are on disk and can be read again."""

import json
from typing import Any

import pytest

from bot.clock import Clock
from bot.intake import Intake
from storage import inbox
from storage.database import Database


@pytest.fixture
async def db(tmp_path):
    db = await Database.open(f"sqlite+aiosqlite:///{tmp_path / 'sigap.db'}")
    yield db
    await db.close()


@pytest.mark.parametrize(
    ("message", "urgent"),
    [
        ({"text": "selamat pagi"}, False),
        ({"text": "🚨 PANIK"}, True),
        ({"location": {"latitude": 3.3, "longitude": 117.6}}, True),
        ({"text": "half a \ud83d letter\x00"}, False),
        ({"chat": {"id": 2**70}, "from": {"id": 2**70}}, False),
    ],
)
async def test_an_update_is_kept_as_it_came(db, message: dict[str, Any], urgent: bool):
    """Broken letters and huge numbers too; an alarm is urgent."""
    woken: list[int] = []
    intake = Intake(db, Clock(), set(), lambda: woken.append(1))
    update = {"update_id": 7, "message": message}
    await intake.take([update])
    (row,) = await inbox.undone(db, 10)
    assert (update, urgent, [1]) == (json.loads(row.raw), row.urgent, woken)


async def test_whoever_has_an_alarm_is_urgent_whatever_they_send(db):
    """By chat and by person."""
    intake = Intake(db, Clock(), {7}, lambda: None)
    await intake.take([{"update_id": 7, "message": {"text": "ya", "chat": {"id": 7}, "from": {"id": 7}}}])
    (row,) = await inbox.undone(db, 10)
    assert row.urgent
