"""The morning's digest: what waits for whom in steps of days, what of office hours is late, and where below one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from core.access import called
from core.case import Case, OpenStep
from core.office import Office
from core.procedure import Procedure
from core.step import Step


@dataclass(frozen=True, slots=True)
class Line:
    """A step that waits, since when, whether its time is up, and the ids of those whose turn it is."""

    case: Case
    step: Step
    since: datetime
    late: bool
    holders: tuple[int, ...] = ()


def gathers(step: Step, procedure: Procedure) -> bool:
    """Whether the digest speaks of the step at all: of days always, of office hours once it is late."""
    office = (step.hours or procedure.hours) == "office"
    return (step.digest or office) and not step.auto and not step.optional


def belongs(waiting: OpenStep, procedure: Procedure) -> bool:
    """Whether the digest speaks of an open step now."""
    step = procedure.step(waiting.id)
    return gathers(step, procedure) and (step.digest or waiting.missed)


def lines(cases: Iterable[Case], procedures: Mapping[str, Procedure], office: Office) -> dict[int, list[Line]]:
    """What each person is told, by their id: what is late first, then the longest waiting."""
    return _sorted((person_id, line) for line in _waiting(cases, procedures, office) for person_id in line.holders)


def below(cases: Iterable[Case], procedures: Mapping[str, Procedure], office: Office) -> dict[int, list[Line]]:
    """What is late at the desks of those below somebody, by that one's id, the longest waiting first."""
    found = []
    for line in _waiting(cases, procedures, office):
        role = procedures[line.case.procedure_version].above_of(line.step) if line.late else None
        above = office.holders(role) if role is not None else ()
        found += [(one.id, line) for one in above if one.id not in (line.case.requester, *line.holders)]
    return _sorted(found)


def _waiting(cases: Iterable[Case], procedures: Mapping[str, Procedure], office: Office) -> Iterator[Line]:
    """What the digest speaks of. What waits for the requester alone is nobody's work in the office."""
    for case in cases:
        procedure = procedures[case.procedure_version]
        for waiting in case.steps:
            if belongs(waiting, procedure):
                holders = tuple(one for one in called(case, waiting, procedure, office) if one != case.requester)
                yield Line(case, procedure.step(waiting.id), waiting.opened_at, waiting.missed, holders)


def _sorted(found: Iterable[tuple[int, Line]]) -> dict[int, list[Line]]:
    told: dict[int, list[Line]] = {}
    for person_id, line in found:
        told.setdefault(person_id, []).append(line)
    return {person: sorted(of, key=lambda one: (not one.late, one.since, one.case.id)) for person, of in told.items()}
