"""What an admin writes after /libur, and what is no change of the calendar."""

from datetime import date, time

import pytest

from bot.calendar_words import Wish, removal, wish
from core.office_calendar import Change, OpenHours

TODAY = date(2026, 12, 1)
CLOSED, RAMADAN = (date(2026, 12, 28), date(2026, 12, 30)), (date(2027, 2, 8), date(2027, 3, 9))

WISHES = [
    ("tambah 28/12/2026 Pindah gedung", Wish(Change.CLOSED, CLOSED[0], CLOSED[0], "Pindah gedung")),
    ("tambah 28/12/2026-30/12/2026 Pindah  gedung", Wish(Change.CLOSED, *CLOSED, "Pindah gedung")),
    ("Tambah 2026-12-28 - 2026-12-30 Pindah gedung", Wish(Change.CLOSED, *CLOSED, "Pindah gedung")),
    ("add 28/12/2026 sampai 30/12/2026 Pindah gedung", Wish(Change.CLOSED, *CLOSED, "Pindah gedung")),
    ("masuk 28/12/2026 s.d. 30/12/2026 Ganti hari", Wish(Change.OPEN, *CLOSED, "Ganti hari")),
    ("jam 08/02/2027-09/03/2027 08:00-15.00 Ramadan",
     Wish(Change.HOURS, *RAMADAN, "Ramadan", OpenHours(time(8), time(15)))),
]  # fmt: skip


@pytest.mark.parametrize(("words", "meant"), WISHES, ids=[row[0] for row in WISHES])
def test_changes(words, meant):
    """A verb, a day or a range of days, hours where they change, and a reason."""
    assert meant == wish(words, TODAY)


NONE = [
    "besok libur",
    "tambah 28/12/2026",
    "tambah 31/02/2027 Rapat",
    "tambah 30/12/2026-28/12/2026 Rapat",
    "tambah 28/12/2026-30/12/2028 Rapat",
    "tambah 28/12/2006 Rapat",
    "tambah 28/12/2066 Rapat",
    "tambah 28/12/2026 08:00-15:00 Rapat",
    "jam 28/12/2026 Rapat",
    "jam 28/12/2026 15:00-08:00 Rapat",
    "jam 28/12/2026 08:00-25:00 Rapat",
    "ubah 28/12/2026 Rapat",
    "hapus semua",
]


@pytest.mark.parametrize("words", NONE)
def test_what_is_none(words):
    """A verb, date or hour that is none, a range the wrong way round or too long, a reason that is missing."""
    assert wish(words, TODAY) is None


@pytest.mark.parametrize(("words", "number"), [("hapus 3", 3), ("remove 12", 12), ("hapus 0", None), ("hapus", None)])
def test_removals(words, number):
    """What is taken back is named by its number."""
    assert number == removal(words)
