"""The last resort: what could be an alarm and cannot be handled reaches people as plain words, without any template."""

from collections.abc import Sequence
from datetime import datetime

from bot.envelope import Envelope
from bot.house import House
from bot.texts import clean
from core.office import Office
from core.people import Person
from storage import outbox
from storage.database import Database
from storage.outbox import Message, OutboxRow

CALL_FIRST = "Sigap gagal memproses pesan ini. Hubungi pengirimnya SEKARANG."
STUCK = "Sigap gagal menjalankan waktu kasus ini. Periksa kasusnya SEKARANG."
CARD_BROKEN = "Sigap gagal menampilkan kartunya. Lihat 🗂 Tugas saya, dan hubungi rekan Anda SEKARANG."
PASSED_ON = "Pesan ini tidak dapat kami proses, tetapi diteruskan ke operator apa adanya. Telepon juga 112, gratis."
UNREADABLE = "Maaf, pesan ini tidak dapat kami baca. Darurat? Tekan PANIK, atau telepon 112, gratis."
NEUTRAL = "Pesan Anda diterima. Tulis sekali lagi, dengan singkat."
MAPS = "https://maps.google.com/?q={},{}"
NAME_MOST, WORDS_MOST = 100, 500


def messages(
    read: Envelope, at: datetime, helpers: Sequence[Person], house: House, *, silent: bool = False
) -> list[Message]:
    """A plain message to the helpers, if any: who, where if known, when, and the words; and one to the sender.

    To a `silent` sender nothing is said that others should not read.
    """
    when, name = house.time(at), clean(read.name)[:NAME_MOST]
    where = MAPS.format(*read.where) if read.where is not None else "tidak diketahui"
    words = f"🚨 ALARM MENTAH {when}\n{CALL_FIRST}\nPengirim: {name} (tg://user?id={read.user_id})\nLokasi: {where}"
    if read.text:
        words += f"\nIsi: {clean(read.text)[:WORDS_MOST]}"
    found = [_message(person.telegram_id, words, f"raw:{read.update_id}:{person.id}") for person in helpers]
    if (read.kind == "message" or read.is_alarm) and read.is_private:
        lane = "alarm" if helpers else "reply"
        answer = NEUTRAL if silent else PASSED_ON if helpers else UNREADABLE
        found.append(_message(read.chat_id, answer, f"raw:{read.update_id}", lane, silent=silent))
    return found


def case_stuck(case_id: int, helpers: Sequence[Person], now: datetime) -> list[Message]:
    """A plain message to the helpers that a case's time could not be run, once an hour."""
    key, words = f"stuck:{case_id}:{now:%Y%m%d%H}", f"🚨 Kasus nomor {case_id}\n{STUCK}"
    return [_message(person.telegram_id, words, f"{key}:{person.id}") for person in helpers]


def card_broken(case_id: int, chat_id: int, now: datetime) -> Message:
    """What stands in for a card that cannot be shown."""
    words = f"🚨 Kasus nomor {case_id}\n{CARD_BROKEN}"
    return _message(chat_id, words, f"card:{case_id}:{chat_id}:{now:%Y%m%d%H}")


async def post(db: Database, rows: Sequence[Message], at: datetime) -> list[OutboxRow]:
    """Put the messages in the outbox, each once."""
    return await outbox.say(db, rows, at)


def helpers(office: Office) -> tuple[Person, ...]:
    """Everybody who could help: operators on duty, else all of them and those above."""
    on_duty = office.holders("operator", on_duty=True)
    return on_duty or office.holders_of(("operator", "head_of_centre", "admin"))


def _message(chat_id: int, words: str, key: str, lane: str = "alarm", *, silent: bool = False) -> Message:
    payload = {"chat_id": chat_id, "text": words} | ({"disable_notification": True} if silent else {})
    return Message(chat_id, lane, "sendMessage", payload, key=key)
