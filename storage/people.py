"""Persons and the roles they hold. The staff commands may run in a process of their own while the bot runs."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.people import Fix, Grant, Person, Relative
from storage import chain, departures
from storage.database import Database
from storage.schema import grants, people
from storage.upsert import Upsert

_WITH_GRANTS = select(people, grants.c.role, grants.c.unit).outerjoin(grants, grants.c.person_id == people.c.id)
BY_TELEGRAM = _WITH_GRANTS.where(people.c.telegram_id.in_(bindparam("ids", expanding=True)))
BY_ID = _WITH_GRANTS.where(people.c.id.in_(bindparam("ids", expanding=True)))
STAFF = (
    select(people, grants.c.role, grants.c.unit)
    .join(grants, grants.c.person_id == people.c.id)
    .where(people.c.telegram_id.is_not(None))
    .order_by(people.c.name, people.c.id)
)
_SAVE = Upsert(
    people, replacing=[column.name for column in people.c if column.name not in ("id", "created_at", "commands")]
)
_RENAME = update(people).where(people.c.id == bindparam("person"))
_OFF_DUTY = _RENAME.values(on_duty_since=None)
_COMMANDS = select(people.c.commands).where(people.c.telegram_id == bindparam("telegram"))
_WITH_COMMANDS = (
    select(people.c.telegram_id)
    .outerjoin(grants, grants.c.person_id == people.c.id)
    .where(people.c.telegram_id.is_not(None), people.c.commands.is_not(None) | grants.c.role.is_not(None))
    .distinct()
)
_SET_COMMANDS = update(people).where(people.c.telegram_id == bindparam("telegram"))
_GRANT = insert(grants)
_REVOKE = delete(grants).where(
    grants.c.person_id == bindparam("person"), grants.c.role == bindparam("role"), grants.c.unit == bindparam("unit")
)


def new_id() -> int:
    """A random number for a person, which fits a JSON number and says nothing about them."""
    return secrets.randbits(52)


def assemble(rows: Iterable[Row[*tuple[Any, ...]]]) -> list[Person]:
    """Persons from rows of the statements above, one row a grant."""
    found: dict[int, Row[*tuple[Any, ...]]] = {}
    held: dict[int, list[Grant]] = {}
    for row in rows:
        found.setdefault(row.id, row)
        if row.role is not None:
            held.setdefault(row.id, []).append(Grant(row.role, row.unit))
    return [_person(row, frozenset(held.get(key, ()))) for key, row in found.items()]


async def save(conn: AsyncConnection, persons: Iterable[Person], at: datetime) -> None:
    """Write persons as they are now, without their roles."""
    await conn.execute(_SAVE.on(conn), [_row(person, at) for person in persons])


async def add_staff(db: Database, telegram_id: int, name: str, role: str, unit: str, at: datetime) -> Person:
    """Give somebody a role, making them known if they never wrote; their name becomes the given one."""
    async with db.writing() as conn:
        known = assemble((await conn.execute(BY_TELEGRAM, {"ids": [telegram_id]})).all())
        if known:
            person = replace(known[0], name=name)
            await conn.execute(_RENAME, {"person": person.id, "name": name})
        else:
            person = Person(new_id(), telegram_id, name)
            await save(conn, [person], at)
        grant = Grant(role, unit)
        if grant in person.grants:
            return person
        await conn.execute(_GRANT, {"person_id": person.id, "role": role, "unit": unit})
        await chain.append(conn, [_audit("StaffAdded", person, grant, at)])
        return replace(person, grants=person.grants | {grant})


async def remove_staff(db: Database, telegram_id: int, role: str | None, at: datetime) -> bool:
    """Take a role (None: every role) from somebody, in all units; False if they do not hold it."""
    async with db.writing() as conn:
        known = assemble((await conn.execute(BY_TELEGRAM, {"ids": [telegram_id]})).all())
        if not known:
            return False
        person = known[0]
        taken = sorted(
            (grant for grant in person.grants if role in (None, grant.role)), key=lambda grant: (grant.role, grant.unit)
        )
        if not taken:
            return False
        await conn.execute(_REVOKE, [{"person": person.id, "role": grant.role, "unit": grant.unit} for grant in taken])
        if len(taken) == len(person.grants):
            await conn.execute(_OFF_DUTY, {"person": person.id})
        await departures.note(conn, person.id, at)
        await chain.append(conn, [_audit("StaffRemoved", person, grant, at) for grant in taken])
        return True


async def list_staff(db: Database) -> list[Person]:
    """Everybody who holds a role, by name."""
    async with db.reading() as conn:
        return assemble((await conn.execute(STAFF)).all())


async def commands_of(db: Database, telegram_id: int) -> str | None:
    """What was noted of the commands in somebody's private chat; None for everybody's."""
    async with db.reading() as conn:
        found: str | None = (await conn.execute(_COMMANDS, {"telegram": telegram_id})).scalar()
        return found


async def note_commands(db: Database, telegram_id: int, mark: str | None) -> None:
    """Note which commands stand in somebody's private chat."""
    async with db.writing() as conn:
        await conn.execute(_SET_COMMANDS.values(commands=mark), {"telegram": telegram_id})


async def with_commands(db: Database) -> list[int]:
    """The Telegram ids of whoever has commands of their own, or by their roles ought to."""
    async with db.reading() as conn:
        return list((await conn.execute(_WITH_COMMANDS)).scalars())


def _audit(kind: str, person: Person, grant: Grant, at: datetime) -> chain.Draft:
    return chain.Draft(kind, at, None, {"person": person.id, "role": grant.role, "unit": grant.unit})


def _person(row: Row[*tuple[Any, ...]], held: frozenset[Grant]) -> Person:
    return Person(
        id=row.id,
        telegram_id=row.telegram_id or 0,
        name=row.name,
        language=row.language,
        grants=held,
        on_duty_since=row.on_duty_since,
        reachable=row.reachable,
        phone=row.phone,
        registered_at=row.registered_at,
        relative=_relative(row),
        post=None if row.post_lat is None else Fix(row.post_lat, row.post_lon, row.post_at, row.post_accuracy),
        fix=None if row.fix_lat is None else Fix(row.fix_lat, row.fix_lon, row.fix_at, row.fix_accuracy),
        station=row.station,
        previous=None
        if row.previous_lat is None
        else Fix(row.previous_lat, row.previous_lon, row.previous_at, row.previous_accuracy),
        live_until=row.live_until,
    )


def _row(person: Person, at: datetime) -> dict[str, Any]:
    return {
        "id": person.id,
        "telegram_id": person.telegram_id or None,
        "name": person.name,
        "language": person.language,
        "phone": person.phone,
        "registered_at": person.registered_at,
        "relative_name": person.relative.name if person.relative is not None else None,
        "relative_phone": person.relative.phone if person.relative is not None else None,
        "relative_allowed": person.relative is not None and person.relative.allowed,
        "on_duty_since": person.on_duty_since,
        "reachable": person.reachable,
        "station": person.station,
        "created_at": at,
        **_fix_columns("post", person.post),
        **_fix_columns("fix", person.fix),
        **_fix_columns("previous", person.previous),
        "live_until": person.live_until,
    }


def _relative(row: Row[*tuple[Any, ...]]) -> Relative | None:
    if row.relative_name is None or row.relative_phone is None:
        return None
    return Relative(row.relative_name, row.relative_phone, bool(row.relative_allowed))


def _fix_columns(name: str, fix: Fix | None) -> dict[str, Any]:
    values: Sequence[Any] = (None,) * 4 if fix is None else (fix.lat, fix.lon, fix.at, fix.accuracy)
    return dict(zip((f"{name}_lat", f"{name}_lon", f"{name}_at", f"{name}_accuracy"), values, strict=True))
