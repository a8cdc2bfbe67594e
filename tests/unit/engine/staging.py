"""Fictional people, and a case that is played through the core decision by decision."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from typing import Any

from core.answers import position
from core.apply import replay
from core.case import Case, OpenStep
from core.commands import Act, Attachment, Claim, Command, Lose, PressAgain, Tick, Undo
from core.decision import decide, open_case
from core.events import CaseOpened, Event
from core.office import Office
from core.office_calendar import USUAL_CALENDAR, OfficeCalendar
from core.people import Fix, Grant, Person
from core.post import Post
from core.procedure import Procedure, parse

T0 = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
PANIC = parse((files("core") / "procedures" / "panic.yaml").read_text(encoding="utf-8"), "panic.yaml")
HERE = position(3.3, 117.6, T0, 12.0)
PHOTO = Attachment("photo", "file-1", "unique-1")


def staff(number: int, name: str, role: str, *, on_duty: bool = True, north: float | None = None) -> Person:
    """A member of staff; `north` of the alarm by so many degrees, where a post is known."""
    post = None if north is None else Fix(3.3 + north, 117.6, T0)
    since = T0 if on_duty else None
    return Person(number, 1000 + number, name, grants=frozenset({Grant(role)}), on_duty_since=since, post=post)


CITIZEN = Person(1, 1001, "Wati")
STRANGER = Person(2, 1002, "Orang Lain")
OPERATOR = staff(11, "Oki", "operator")
SECOND = staff(12, "Ola", "operator")
NEAR = staff(21, "Pandu", "officer", north=0.01)
FAR = staff(22, "Putra", "officer", north=0.05)
HEAD = staff(31, "Kartika", "head_of_centre", on_duty=False)
DIRECTOR = staff(41, "Dian", "head_of_department", on_duty=False)
EVERYBODY = (OPERATOR, SECOND, NEAR, FAR, HEAD, DIRECTOR)


@dataclass
class Play:
    """A case, the people around it, and everything that has happened to it."""

    procedure: Procedure = PANIC
    people: tuple[Person, ...] = EVERYBODY
    posts: tuple[Post, ...] = ()
    calendar: OfficeCalendar = USUAL_CALENDAR
    now: datetime = T0
    history: list[tuple[Event, datetime]] = field(default_factory=list)
    last: tuple[Event, ...] = ()
    case: Case = field(default_factory=lambda: Case(0, "", "", "", 0, T0))

    @property
    def office(self) -> Office:
        return Office(self.people, posts=self.posts, calendar=self.calendar)

    def open(self, by: Person = CITIZEN, **answers: Any) -> "Play":
        """The procedure's command is given."""
        opening = CaseOpened(by=by.id, ticket="XX-1", procedure="x", procedure_version="1", requester=by.id)
        self._note(*open_case(1, opening, answers, self.now, self.procedure, self.office))
        return self

    def decide(self, command: Command) -> "Play":
        """Somebody wants something."""
        self._note(*decide(self.case, command, self.now, self.procedure, self.office))
        return self

    def act(self, by: Person, action: str, answers: Mapping[str, Any] | None = None, *, at: str = "") -> "Play":
        """Press a button of the step `at`; of the step that has it, where none is named."""
        found = (one for one in self.case.steps if self.procedure.step(one.id).action(action))
        waiting = self.case.step(at) if at else next(found, None)
        entry = waiting.entry if waiting is not None else 0
        return self.decide(Act(by=by.id, action=action, entry=entry, answers=answers or {}))

    def claim(self, by: Person, step: str = "verify", *, over: bool = False) -> "Play":
        return self.decide(Claim(by=by.id, entry=self.step(step).entry, over=over))

    def undo(self, by: Person, number: int) -> "Play":
        return self.decide(Undo(by=by.id, number=number))

    def press(self, by: Person = CITIZEN) -> "Play":
        return self.decide(PressAgain(by=by.id))

    def after(self, **time: float) -> "Play":
        """Time passes, and the clock ticks once."""
        self.now += timedelta(**time)
        return self.decide(Tick())

    def lose(self, person: Person) -> "Play":
        """Somebody blocks the bot."""
        self.change(person, reachable=False)
        return self.decide(Lose(person=person.id))

    def change(self, person: Person, **changes: Any) -> "Play":
        """Something else is known of somebody from now on."""
        self.people = tuple(replace(one, **changes) if one.id == person.id else one for one in self.people)
        return self

    def step(self, step_id: str) -> OpenStep:
        found = self.case.step(step_id)
        assert found is not None, f"{step_id} does not wait, but {self.waiting}"
        return found

    @property
    def waiting(self) -> list[str]:
        return [step.id for step in self.case.steps]

    @property
    def happened(self) -> list[str]:
        """What the last decision led to, by the names of the events."""
        return [type(event).__name__ for event in self.last]

    def found(self, kind: type[Event]) -> list[Any]:
        """The last decision's events of a kind."""
        return [event for event in self.last if isinstance(event, kind)]

    def replayed(self) -> Case:
        return replay(self.case.id, self.history)

    def _note(self, case: Case, events: tuple[Event, ...]) -> None:
        self.case, self.last = case, events
        self.history += [(event, self.now) for event in events]


REPORT = {"account": "Api padam.", "photos": (PHOTO,)}


def alarm(until: str, *people: Person) -> Play:
    """An alarm of the citizen that waits at a step; without `people` everybody is there."""
    play = Play(people=people or EVERYBODY).open()
    ways = {
        "verify": lambda: play.act(CITIZEN, "position", {"position": HERE}),
        "claimed": lambda: play.claim(OPERATOR),
        "confirm": lambda: play.act(OPERATOR, "forward", {"officer": NEAR.id}),
        "travel": lambda: play.act(NEAR, "ready"),
        "handle": lambda: play.act(NEAR, "arrived"),
        "report": lambda: play.act(NEAR, "finished"),
        "record": lambda: play.act(NEAR, "report", REPORT),
        "closed": lambda: play.act(OPERATOR, "record"),
    }
    for step, go_on in ways.items() if until != "locate" else ():
        go_on()
        if step == until:
            break
    return play


def procedure(
    steps: str, *, head: str = "", standing: str = "", by: str = "citizen", form: str = "[]", hours: str = "always"
) -> Procedure:
    """A small invented procedure."""
    text = f"id: small\ntitle: Kecil\nticket: XX\nhours: {hours}\n"
    text += f"open: {{by: {by}, command: kecil, form: {form}}}\n{head}\n"
    text += f"steps:\n{steps}\n" + (f"standing:\n{standing}\n" if standing else "")
    return parse(text, "small.yaml")
