"""/laporan: a month of a procedure in words, for whoever is above those who work by it."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from bot.desk import Desk
from bot.facts import NONE, clipped
from bot.house import House, language_of
from bot.texts import Markup, Value
from core.access import oversees
from core.people import Person
from core.procedure import Procedure
from core.report import Report, StepTimes, report
from core.survey import averages, category, index

TITLE_MOST = 80


class Month(NamedTuple):
    """A month of the local calendar."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> "Month":
        """The month of a day."""
        return cls(day.year, day.month)

    @classmethod
    def numbered(cls, number: int) -> "Month":
        """The month with that number, see `number`."""
        return cls(number // 12, number % 12 + 1)

    @property
    def number(self) -> int:
        """Months since the year 0."""
        return self.year * 12 + self.month - 1

    def bounds(self, house: House) -> tuple[datetime, datetime]:
        """Its first moment, and that of the month after it."""
        first, following = date(self.year, self.month, 1), Month.numbered(self.number + 1)
        after = date(following.year, following.month, 1)
        return datetime.combine(first, time(), house.zone), datetime.combine(after, time(), house.zone)


def overseen(house: House, person: Person) -> list[Procedure]:
    """The procedures in force that the person may read reports of; alarms first."""
    found = (one for one in house.shelf.in_force.values() if one.rehearses is None and oversees(person, one))
    return sorted(found, key=lambda one: one.lane != "alarm")


async def of_month(desk: Desk, procedure: Procedure, month: Month) -> Report:
    """What happened in that month, as far as it has passed."""
    since, until = month.bounds(desk.house)
    lives, trail = await desk.unit.month(procedure.id, since, until)
    calendar = (await desk.office()).calendar
    return report(procedure, lives, trail, since, until, calendar)


async def text(desk: Desk, reader: Person, procedure: Procedure, month: Month) -> Markup:
    """The report as a message."""
    house, language = desk.house, language_of(reader)
    found, until = await of_month(desk, procedure, month), month.bounds(house)[1]
    lines: list[str] = [
        house.say(
            reader,
            "report-heading",
            title=procedure.title.in_language(language),
            month=house.label(reader, "month-name", month=month.month),
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
        "median": _length(house, reader, one),
        "within": one.step.within.in_language(language) if one.step.within is not None else NONE,
        "share": str(one.share) if one.share is not None else NONE,
        "count": one.count,
    }
    return house.say(reader, "report-step", **values)


def _length(house: House, reader: Person, one: StepTimes) -> str:
    if one.days is not None:
        return house.label(reader, "report-length", unit="days", amount=_plain(one.days))
    length = one.length or timedelta(0)
    if length < timedelta(minutes=1):
        return house.label(reader, "report-length", unit="seconds", amount=round(length.total_seconds()))
    if length < timedelta(hours=2):
        return house.label(reader, "report-length", unit="minutes", amount=round(length.total_seconds() / 60))
    return house.label(reader, "report-length", unit="hours", amount=_plain(length.total_seconds() / 3600))


def _plain(amount: float) -> float:
    return int(amount) if amount == int(amount) else round(amount, 1)


async def _satisfaction(desk: Desk, reader: Person, procedure: Procedure, month: Month) -> Markup:
    respondents, tallies = await desk.unit.tallies(procedure.id, *month.bounds(desk.house))
    ikm = index(averages(tallies))
    if ikm is None:
        return desk.house.say(reader, "report-no-index", count=respondents)
    found = category(ikm)
    return desk.house.say(
        reader,
        "report-index",
        index=f"{ikm:.2f}".replace(".", "," if language_of(reader) == "id" else "."),
        quality=found.quality,
        performance=found.performance.in_language(language_of(reader)),
        count=respondents,
    )
