"""An alarm played through the core, from PANIK to the closed case, by fictional people."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from standing_clock import NOON

from bot.house import Shelf
from core.answers import position
from core.areas import Area, Areas, Polygon
from core.case import Case
from core.commands import Act, Attachment, Claim, Command
from core.decision import decide, open_case
from core.events import CaseOpened, Event
from core.office import Office
from core.people import Grant, Person
from core.procedure import Procedure, parse
from storage import procedures
from storage.batch import Batch
from storage.database import Database

PANIC = Path(__file__).parents[2] / "core" / "procedures" / "panic.yaml"
CITIZEN = Person(7001, 101, "Warga Contoh", phone="+62800000101")
OPERATOR = Person(7002, 102, "Operator Contoh", grants=frozenset({Grant("operator")}), on_duty_since=NOON)
OFFICER = Person(7003, 103, "Petugas Contoh", grants=frozenset({Grant("officer")}), on_duty_since=NOON)
OFFICE = Office((OPERATOR, OFFICER))
TICKET = "PB-2026-000042"
CASE_ID = 42
PHOTO = Attachment("photo", "file-1", "unique-1")


@dataclass
class Alarm:
    """The case as it is, and everything that has happened to it, decision by decision."""

    procedure: Procedure = field(default_factory=lambda: parse(PANIC.read_text(encoding="utf-8"), "panic.yaml"))
    decisions: list[tuple[Case, tuple[Event, ...], datetime]] = field(default_factory=list)

    @property
    def case(self) -> Case:
        return self.decisions[-1][0]

    @property
    def history(self) -> list[tuple[Event, datetime]]:
        return [(event, at) for _, events, at in self.decisions for event in events]

    def open(self) -> None:
        """PANIK is pressed."""
        opening = CaseOpened(
            by=CITIZEN.id,
            ticket=TICKET,
            procedure="panic",
            procedure_version=self.procedure.version,
            requester=CITIZEN.id,
        )
        self.decisions.append((*open_case(CASE_ID, opening, {}, NOON, self.procedure, OFFICE), NOON))

    def go_on(self, command: Command, **after: float) -> None:
        """Somebody does something, so long after the decision before."""
        now = self.decisions[-1][2] + timedelta(**after)
        self.decisions.append((*decide(self.case, command, now, self.procedure, OFFICE), now))

    def act(self, by: Person, action: str, *, step: str, answers: dict[str, Any] | None = None, **after: float) -> None:
        """Somebody presses a button of a step."""
        waiting = self.case.step(step)
        assert waiting is not None
        self.go_on(Act(by=by.id, action=action, entry=waiting.entry, answers=answers or {}), **after)

    async def keep(self, db: Database) -> None:
        """Have it on disk, as the worker would."""
        await procedures.freeze(db, self.procedure.version, "panic", self.procedure.source, NOON)
        for case, events, at in self.decisions:
            batch = Batch(db)
            unit = batch.unit(at)
            unit.save_person(CITIZEN)
            unit.record(case, events, at=at, next_at=None, open_steps=())
            batch.accept(unit)
            await batch.commit([], at=at)


def played() -> Alarm:
    """The whole alarm: the officer needs seventeen minutes to the place, where fifteen are given."""
    alarm = Alarm()
    alarm.open()
    place = position(3.3, 117.6, NOON + timedelta(seconds=10), 12.0)
    alarm.act(CITIZEN, "position", step="locate", answers={"position": place}, seconds=10)
    alarm.go_on(Act(by=CITIZEN.id, action="words", answers={"words": "tolong, di belakang toko"}), seconds=5)
    alarm.go_on(Claim(by=OPERATOR.id, entry=2), seconds=25)
    alarm.act(OPERATOR, "kind", step="verify", answers={"kind": "fire"}, seconds=10)
    alarm.act(OPERATOR, "forward", step="verify", answers={"officer": OFFICER.id}, seconds=10)
    alarm.act(OFFICER, "ready", step="confirm", seconds=30)
    alarm.act(OFFICER, "arrived", step="travel", minutes=17)
    alarm.act(OFFICER, "finished", step="handle", minutes=20)
    report = {"account": "Api padam, tidak ada korban.", "photos": (PHOTO,)}
    alarm.act(OFFICER, "report", step="report", answers=report, minutes=2)
    alarm.act(OPERATOR, "record", step="record", minutes=1)
    return alarm


def shelf(alarm: Alarm) -> Shelf:
    """The procedures, with that of the alarm."""
    return Shelf({"panic": alarm.procedure})


KARANG = Area("Karang Contoh", "Tarakan Contoh", "65.71.00.0000")
_SQUARE = ((117.5, 3.2), (117.7, 3.2), (117.7, 3.4), (117.5, 3.4), (117.5, 3.2))
CITY = Areas((Polygon(KARANG, (_SQUARE,), (117.5, 3.2, 117.7, 3.4)),))
"""A city of one area, in which the alarm is."""
