"""Reminders: whoever has a step that takes long, and whoever is above them."""

from bot import keyboards, places
from bot.aftermath import Aftermath
from bot.presses import data
from core import events as e
from core.access import awaited
from core.case import OpenStep
from core.parts import seen
from core.performer import Kind
from core.step import Step
from core.term import moment_of
from core.timer import Reminder


async def remind(after: Aftermath, event: e.Reminded) -> None:
    """Whoever is late is reminded, unless their phone rings anyway; from 100 % whoever is above is told too.

    When the time is up that somebody has asked for, they are asked once whether it takes longer still.
    """
    waiting, step = after.case.entry(event.entry), after.procedure.step(event.step)
    if waiting is None:
        return
    after.desk.unit.remind(after.case.id, event.entry, f"remind:{event.percent}")
    reminder = step.reminder(event.percent)
    lane = "dispatch" if after.lane == "alarm" else "nag"
    again = int(waiting.extended_at.timestamp()) if waiting.extended_at is not None else 0
    mark = f"remind:{event.entry}:{event.percent}:{again}"
    to_above = reminder.who is not None and reminder.who.kind is Kind.ABOVE
    own = reminder.text if not to_above else None
    key = own or ("remind-soon" if event.percent < 100 else "remind-late")
    people = () if event.closing or to_above else _whom(after, waiting, reminder)
    asked = after.called(waiting) if again and event.percent == 100 else ()
    rings = step.ring is not None and waiting.claimed_by is None
    for person_id in asked:
        rows, title = await _longer(after, waiting, step, person_id), await _title(after, step, person_id)
        await after.say(person_id, lane, "remind-still", rows=rows, step=title, mark=f"{mark}:{person_id}")
    for person_id in () if rings or asked else people:
        title = await _title(after, step, person_id)
        await after.say(person_id, lane, key, step=title, mark=f"{mark}:{person_id}")
    above = (reminder.text if to_above else None) or "remind-above"
    for person_id in after.superiors(event.above):
        if person_id not in people and not after.is_queued_for(person_id):
            rows, title = after.look_button(await after.person(person_id)), await _title(after, step, person_id)
            still = await places.still_away(after, step, person_id)
            await after.say(person_id, lane, above, rows=rows, step=title, distance=still, mark=f"{mark}:{person_id}")


async def remind_ahead(after: Aftermath, event: e.RemindedAhead) -> None:
    """Whoever the reminder is for, else whoever has the step or will have it, is told of the date to come."""
    waiting, step = after.case.entry(event.entry), after.procedure.step(event.step)
    reminder = (step.remind or ())[event.reminder]
    named = reminder.at.name if reminder.at is not None else None
    own = seen(after.case, waiting.part if waiting is not None else 0)
    date = moment_of(own, named, after.office.calendar) if named is not None else None
    if waiting is None or date is None:
        return
    after.desk.unit.remind(after.case.id, event.entry, f"ahead:{event.reminder}:{event.at}")
    for person_id in _whom(after, waiting, reminder):
        person, mark = await after.person(person_id), f"ahead:{event.entry}:{event.reminder}:{event.at}:{person_id}"
        title, moment = await _title(after, step, person_id), after.house.day_and_time(person, date)
        if person_id == after.case.requester:
            title = after.procedure.title.in_language(await after.language(person_id))
        await after.say(person_id, "nag", reminder.text or "remind-ahead", step=title, moment=moment, mark=mark)


def _whom(after: Aftermath, waiting: OpenStep, reminder: Reminder) -> tuple[int, ...]:
    """Whom a reminder goes to, of those below."""
    if reminder.who is not None:
        return tuple(dict.fromkeys(after.meant(reminder.who)))
    if waiting.sleeps:
        return awaited(after.case, waiting, after.procedure, after.office)
    return after.called(waiting)


async def _longer(after: Aftermath, waiting: OpenStep, step: Step, person_id: int) -> keyboards.Rows:
    """The button by which whoever has the step asked for more time."""
    language = await after.language(person_id)
    return [
        [keyboards.button(action.label.in_language(language), data("act", after.case.id, waiting.entry, action.id))]
        for action in step.actions
        if action.extends is not None
    ]


async def _title(after: Aftermath, step: Step, person_id: int) -> str:
    return step.title.in_language(await after.language(person_id))
