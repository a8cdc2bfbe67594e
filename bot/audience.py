"""Who is concerned by a case after a commit: who is called, who has a part in it, who is above, whom a file names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.house import House, language_of
from core.access import awaited, called
from core.action import Notice
from core.case import Case, OpenStep
from core.events import ActionTaken, ActionUndone, Event, HolderSpared
from core.office import Office
from core.people import Person
from core.performer import Kind, Performer
from core.procedure import Procedure

if TYPE_CHECKING:
    from bot.desk import Desk


@dataclass(slots=True)
class Audience:
    """The case after its new events, and everybody whom it concerns."""

    desk: "Desk"
    case: Case
    procedure: Procedure
    office: Office
    events: Sequence[Event]
    main: Case | None = None
    """The case that is worked on in its place, where it is merged into one."""
    waited: tuple[OpenStep, ...] = ()
    """The steps that were open before."""

    @property
    def house(self) -> House:
        """The parts that last."""
        return self.desk.house

    @property
    def worked_on(self) -> Case:
        """The case that people are called for."""
        return self.main or self.case

    @property
    def actor(self) -> int | None:
        """Who did the action that all this follows from."""
        return next((event.by for event in self.events if isinstance(event, ActionTaken | ActionUndone)), None)

    async def person(self, person_id: int) -> Person | None:
        """Somebody by id, staff or not."""
        return self.office.person(person_id) or await self.desk.unit.person_by_id(person_id)

    async def language(self, person_id: int) -> str:
        """The language to speak to somebody."""
        return language_of(await self.person(person_id))

    def outcome_in(self, language: str) -> str:
        """How the case ended, in words."""
        outcome = self.procedure.outcomes.get(self.case.outcome or "")
        return outcome.in_language(language) if outcome is not None else self.case.outcome or ""

    def called(self, waiting: OpenStep) -> tuple[int, ...]:
        """Everybody whose turn it is at a step; the requester only where there is a button to press."""
        return self._called_in(self.case, waiting)

    def everybody_called(self) -> tuple[int, ...]:
        """Everybody whose turn it is at any step."""
        of = self.worked_on
        return tuple(dict.fromkeys(person for step in of.steps for person in self._called_in(of, step)))

    def concerned(self) -> tuple[int, ...]:
        """Everybody whose turn it is, and whoever else has a part in the case: news of it reach them all."""
        of = self.worked_on
        named = (person for person in of.named.values() if person not in of.passed)
        return tuple(dict.fromkeys((*self.everybody_called(), *named)))

    def superiors(self, role: str | None) -> tuple[int, ...]:
        """Who is told above a step: whoever of that role has the case, else those on duty, else all of the role."""
        if role is None:
            return ()
        known = (self.office.person(person) for person in self.worked_on.named.values())
        named = [person.id for person in known if person is not None and person.reachable and person.holds(role)]
        people = self.office.holders(role, on_duty=True) or self.office.holders(role)
        return tuple(named[:1]) or tuple(person.id for person in people)

    def meant_by(self, notice: Notice) -> Iterable[int]:
        """Everybody whom a procedure's `tell:` names, as things stand."""
        if notice.who.kind is not Kind.FIRST:
            return self.meant(notice.who)
        each = (self._counted_on(one, notice.who) for one in notice.who.of)
        return next((people for people in each if people), [])

    def _counted_on(self, one: Performer, of: Performer) -> list[int]:
        """Those of one who can be told: reachable, and those by name on duty where the others must be."""
        people = [person for person_id in self.meant(one) if (person := self.office.person(person_id)) is not None]
        on_duty = one.kind is Kind.PERSON and any(other.on_duty for other in of.of)
        return [person.id for person in people if person.reachable and (person.on_duty or not on_duty)]

    def meant(self, performer: Performer) -> Iterable[int]:
        """Everybody whom a performer means, as things stand."""
        for one in performer.each():
            match one.kind:
                case Kind.REQUESTER:
                    yield self.case.requester
                case Kind.PERSON:
                    yield from (person for name, person in self.worked_on.named.items() if name == one.name)
                case Kind.HOLDERS:
                    yield from self.everybody_called() if self.case.is_open else self._had_it()
                case Kind.ABOVE:
                    for step in self.worked_on.steps:
                        yield from self.superiors(self.procedure.above_of(self.procedure.step(step.id)))
                case Kind.NEAREST:
                    yield from self._nearest(one)
                case _:
                    yield from (person.id for person in self.office.holders(one.role or "", on_duty=one.on_duty))

    def _called_in(self, case: Case, waiting: OpenStep) -> tuple[int, ...]:
        procedure = self.house.shelf.of(case)
        asked = procedure.step(waiting.id).prompts
        people = called(case, waiting, procedure, self.office)
        return tuple(person for person in people if asked or person != case.requester)

    def _had_it(self) -> Iterable[int]:
        """Whoever had the case when it ended, except those who are told so anyway."""
        spared = {event.person for event in self.events if isinstance(event, HolderSpared)}
        people = (one for step in self.waited for one in awaited(self.case, step, self.procedure, self.office))
        return [one for one in dict.fromkeys(people) if one not in {self.case.requester, self.actor, *spared}]

    def _nearest(self, performer: Performer) -> list[int]:
        """Those nearest to the place, without whoever did it and whoever opened the case."""
        without = {self.case.requester} | ({self.actor} if self.actor is not None else set())
        role, kind = performer.role or "", self.case.values.get("kind")
        found = self.office.nearest(
            role, self.case.place, self.desk.now, without=without, kind=kind, posts=performer.posts
        )
        return [candidate.person.id for candidate in found[: performer.count]]
