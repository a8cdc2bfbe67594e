"""Posts. The commands may run in a process of their own while the bot runs."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update

from core.people import Fix, Person
from core.post import Post
from storage import chain
from storage.database import Database
from storage.people import BY_TELEGRAM, assemble
from storage.schema import people, posts
from storage.upsert import Upsert

ALL = select(posts).order_by(posts.c.name)
_SAVE = Upsert(posts, replacing=("lat", "lon", "kinds", "phone", "given_at"))
_REMOVE = delete(posts).where(posts.c.name == bindparam("post"))
_MOVE_CREW = update(people).where(people.c.station == bindparam("post"))
_STATION = update(people).where(people.c.telegram_id == bindparam("number"))
_NOWHERE = {"station": None, "post_lat": None, "post_lon": None, "post_at": None, "post_accuracy": None}


def post(row: Row[*tuple[Any, ...]]) -> Post:
    """The post of a row."""
    return Post(row.name, Fix(row.lat, row.lon, row.given_at), frozenset(row.kinds), row.phone)


async def add(db: Database, new: Post) -> None:
    """Enter a post; one of that name takes the new values, and its crew moves with it."""
    place = new.place
    async with db.writing() as conn:
        kinds = sorted(new.kinds)
        row = {"name": new.name, "lat": place.lat, "lon": place.lon, "kinds": kinds, "phone": new.phone}
        await conn.execute(_SAVE.on(conn), [row | {"given_at": place.at}])
        await conn.execute(_MOVE_CREW.values(_columns(new)), {"post": new.name})
        data = {"post": new.name, "lat": place.lat, "lon": place.lon, "kinds": kinds}
        await chain.append(conn, [chain.Draft("PostAdded", place.at, None, data)])


async def remove(db: Database, name: str, at: datetime) -> bool:
    """Take a post away; its crew stays on the staff, without a post. False if there is none of that name."""
    async with db.writing() as conn:
        if not (await conn.execute(_REMOVE, {"post": name})).rowcount:
            return False
        await conn.execute(_MOVE_CREW.values(_NOWHERE), {"post": name})
        await chain.append(conn, [chain.Draft("PostRemoved", at, None, {"post": name})])
        return True


async def list_posts(db: Database) -> list[Post]:
    """Every post, by name."""
    async with db.reading() as conn:
        return [post(row) for row in (await conn.execute(ALL)).all()]


async def station(db: Database, telegram_id: int, at_post: Post, at: datetime) -> Person:
    """Make somebody of the staff crew of a post, where they are taken to be."""
    async with db.writing() as conn:
        await conn.execute(_STATION.values(_columns(at_post)), {"number": telegram_id})
        (person,) = assemble((await conn.execute(BY_TELEGRAM, {"ids": [telegram_id]})).all())
        await chain.append(conn, [chain.Draft("Stationed", at, None, {"person": person.id, "post": at_post.name})])
        return replace(person, station=at_post.name, post=at_post.place)


def _columns(of: Post) -> dict[str, Any]:
    place = of.place
    return {"station": of.name, "post_lat": place.lat, "post_lon": place.lon, "post_at": place.at}
