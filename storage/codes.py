"""Short codes that stand for an action of a case. They are no secret: whoever uses one must be allowed the action."""

from collections.abc import Iterable
from dataclasses import asdict

from sqlalchemy import bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.rows import Code
from storage.schema import codes

BY_CODE = select(codes).where(codes.c.code == bindparam("its_code"))
_ADD = insert(codes)


async def write(conn: AsyncConnection, new: Iterable[Code]) -> None:
    """Write new codes, within the caller's writing transaction."""
    await conn.execute(_ADD, [asdict(code) for code in new])
