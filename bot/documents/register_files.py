"""A register's month as the office keeps it: a spreadsheet, and a PDF with the heading on every page."""

import asyncio
import io
from dataclasses import asdict
from datetime import UTC, datetime

import xlsxwriter

from bot.archive import Archive
from bot.clock import Clock
from bot.documents import press, templates, wording
from bot.documents.posting import post
from bot.documents.register_book import Book, book, title
from bot.errands import Done, ErrandKind, Hopeless
from bot.house import House
from core.month import Month
from core.people import Person
from storage.batch import Batch
from storage.database import Database
from storage.errands import Errand, ErrandRow

WIDEST = 50
ONE_BOOK = "kasus"
"""What the files of the register of all procedures are called."""


def ask(name: str, month: Month, person: Person, at: datetime, *, unasked: bool = False) -> Errand:
    """The errand that sends somebody a month of a register, as both files; `unasked` says that it comes by itself."""
    payload = {"register": name, "month": str(month), "person": person.id, "unasked": unasked}
    return Errand("register", payload, None, f"register:{name}:{month}:{person.id}:{at.isoformat()}")


async def files(db: Database, house: House, name: str, month: Month, now: datetime) -> dict[str, bytes]:
    """The month's files by name: `buku-tamu-2026-11.xlsx` and `.pdf`; raises `NotYet` or `Hopeless`."""
    return await _files(await book(db, house, name, month, now), house, name, month, now)


async def _files(found: Book, house: House, name: str, month: Month, now: datetime) -> dict[str, bytes]:
    stem = f"register-{name or ONE_BOOK}-{month}".replace("_", "-")
    return {
        f"{stem}.xlsx": await asyncio.to_thread(spreadsheet, found),
        f"{stem}.pdf": await printed(found, house, now),
    }


def spreadsheet(found: Book) -> bytes:
    """Every cell is text, so that nothing that people wrote is a formula."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as workbook:
        workbook.set_properties({"title": f"{found.title} {found.month}", "created": datetime(2000, 1, 1, tzinfo=UTC)})
        sheet = workbook.add_worksheet(found.title[:31])
        heading = workbook.add_format({"bold": True, "border": 1, "text_wrap": True, "valign": "top"})
        cell = workbook.add_format({"border": 1, "text_wrap": True, "valign": "top"})
        for column, words in enumerate(found.headings):
            sheet.write_string(0, column, words, heading)
            longest = max((len(part) for line in found.lines for part in line[column].split("\n")), default=0)
            sheet.set_column(column, column, min(WIDEST, max(len(words), longest) + 2))
        for row, line in enumerate(found.lines, 1):
            for column, words in enumerate(line):
                sheet.write_string(row, column, words, cell)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    return made.getvalue()


async def printed(found: Book, house: House, now: datetime) -> bytes:
    """A4 across, the heading repeated, pages counted."""
    data = asdict(found) | {"head": house.letterhead.printed(), "printed": wording.moment(house, now)}
    return await press.typeset(templates.source("register", None), data, now)


class RegisterFiles(ErrandKind):
    """Payload: register, month (`2026-11`), person, unasked. Makes the files and has them sent."""

    def __init__(self, db: Database, archive: Archive, house: House, clock: Clock) -> None:
        self._db, self._archive, self._house, self._clock = db, archive, house, clock

    async def do(self, errand: ErrandRow) -> Done:
        """Make both; what they say is read as they are made."""
        asked, now = errand.payload, self._clock.now()
        person = await Batch(self._db).unit(now).person_by_id(asked["person"])
        if person is None:
            raise Hopeless("nobody")
        month = Month.read(asked["month"])
        found = await book(self._db, self._house, asked["register"], month, now)
        made = await _files(found, self._house, asked["register"], month, now)
        words = wording.month(self._house, month.begins(self._house.zone), person.language)
        called = title(self._house, asked["register"], person.language)
        caption = self._house.say(person, "register-caption", title=called, month=words)
        if asked.get("unasked"):
            count, still_open = len(found.lines), found.still_open
            says = {"count": count, "ended": count - still_open, "open": still_open}
            caption = self._house.say(person, "register-resume", title=called, month=words, **says)
        posts = []
        for name, content in made.items():
            path = f"registers/{errand.id}/{name}"
            await self._archive.write(path, content)
            posts.append(post(None, person, path, f"register:{errand.id}:{name}", caption, name=name))
        return Done({}, tuple(posts))
