"""A night with more alarms than people: one queue for all of them instead of a card each, sorted by what is said."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated

from pydantic import Field as Key

from core.duration import Duration
from core.grammar import Id, Ids, Listed, Part
from core.performer import Performer


class StormRule(Part):
    """How a procedure's cases are queued in a storm.

    `by` may begin and end one. `triage` is the requester's standing action whose choices sort the queue, the most
    urgent first; `last` are those that come after whoever has not said anything. After `calm` it ends by itself.
    """

    performer: Performer = Key(alias="by")
    triage: Id
    last: Annotated[Ids, Listed] = ()
    calm: Duration
    summary: Duration


@dataclass(frozen=True, slots=True)
class Storm:
    """One storm: `began_by` is whoever declared it, None where the number of alarms did.

    `busy_at` is when alarms last came too fast, `rung_at` when the queue last rang, `summed_at` when it was summed up.
    """

    id: int
    procedure: str
    began_at: datetime
    busy_at: datetime
    summed_at: datetime
    began_by: int | None = None
    rung_at: datetime | None = None
    ended_at: datetime | None = None


def is_over(storm: Storm, rule: StormRule, waiting: int, bearable: int, now: datetime) -> bool:
    """Whether the storm ends by itself: it has been calm for long enough, and few enough still wait for a card each."""
    calm = rule.calm.delta or timedelta(0)
    return now - storm.busy_at >= calm and waiting < max(bearable, 1)
