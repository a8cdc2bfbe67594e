"""What events change of who has the steps of a case: taken, given back, handed over, asked of others."""

from datetime import datetime
from typing import Any

from core import events as e
from core.case import Case, Member, OpenStep
from core.change import replace, step_changed


def claimed(case: Case, event: e.StepClaimed, at: datetime) -> Case:
    """Whoever takes a step is at work on it."""
    taken = _not_offered(case, event.previous)
    return step_changed(taken, event.entry, claimed_by=event.by, claimed_at=at, active_at=at)


def claim_ended(case: Case, event: e.ClaimEnded, at: datetime) -> Case:
    """The step is open to all again; timers for when nobody takes it count anew."""
    step = case.entry(event.entry)
    fired = tuple(place for place in step.fired if place not in event.timers) if step else ()
    named = {name: who for name, who in case.named.items() if (name, who) != (event.name, event.person)}
    freed = replace(_not_offered(case, event.person), named=named)
    return step_changed(freed, event.entry, claimed_by=None, claimed_at=None, active_at=None, freed_at=at, fired=fired)


def reassigned(case: Case, event: e.StepReassigned, at: datetime) -> Case:
    """Those to whom a step was passed on have yet to take it."""
    return step_changed(case, event.entry, holders=event.holders, claimed_by=None, claimed_at=None, active_at=None)


def crew_joined(case: Case, step: OpenStep, at: datetime) -> Case:
    """One of the crew is at a step; whoever comes from a step of theirs goes on where they were."""
    for place, member in enumerate(case.crew):
        if (member.person, member.post) == (step.holders[0], step.post) and member.until in (None, at):
            gone_on = replace(member, times={**member.times, step.id: at}, until=None)
            return replace(case, crew=(*case.crew[:place], gone_on, *case.crew[place + 1 :]))
    return replace(case, crew=(*case.crew, Member(step.holders[0], {step.id: at}, step.post)))


def crew_changed(case: Case, entry: int, **changes: Any) -> Case:
    """Something has changed for whoever of the crew has that step."""
    step = case.entry(entry)
    if step is None or not step.crew:
        return case
    who = (step.holders[0], step.post)
    crew = (replace(m, **changes) if (m.person, m.post) == who and m.until is None else m for m in case.crew)
    return replace(case, crew=tuple(crew))


def passed(case: Case, event: e.HolderPassed, at: datetime) -> Case:
    """A person who was asked in vain is not asked again; where a post was meant, whoever answers for it may be."""
    over = (*case.passed, event.person) if event.post is None else case.passed
    return replace(crew_changed(case, event.entry, left=event.reason), passed=tuple(dict.fromkeys(over)))


def widened(case: Case, event: e.StepWidened | e.NobodyHolds, at: datetime) -> Case:
    """More roles may take the step; those of a timer are called on duty or not."""
    step = case.entry(event.entry)
    roles = event.widened if isinstance(event, e.NobodyHolds) else event.roles
    may_take = tuple(dict.fromkeys((*step.widened, *roles))) if step else ()
    called = roles if isinstance(event, e.StepWidened) else ()
    summoned = tuple(dict.fromkeys((*step.summoned, *called))) if step else ()
    return step_changed(case, event.entry, widened=may_take, summoned=summoned)


def handed_over(case: Case, event: e.HandedOver, at: datetime) -> Case:
    """Whoever takes over is at work on it from then on."""

    def instead(step: OpenStep) -> OpenStep:
        if step.entry not in event.entries:
            return step
        holders = tuple(event.by if one == event.person else one for one in step.holders if event.by is not None)
        if step.claimed_by != event.person:
            return replace(step, holders=holders)
        return replace(step, holders=holders, claimed_by=event.by, claimed_at=at, active_at=at)

    taken = {name: event.by for name in event.names if event.by is not None}
    steps = tuple(instead(step) for step in case.steps)
    return replace(case, steps=steps, named={**case.named, **taken}, offered_by=None, offered_to=None)


def duty_left(case: Case, event: e.DutyLeft, at: datetime) -> Case:
    """Nobody took over: the names that they had stand for nobody."""
    named = {name: who for name, who in case.named.items() if name not in event.names}
    return replace(case, named=named, offered_by=None, offered_to=None)


def _not_offered(case: Case, person: int | None) -> Case:
    """What somebody has no more cannot be handed over by them."""
    return replace(case, offered_by=None, offered_to=None) if person and person == case.offered_by else case
