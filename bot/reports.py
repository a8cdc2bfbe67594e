"""/laporan: a month of a procedure in words, for whoever is above those who work by it."""

from datetime import timedelta
from typing import Literal, NamedTuple

from bot.desk import Desk
from bot.facts import NONE, clipped
from bot.house import House, language_of
from bot.texts import Markup, Value
from core.access import oversees
from core.month import Month
from core.people import Person
from core.procedure import Procedure
from core.report import Report, StepTimes, report
from core.survey import STARS, averages, category, index
from core.survey_order import questions

TITLE_MOST = 80


class Amount(NamedTuple):
    """A length in the unit in which people speak of it."""

    amount: float
    unit: Literal["days", "hours", "minutes", "seconds"]


def overseen(house: House, person: Person) -> list[Procedure]:
    """The procedures in force that the person may read reports of; alarms first."""
    found = (one for one in house.shelf.in_force.values() if one.rehearses is None and oversees(person, one))
    return sorted(found, key=lambda one: one.lane != "alarm")


async def of_month(desk: Desk, procedure: Procedure, month: Month) -> Report:
    """What happened in that month, as far as it has passed."""
    since, until = month.begins(desk.house.zone), month.ends(desk.house.zone)
    lives, trail = await desk.unit.month(procedure.id, since, until)
    calendar = (await desk.office()).calendar
    return report(procedure, lives, trail, since, until, calendar)


async def text(desk: Desk, reader: Person, procedure: Procedure, month: Month) -> Markup:
    """The report as a message."""
    house, language = desk.house, language_of(reader)
    found, until = await of_month(desk, procedure, month), month.ends(house.zone)
    lines: list[str] = [
        house.say(
            reader,
            "report-heading",
            title=procedure.title.in_language(language),
            month=house.label(reader, "month-name", month=month.number),
            year=str(month.year),
            upto=house.moment(desk.now) if desk.now < until else NONE,
        ),
        house.say(reader, "report-counts", opened=found.opened, closed=found.closed, open=found.still_open),
    ]
    for outcome, count in found.ended.items():
        words = procedure.outcomes.get(outcome)
        said = words.in_language(language) if words is not None else outcome
        lines.append(house.say(reader, "report-outcome", outcome=said, count=count))
    if found.steps:
        lines += ["", house.say(reader, "report-times"), *(step_line(house, reader, one) for one in found.steps)]
    return Markup("\n".join([*lines, "", await _satisfaction(desk, reader, procedure, month)]))


def step_line(house: House, reader: Person, one: StepTimes) -> Markup:
    """A step with its median, the SOP's time and the share that kept it."""
    language = language_of(reader)
    values: dict[str, Value] = {
        "row": str(one.step.row) if one.step.row is not None else NONE,
        "step": clipped(one.step.title.in_language(language), TITLE_MOST),
        "median": house.label(reader, "report-length", **length(one)._asdict()),
        "within": one.step.within.in_language(language) if one.step.within is not None else NONE,
        "share": str(one.share) if one.share is not None else NONE,
        "count": one.count,
    }
    return house.say(reader, "report-step", **values)


def length(one: StepTimes) -> Amount:
    """How long a step took, by its median."""
    if one.days is not None:
        return Amount(_plain(one.days), "days")
    seconds = one.length.total_seconds() if one.length is not None else 0.0
    if seconds < timedelta(minutes=1).total_seconds():
        return Amount(round(seconds), "seconds")
    if seconds < timedelta(hours=2).total_seconds():
        return Amount(round(seconds / 60), "minutes")
    return Amount(_plain(seconds / 3600), "hours")


def _plain(amount: float) -> float:
    return int(amount) if amount == int(amount) else round(amount, 1)


async def _satisfaction(desk: Desk, reader: Person, procedure: Procedure, month: Month) -> Markup:
    since, until = month.begins(desk.house.zone), month.ends(desk.house.zone)
    respondents, tallies = await desk.unit.tallies(procedure.id, since, until)
    means = averages(tallies)
    if STARS in questions(procedure) and STARS.code in means:
        mean = _figure(f"{float(means[STARS.code]):.1f}", reader)
        return desk.house.say(reader, "report-stars", mean=mean, count=tallies[STARS.code].answers)
    ikm = index(means)
    if ikm is None:
        return desk.house.say(reader, "report-no-index", count=respondents)
    found = category(ikm)
    return desk.house.say(
        reader,
        "report-index",
        index=_figure(f"{ikm:.2f}", reader),
        quality=found.quality,
        performance=found.performance.in_language(language_of(reader)),
        count=respondents,
    )


def _figure(written: str, reader: Person) -> str:
    return written.replace(".", "," if language_of(reader) == "id" else ".")
