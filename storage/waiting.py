"""Which steps wait, and for whom: statements about the open steps."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Text, bindparam, cast, func, literal, select

from storage.schema import grants, open_steps

# By name, for which there is an index: every other way looks at all the steps that are open.
BUSY = select(open_steps.c.case_id, open_steps.c.person_id).where(
    open_steps.c.taker.in_(select(literal("person:").concat(cast(grants.c.person_id, Text))))
)
_due = func.min(open_steps.c.due_at).label("due")
TASKS = (
    select(open_steps.c.case_id, _due)
    .where(
        open_steps.c.taker.in_(bindparam("takers", expanding=True)),
        open_steps.c.case_id.not_in(bindparam("without", expanding=True)),
    )
    .group_by(open_steps.c.case_id)
    .order_by(_due.asc().nulls_last(), open_steps.c.case_id)
    .limit(bindparam("n"))
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """An open step of a case: the roles and the people that it waits for, and when its time is up.

    Of one that `sleeps` the day has not come: nobody is busy with it.
    """

    entry: int
    step: str
    opened_at: datetime
    due_at: datetime | None = None
    roles: tuple[str, ...] = ()
    people: tuple[int, ...] = ()
    sleeps: bool = False
