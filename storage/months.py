"""What a report of a month reads: the cases that were there in it, and the times of their steps."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, or_, select

from core.report import Life, Trace
from storage.schema import cases, events

KINDS = ("StepOpened", "StepClosed", "DeadlineMissed")
_there = (
    cases.c.procedure == bindparam("procedure"),
    cases.c.opened_at < bindparam("until"),
    or_(cases.c.closed_at.is_(None), cases.c.closed_at >= bindparam("since")),
)
LIVES = select(cases.c.opened_at, cases.c.closed_at, cases.c.outcome).where(*_there)
TRAIL = (
    select(events.c.case_id, events.c.kind, events.c.at, events.c.data)
    .join(cases, cases.c.id == events.c.case_id)
    .where(*_there, events.c.kind.in_(KINDS))
    .order_by(events.c.seq)
)


def lives(rows: Iterable[Row[*tuple[Any, ...]]]) -> list[Life]:
    """The cases of those rows."""
    return [Life(row.opened_at, row.closed_at, row.outcome) for row in rows]


def trail(rows: Iterable[Row[*tuple[Any, ...]]]) -> list[Trace]:
    """The events of those rows."""
    return [_trace(row.case_id, row.kind, datetime.fromisoformat(row.at), json.loads(row.data)) for row in rows]


def _trace(case: int, kind: str, at: datetime, data: dict[str, Any]) -> Trace:
    return Trace(case, kind, at, data["step"], data["entry"])
