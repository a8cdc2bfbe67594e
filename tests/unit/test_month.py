"""Months: their order, their ends, and what is none."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from core.month import Month

TARAKAN = ZoneInfo("Asia/Makassar")


def test_a_month_is_that_of_the_local_calendar():
    """At 17:00 UTC of New Year's Eve it is January in Tarakan."""
    month = Month.of(datetime(2026, 12, 31, 17, tzinfo=UTC), TARAKAN)
    assert Month(2027, 1) == month
    assert Month(2026, 12) == month.before < month < month.after == Month(2027, 2)
    assert month.before.ends(TARAKAN) == month.begins(TARAKAN) == datetime(2026, 12, 31, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    "written", ["", "2026", "2026-13", "2026-00", "26-01", "2026-1", "1999-01", "2026-01-01", "٢026-01"]
)
def test_what_is_no_month_is_not_read(written):
    """It comes from buttons and command lines."""
    with pytest.raises(ValueError, match=f"^{written}$"):
        Month.read(written)


def test_a_month_is_read_as_it_is_written():
    """With a nought before the number."""
    assert Month.read("2026-01") == Month(2026, 1)
    assert str(Month(2026, 1)) == "2026-01"
