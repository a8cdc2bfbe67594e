"""The course of events while one command is decided: each is applied before the next is thought of."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from core import crew, party, repeating
from core import events as e
from core.access import awaited, ladder
from core.action import BACK, Action, Consequence
from core.answers import written
from core.apply import apply
from core.case import Case, OpenStep
from core.change import replace
from core.judgement import holds
from core.office import Candidate, Office
from core.parts import concerned, in_part, seen
from core.parts import own as own_name
from core.people import Person
from core.performer import Kind, Performer
from core.procedure import Procedure
from core.refusal import StepOver
from core.step import Step
from core.term import begins_at, clock_of
from core.way_back import asks_requester, is_requesters, still_there


@dataclass(slots=True)
class Course:
    """The case as it is so far, and what has happened to it on the way there; `by` is whoever acts."""

    case: Case
    procedure: Procedure
    office: Office
    now: datetime
    events: list[e.Event] = field(default_factory=list)
    by: int | None = None

    def add(self, event: e.Event) -> None:
        """Let it happen."""
        self.events.append(event)
        self.case = apply(self.case, event, self.now)

    def waiting(self, entry: int) -> OpenStep:
        """The open step with that entry number. Raises `StepOver`."""
        waiting = self.case.entry(entry)
        if waiting is None:
            raise StepOver()
        return waiting

    def step(self, waiting: OpenStep) -> Step:
        """What the procedure says of an open step."""
        return self.procedure.step(waiting.id)

    def actor(self, person_id: int) -> Person:
        """Whoever acts; somebody without a role is a citizen."""
        return self.office.person(person_id) or Person(person_id, 0, "")

    def enter(
        self,
        step_id: str,
        back: str | None = None,
        left: OpenStep | None = None,
        part: int = 0,
        had: tuple[int, ...] = (),
    ) -> None:
        """Open a step, unless it waits already or the case has ended; automatic ones are left at once.

        One for `each` opens for whoever of them comes from `left`, else for all of them who are not there yet. Where a
        party comes in parts, it opens for that `part`, or for all of them where their ways part. Where it is for a
        role, it is for those who `had` it before.
        """
        step = self.procedure.step(step_id)
        if step.each:
            crew.enter(self, step, left)
            return
        for number in (part,) if part or step.parts is None else party.ways(self, step.parts):
            self._open(step, back, number, had)

    def _open(self, step: Step, back: str | None, part: int, had: tuple[int, ...]) -> None:
        own, entry = seen(self.case, part), self.case.entries + 1
        if not own.is_open or part in own.over or own.step(step.id) is not None or not self._has_joined(step, own):
            return
        holders, post = self._holders(step.performer) or had, self._post(step.performer)
        begins = begins_at(own, step, clock_of(self.procedure, step, self.office))
        sleeps = begins is not None and begins > self.now
        self.add(
            e.StepOpened(step=step.id, entry=entry, holders=holders, back=back, post=post, sleeps=sleeps, part=part)
        )
        if step.auto:
            self.write(step, part=part)
            self.leave([self.waiting(entry)], step)

    def leave(self, left: Sequence[OpenStep], consequence: Consequence, by: int | None = None) -> None:
        """Close steps and go where the consequence leads; where that is the end, whoever is at work is spared.

        While the requester is asked, the clock of the step that asks stands still.
        """
        without = replace(self.case, steps=tuple(one for one in self.case.steps if one not in left))
        own = seen(without, left[-1].part)
        branch = next((one for one in consequence.branch if holds(one.when, own, left[-1])), None)
        way = branch or consequence
        for waiting in left:
            if asks_requester(self.procedure, self.step(waiting), way.to):
                self.add(e.TimeStopped(by=by, step=waiting.id, entry=waiting.entry))
            self.add(e.StepClosed(step=waiting.id, entry=waiting.entry))
        repeating.end_with(self, left)
        if way.end is not None:
            party.end(self, way.end, dict.fromkeys(waiting.part for waiting in left), by)
        for target in way.to:
            for waiting in left:
                if target == BACK:
                    self._go_back(waiting)
                else:
                    self.enter(target, waiting.id, waiting, waiting.part)

    def _go_back(self, left: OpenStep) -> None:
        """Where the case came from; from the requester with the time that was left there."""
        origin, entries = left.back or left.id, self.case.entries
        before = self.case.stopped.get(own_name(origin, left.part)) if is_requesters(self.step(left)) else None
        asked = before is not None
        self.enter(origin, left.id, left, left.part, still_there(self.procedure.step(origin), before, self.office))
        if asked and self.case.entries > entries:
            self.add(e.TimeResumed(step=origin, entry=self.case.entries))

    def write(self, consequence: Consequence, by: int | None = None, part: int = 0) -> None:
        """Rewrite the values that the consequence rewrites."""
        for event in written(seen(self.case, part), consequence, by):
            self.add(in_part(event, part))

    def concerned(self, action: Action) -> tuple[OpenStep, ...]:
        """The open steps at which a standing action is done."""
        since = action.not_before.name if action.not_before is not None else None
        return concerned(self.case, self.procedure, action.id, since)

    def ring(self, waiting: OpenStep) -> None:
        """Ring once more at whoever may take the step."""
        self.add(e.Rang(step=waiting.id, entry=waiting.entry, count=waiting.rings + 1))

    def free(self, waiting: OpenStep, person: int, reason: str, by: int | None = None) -> None:
        """Whoever has the step has it no longer: it is open to all, and rings at once."""
        step = self.step(waiting)
        again = tuple(place for place, timer in enumerate(step.timers) if timer.awaits_claim)
        ended = e.ClaimEnded(
            by=by, step=waiting.id, entry=waiting.entry, person=person, reason=reason, name=step.set, timers=again
        )
        self.add(ended)
        self.ring(waiting)

    def open_anew(self, waiting: OpenStep) -> None:
        """Whoever the step was for has it no longer: it opens once more, for whoever is there now."""
        self.add(e.StepClosed(step=waiting.id, entry=waiting.entry))
        self.enter(waiting.id, waiting.back, part=waiting.part)

    def spare(self, waiting: OpenStep, by: int | None) -> None:
        """Whoever was asked beside `by` need not answer any more."""
        for person in waiting.holders:
            if person != by:
                self.add(e.HolderSpared(step=waiting.id, entry=waiting.entry, person=person))

    def withdraw(self, step_ids: Sequence[str], by: int, own: OpenStep | None = None) -> None:
        """Close steps that nobody needs to do any more, whoever was asked; of `own` that is for each, it alone."""
        for waiting in self.case.steps:
            others = own is not None and own.crew and waiting.id == own.id and waiting.entry != own.entry
            if waiting.id in step_ids and not others and (own is None or own.part == waiting.part):
                self.add(e.StepClosed(step=waiting.id, entry=waiting.entry))
                self.spare(waiting, by)

    def call_somebody(self) -> None:
        """No step waits for nobody: where nobody can be called, it goes upwards at once.

        Nor does one whose day has not come, where it is somebody's by name.
        """
        for waiting in self.case.steps if self.case.merged is None else ():
            if self.step(waiting).optional or (waiting.sleeps and not waiting.holders):
                continue
            if awaited(self.case, waiting, self.procedure, self.office):
                continue
            roles = ladder(self.procedure, waiting, self.office)
            if not set(roles) <= set(waiting.widened):
                self.add(e.NobodyHolds(step=waiting.id, entry=waiting.entry, widened=roles))

    def nearest(self, performer: Performer) -> tuple[Candidate, ...]:
        """Who could be asked for a performer, the nearest first: nobody twice, not the requester, nobody at work."""
        role = self.procedure.role_of(performer) or ""
        at_work = (person for waiting in self.case.steps for person in waiting.holders)
        without = {*self.case.passed, self.case.requester, *at_work}
        posts = performer.posts or performer.kind is not Kind.NEAREST
        kind = self.case.values.get("kind")
        return self.office.nearest(role, self.case.place, self.now, without=without, kind=kind, posts=posts)

    def _has_joined(self, step: Step, case: Case) -> bool:
        """Whether all the steps that it waits for have been left."""
        return all(one in case.reached and case.step(one) is None for one in step.join)

    def _post(self, performer: Performer | None) -> str | None:
        """The post that whoever has the step stands for, where a post was chosen."""
        name = performer.name if performer is not None else None
        return self.case.values.get(f"{name}_post") if name is not None else None

    def _holders(self, performer: Performer | None) -> tuple[int, ...]:
        """The persons a step is for by name; empty when it is for whoever holds a role."""
        if performer is None:
            return ()
        match performer.kind:
            case Kind.REQUESTER:
                return (self.case.requester,)
            case Kind.PERSON:
                named = self.case.named.get(performer.name or "")
                return (named,) if named is not None else ()
            case Kind.NEAREST:
                return tuple(candidate.person.id for candidate in self.nearest(performer)[: performer.count])
            case Kind.FIRST:
                on_duty = any(one.on_duty for one in performer.of)
                found = (self._holders(one) for one in performer.of)
                return next((people for people in found if any(self._there(one, on_duty) for one in people)), ())
            case Kind.ANY:
                return tuple(dict.fromkeys(person for one in performer.of for person in self._holders(one)))
            case _:
                return ()

    def _there(self, person_id: int, on_duty: bool) -> bool:
        person = self.office.person(person_id)
        if person is None:
            return person_id == self.case.requester
        return person.reachable and (person.on_duty or not on_duty)
