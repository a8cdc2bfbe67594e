"""The day's last hash of the audit trail, in the heads' chats: so a rewrite of the whole trail would show."""

from datetime import datetime, time, timedelta

from aiogram.methods import SendMessage

from bot.desk import Desk
from bot.house import House
from bot.outgoing import message
from storage import chain
from storage.batch import Batch
from storage.database import Database
from storage.outbox import Message

HEADS = ("head_of_department", "head_of_centre")
NEWER_THAN = timedelta(days=7)


async def last_hash(db: Database, house: House, now: datetime) -> list[Message]:
    """What the heads are told of the last event before today; each of them once, and nothing after quiet days."""
    today = now.astimezone(house.zone).date()
    midnight = datetime.combine(today, time(), house.zone)
    last = await chain.last_before(db, midnight)
    if last is None or midnight - last[2] > NEWER_THAN:
        return []
    seq, digest, at = last
    day = f"{at.astimezone(house.zone):%d/%m/%Y}"
    office = await Desk(house, Batch(db).unit(now)).office()
    return [
        message(
            SendMessage(
                chat_id=head.telegram_id,
                text=house.say(head, "audit-day-end", day=day, count=str(seq), hash=digest),
                parse_mode="HTML",
                disable_notification=True,
            ),
            "nag",
            key=f"chain:{seq}:{head.id}",
        )
        for head in office.holders_of(HEADS)
    ]
