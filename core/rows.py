"""The rows of the official table, and whether the steps that carry them out agree with them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from pydantic import Field as Key

from core.duration import Duration
from core.entry import Entry
from core.grammar import Part
from core.step import Step
from core.walk import Finding, Place

if TYPE_CHECKING:
    from core.procedure import Procedure


class Row(Part):
    """A row of the official table, in its own wording. A `rule` is a row that no step carries out."""

    number: Annotated[int, Key(ge=1)]
    activity: str
    by: str = ""
    needs: str = ""
    within: Duration | None = None
    yields: str = ""
    note: str = ""
    rule: bool = False


def in_order(procedure: "Procedure") -> tuple[Row, ...]:
    """The rows of the table by number: those written out, and those that the form and the steps word themselves."""
    rows = {row.number: row for row in procedure.written_rows}
    for number, worded in _wording(procedure).items():
        rows[number] = Row(
            number=number,
            activity=worded.activity or "",
            by=_by(procedure, worded),
            needs=worded.needs or "",
            within=worded.within,
            yields=worded.yields or "",
        )
    return tuple(rows[number] for number in sorted(rows))


def uncounted_rows(procedure: "Procedure") -> Iterator[Finding]:
    """Rows without a step, steps without a row, numbers out of order, and times that contradict the table."""
    written = {row.number: row for row in procedure.written_rows}
    numbers = sorted(written.keys() | _wording(procedure).keys())
    carried: dict[int, list[Duration]] = {}
    for place, worded in _worded(procedure):
        if worded.row is None:
            if worded.activity is not None:
                yield (*place, "activity"), None, "row: beside activity:"
            continue
        carried.setdefault(worded.row, []).extend([worded.within] if worded.within is not None else [])
        if worded.row not in numbers:
            yield (*place, "row"), str(worded.row), "a row in rows:, or activity: beside row:"
        elif worded.row in written and written[worded.row].rule:
            yield (*place, "row"), str(worded.row), "a row that is not a rule"
        elif worded.row in written and worded.activity is not None:
            yield (*place, "activity"), None, "the wording of a row once, here or in rows:"
    for index, row in enumerate(procedure.written_rows):
        times = [(time.amount, time.unit) for time in carried.get(row.number, [])]
        if index and row.number <= procedure.written_rows[index - 1].number:
            yield ("rows", index, "number"), str(row.number), "rows in the order of their numbers"
        elif row.number not in carried and not row.rule:
            yield ("rows", index), str(row.number), f"a step with row: {row.number}, or rule: true"
        elif row.within is not None and not row.rule and (row.within.amount, row.within.unit) not in times:
            given = ", ".join(str(time) for time in carried[row.number]) or "none"
            yield ("rows", index, "within"), str(row.within), f"the time of one of the row's steps ({given})"
    if procedure.sop is None and numbers and numbers != list(range(1, len(numbers) + 1)):
        missing = next(number for number in range(1, max(numbers)) if number not in numbers)
        yield ("rows",), None, f"row {missing}: rows are numbered from 1 without a gap"


def _worded(procedure: "Procedure") -> Iterator[tuple[Place, Entry | Step]]:
    yield ("open",), procedure.open
    yield from ((("steps", index), step) for index, step in enumerate(procedure.steps))


def _wording(procedure: "Procedure") -> dict[int, Entry | Step]:
    """The form and the steps that word a row themselves, of several the first, by its number."""
    written, found = {row.number for row in procedure.written_rows}, dict[int, Entry | Step]()
    for _, worded in _worded(procedure):
        if worded.row is not None and worded.activity is not None and worded.row not in written:
            found.setdefault(worded.row, worded)
    return found


def _by(procedure: "Procedure", worded: Entry | Step) -> str:
    if isinstance(worded, Entry):
        return ", ".join(procedure.role_title(role).id for role in worded.by)
    return procedure.performer_title(worded.performer)
