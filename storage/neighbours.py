"""Cards of cases that lie around others: raised in the commit that moves those, for a whole batch in one statement."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import cos, radians
from typing import Any

from sqlalchemy import BindParameter, bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.distance import box
from core.people import Fix
from storage.cards import CardView, view
from storage.schema import card_views, cases

_moved, _near = cases.alias("moved"), cases.alias("near")
_north, _east = _near.c.lat - _moved.c.lat, (_near.c.lon - _moved.c.lon) * bindparam("narrowing")
_high: BindParameter[float] = bindparam("high")
_wide: BindParameter[float] = bindparam("wide")
_around = (
    select(
        _near.c.id,
        func.row_number().over(partition_by=_moved.c.id, order_by=_north * _north + _east * _east).label("rank"),
    )
    .join(_near, _near.c.procedure == _moved.c.procedure)
    .where(
        _moved.c.id.in_(bindparam("ids", expanding=True)),
        _moved.c.closed_at.is_(None),
        _near.c.closed_at.is_(None),
        _near.c.id != _moved.c.id,
        _near.c.lat.between(_moved.c.lat - _high, _moved.c.lat + _high),
        _near.c.lon.between(_moved.c.lon - _wide, _moved.c.lon + _wide),
        _near.c.opened_at.between(bindparam("since"), bindparam("until")),
        _near.c.state["merged"].as_integer().is_(None),
    )
    .subquery()
)
_RAISE = (
    update(card_views)
    .where(card_views.c.case_id.in_(select(_around.c.id).where(_around.c.rank <= bindparam("most"))))
    .values(wanted=card_views.c.wanted + 1)
    .returning(card_views)
)


@dataclass(frozen=True, slots=True)
class Stir:
    """A case that was opened then has this place now: it may be suggested on so many cards around it.

    Around is within so many `metres`, for cases that were opened `within` so long before or after it.
    """

    place: Fix
    opened_at: datetime
    metres: float
    within: timedelta
    most: int


async def raise_around(conn: AsyncConnection, moved: Mapping[int, Stir]) -> list[CardView]:
    """Raise the cards around cases that were moved, within the caller's writing transaction; returns them as they are.

    A few more than need be: what a card says in the end is found out when it is drawn.
    """
    stirs = moved.values()
    widest = max(stirs, key=lambda one: one.metres)
    around = box(widest.place.lat, widest.place.lon, widest.metres)
    bounds: dict[str, Any] = {
        "ids": list(moved),
        "narrowing": cos(radians(widest.place.lat)),
        "high": (around.north - around.south) / 2,
        "wide": (around.east - around.west) / 2,
        "since": min(one.opened_at - one.within for one in stirs),
        "until": max(one.opened_at + one.within for one in stirs),
        "most": max(one.most for one in stirs),
    }
    return [view(row) for row in (await conn.execute(_RAISE, bounds)).all()]
