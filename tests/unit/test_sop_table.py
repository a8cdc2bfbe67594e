"""The government's table in plain text."""

from importlib.resources import files
from pathlib import Path

import pytest

from core.procedure import parse
from core.sop_table import HEADINGS, render

FOLDER = Path(__file__).parent / "procedures"
PANIC = parse((files("core") / "procedures" / "panic.yaml").read_text(encoding="utf-8"), "panic.yaml")


def cells(table: str) -> list[list[str]]:
    """The rows of a rendered table, with the wrapped lines of each cell put together again."""
    rows: list[list[str]] = []
    fresh = True
    for line in table.splitlines():
        if line.startswith("+"):
            fresh = True
        elif line.startswith("|"):
            parts = [part.strip() for part in line.strip("|").split("|")]
            begun = [""] * len(parts) if fresh else rows.pop()
            rows.append([f"{above} {below}".strip() for above, below in zip(begun, parts, strict=True)])
            fresh = False
    return rows


def test_panic():
    """Heading, columns and every row of the alarm stand in the table in the official words."""
    table = render(PANIC, width=120)
    assert table.splitlines()[:2] == ["Layanan Informasi Alarm Kota (Panic Button)", "SOP 067/01/PB/2021"]
    head, *rows = cells(table)
    assert list(HEADINGS) == head
    assert [[str(r.number), r.activity, r.by, r.needs, r.within.indonesian, r.yields] for r in PANIC.rows] == rows


@pytest.mark.parametrize("width", [80, 100, 120, 200])
def test_width(width):
    """The table is as wide as it is asked to be, and its lines are equally long."""
    lines = [line for line in render(PANIC, width=width).splitlines() if line.startswith(("+", "|"))]
    assert {width} == {len(line) for line in lines}


def test_narrowest():
    """Below 80 columns the table stays 80 wide, so that its words keep their room."""
    assert render(PANIC, width=80) == render(PANIC, width=10)


def test_one_sop_of_several_files():
    """An SOP that is spread over files is one table, its rows in order."""
    parts = [
        parse((FOLDER / name).read_text(encoding="utf-8"), name) for name in ("cctv-playback.yaml", "cctv-shift.yaml")
    ]
    table = render(*parts)
    assert [str(number) for number in range(1, 10)] == [row[0] for row in cells(table)[1:]]
    assert "Pemutaran ulang rekaman\nPemantauan CCTV dan serah terima shift\n" in table


def test_note_stands_with_its_activity():
    """A remark (KETERANGAN) stands in brackets behind the activity."""
    procedure = parse((FOLDER / "data-request.yaml").read_text(encoding="utf-8"), "data-request.yaml")
    assert cells(render(procedure))[4][1] == "Menyerahkan (sesuai permintaan)"
