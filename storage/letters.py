"""Letters of the office: numbered when they are asked for, made by an errand, proved by their SHA-256."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.evidence import Proof
from storage.schema import cases, events, letters

BY_CODE = select(letters).where(letters.c.code == bindparam("code"))
OF_CASE = select(letters).where(letters.c.case_id == bindparam("case")).order_by(letters.c.dated_at, letters.c.serial)
_BY_HASH = select(letters).where(letters.c.sha256 == bindparam("hash")).order_by(letters.c.dated_at)
_PATHS = select(letters.c.code, letters.c.number, letters.c.path)
_MADE_OF = (
    select(cases.c.ticket, events.c.data)
    .join(cases, cases.c.id == events.c.case_id)
    .where(events.c.kind == "LetterMade")
    .order_by(events.c.seq)
)
_WRITE = insert(letters)
_MADE = (
    update(letters)
    .where(letters.c.code == bindparam("letter"))
    .values(content=None, path=bindparam("file"), sha256=bindparam("hash"), size=bindparam("bytes"))
)


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter: its file is at `path` under the data folder, once it is made; until then `content` is what it says."""

    code: str
    case_id: int
    template: str
    title: str
    year: int
    serial: int
    number: str
    dated_at: datetime
    recipients: tuple[int, ...]
    content: dict[str, Any] | None
    path: str | None = None
    sha256: str | None = None
    size: int | None = None


async def write(conn: AsyncConnection, rows: Iterable[LetterRow]) -> None:
    """Add letters, within the caller's writing transaction."""
    await conn.execute(_WRITE, [asdict(row) | {"recipients": list(row.recipients)} for row in rows])


async def find(db: Database, code: str) -> LetterRow | None:
    """The letter with that code."""
    async with db.reading() as conn:
        row = (await conn.execute(BY_CODE, {"code": code})).one_or_none()
        return None if row is None else LetterRow(**row._mapping)


async def of_case(db: Database, case_id: int) -> list[LetterRow]:
    """The letters of a case, the oldest first."""
    async with db.reading() as conn:
        return [LetterRow(**row._mapping) for row in (await conn.execute(OF_CASE, {"case": case_id})).all()]


async def with_hash(db: Database, sha256: str) -> LetterRow | None:
    """The letter whose file has that SHA-256."""
    async with db.reading() as conn:
        row = (await conn.execute(_BY_HASH, {"hash": sha256})).first()
        return None if row is None else LetterRow(**row._mapping)


async def proofs(db: Database) -> list[Proof]:
    """What the trail of events says of every letter that was made, in order."""
    async with db.reading() as conn:
        numbers = {row.code: (row.number, row.path) for row in (await conn.execute(_PATHS)).all()}
        made = [(row.ticket, json.loads(row.data)) for row in (await conn.execute(_MADE_OF)).all()]
    unknown: tuple[str, str | None] = ("?", None)
    return [
        Proof(ticket, number, data["sha256"], path, "letter")
        for ticket, data in made
        for number, path in (numbers.get(data["code"], unknown),)
    ]


async def made(db: Database, code: str, path: str, sha256: str, size: int) -> None:
    """Note that a letter's file is on disk; what it says is from now on there and nowhere else."""
    async with db.writing() as conn:
        await conn.execute(_MADE, {"letter": code, "file": path, "hash": sha256, "bytes": size})
