"""Groups of staff that alarms are shown in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import groups
from storage.upsert import Upsert

LINKED = select(groups).order_by(groups.c.linked_at, groups.c.chat_id)
_KEEP = Upsert(groups, replacing=("title", "linked_by", "linked_at"))
_DROP = delete(groups).where(groups.c.chat_id == bindparam("chat"))


@dataclass(frozen=True, slots=True)
class Group:
    """A group of staff that alarms are shown in, since the admin `linked_by` (an id of ours) said so."""

    chat_id: int
    title: str
    linked_by: int
    linked_at: datetime


async def write(conn: AsyncConnection, changed: Mapping[int, Group | None]) -> None:
    """Link these groups, and unlink those that are None, within the caller's writing transaction."""
    for chat_id, group in changed.items():
        if group is None:
            await conn.execute(_DROP, {"chat": chat_id})
        else:
            row = {"chat_id": chat_id, "title": group.title, "linked_by": group.linked_by, "linked_at": group.linked_at}
            await conn.execute(_KEEP.on(conn), row)
