"""/libur: when the office works, and what it changes of that."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from aiogram.types import Message

from bot import calendar_words
from bot.flows import content
from bot.routes import Routes
from bot.texts import Markup
from bot.visit import Visit
from core.office_calendar import Correction, Holiday, OfficeCalendar, Source, has_joint_leave
from storage.corrections import Corrected

routes = Routes()

ROLE = "admin"
LOOKED_AHEAD, SHOWN = timedelta(days=400), 10


@routes.command("libur", "holidays")
async def holidays(message: Message, visit: Visit) -> Any:
    """The coming holidays and what the office has changed; with words after it, a change."""
    if not visit.person.holds(ROLE):
        return visit.reply("refused-not-allowed", await visit.menu())
    words = content.argument(message)
    if not words:
        return visit.reply("holidays", await visit.menu(), **await _shown(visit))
    number, today = calendar_words.removal(words), visit.desk.now.astimezone(visit.desk.house.zone).date()
    if number is not None:
        return await _remove(visit, number)
    wish = calendar_words.wish(words, today)
    if wish is None:
        return visit.reply("holidays-unreadable", await visit.menu())
    return await _make(visit, wish)


async def _make(visit: Visit, wish: calendar_words.Wish) -> Any:
    number = await visit.desk.unit.next_number("correction")
    made = Correction(number, wish.change, wish.first, wish.last, wish.reason, wish.hours)
    visit.desk.unit.save_correction(Corrected(made, visit.person.id, visit.desk.now))
    _note(visit, "CalendarCorrected", made)
    return visit.reply("holidays-made", await visit.menu(), correction=_correction(visit, made))


async def _remove(visit: Visit, number: int) -> Any:
    found = next((one for one in await visit.desk.unit.corrections() if one.correction.number == number), None)
    if found is None:
        return visit.reply("holidays-no-such", await visit.menu(), number=str(number))
    visit.desk.unit.save_correction(replace(found, removed_by=visit.person.id, removed_at=visit.desk.now))
    _note(visit, "CorrectionRemoved", found.correction)
    return visit.reply("holidays-removed", await visit.menu(), correction=_correction(visit, found.correction))


def _note(visit: Visit, kind: str, made: Correction) -> None:
    """The audit trail has who changed which days how; the reason stands in the table."""
    hours = f"{made.hours.opens:%H:%M}-{made.hours.closes:%H:%M}" if made.hours is not None else ""
    days = {"first": made.first.isoformat(), "last": made.last.isoformat()}
    data = {"correction": made.number, "change": made.change.value, **days, "hours": hours}
    visit.desk.unit.note(kind, data, visit.person.id)


async def _shown(visit: Visit) -> dict[str, Any]:
    calendar = (await visit.desk.office()).calendar
    today = visit.desk.now.astimezone(calendar.zone).date()
    coming = list(calendar.holidays(today, today + LOOKED_AHEAD))[:SHOWN]
    corrections = [one for one in await visit.desk.unit.corrections() if one.correction.last >= today]
    made = [await _with_maker(visit, one) for one in corrections]
    years = sorted({day.year for day in (today, today + LOOKED_AHEAD) if not has_joint_leave(day.year)})
    return {
        "hours": _hours_of(calendar, today),
        "holidays": _lines([_holiday(visit, one) for one in coming]),
        "corrections": _lines(made) if made else "none",
        "undecreed": ", ".join(map(str, years)) or "none",
    }


def _hours_of(calendar: OfficeCalendar, day: date) -> str:
    hours = calendar.hours(day)
    return f"{hours.opens:%H:%M}–{hours.closes:%H:%M}" if hours is not None else "none"


def _holiday(visit: Visit, holiday: Holiday) -> Markup:
    source = "estimated" if holiday.estimated and holiday.source is not Source.OFFICE else holiday.source.value
    return visit.say("holidays-one", day=_day(visit, holiday.day), name=holiday.name, source=source)


async def _with_maker(visit: Visit, one: Corrected) -> Markup:
    maker = await visit.desk.unit.person_by_id(one.made_by)
    name, on = maker.name if maker is not None else "", visit.desk.house.date(one.made_at)
    return visit.say("holidays-correction-by", correction=_correction(visit, one.correction), name=name, on=on)


def _correction(visit: Visit, made: Correction) -> Markup:
    hours = f"{made.hours.opens:%H:%M}–{made.hours.closes:%H:%M}" if made.hours is not None else "none"
    return visit.say(
        "holidays-correction",
        number=str(made.number),
        change=made.change.value,
        first=_day(visit, made.first),
        last=_day(visit, made.last) if made.last != made.first else "none",
        hours=hours,
        reason=made.reason,
    )


def _day(visit: Visit, day: date) -> str:
    return f"{visit.desk.house.day_of(visit.person, day)} {day.year}"


def _lines(found: list[Markup]) -> Markup:
    return Markup("\n".join(found))
