"""How letters print staff: NIP, rank and position."""

from typing import NamedTuple

from sqlalchemy import bindparam, select

from storage.database import Database
from storage.schema import people, titles
from storage.upsert import Upsert

OF = select(titles).where(titles.c.person_id.in_(bindparam("ids", expanding=True)))
_PERSON = select(people.c.id).where(people.c.telegram_id == bindparam("telegram"))
_KEEP = Upsert(titles, replacing=("nip", "rank", "position"))


class Titles(NamedTuple):
    """Number as a civil servant, rank and grade, position; each empty where there is none."""

    nip: str = ""
    rank: str = ""
    position: str = ""


async def keep(db: Database, telegram_id: int, nip: str, rank: str, position: str) -> bool:
    """Say how letters print somebody; False where nobody with that Telegram id is known."""
    async with db.writing() as conn:
        person = (await conn.execute(_PERSON, {"telegram": telegram_id})).scalar()
        if person is None:
            return False
        row = {"person_id": person, "nip": nip, "rank": rank, "position": position}
        await conn.execute(_KEEP.on(conn), row)
        return True
