"""What an event changes: `apply(case, event, at) -> case`. Every event has one line here; replay is a fold."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from core import drafts, holder_changes, paper, time_changes
from core import events as e
from core.case import LIVE, Case, Deed, Evidence, Link, OpenStep
from core.change import replace, step_changed
from core.parts import own
from core.undoable import followed, undone

Change = Callable[[Case, Any, datetime], Case]


def opened(case_id: int, event: e.CaseOpened, at: datetime) -> Case:
    """The case as its first event leaves it."""
    return Case(
        id=case_id,
        ticket=event.ticket,
        procedure=event.procedure,
        procedure_version=event.procedure_version,
        requester=event.requester,
        opened_at=at,
        opened_by=event.by,
        version=1,
        origin=_origin(event),
    )


def _origin(event: e.CaseOpened) -> Link | None:
    if event.origin is None:
        return None
    return Link(event.origin, event.origin_ticket, event.link, event.origin_outcome)


def apply(case: Case, event: e.Event, at: datetime) -> Case:
    """The case after one more event."""
    changed = _CHANGES[type(event)](case, event, at)
    return replace(followed(case, changed, event, at), version=case.version + 1)


def replay(case_id: int, history: Iterable[tuple[e.Event, datetime]]) -> Case:
    """The case that its events make, from the first to the last."""
    trail = iter(history)
    first, at = next(trail)
    assert isinstance(first, e.CaseOpened)
    case = opened(case_id, first, at)
    for event, at in trail:
        case = apply(case, event, at)
    return case


def _step_opened(case: Case, event: e.StepOpened, at: datetime) -> Case:
    step = OpenStep(
        event.step,
        event.entry,
        at,
        holders=event.holders,
        back=event.back,
        post=event.post,
        crew=event.crew,
        sleeps=event.sleeps,
        part=event.part,
    )
    reached = {**case.reached, own(event.step, event.part): at}
    opened = replace(case, steps=(*case.steps, step), entries=event.entry, reached=reached)
    return holder_changes.crew_joined(opened, step, at) if step.crew else opened


def _step_closed(case: Case, event: e.StepClosed, at: datetime) -> Case:
    steps = tuple(step for step in case.steps if step.entry != event.entry)
    return replace(holder_changes.crew_changed(case, event.entry, until=at), steps=steps)


def _action_taken(case: Case, event: e.ActionTaken, at: datetime) -> Case:
    """Whatever they do in the case, those who have a step of it are at work on it."""
    steps = tuple(replace(s, active_at=at) if s.claimed_by == event.by is not None else s for s in case.steps)
    if not event.capacity:
        return replace(case, steps=steps)
    deed = Deed(event.by or 0, event.step, event.action, at, event.capacity)
    return replace(case, steps=steps, deputised=(*case.deputised, deed))


def _value_given(case: Case, event: e.ValueGiven, at: datetime) -> Case:
    """The newest value counts; but files beside words do not undo the words."""
    values = {name: value for name, value in case.values.items() if name != event.name}
    if isinstance(event.value, e.Personal):
        return replace(case, values=values, personal={**case.personal, event.name: event.value.value})
    others = {name: value for name, value in case.personal.items() if name != event.name}
    personal = case.personal if isinstance(event.value, list) else others
    versions = drafts.counted(case, event.name, event.value)
    return replace(case, values={**values, event.name: event.value}, personal=personal, versions=versions)


def _following_started(case: Case, event: e.FollowingStarted, at: datetime) -> Case:
    position = case.personal.get("position")
    if position is None:
        return case
    return replace(case, followed=event.message, personal={**case.personal, LIVE: {**position, "until": event.until}})


def _following_ended(case: Case, event: e.FollowingEnded, at: datetime) -> Case:
    personal = {name: value for name, value in case.personal.items() if name != LIVE}
    lost = {person: since for person, since in case.lost.items() if person != case.requester}
    return replace(case, followed=None, lost=lost, personal={**personal, "position": event.position.value})


def _signal_found(case: Case, event: e.SignalFound, at: datetime) -> Case:
    return replace(case, lost={person: since for person, since in case.lost.items() if person != event.person})


def _evidence_given(case: Case, event: e.EvidenceGiven, at: datetime) -> Case:
    item = Evidence(event.number, event.kind, event.by, at)
    personal = {**case.personal, f"file:{event.number}": event.file.value}
    return replace(case, evidence=(*case.evidence, item), personal=personal)


def _evidence_kept(case: Case, event: e.EvidenceKept, at: datetime) -> Case:
    return _file(case, event.number, sha256=event.sha256, lost=None)


def _evidence_lost(case: Case, event: e.EvidenceLost, at: datetime) -> Case:
    return _file(case, event.number, lost=event.reason)


def _file(case: Case, number: int, **changes: Any) -> Case:
    found = tuple(replace(item, **changes) if item.number == number else item for item in case.evidence)
    return replace(case, evidence=found)


def _part_ended(case: Case, event: e.PartEnded, at: datetime) -> Case:
    steps = tuple(step for step in case.steps if step.part != event.part)
    return replace(case, steps=steps, over={**case.over, event.part: event.outcome})


_CHANGES: dict[type[e.Event], Change] = {
    e.StepOpened: _step_opened,
    e.StepBegan: time_changes.began,
    e.StepRested: time_changes.rested,
    e.StepClosed: _step_closed,
    e.TimeStopped: time_changes.time_stopped,
    e.TimeResumed: time_changes.time_resumed,
    e.StepClaimed: holder_changes.claimed,
    e.StepReassigned: holder_changes.reassigned,
    e.ClaimEnded: holder_changes.claim_ended,
    e.ActionTaken: _action_taken,
    e.ActionUndone: undone,
    e.ValueGiven: _value_given,
    e.FollowingStarted: _following_started,
    e.PlaceMoved: lambda case, event, at: replace(case, personal={**case.personal, "position": event.position.value}),
    e.FollowingEnded: _following_ended,
    e.SignalLost: lambda case, event, at: replace(
        case, lost={**case.lost, event.person: datetime.fromisoformat(event.since)}
    ),
    e.SignalFound: _signal_found,
    e.EvidenceGiven: _evidence_given,
    e.EvidenceKept: _evidence_kept,
    e.EvidenceLost: _evidence_lost,
    e.HolderNamed: lambda case, event, at: replace(case, named={**case.named, event.name: event.person}),
    e.HandoverOffered: lambda case, event, at: replace(case, offered_by=event.by, offered_to=event.person),
    e.HandedOver: holder_changes.handed_over,
    e.DutyLeft: holder_changes.duty_left,
    e.HolderPassed: holder_changes.passed,
    e.HolderSpared: lambda case, event, at: holder_changes.crew_changed(case, event.entry, left="spared"),
    e.NobodyHolds: holder_changes.widened,
    e.StepWidened: holder_changes.widened,
    e.Rang: lambda case, event, at: step_changed(case, event.entry, rings=event.count, rung_at=at),
    e.PressedAgain: lambda case, event, at: replace(case, presses=event.count),
    e.CaseMerged: lambda case, event, at: replace(case, merged=event.into),
    e.CaseParted: time_changes.case_parted,
    e.CaseJoined: lambda case, event, at: replace(case, members=(*case.members, event.case)),
    e.CaseLeft: lambda case, event, at: replace(case, members=tuple(m for m in case.members if m != event.case)),
    e.Reminded: time_changes.reminded,
    e.RemindedAhead: time_changes.reminded_ahead,
    e.StepExtended: time_changes.extended,
    e.DeadlineMissed: lambda case, event, at: step_changed(case, event.entry, missed=True),
    e.TimerFired: time_changes.timer_fired,
    e.WorkReturned: drafts.returned,
    e.DocumentSigned: drafts.signed,
    e.ErrandDone: lambda case, event, at: case,
    e.CaseLinked: lambda case, event, at: replace(
        case, links=(*case.links, Link(event.case, event.ticket, event.link, case.outcome or ""))
    ),
    e.OutcomeAccepted: lambda case, event, at: replace(case, accepted_at=at),
    e.LetterNumbered: paper.numbered,
    e.LetterMade: paper.made,
    e.LetterFailed: paper.failed,
    e.RegisterWritten: paper.registered,
    e.FirstPageDrawn: paper.drawn,
    e.PartySplit: lambda case, event, at: replace(case, parts=event.parts),
    e.PartEnded: _part_ended,
    e.CaseClosed: lambda case, event, at: replace(case, closed_at=at, outcome=event.outcome, steps=()),
}
