"""The registers: one line for each case in each, as the procedure's row for recording asks."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.schema import register
from storage.upsert import Upsert

_WRITE = Upsert(register, replacing=("number", "ticket", "written_at", "written_by", "row"))
_BETWEEN = (
    select(register)
    .where(
        register.c.name == bindparam("register"),
        register.c.written_at >= bindparam("since"),
        register.c.written_at < bindparam("until"),
    )
    .order_by(register.c.number, register.c.written_at, register.c.case_id)
)


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A line of a register, one per case; writing it again replaces it. The one of all procedures has no `name`."""

    case_id: int
    ticket: str
    written_at: datetime
    written_by: int | None
    row: dict[str, Any]
    name: str = ""
    number: int | None = None


async def write(conn: AsyncConnection, lines: Iterable[RegisterRow]) -> None:
    """Write lines, within the caller's writing transaction."""
    await conn.execute(_WRITE.on(conn), [asdict(line) for line in lines])


async def between(db: Database, name: str, since: datetime, until: datetime) -> list[RegisterRow]:
    """The lines of a register that were written from `since` until before `until`, in order."""
    async with db.reading() as conn:
        found = await conn.execute(_BETWEEN, {"register": name, "since": since, "until": until})
        return [RegisterRow(**row._mapping) for row in found.all()]
