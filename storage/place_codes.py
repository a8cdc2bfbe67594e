"""Places with a code of their own: a printed QR gives a position without GPS."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select

from storage.database import Database
from storage.schema import place_codes

BY_ID = select(place_codes).where(place_codes.c.id == bindparam("code"))
_ALL = select(place_codes).order_by(place_codes.c.name, place_codes.c.id)
_ADD = insert(place_codes)
_REMOVE = delete(place_codes).where(place_codes.c.id == bindparam("code"))


@dataclass(frozen=True, slots=True)
class PlaceCode:
    """A place with a code of its own: its name, WGS84 degrees, and how to find it in words."""

    id: str
    name: str
    lat: float
    lon: float
    landmark: str = ""


def place_code(row: Row[*tuple[Any, ...]]) -> PlaceCode:
    """The place of a row."""
    return PlaceCode(row.id, row.name, row.lat, row.lon, row.landmark)


async def add(db: Database, name: str, lat: float, lon: float, landmark: str, at: datetime) -> PlaceCode:
    """Give a place a code."""
    place = PlaceCode(secrets.token_hex(4), name, lat, lon, landmark)
    row = {"id": place.id, "name": name, "lat": lat, "lon": lon, "landmark": landmark, "created_at": at}
    async with db.writing() as conn:
        await conn.execute(_ADD, row)
    return place


async def every(db: Database) -> list[PlaceCode]:
    """All places with a code, by name."""
    async with db.reading() as conn:
        return [place_code(row) for row in await conn.execute(_ALL)]


async def find(db: Database, code: str) -> PlaceCode | None:
    """The place with that code."""
    async with db.reading() as conn:
        row = (await conn.execute(BY_ID, {"code": code})).one_or_none()
        return None if row is None else place_code(row)


async def remove(db: Database, code: str) -> bool:
    """Take a place's code away; False where there is none."""
    async with db.writing() as conn:
        return (await conn.execute(_REMOVE, {"code": code})).rowcount > 0
