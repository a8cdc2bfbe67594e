"""What a case keeps of its newest action, so that it can be taken back: a part of the fold over its events."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from core import events as e
from core.case import Case, Deed, OpenStep, Pause, Undoable
from core.change import replace
from core.parts import own

MOVES = (
    e.StepOpened,
    e.StepClosed,
    e.StepClaimed,
    e.StepReassigned,
    e.ClaimEnded,
    e.HolderNamed,
    e.CaseMerged,
    e.CaseParted,
    e.CaseLinked,
    e.CaseClosed,
    e.PartEnded,
)
"""What moves a case on, so that an earlier action cannot be taken back any more."""
BY_PEOPLE = (e.StepClaimed, e.ClaimEnded, e.CaseMerged, e.CaseParted)
BY_TIME = (e.TimerFired, e.HolderPassed)


def followed(before: Case, after: Case, event: e.Event, at: datetime) -> Case:
    """The case after an event, with what can be taken back now."""
    if isinstance(event, e.ActionTaken):
        deed = Deed(event.recorded_by or event.by or 0, event.step, event.action, at)
        if event.undo_s:
            return replace(after, undo=_offered(before, deed, at + timedelta(seconds=event.undo_s)))
        return replace(after, undo=replace(after.undo, by_now=deed)) if after.undo is not None else after
    undo = after.undo
    if undo is None:
        return after
    by_another = isinstance(event, BY_PEOPLE) and event.by not in (None, undo.deed.by)
    is_own = undo.by_now == undo.deed and at == undo.deed.at and not by_another
    if isinstance(event, e.ValueGiven) and is_own:
        undo = replace(undo, values=_remembered(undo.values, before, event))
    elif isinstance(event, BY_TIME) and event.by is None and getattr(event, "reason", "") != "declined":
        undo = replace(undo, by_now=None)
    elif isinstance(event, MOVES) and not is_own:
        undo = replace(undo, overtaken=True, by_now=_mover(undo, event, at))
    return replace(after, undo=undo)


def undone(case: Case, event: e.ActionUndone, at: datetime) -> Case:
    """The case as it was before its newest action; files and personal values that came since stay."""
    undo = case.undo
    if undo is None:
        return case
    waiting = {step.entry: step for step in case.steps}
    steps = tuple(_again(step, waiting.get(step.entry), undo, at) for step in undo.steps)
    kept = {name: value for name, value in case.values.items() if name not in undo.values}
    given = {name: value for name, value in undo.values.items() if value is not None}
    return replace(
        case,
        steps=steps,
        named=undo.named,
        passed=undo.passed,
        reached=undo.reached,
        crew=undo.crew,
        rounds=undo.rounds,
        parts=undo.parts,
        over=undo.over,
        stopped={
            name: one for name, one in case.stopped.items() if all(own(step.id, step.part) != name for step in steps)
        },
        values={**kept, **given},
        closed_at=None,
        outcome=None,
        undo=None,
        deputised=tuple(deed for deed in case.deputised if deed.at != undo.deed.at),
    )


def _offered(before: Case, deed: Deed, until: datetime) -> Undoable:
    return Undoable(
        number=before.version + 1,
        deed=deed,
        until=until,
        steps=before.steps,
        named=before.named,
        passed=before.passed,
        reached=before.reached,
        crew=before.crew,
        rounds=before.rounds,
        parts=before.parts,
        over=before.over,
        by_now=deed,
    )


def _remembered(values: Mapping[str, Any], before: Case, event: e.ValueGiven) -> Mapping[str, Any]:
    """The values as they were, with the one that the action is about to give; files stay given."""
    if event.name in values or isinstance(event.value, list):
        return values
    return {**values, event.name: before.values.get(event.name)}


def _mover(undo: Undoable, event: e.Event, at: datetime) -> Deed | None:
    """Whose deed it was that moved the case on."""
    if undo.overtaken:
        return undo.by_now
    if isinstance(event, e.StepClaimed | e.ClaimEnded) and event.by is not None:
        return Deed(event.by, event.step, "", at)
    return undo.by_now if undo.by_now != undo.deed else None


def _again(step: OpenStep, now: OpenStep | None, undo: Undoable, at: datetime) -> OpenStep:
    """A step as it was, with the time that was left; what was rung and reminded of meanwhile stays so."""
    if now is not None:
        had = replace(now, claimed_by=step.claimed_by, claimed_at=step.claimed_at, active_at=step.active_at)
        if now.again != step.again:
            had = replace(had, again=step.again, sleeps=step.sleeps)
        if now.extended_at == step.extended_at:
            return had
        return replace(
            had,
            extended_at=step.extended_at,
            extended=step.extended,
            extended_by=step.extended_by,
            pauses=step.pauses,
            reminded=step.reminded,
            missed=step.missed,
        )
    active_at = at if step.claimed_by == undo.deed.by else step.active_at
    return replace(step, pauses=(*step.pauses, Pause(undo.deed.at, at)), active_at=active_at)
