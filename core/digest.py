"""The morning's digest: what waits for whom in steps of days, and what of office hours is late."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from core.access import called
from core.case import Case, OpenStep
from core.people import Office
from core.procedure import Procedure
from core.step import Step


@dataclass(frozen=True, slots=True)
class Line:
    """A step that waits for somebody, since when, and whether its time is up."""

    case: Case
    step: Step
    since: datetime
    late: bool


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
    found: dict[int, list[Line]] = {}
    for case in cases:
        procedure = procedures[case.procedure_version]
        for waiting in case.steps:
            if not belongs(waiting, procedure):
                continue
            line = Line(case, procedure.step(waiting.id), waiting.opened_at, waiting.missed)
            for person_id in called(case, waiting, procedure, office):
                if person_id != case.requester:
                    found.setdefault(person_id, []).append(line)
    return {person: sorted(of, key=lambda one: (not one.late, one.since, one.case.id)) for person, of in found.items()}
