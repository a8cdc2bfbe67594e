"""A month of a procedure in figures: as a spreadsheet to go on calculating with, or as a PDF to file."""

import asyncio
import io
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

import xlsxwriter

from bot import reports
from bot.archive import Archive
from bot.clock import Clock
from bot.desk import Desk
from bot.documents import press, templates, wording
from bot.documents.posting import post
from bot.errands import Done, ErrandKind, Hopeless
from bot.house import House
from core.month import Month
from core.people import Person
from core.procedure import Procedure
from core.report import Report
from core.survey import UNSUR, Tally, averages, category, index
from core.survey_order import questions
from storage.batch import Batch
from storage.database import Database
from storage.errands import Errand, ErrandRow

FORMS = ("xlsx", "pdf")
COLUMNS = (
    "report-column-step",
    "report-column-row",
    "report-column-times",
    "report-column-median",
    "report-column-unit",
    "report-column-within",
    "report-column-share",
)
Cell = str | int | float | None
"""A word, a figure, or nothing."""


@dataclass(frozen=True, slots=True)
class Table:
    """Figures under a heading, each line with the name of what they are of."""

    title: str
    headings: tuple[str, ...]
    lines: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """What a report's file says; `until` is set while the month is not over."""

    title: str
    number: str
    month: str
    until: str | None
    tables: tuple[Table, ...]


def ask(procedure: Procedure, month: Month, form: str, person: Person, at: datetime) -> Errand:
    """The errand that sends somebody the figures as a file, `xlsx` or `pdf`."""
    payload = {"procedure": procedure.id, "month": str(month), "form": form, "person": person.id}
    return Errand("report", payload, None, f"report:{procedure.id}:{month}:{form}:{person.id}:{at.isoformat()}")


async def figures(desk: Desk, procedure: Procedure, month: Month) -> Figures:
    """The figures of `/laporan`, in the language of documents."""
    house = desk.house
    begins, ends = month.begins(house.zone), month.ends(house.zone)
    found, (respondents, tallies) = (
        await reports.of_month(desk, procedure, month),
        await desk.unit.tallies(procedure.id, begins, ends),
    )
    return Figures(
        title=procedure.title.in_language(wording.LANGUAGE),
        number=procedure.number or "",
        month=wording.month(house, begins),
        until=wording.moment(house, desk.now) if desk.now < ends else None,
        tables=(
            _counts(house, procedure, found),
            _times(house, found),
            _satisfaction(house, procedure, respondents, tallies),
        ),
    )


def spreadsheet(found: Figures) -> bytes:
    """A sheet for each table; figures are numbers, and no word is a formula."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as workbook:
        workbook.set_properties({"title": f"{found.title} {found.month}", "created": datetime(2000, 1, 1, tzinfo=UTC)})
        heading = workbook.add_format({"bold": True, "border": 1, "text_wrap": True, "valign": "top"})
        cell = workbook.add_format({"border": 1, "text_wrap": True, "valign": "top"})
        for table in found.tables:
            sheet = workbook.add_worksheet(table.title)
            sheet.set_column(0, 0, 50)
            sheet.set_column(1, len(table.headings) - 1, 16)
            for row, line in enumerate((table.headings, *table.lines)):
                style = cell if row else heading
                for column, value in enumerate(line):
                    if isinstance(value, str):
                        sheet.write_string(row, column, value, style)
                    elif value is None:
                        sheet.write_blank(row, column, None, style)
                    else:
                        sheet.write_number(row, column, value, style)
            sheet.freeze_panes(1, 0)
            sheet.set_paper(9)
            sheet.fit_to_pages(1, 0)
    return made.getvalue()


async def printed(found: Figures, house: House, now: datetime) -> bytes:
    """A4, the tables one below the other."""
    data = asdict(found) | {"head": house.letterhead.printed(), "printed": wording.moment(house, now)}
    return await press.typeset(templates.source("report", None), data, now)


class ReportFile(ErrandKind):
    """Payload: procedure, month (`2026-11`), form, person. Makes the file and has it sent."""

    def __init__(self, db: Database, archive: Archive, house: House, clock: Clock) -> None:
        self._db, self._archive, self._house, self._clock = db, archive, house, clock

    async def do(self, errand: ErrandRow) -> Done:
        """Make it; what it says is read as it is made."""
        asked, now = errand.payload, self._clock.now()
        unit = Batch(self._db).unit(now)
        person = await unit.person_by_id(asked["person"])
        procedure = self._house.shelf.in_force.get(asked["procedure"])
        if person is None or procedure is None:
            raise Hopeless("nobody" if person is None else "no_procedure")
        month = Month.read(asked["month"])
        found = await figures(Desk(self._house, unit), procedure, month)
        made = (
            await printed(found, self._house, now)
            if asked["form"] == "pdf"
            else await asyncio.to_thread(spreadsheet, found)
        )
        name = f"laporan-{procedure.id}-{month}.{asked['form']}".replace("_", "-")
        path = f"reports/{errand.id}/{name}"
        await self._archive.write(path, made)
        words = wording.month(self._house, month.begins(self._house.zone), person.language)
        called = procedure.title.in_language(person.language)
        caption = self._house.say(person, "report-caption", title=called, month=words)
        return Done({}, (post(None, person, path, f"report:{errand.id}", caption, name=name),))


def _counts(house: House, procedure: Procedure, found: Report) -> Table:
    lines: list[tuple[Cell, ...]] = [
        (_label(house, "report-opened"), found.opened),
        (_label(house, "report-closed"), found.closed),
    ]
    for outcome, count in found.ended.items():
        words = procedure.outcomes.get(outcome)
        said = words.in_language(wording.LANGUAGE) if words is not None else outcome
        lines.append((_label(house, "report-of-these", outcome=said), count))
    lines.append((_label(house, "report-open"), found.still_open))
    return Table(
        _label(house, "report-sheet-counts"),
        (_label(house, "report-case"), _label(house, "report-count")),
        tuple(lines),
    )


def _times(house: House, found: Report) -> Table:
    lines = []
    for one in found.steps:
        step, took = one.step, reports.length(one)
        within = step.within.in_language(wording.LANGUAGE) if step.within is not None else None
        unit = _label(house, "report-unit", unit=took.unit)
        lines.append(
            (step.title.in_language(wording.LANGUAGE), step.row, one.count, took.amount, unit, within, one.share)
        )
    headings = tuple(_label(house, key) for key in COLUMNS)
    return Table(_label(house, "report-sheet-times"), headings, tuple(lines))


def _satisfaction(house: House, procedure: Procedure, respondents: int, tallies: dict[str, Tally]) -> Table:
    means, asked = averages(tallies), questions(procedure)
    lines: list[tuple[Cell, ...]] = [
        (one.name.in_language(wording.LANGUAGE), tallies[one.code].answers, round(float(means[one.code]), 2))
        for one in asked
        if one.code in means
    ]
    if asked == UNSUR:
        ikm = index(means)
        quality = category(ikm) if ikm is not None else None
        called = f"{quality.quality}, {quality.performance.id}" if quality is not None else "none"
        value = float(ikm) if ikm is not None else None
        lines.append((_label(house, "report-ikm", quality=called), respondents, value))
    headings = (_label(house, "report-unsur"), _label(house, "report-answers"), _label(house, "report-mean"))
    return Table(_label(house, "report-sheet-satisfaction"), headings, tuple(lines))


def _label(house: House, key: str, **values: str) -> str:
    return house.texts.label(wording.LANGUAGE, key, **values)
