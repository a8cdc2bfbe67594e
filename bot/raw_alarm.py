"""The last resort: what could be an alarm and cannot be handled reaches people as plain words, without any template."""

from collections.abc import Sequence
from datetime import datetime

from bot.envelope import Envelope
from bot.house import House
from core.case import Case
from core.people import Office, Person
from storage import outbox
from storage.database import Database
from storage.rows import Message, OutboxRow
from storage.unit_of_work import UnitOfWork

CALL_FIRST = "Sigap gagal memproses pesan ini. Hubungi pengirimnya SEKARANG."
STUCK = "Sigap gagal menjalankan waktu kasus ini. Periksa kasusnya SEKARANG."


def messages(read: Envelope, at: datetime, office: Office, house: House) -> list[Message]:
    """A plain message to everybody who could help: who, where if known, when, and the words."""
    when = house.time(at)
    where = f"https://maps.google.com/?q={read.where[0]},{read.where[1]}" if read.where is not None else "tidak diketahui"
    words = f"🚨 ALARM MENTAH {when}\n{CALL_FIRST}\nPengirim: {read.name} (tg://user?id={read.user_id})\nLokasi: {where}"
    if read.text:
        words += f"\nIsi: {read.text[:500]}"
    return [_message(person, words, f"raw:{read.update_id}:{person.id}") for person in _helpers(office)]


def case_stuck(unit: UnitOfWork, case: Case, office: Office, now: datetime) -> None:
    """Tell everybody who could help that a case's time could not be run."""
    key = f"stuck:{case.id}:{now:%Y%m%d%H}"
    for person in _helpers(office):
        unit.say(_message(person, f"🚨 {case.ticket}\n{STUCK}", f"{key}:{person.id}"))


async def post(db: Database, rows: Sequence[Message], at: datetime) -> list[OutboxRow]:
    """Put the messages in the outbox, each once."""
    return await outbox.say(db, rows, at)


def _helpers(office: Office) -> tuple[Person, ...]:
    on_duty = office.holders("operator", on_duty=True)
    return on_duty or office.holders_of(("operator", "head_of_centre", "admin"))


def _message(person: Person, words: str, key: str) -> Message:
    payload = {"chat_id": person.telegram_id, "text": words}
    return Message(person.telegram_id, "alarm", "sendMessage", payload, key=key)
