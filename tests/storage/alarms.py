"""Fictional people and alarms that the tests are about."""

from datetime import UTC, datetime

from core.case import Case
from core.events import CaseOpened, Personal, StepOpened, ValueGiven
from core.people import Person
from storage.unit_of_work import UnitOfWork
from storage.waiting import Waiting

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
CITIZEN = Person(id=7001, telegram_id=101, name="Warga Contoh")
OFFICER = Person(id=7002, telegram_id=102, name="Petugas Contoh")


def alarm(case_id: int, *, requester: int = CITIZEN.id) -> Case:
    """An open case with three events behind it."""
    return Case(
        id=case_id,
        ticket=f"PB-2026-{case_id:06}",
        procedure="panic",
        procedure_version="panic@1",
        requester=requester,
        opened_at=NOON,
        version=3,
        personal={"words": "tolong"},
    )


def record(unit: UnitOfWork, case: Case, waiting: tuple[Waiting, ...] = ()) -> None:
    """Keep a case that has just been opened."""
    opened = CaseOpened(
        by=case.requester, ticket=case.ticket, procedure="panic", procedure_version="panic@1", requester=case.requester
    )
    events = (opened, StepOpened(step="verify", entry=1), ValueGiven(name="words", value=Personal("tolong")))
    unit.record(case, events, at=NOON, next_at=NOON, open_steps=waiting)
