"""Where people stand in chats: the question that waits for an answer, and what was answered so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import conversations
from storage.upsert import Upsert

OF_CHATS = select(conversations).where(conversations.c.chat_id.in_(bindparam("chats", expanding=True)))
_SAVE = Upsert(conversations, replacing=("state", "data", "updated_at"))
_END = delete(conversations).where(
    conversations.c.chat_id == bindparam("chat"), conversations.c.user_id == bindparam("person")
)


@dataclass(frozen=True, slots=True)
class Conversation:
    """Where somebody stands in a chat: the question that waits for an answer, and the answers so far."""

    chat_id: int
    user_id: int
    state: str | None = None
    data: dict[str, Any] = field(default_factory=dict)
    updated_at: datetime | None = None


async def save(conn: AsyncConnection, changed: Mapping[tuple[int, int], Conversation | None]) -> None:
    """Keep these conversations, and end those that are None, within the caller's writing transaction."""
    ended: list[dict[str, Any]] = []
    moved: list[dict[str, Any]] = []
    for (chat_id, user_id), talk in changed.items():
        if talk is None:
            ended.append({"chat": chat_id, "person": user_id})
        else:
            row = {"state": talk.state, "data": talk.data, "updated_at": talk.updated_at}
            moved.append({"chat_id": chat_id, "user_id": user_id, **row})
    if ended:
        await conn.execute(_END, ended)
    if moved:
        await conn.execute(_SAVE.on(conn), moved)
