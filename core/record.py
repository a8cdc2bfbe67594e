"""A case as one record for the data centre: what the office must report, and of people only what that needs.

Source: SOP 067/01/PB/2021, row 6 ("mengirim informasi data per kasus kepada pusat data DKISP").
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from core import events as e
from core.apply import apply, opened
from core.areas import Area
from core.case import Case, OpenStep
from core.deadline import due_at
from core.office import Office
from core.office_calendar import USUAL_CALENDAR, OfficeCalendar
from core.procedure import Procedure

FORMAT = "sigap.case/1"
NEEDED = ("position", "landmark", "reached", "account", "supplement")
"""The personal values that a record carries: where it was, and what staff have reported of it."""

History = Sequence[tuple[e.Event, datetime]]


def case_record(
    case: Case,
    procedure: Procedure,
    history: History,
    *,
    area: Area | None = None,
    hashes: Mapping[int, str] | None = None,
    calendar: OfficeCalendar = USUAL_CALENDAR,
) -> dict[str, Any]:
    """The record as JSON values, moments in UTC.

    `history` are the case's events; `hashes` the SHA-256 of files that are kept but not yet noted in the case;
    by the office's `calendar` its times are measured.
    """
    hashes, office = hashes or {}, Office((), calendar=calendar)
    outcome = procedure.outcomes.get(case.outcome or "")
    return {
        "format": FORMAT,
        "ticket": case.ticket,
        "sop": procedure.number,
        "procedure": {"id": procedure.id, "version": procedure.version, "title": procedure.title.id},
        "opened_at": case.opened_at.isoformat(),
        "closed_at": case.closed_at.isoformat() if case.closed_at else None,
        "outcome": {"id": case.outcome, "title": outcome.id if outcome else case.outcome} if case.outcome else None,
        "kind": case.values.get("kind"),
        "area": asdict(area) if area else None,
        "presses": case.presses,
        "values": {name: value for name, value in case.values.items() if name != "kind"},
        "reported": {name: case.personal[name] for name in NEEDED if case.personal.get(name) is not None},
        "performers": dict(case.named),
        "crew": [
            {
                "person": member.person,
                "post": member.post,
                "steps": {step: at.isoformat() for step, at in member.times.items()},
                "until": member.until.isoformat() if member.until else None,
                "left": member.left,
            }
            for member in case.crew
        ],
        "steps": list(_steps(case, procedure, history, office)),
        "evidence": [
            {
                "number": item.number,
                "kind": item.kind,
                "at": item.at.isoformat(),
                "sha256": item.sha256 or hashes.get(item.number),
            }
            for item in case.evidence
        ],
    }


def _steps(case: Case, procedure: Procedure, history: History, office: Office) -> Iterator[dict[str, Any]]:
    """Every time that a step was open, in the order of closing, held against the time that the SOP gives it."""
    (first, since), *rest = history
    assert isinstance(first, e.CaseOpened)
    then = opened(case.id, first, since)
    for event, at in rest:
        closing = then.entry(event.entry) if isinstance(event, e.StepClosed) else None
        ending = then.steps if isinstance(event, e.CaseClosed) else ()
        for waiting in (closing, *ending):
            if waiting is not None:
                yield _time_of(then, waiting, procedure, office, at)
        then = apply(then, event, at)
    for waiting in then.steps:
        yield _time_of(then, waiting, procedure, office, None)


def _time_of(
    case: Case, waiting: OpenStep, procedure: Procedure, office: Office, closed_at: datetime | None
) -> dict[str, Any]:
    step = procedure.step(waiting.id)
    due = due_at(case, waiting, procedure, office)
    return {
        "row": step.row,
        "step": step.id,
        "title": step.title.id,
        "within": str(step.within) if step.within else None,
        "opened_at": waiting.opened_at.isoformat(),
        "due_at": due.isoformat() if due else None,
        "closed_at": closed_at.isoformat() if closed_at else None,
        "seconds": int((closed_at - waiting.opened_at).total_seconds()) if closed_at else None,
        "on_time": closed_at <= due if closed_at and due else None,
    }
