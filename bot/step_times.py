"""The times on a card: when a step begins, until when it has, whether its clock stands still, when all is over."""

from datetime import datetime

from bot.house import House, language_of
from bot.subject import Subject
from bot.texts import Markup
from core.access import foremost
from core.case import OpenStep
from core.deadline import due_at
from core.forecast import forecast
from core.parts import own, seen
from core.term import clock_of, wakes_at
from core.way_back import is_requesters

DAYS_FROM_H = 72
"""From so many hours on, the time left is told in days."""


def lines(house: House, of: Subject, waiting: OpenStep) -> list[str]:
    """When the step begins or is due; of the requester's turn that nothing else runs meanwhile."""
    step, case = of.procedure.step(waiting.id), seen(of.case, waiting.part)
    begins = wakes_at(case, waiting, step, clock_of(of.procedure, step, of.office)) if waiting.sleeps else None
    if begins is not None:
        return [house.say(of.viewer, "card-begins", time=house.day_and_time(of.viewer, begins))]
    stopped = own(waiting.back or "", waiting.part) in of.case.stopped
    found: list[str] = [house.say(of.viewer, "card-clock-stopped")] if stopped else []
    due = due_at(of.case, waiting, of.procedure, of.office)
    if due is not None:
        same_day = house.date(due) == house.date(of.now)
        time = house.time(due) if same_day else house.day_and_time(of.viewer, due)
        found.append(house.say(of.viewer, "card-due", time=time, left=_left(house, of, due)))
    return found


def forecast_lines(house: House, of: Subject) -> list[str]:
    """When it will probably be over, with who has it and since when, and how far what is late puts that off."""
    coming, waiting = forecast(of.case, of.procedure, of.office, of.now), foremost(of.case.steps, of.procedure)
    if coming is None or waiting is None:
        return []
    return [
        house.say(
            of.viewer,
            "card-forecast",
            day=house.day(of.viewer, coming.at),
            holder=_holder(house, of, waiting),
            since=house.day_and_time(of.viewer, waiting.opened_at),
            off=coming.put_off if coming.put_off is not None else "none",
        )
    ]


def _holder(house: House, of: Subject, waiting: OpenStep) -> str:
    """Whoever has the step; for the requester, and where nobody has it by name, at which desk it is."""
    step = of.procedure.step(waiting.id)
    if is_requesters(step):
        return house.label(of.viewer, "card-forecast-requester")
    names = (of.office.person(one) for one in (*waiting.holders, waiting.claimed_by) if one is not None)
    known = [person.name for person in names if person is not None and of.viewer.id != of.case.requester]
    role = of.procedure.role_of(step.performer) if step.performer is not None else None
    title = of.procedure.role_title(role).in_language(language_of(of.viewer)) if role is not None else ""
    return ", ".join(dict.fromkeys(known)) or title or of.procedure.performer_title(step.performer)


def _left(house: House, of: Subject, due: datetime) -> Markup:
    """How long there is still, or how late it is: in minutes, hours from two on, days from three on."""
    minutes = round((due - of.now).total_seconds() / 60)
    key, hours = "time-left" if minutes >= 0 else "time-over", round(abs(minutes) / 60)
    unit, amount = ("hours", hours) if abs(minutes) >= 120 else ("minutes", abs(minutes))
    if hours >= DAYS_FROM_H:
        unit, amount = "days", hours // 24
    return house.time_left(due, house.label(of.viewer, key, unit=unit, amount=amount))
