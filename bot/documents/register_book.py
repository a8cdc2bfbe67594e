"""A month of a register as a table, each line read from its case, so that an erasure counts here too."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.documents import wording
from bot.house import House
from core.case import Case
from core.month import Month
from core.office import Office
from core.procedure import Procedure
from core.register import books, columns, readers, registers
from storage import register
from storage.batch import Batch
from storage.database import Database
from storage.register import RegisterRow


@dataclass(frozen=True, slots=True)
class Book:
    """A table ready to print: its heading, the month in words, the columns' headings and the lines."""

    title: str
    month: str
    headings: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]

    @property
    def still_open(self) -> int:
        """How many of the lines are of cases that have not ended, whose last column is empty."""
        return sum(not line[-1] for line in self.lines)


def names(house: House) -> dict[str, frozenset[str]]:
    """Every register that a procedure in force writes, by name, and the roles that may read it."""
    found: dict[str, frozenset[str]] = {}
    for procedure in house.shelf.in_force.values():
        for name in books(procedure) if procedure.rehearses is None else ():
            found[name] = found.get(name, frozenset()) | readers(procedure, name)
    return dict(sorted(found.items()))


def title(house: House, name: str, language: str = wording.LANGUAGE) -> str:
    """What a register is called: as a file says, else by the procedure that writes it."""
    if name:
        for procedure in house.shelf.in_force.values():
            if (found := registers(procedure).get(name)) is not None:
                plain = house.texts.label(language, "register-of", title=procedure.title.in_language(language))
                return found.title or plain
    return house.texts.label(language, "register-cases")


async def book(db: Database, house: House, name: str, month: Month, now: datetime) -> Book:
    """The lines that were written in that month."""
    unit = Batch(db).unit(now)
    rows = await register.between(db, name, month.begins(house.zone), month.ends(house.zone))
    office = await unit.office()
    lines = [(row, case) for row in rows if (case := await unit.case(row.case_id)) is not None]
    procedures = {case.procedure_version: house.shelf.of(case) for _, case in lines}
    asked = _asked(name, [*procedures.values(), *house.shelf.in_force.values()], rows)
    numbered = any(row.number is not None for row in rows)

    def label(key: str) -> str:
        return house.texts.label(wording.LANGUAGE, key)

    first = (label("register-number"), *((label("register-agenda"),) if numbered else ()))
    headings = (*first, label("register-ticket"), label("register-opened"), *asked.values())
    headings = (*headings, label("register-handled"), label("register-ended"))
    return Book(
        title=title(house, name),
        month=wording.month(house, month.begins(house.zone)),
        headings=headings,
        lines=tuple(
            (
                str(place),
                *((str(row.number or ""),) if numbered else ()),
                row.ticket,
                wording.short(house, case.opened_at),
                *_answers(house, row, case, procedures[case.procedure_version], office, asked),
                ", ".join(dict.fromkeys(one for one in row.row.get("handled_by", {}).values() if one)),
                _end(house, case, procedures[case.procedure_version]),
            )
            for place, (row, case) in enumerate(lines, 1)
        ),
    )


def _asked(name: str, procedures: Iterable[Procedure], rows: Iterable[RegisterRow]) -> dict[str, str]:
    """The columns of a book by the value's name, each with its question; of the nameless one what was chosen."""
    chosen = {key for row in rows for key in row.row.get("values", {})}
    found: dict[str, str] = {}
    for procedure in procedures:
        fields = columns(procedure, name) if name else [one for one in procedure.fields if one.name in chosen]
        for field in fields:
            if name or field.ask is not None:
                found.setdefault(field.name, field.ask.id if field.ask is not None else field.name)
    return found


def _answers(
    house: House, row: RegisterRow, case: Case, procedure: Procedure, office: Office, asked: dict[str, str]
) -> Iterable[str]:
    fields = {field.name: field for field in procedure.fields}
    for name in asked:
        if not row.name:
            yield str(row.row.get("values", {}).get(name, ""))
        else:
            words = wording.answer(house, case, procedure, office, fields[name]) if name in fields else wording.BLANK
            yield "" if words == wording.BLANK else words


def _end(house: House, case: Case, procedure: Procedure) -> str:
    if case.closed_at is None:
        return ""
    outcome = procedure.outcomes.get(case.outcome or "")
    return f"{wording.short(house, case.closed_at)} {outcome.id if outcome is not None else case.outcome or ''}".strip()
