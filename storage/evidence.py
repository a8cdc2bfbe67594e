"""Files of cases that are on disk, and how to prove that they are still the same."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, select

from storage.database import Database
from storage.schema import cases, events, evidence
from storage.upsert import Upsert

_KEEP = Upsert(evidence, replacing=("kind", "file_unique_id", "path", "sha256", "size", "kept_at"))
_OF_CASE = select(evidence).where(evidence.c.case_id == bindparam("case")).order_by(evidence.c.number)

_KEPT = (
    select(events.c.case_id, cases.c.ticket, events.c.data)
    .join(cases, cases.c.id == events.c.case_id)
    .where(events.c.kind == "EvidenceKept")
    .order_by(events.c.seq)
)
_PATHS = select(evidence.c.case_id, evidence.c.number, evidence.c.path)


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of a case on disk: its path under the data folder, SHA-256 in hex and size in bytes."""

    case_id: int
    number: int
    kind: str
    file_unique_id: str
    path: str
    sha256: str
    size: int
    kept_at: datetime


class Proof(NamedTuple):
    """What the trail of events says of a file: its SHA-256 in hex; and where it is kept, None if nothing says so."""

    ticket: str
    number: int | str
    sha256: str
    path: str | None
    noun: str = "file"


async def keep(db: Database, file: KeptFile) -> None:
    """Note that a file is on disk; the same number again replaces it, since fetching it may be repeated."""
    async with db.writing() as conn:
        await conn.execute(_KEEP.on(conn), asdict(file))


async def of_case(db: Database, case_id: int) -> list[KeptFile]:
    """The files of a case that are on disk, by number."""
    async with db.reading() as conn:
        return [KeptFile(**row._mapping) for row in (await conn.execute(_OF_CASE, {"case": case_id})).all()]


async def proofs(db: Database) -> list[Proof]:
    """Every file that the trail says was kept, by the newest event of each, in the order of the first."""
    found: dict[tuple[int, int], Proof] = {}
    async with db.reading() as conn:
        paths = {(row.case_id, row.number): row.path for row in (await conn.execute(_PATHS)).all()}
        for row in (await conn.execute(_KEPT)).all():
            data = json.loads(row.data)
            key = (row.case_id, data["number"])
            found[key] = Proof(row.ticket, data["number"], data["sha256"], paths.get(key))
    return list(found.values())
