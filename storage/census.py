"""How much is under way in the inbox and the outbox, counted at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import cast, func, literal, null, select, union_all

from storage.database import Database, Instant
from storage.outbox import UNFINISHED
from storage.schema import inbox, outbox


@dataclass(frozen=True, slots=True)
class Census:
    """Updates that wait, the longest since `oldest_at`, and that were given up (`parked`).

    Messages on their way, by lane, and those of which nobody knows whether they arrived.
    """

    waiting: int
    oldest_at: datetime | None
    parked: int
    outbox: Mapping[str, int]
    uncertain: int


_INBOX = (
    select(literal("inbox").label("of"), inbox.c.state, func.count().label("count"), func.min(inbox.c.received_at))
    .where(inbox.c.state.in_(("new", "parked")))
    .group_by(inbox.c.state)
)
_OUTBOX = (
    select(literal("outbox"), outbox.c.lane, func.count(), cast(null(), Instant))
    .where(outbox.c.state.in_(UNFINISHED))
    .group_by(outbox.c.lane)
)
_UNCERTAIN = select(literal("outbox"), literal("uncertain"), func.count(), cast(null(), Instant)).where(
    outbox.c.state == "uncertain"
)
_COUNTED = union_all(_INBOX, _OUTBOX, _UNCERTAIN)


async def take(db: Database) -> Census:
    """Count everything with one statement, so that the numbers fit together."""
    async with db.reading() as conn:
        found = {(of, name): (count, oldest) for of, name, count, oldest in await conn.execute(_COUNTED)}
    waiting, oldest_at = found.pop(("inbox", "new"), (0, None))
    parked, _ = found.pop(("inbox", "parked"), (0, None))
    uncertain, _ = found.pop(("outbox", "uncertain"))
    return Census(waiting, oldest_at, parked, {lane: count for (_, lane), (count, _) in found.items()}, uncertain)
