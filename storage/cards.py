"""Cards: what each chat is to see of a case, and what it sees. The newest state wins."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.schema import card_is_stale, card_views
from storage.upsert import Upsert

_RAISE = Upsert(card_views, replacing=("person_id", "lane"), adding=("wanted", "rings_wanted"))
OF_CASES = (
    select(card_views)
    .where(card_views.c.case_id.in_(bindparam("cases", expanding=True)))
    .order_by(card_views.c.case_id, card_views.c.chat_id)
)
_STALE = select(card_views).where(card_is_stale).order_by(card_views.c.case_id, card_views.c.chat_id)
_VIEW = select(card_views).where(card_views.c.case_id == bindparam("case"), card_views.c.chat_id == bindparam("chat"))
_OF_CHAT = update(card_views).where(
    card_views.c.case_id == bindparam("case"), card_views.c.chat_id == bindparam("chat")
)
_SHOWN = _OF_CHAT.values(showing=False)
_SHOWING = _OF_CHAT.where(
    card_views.c.message_id.is_(None) | (card_views.c.rings_wanted > card_views.c.rings_shown)
).values(showing=True)


@dataclass(frozen=True, slots=True)
class CardView:
    """A case's card in one chat. It is to be rendered while wanted > shown, and sent anew while rings are missing.

    `showing` says that it was about to be sent anew, and that nothing is known of it yet.
    """

    case_id: int
    chat_id: int
    person_id: int
    message_id: int | None
    wanted: int
    shown: int
    rings_wanted: int
    rings_shown: int
    hash: str | None
    lane: str
    showing: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What a chat sees now: the message, the versions that it shows, and the hash of what it shows."""

    case_id: int
    chat_id: int
    message_id: int | None
    shown: int
    rings_shown: int
    hash: str | None


@dataclass(frozen=True, slots=True)
class Raise:
    """By how much a card is raised for a viewer: once more to be rendered, or also to be sent anew."""

    person_id: int
    lane: str
    wanted: int = 1
    rings: int = 0

    def after(self, earlier: "Raise | None") -> "Raise":
        """Both raises as one."""
        if earlier is None:
            return self
        return Raise(self.person_id, self.lane, self.wanted + earlier.wanted, self.rings + earlier.rings)

    def of(self, case_id: int, chat_id: int, view: CardView | None) -> CardView:
        """The view once it is raised."""
        if view is None:
            return CardView(case_id, chat_id, self.person_id, None, self.wanted, 0, self.rings, 0, None, self.lane)
        return CardView(
            case_id,
            chat_id,
            self.person_id,
            view.message_id,
            view.wanted + self.wanted,
            view.shown,
            view.rings_wanted + self.rings,
            view.rings_shown,
            view.hash,
            self.lane,
            view.showing,
        )


async def raise_all(conn: AsyncConnection, raised: Mapping[int, Mapping[int, Raise]]) -> list[CardView]:
    """Raise cards, by case and chat, within the caller's writing transaction; returns them as they are then."""
    rows = [
        {
            "case_id": case_id,
            "chat_id": chat_id,
            "person_id": item.person_id,
            "wanted": item.wanted,
            "shown": 0,
            "rings_wanted": item.rings,
            "rings_shown": 0,
            "lane": item.lane,
            "showing": False,
        }
        for case_id, items in raised.items()
        for chat_id, item in items.items()
    ]
    await conn.execute(_RAISE.on(conn), rows)
    found = (await conn.execute(OF_CASES, {"cases": list(raised)})).all()
    return [view(row) for row in found if row.chat_id in raised[row.case_id]]


async def stale(db: Database) -> list[CardView]:
    """Every card that is not shown as it is wanted."""
    async with db.reading() as conn:
        return [view(row) for row in (await conn.execute(_STALE)).all()]


async def find(db: Database, case_id: int, chat_id: int) -> CardView | None:
    """A case's card in a chat."""
    async with db.reading() as conn:
        row = (await conn.execute(_VIEW, {"case": case_id, "chat": chat_id})).one_or_none()
        return None if row is None else view(row)


async def write_showing(conn: AsyncConnection, keys: Collection[tuple[int, int]]) -> None:
    """Note which cards are about to be sent anew, by case and chat, within the caller's writing transaction."""
    await conn.execute(_SHOWING, [{"case": case_id, "chat": chat_id} for case_id, chat_id in keys])


async def write_shown(conn: AsyncConnection, results: Sequence[Shown]) -> None:
    """Note what chats see now, within the caller's writing transaction."""
    rows = [
        {
            "case": result.case_id,
            "chat": result.chat_id,
            "message_id": result.message_id,
            "shown": result.shown,
            "rings_shown": result.rings_shown,
            "hash": result.hash,
        }
        for result in results
    ]
    await conn.execute(_SHOWN, rows)


def view(row: Row[Any]) -> CardView:
    """The view of a row."""
    return CardView(**row._mapping)
