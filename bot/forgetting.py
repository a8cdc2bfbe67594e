"""A day after a case has closed, its cards and what was said of it to staff no longer tell whom it was about.

The evidence, the register and the record stay. Telegram lets a bot delete a message for 48 hours, and edit it always:
https://core.telegram.org/bots/api#deletemessage
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from aiogram.methods import DeleteMessage, EditMessageCaption, EditMessageText, TelegramMethod

from bot import outgoing
from bot.facts import chosen
from bot.house import House, language_of
from bot.subject import Subject
from core.case import FORGOTTEN_AFTER, Case
from core.people import Person
from storage import forgetting, outbox
from storage.batch import Batch, Committed
from storage.database import Database
from storage.outbox import OutboxRow
from storage.unit_of_work import UnitOfWork

DELETABLE_FOR = timedelta(hours=47)
"""An hour less than Telegram allows, for what waits in the lowest lane."""
LANE = "broadcast"
BATCH = 20
CAPTIONED = frozenset({"sendPhoto", "sendVoice", "sendVideo", "sendDocument"})


def is_forgotten(case: Case, now: datetime) -> bool:
    """Whether the case's cards are not to say any more whom it was about."""
    return case.closed_at is not None and now - case.closed_at >= FORGOTTEN_AFTER


def text(house: House, of: Subject) -> str:
    """What is left on a card: number, kind, area, times and outcome; of what is no alarm, its title and no place."""
    case, language, alarm = of.case, language_of(of.viewer), of.procedure.lane == "alarm"
    area, outcome = house.area(case.place), of.procedure.outcomes.get(case.outcome or "")
    return house.say(
        of.viewer,
        "card-forgotten",
        ticket=case.ticket,
        kind=chosen(case, of.procedure, "kind", language)
        or ("none" if alarm else of.procedure.title.in_language(language)),
        kelurahan=area.kelurahan if area is not None else "none" if alarm else "nowhere",
        kecamatan=area.kecamatan if area is not None else "none",
        opened=house.moment(case.opened_at),
        closed=house.moment(case.closed_at or of.now),
        outcome=outcome.in_language(language) if outcome is not None else case.outcome or "none",
    )


class Forgetting:
    """Part of the timekeeper. `hand_out` is given what a commit has left to do."""

    def __init__(self, db: Database, house: House, hand_out: Callable[[Committed], None]) -> None:
        self._db, self._house, self._hand_out = db, house, hand_out

    async def due(self, now: datetime) -> bool:
        """Let a few of the cases whose time has come be forgotten; False once there are none."""
        case_ids = await forgetting.due(self._db, now, BATCH)
        if not case_ids:
            return False
        batch = Batch(self._db)
        for case_id in case_ids:
            unit = batch.unit(now)
            await self._forget(unit, case_id, now)
            batch.accept(unit)
        self._hand_out(await batch.commit([], at=now))
        return True

    async def _forget(self, unit: UnitOfWork, case_id: int, now: datetime) -> None:
        unit.forget_at(case_id, None)
        case = await unit.case(case_id)
        if case is None or not is_forgotten(case, now):
            return
        for view in await unit.card_views(case_id):
            unit.raise_card(case_id, view.chat_id, view.person_id, LANE)
        requester = await unit.person_by_id(case.requester)
        for row in await outbox.sent_about(self._db, case_id):
            if _is_all_there_is(row, case):
                continue
            if requester is None or row.chat_id != requester.telegram_id:
                self._take_back(unit, case, row, await unit.person(row.chat_id))

    def _take_back(self, unit: UnitOfWork, case: Case, row: OutboxRow, reader: Person | None) -> None:
        assert row.message_id is not None
        method: TelegramMethod[Any] | None = None
        if unit.received_at - row.created_at < DELETABLE_FOR:
            method = DeleteMessage(chat_id=row.chat_id, message_id=row.message_id)
        elif row.method == "sendMessage":
            words = self._house.say(reader, "forgotten-news", ticket=case.ticket)
            method = EditMessageText(chat_id=row.chat_id, message_id=row.message_id, text=words, parse_mode="HTML")
        elif row.method in CAPTIONED:
            words = self._house.say(reader, "forgotten-file", ticket=case.ticket)
            method = EditMessageCaption(
                chat_id=row.chat_id, message_id=row.message_id, caption=words, parse_mode="HTML"
            )
        if method is not None:
            unit.say(outgoing.message(method, LANE, key=f"forget:{row.id}"))


def _is_all_there_is(row: OutboxRow, case: Case) -> bool:
    """Whether the message shows a file that could not be fetched: staff's chats are the only place that has it."""
    lost = {file["file_id"] for item in case.evidence if item.lost is not None and (file := case.file(item.number))}
    return any(isinstance(value, str) and value in lost for value in row.payload.values())
