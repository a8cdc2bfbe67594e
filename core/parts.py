"""A party that comes at several times: each part is at steps of its own, with answers of its own.

What belongs to the second part is kept as `guests#2`; a part sees it in the place of `guests`.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from core import events as e
from core.change import replace

if TYPE_CHECKING:
    from core.case import Case, OpenStep
    from core.procedure import Procedure

MARK = "#"


def own(name: str, part: int) -> str:
    """The name under which something of a part is kept; 0 is the whole party."""
    return f"{name}{MARK}{part}" if part else name


def plain(name: str) -> str:
    """The name without the part that it belongs to."""
    return name.partition(MARK)[0]


def seen(case: "Case", part: int) -> "Case":
    """The case as a part has it: its own moment, answers and steps in the place of the others'."""
    if not part:
        return case
    return replace(
        case,
        values=_over(case.values, part),
        personal=_over(case.personal, part),
        reached=_over(case.reached, part),
        steps=tuple(step for step in case.steps if step.part in (0, part)),
    )


def answered(case: "Case", name: str) -> "list[Case]":
    """The case as each part has it that has given that answer, in the order of their times; else as it is."""
    given = {*case.values, *case.personal}
    return [seen(case, part) for part in numbers(case) if own(name, part) in given] or [case]


def numbers(case: "Case") -> range:
    """The numbers of the parts; none where the party comes as one."""
    return range(1, case.parts + 1)


def of_event(case: "Case", event: e.Event) -> int:
    """The part that an event is about."""
    waiting = case.entry(getattr(event, "entry", 0))
    return waiting.part if waiting is not None else getattr(event, "part", 0)


def in_part(event: e.Event, part: int) -> e.Event:
    """The event, so that what it gives is the part's own."""
    return replace(event, name=own(event.name, part)) if part and isinstance(event, e.ValueGiven) else event


def moments(case: "Case", name: str, others: str | None) -> tuple[datetime, ...]:
    """The times that the case still has of a slot and its others; not those of parts that are through."""
    if own(name, 1) in case.values:
        found: Iterable[Any] = (case.values[own(name, part)] for part in numbers(case) if part not in case.over)
    else:
        found = (case.values.get(name), *(case.values.get(others or "") or ()))
    return tuple(datetime.fromisoformat(one) for one in found if one is not None)


def concerned(case: "Case", procedure: "Procedure", action_id: str, since: str | None) -> "tuple[OpenStep, ...]":
    """The open steps at which a standing action is done; of parts only the next one's where it waits for the moment
    `since`.
    """
    at = tuple(
        one
        for one in case.steps
        if any(action.id == action_id for action in procedure.standing_at(procedure.step(one.id)))
    )
    timed = [one for one in at if one.part and since is not None and own(since, one.part) in case.values]
    return (min(timed, key=lambda one: one.part),) if timed else at


def outcome(case: "Case", procedure: "Procedure", last: str) -> str:
    """How a party has fared as a whole: of the outcomes of its parts the one that the file names first."""
    ends = {*case.over.values(), last}
    return next((one for one in procedure.outcomes if one in ends), last)


def _over(values: Mapping[str, Any], part: int) -> dict[str, Any]:
    """The values with the part's own over them, without those of any other."""
    ending = f"{MARK}{part}"
    mine = {name.removesuffix(ending): value for name, value in values.items() if name.endswith(ending)}
    return {name: value for name, value in values.items() if MARK not in name} | mine
