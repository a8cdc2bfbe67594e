"""What follows from a wish: `decide(case, command, now) -> events`. Refusals are raised and change nothing."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from core import events as e
from core.access import called, entitled, ladder, may_act
from core.action import Action, Consequence
from core.answers import given
from core.apply import apply, opened
from core.case import Case, OpenStep
from core.commands import Act, Claim, Command, Lose, PressAgain, Tick, Witness
from core.deadline import Due, Mark, due, latest_percent
from core.judgement import holds
from core.people import Office, Person
from core.performer import Kind, Performer
from core.procedure import Procedure
from core.refusal import AlreadyTaken, CaseOver, Guarded, NotAllowed, StepOver

MOST_MARKS = 100


def open_case(
    case_id: int, opening: e.CaseOpened, answers: dict[str, Any], now: datetime, procedure: Procedure, office: Office
) -> tuple[Case, tuple[e.Event, ...]]:
    """The case that a requester opens, at the procedure's first step."""
    course = Course(opened(case_id, opening, now), procedure, office, now, [opening])
    for event in given(course.case, procedure.open.form, answers, opening.by, office):
        course.add(event)
    course.enter(procedure.entry.id)
    return course.case, tuple(course.events)


def decide(
    case: Case, command: Command, now: datetime, procedure: Procedure, office: Office
) -> tuple[Case, tuple[e.Event, ...]]:
    """The case after the command, and the events that led there. Raises `Refusal`."""
    if case.closed_at is not None and not isinstance(command, Witness):
        raise CaseOver(case.outcome or "", case.closed_at)
    course = Course(case, procedure, office, now)
    match command:
        case Claim():
            course.claim(command)
        case Act():
            course.act(command)
        case PressAgain():
            course.press_again(command)
        case Tick():
            course.tick()
        case Lose():
            course.lose(command.person)
        case Witness():
            course.add(command.event)
    return course.case, tuple(course.events)


def permit(case: Case, command: Act, now: datetime, procedure: Procedure, office: Office) -> Action:
    """The action that the command means, if it may be done now. Raises `Refusal`, before anything is asked."""
    if case.closed_at is not None:
        raise CaseOver(case.outcome or "", case.closed_at)
    return Course(case, procedure, office, now).permit(command)


@dataclass(slots=True)
class Course:
    """The course of events while one command is decided: each is applied before the next is thought of."""

    case: Case
    procedure: Procedure
    office: Office
    now: datetime
    events: list[e.Event] = field(default_factory=list)

    def add(self, event: e.Event) -> None:
        """Let it happen."""
        self.events.append(event)
        self.case = apply(self.case, event, self.now)

    def claim(self, command: Claim) -> None:
        """Take a step, or take it over."""
        waiting, person = self._waiting(command.entry), self._actor(command.by)
        if not may_act(person, self.case, waiting, self.procedure):
            raise NotAllowed()
        if waiting.claimed_by == person.id:
            return
        if waiting.claimed_by is not None and not command.over:
            raise AlreadyTaken(waiting.claimed_by, waiting.claimed_at)
        self._take(waiting, person.id)

    def act(self, command: Act) -> None:
        """Do an action, with everything that follows from it."""
        action, person = self.permit(command), self._actor(command.by)
        waiting = self._waiting(command.entry) if command.entry else None
        if waiting is not None and waiting.claimed_by is None and self.procedure.step(waiting.id).claim is not None:
            self._take(waiting, person.id)
        step_id = waiting.id if waiting is not None else ""
        self.add(e.ActionTaken(by=person.id, step=step_id, entry=command.entry, action=action.id))
        for event in given(self.case, action.asks, dict(command.answers), person.id, self.office):
            self.add(event)
        if not action.leaves:
            return
        if waiting is not None:
            self._declines(waiting, action)
            self.leave(waiting, action)
        else:
            for open_step in self.case.steps:
                self.leave(open_step, action)

    def permit(self, command: Act) -> Action:
        """The action that is meant, if the person may do it and its conditions hold."""
        waiting = self._waiting(command.entry) if command.entry else None
        action = self._action(command, self._actor(command.by), waiting)
        if not holds(action.when, self.case, waiting):
            raise StepOver()
        if not holds(action.guard, self.case, waiting):
            raise Guarded()
        return action

    def press_again(self, command: PressAgain) -> None:
        """Count the press; whoever is called hears it again."""
        self.add(e.PressedAgain(by=command.by, count=self.case.presses + 1))
        for waiting in self.case.steps:
            if self.procedure.step(waiting.id).ring is not None and waiting.claimed_by is None:
                self.add(e.Rang(step=waiting.id, entry=waiting.entry, count=waiting.rings + 1))

    def tick(self) -> None:
        """Let everything happen that is due, the earliest first."""
        for _ in range(MOST_MARKS):
            mark = due(self.case, self.procedure, self.now)
            if mark is None or not self.case.is_open:
                return
            self._fall_due(mark)

    def lose(self, person_id: int) -> None:
        """Somebody cannot be reached any more: what waits for them goes on without them, at once."""
        if person_id == self.case.requester:
            self.add(e.ValueGiven(name="requester_lost", value=True))
        for waiting in self.case.steps:
            if person_id in waiting.holders and person_id != self.case.requester:
                self._next(waiting, "unreachable")
            elif waiting.claimed_by == person_id:
                self.add(e.StepClosed(step=waiting.id, entry=waiting.entry))
                self.enter(waiting.id, waiting.back)
            elif not called(self.case, waiting, self.procedure, self.office):
                self._widen_upwards(waiting)

    def enter(self, step_id: str, back: str | None = None) -> None:
        """Open a step, unless it waits already or others must be left first; automatic ones are left at once."""
        step = self.procedure.step(step_id)
        if self.case.step(step_id) is not None or any(self.case.step(other) is not None for other in step.join):
            return
        entry = self.case.entries + 1
        self.add(e.StepOpened(step=step_id, entry=entry, holders=self._holders(step.performer), back=back))
        waiting = self._waiting(entry)
        if step.auto:
            self.leave(waiting, step)
        elif step.performer is not None and not called(self.case, waiting, self.procedure, self.office):
            self._widen_upwards(waiting)

    def leave(self, waiting: OpenStep, consequence: Consequence) -> None:
        """Close a step and go where the consequence leads."""
        self.add(e.StepClosed(step=waiting.id, entry=waiting.entry))
        branch = next((branch for branch in consequence.branch if holds(branch.when, self.case)), None)
        way = branch or consequence
        if way.end is not None:
            self.add(e.CaseClosed(outcome=way.end))
        for target in way.to:
            if self.case.is_open:
                self.enter(waiting.back or target if target == "back" else target, waiting.id)

    def _take(self, waiting: OpenStep, by: int) -> None:
        self.add(e.StepClaimed(by=by, step=waiting.id, entry=waiting.entry, previous=waiting.claimed_by))
        name = self.procedure.step(waiting.id).set
        if name is not None:
            self.add(e.HolderNamed(by=by, name=name, person=by))

    def _declines(self, waiting: OpenStep, action: Action) -> None:
        """Whoever was asked and sends the case back is not the next to be asked again."""
        step = self.procedure.step(waiting.id)
        sent_back = any(target in self.case.reached for target in action.to)
        if step.performer is not None and step.performer.kind is Kind.PERSON and sent_back:
            for person in waiting.holders:
                event = e.HolderPassed(step=waiting.id, entry=waiting.entry, person=person, reason="declined")
                self.add(event)

    def _fall_due(self, mark: Mark) -> None:
        waiting = self._waiting(mark.entry)
        step = self.procedure.step(waiting.id)
        match mark.due:
            case Due.RING:
                self.add(e.Rang(step=waiting.id, entry=waiting.entry, count=waiting.rings + 1))
            case Due.UNANSWERED:
                self._next(waiting, "unanswered")
            case Due.TIMER:
                self._timer(waiting, mark.number)
            case Due.REMINDER:
                percent = max(mark.number, latest_percent(self.case, waiting, step, self.now))
                if percent >= 100 and not waiting.missed:
                    self.add(e.DeadlineMissed(step=waiting.id, entry=waiting.entry))
                above = self.procedure.above_of(step) if percent >= 100 else None
                self.add(e.Reminded(step=waiting.id, entry=waiting.entry, percent=percent, above=above))

    def _timer(self, waiting: OpenStep, place: int) -> None:
        timer = self.procedure.step(waiting.id).timers[place]
        self.add(e.TimerFired(step=waiting.id, entry=waiting.entry, timer=place))
        if timer.widen:
            self.add(e.StepWidened(step=waiting.id, entry=waiting.entry, roles=timer.widen))
        if timer.do == "next":
            self._next(waiting, "unanswered")
        elif timer.do == "ring":
            self.add(e.Rang(step=waiting.id, entry=waiting.entry, count=waiting.rings + 1))
        elif timer.target is not None or timer.end is not None:
            self.leave(waiting, Consequence(to=(timer.target,) if timer.target else (), end=timer.end))

    def _next(self, waiting: OpenStep, reason: str) -> None:
        """Whoever was asked is passed over: the next nearest is asked, or it goes back to where it came from."""
        for person in waiting.holders:
            self.add(e.HolderPassed(step=waiting.id, entry=waiting.entry, person=person, reason=reason))
        performer = self.procedure.step(waiting.id).performer
        role = self.procedure.role_of(performer) if performer is not None else None
        free = self.office.nearest(role or "", self.case.place, self.now, without=self.case.passed)
        self.add(e.StepClosed(step=waiting.id, entry=waiting.entry))
        if performer is not None and performer.name is not None and free:
            self.add(e.HolderNamed(name=performer.name, person=free[0].person.id))
            self.enter(waiting.id, waiting.back)
        else:
            self.enter(waiting.back or waiting.id, waiting.back)

    def _widen_upwards(self, waiting: OpenStep) -> None:
        roles = ladder(self.procedure, waiting, self.office)
        self.add(e.NobodyHolds(step=waiting.id, entry=waiting.entry, widened=roles))

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
                near = self.office.nearest(performer.role or "", self.case.place, self.now, without=self.case.passed)
                return (near[0].person.id,) if near else ()
            case Kind.FIRST:
                found = (self._holders(one) for one in performer.of)
                return next((people for people in found if any(map(self._can_be_reached, people))), ())
            case Kind.ANY | Kind.ALL:
                return tuple(person for one in performer.of for person in self._holders(one))
            case _:
                return ()

    def _can_be_reached(self, person_id: int) -> bool:
        person = self.office.person(person_id)
        return person_id == self.case.requester or (person is not None and person.reachable)

    def _waiting(self, entry: int) -> OpenStep:
        waiting = self.case.entry(entry)
        if waiting is None:
            raise StepOver()
        return waiting

    def _actor(self, person_id: int) -> Person:
        return self.office.person(person_id) or Person(person_id, 0, "")

    def _action(self, command: Act, person: Person, waiting: OpenStep | None) -> Action:
        if waiting is None:
            for step in self.case.steps:
                for standing in self.procedure.standing_at(self.procedure.step(step.id)):
                    if standing.id == command.action and entitled(person, self.case, standing.performer):
                        return standing
            raise NotAllowed() if any(s.id == command.action for s in self.procedure.standing) else StepOver()
        action = self.procedure.step(waiting.id).action(command.action)
        if action is None:
            raise StepOver()
        if not may_act(person, self.case, waiting, self.procedure):
            raise NotAllowed()
        if waiting.claimed_by not in (None, person.id):
            assert waiting.claimed_by is not None
            raise AlreadyTaken(waiting.claimed_by, waiting.claimed_at)
        return action
