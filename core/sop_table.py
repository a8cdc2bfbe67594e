"""A procedure as the government's table (Permenpan RB 35/2012), in plain text."""

from collections.abc import Sequence
from textwrap import wrap
from typing import NamedTuple

from core.procedure import Procedure
from core.rows import Row

HEADINGS = ("No", "Kegiatan", "Pelaksana", "Kelengkapan", "Waktu", "Hasil")
NARROWEST = 80
"""Columns below which the words of the table no longer fit."""
_LONGEST_WORD = 16


def render(*parts: Procedure, width: int = 120) -> str:
    """The table of a procedure, or of the several files that one SOP is spread over, at most `width` columns wide.

    Below 80 columns it is 80 wide.
    """
    lines = [HEADINGS, *map(_cells, _rows(parts))]
    widths = _widths(lines, max(width, NARROWEST))
    rule = "+".join("-" * (column + 2) for column in widths)
    table = [f"+{rule}+"]
    for line in lines:
        table += [*_printed(line, widths), f"+{rule}+"]
    return "\n".join([*_heading(parts, max(width, NARROWEST)), "", *table]) + "\n"


class Sheet(NamedTuple):
    """The table for print: titles, numbers, and of each row number, activity, performer, needs, time, yield, note."""

    titles: tuple[str, ...]
    numbers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def sheet(*parts: Procedure) -> Sheet:
    """The table of a procedure, or of the several files that one SOP is spread over."""
    return Sheet(
        titles=_titles(parts),
        numbers=_numbers(parts),
        rows=tuple((str(row.number), row.activity, *_cells(row)[2:], row.note) for row in _rows(parts)),
    )


def _rows(parts: Sequence[Procedure]) -> list[Row]:
    return sorted((row for part in parts for row in part.rows), key=lambda row: row.number)


def _titles(parts: Sequence[Procedure]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.title.id for part in parts))


def _numbers(parts: Sequence[Procedure]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.number for part in parts if part.number is not None))


def _heading(parts: Sequence[Procedure], width: int) -> list[str]:
    titles = [line for title in _titles(parts) for line in wrap(title, width)]
    return [*titles, *(f"SOP {number}" for number in _numbers(parts))]


def _cells(row: Row) -> tuple[str, ...]:
    time = row.within.indonesian if row.within is not None else ""
    activity = f"{row.activity} ({row.note})" if row.note else row.activity
    return (str(row.number), activity, row.by, row.needs, time, row.yields)


def _widths(lines: Sequence[Sequence[str]], width: int) -> list[int]:
    number, _, by, needs, time, yields = (max(len(line[column]) for line in lines) for column in range(len(HEADINGS)))
    room = width - 3 * len(HEADINGS) - 1 - number - time
    words = [max(len(word) for line in lines for word in line[column].split() or [""]) for column in (2, 3, 5)]
    shares = (room * 14 // 100, room * 22 // 100, room * 24 // 100)
    # The columns of few words keep their longest word whole; Kegiatan has what is left.
    others = [
        min(longest, max(share, min(word, _LONGEST_WORD)))
        for longest, share, word in zip((by, needs, yields), shares, words, strict=True)
    ]
    return [number, room - sum(others), others[0], others[1], time, others[2]]


def _printed(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    columns = [wrap(cell, width) or [""] for cell, width in zip(cells, widths, strict=True)]
    height = max(map(len, columns))
    padded = [column + [""] * (height - len(column)) for column in columns]
    lines = zip(*padded, strict=True)
    filled = [[text.ljust(width) for text, width in zip(line, widths, strict=True)] for line in lines]
    return [f"| {' | '.join(line)} |" for line in filled]
