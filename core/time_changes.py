"""What time changes of a case: reminders, timers, and clocks that stand still."""

from datetime import datetime, timedelta
from typing import Any

from core import events as e
from core.case import Case, Pause, Stopped
from core.change import replace, step_changed
from core.parts import own


def extended(case: Case, event: e.StepExtended, at: datetime) -> Case:
    """The step's time begins anew, and with it what it is reminded of."""
    length = timedelta(seconds=event.seconds)
    return step_changed(
        case,
        event.entry,
        extended_at=at,
        extended=length,
        extended_by=event.length,
        pauses=(),
        reminded=0,
        missed=False,
        active_at=at,
    )


def began(case: Case, event: e.StepBegan, at: datetime) -> Case:
    """Its time counts from now; of a step that is done again, from the beginning."""
    step = case.entry(event.entry)
    anew: dict[str, Any] = {}
    if step is not None and step.again is not None:
        anew = {"reminded": 0, "missed": False, "fired": (), "fired_at": {}, "pauses": (), "active_at": None}
        anew |= {"extended_at": None, "extended_by": "", "rung_at": None}
    return step_changed(case, event.entry, opened_at=at, sleeps=False, **anew)


def rested(case: Case, event: e.StepRested, at: datetime) -> Case:
    return step_changed(case, event.entry, sleeps=True, again=datetime.fromisoformat(event.again))


def reminded(case: Case, event: e.Reminded, at: datetime) -> Case:
    return step_changed(case, event.entry, reminded=event.percent)


def reminded_ahead(case: Case, event: e.RemindedAhead, at: datetime) -> Case:
    step = case.entry(event.entry)
    told = {**step.ahead, event.reminder: datetime.fromisoformat(event.at)} if step else {}
    return step_changed(case, event.entry, ahead=told)


def timer_fired(case: Case, event: e.TimerFired, at: datetime) -> Case:
    step = case.entry(event.entry)
    if step is None:
        return case
    fired = tuple(dict.fromkeys((*step.fired, event.timer)))
    return step_changed(case, event.entry, fired=fired, fired_at={**step.fired_at, event.timer: at})


def time_stopped(case: Case, event: e.TimeStopped, at: datetime) -> Case:
    step = case.entry(event.entry)
    stopped = {own(step.id, step.part): Stopped(step, at, event.by)} if step else {}
    return replace(case, stopped={**case.stopped, **stopped})


def time_resumed(case: Case, event: e.TimeResumed, at: datetime) -> Case:
    """What was used, reminded of and done by itself before stays so."""
    step = case.entry(event.entry)
    key = own(event.step, step.part if step is not None else 0)
    before = case.stopped.get(key)
    if before is None:
        return case
    was = before.step
    return step_changed(
        replace(case, stopped={name: one for name, one in case.stopped.items() if name != key}),
        event.entry,
        opened_at=was.opened_at,
        pauses=(*was.pauses, Pause(before.at, at)),
        extended_at=was.extended_at,
        extended=was.extended,
        extended_by=was.extended_by,
        reminded=was.reminded,
        ahead=was.ahead,
        missed=was.missed,
        fired=was.fired,
        fired_at=was.fired_at,
        widened=was.widened,
        summoned=was.summoned,
        sleeps=was.sleeps,
    )


def case_parted(case: Case, event: e.CaseParted, at: datetime) -> Case:
    """What waited goes on waiting from now: nothing is late that was nobody's."""
    steps = tuple(
        replace(
            step,
            opened_at=at,
            active_at=at if step.active_at is not None else None,
            freed_at=at if step.freed_at is not None else None,
            rung_at=None,
            reminded=0,
            pauses=(),
            fired_at=dict.fromkeys(step.fired_at, at),
        )
        for step in case.steps
    )
    return replace(case, merged=None, steps=steps)
