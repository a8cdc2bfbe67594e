"""Short codes that stand for an action of a case. They are no secret: whoever uses one must be allowed the action."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import codes

BY_CODE = select(codes).where(codes.c.code == bindparam("its_code"))
_ADD = insert(codes)


@dataclass(frozen=True, slots=True)
class Code:
    """A short code that stands for an action of a case."""

    code: str
    case_id: int
    action: str
    created_at: datetime


async def write(conn: AsyncConnection, new: Iterable[Code]) -> None:
    """Write new codes, within the caller's writing transaction."""
    await conn.execute(_ADD, [asdict(code) for code in new])
