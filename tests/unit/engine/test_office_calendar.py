"""The office's time: working days, office hours, holidays, and what the office has changed of them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.office_calendar import Change, Correction, Holiday, OfficeCalendar, OpenHours, Source, has_joint_leave

ZONE = ZoneInfo("Asia/Makassar")
CALENDAR = OfficeCalendar()


def at(text: str) -> datetime:
    """A moment on Tarakan's clock."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def changed(*corrections: Correction) -> OfficeCalendar:
    return OfficeCalendar(corrections=corrections)


WORKING = [
    ("2026-03-05", True, "a Thursday"),
    ("2026-03-07", False, "a Saturday"),
    ("2026-08-17", False, "Independence Day, a Monday"),
    ("2026-03-20", False, "cuti bersama before Idul Fitri"),
    ("2026-03-23", False, "cuti bersama after Idul Fitri"),
    ("2026-03-25", True, "the first day after it"),
    ("2026-12-24", False, "cuti bersama before Christmas"),
]


@pytest.mark.parametrize(("day", "works", "what"), WORKING, ids=[row[2] for row in WORKING])
def test_working_days(day, works, what):
    """Weekends, national holidays and cuti bersama are free."""
    assert works == CALENDAR.works(date.fromisoformat(day))


DAYS = [
    ("2026-03-06T15:00", 1, "2026-03-09T15:00", "from Friday to Monday at the same hour"),
    ("2026-03-07T10:00", 1, "2026-03-10T07:30", "from Saturday as from Monday's opening"),
    ("2026-03-06T16:00", 1, "2026-03-10T07:30", "from the closing as from the next opening"),
    ("2026-03-05T05:00", 1, "2026-03-06T07:30", "from before the opening as from the opening"),
    ("2026-03-05T09:00", 3, "2026-03-10T09:00", "three days over a weekend"),
    ("2026-03-17T14:00", 1, "2026-03-25T14:00", "over Nyepi, Idul Fitri and their cuti bersama"),
    ("2026-12-23T14:00", 1, "2026-12-28T14:00", "over Christmas and a weekend"),
    ("2026-12-31T08:00", 1, "2027-01-04T08:00", "over New Year and a weekend"),
    ("2026-12-31T08:00", 2, "2027-01-06T08:00", "over a holiday of the next year"),
    ("2026-03-10T09:00", -1, "2026-03-09T09:00", "a day before"),
    ("2026-03-09T09:00", -1, "2026-03-06T09:00", "a day before a Monday"),
    ("2026-03-25T05:00", -2, "2026-03-16T07:30", "two days before, over the holidays"),
]


@pytest.mark.parametrize(("since", "days", "until", "what"), DAYS, ids=[row[3] for row in DAYS])
def test_adding_working_days(since, days, until, what):
    """Working days are added at the same hour."""
    assert at(until) == CALENDAR.add_days(at(since), days)


MINUTES = [
    ("2026-03-06T15:58", 5, "2026-03-09T07:33", "over a weekend"),
    ("2026-03-06T15:58", 2, "2026-03-06T16:00", "up to the closing"),
    ("2026-03-06T20:00", 5, "2026-03-09T07:35", "given in the evening"),
    ("2026-03-07T20:00", 0, "2026-03-09T07:30", "no time, given on a Saturday"),
    ("2026-03-05T09:00", 510, "2026-03-06T09:00", "a whole day"),
    ("2026-03-05T09:00", 1530, "2026-03-10T09:00", "three whole days"),
    ("2026-12-23T15:55", 10, "2026-12-28T07:35", "over Christmas"),
    ("2026-12-31T15:59", 2, "2027-01-04T07:31", "over New Year"),
    ("2026-03-09T07:33", -5, "2026-03-06T15:58", "backwards over a weekend"),
    ("2026-03-07T20:00", -30, "2026-03-06T15:30", "backwards from a Saturday"),
    ("2026-03-05T09:00", -60, "2026-03-05T08:00", "backwards within a day"),
]


@pytest.mark.parametrize(("since", "minutes", "until", "what"), MINUTES, ids=[row[3] for row in MINUTES])
def test_adding_office_time(since, minutes, until, what):
    """Minutes of the office pass only while it is open."""
    assert at(until) == CALENDAR.add_time(at(since), timedelta(minutes=minutes))


MONTHS = [
    ("2026-02-05T10:00", 1, "2026-03-05T10:00"),
    ("2026-01-30T10:00", 1, "2026-03-02T10:00"),
    ("2026-12-05T10:00", 1, "2027-01-06T10:00"),
    ("2027-01-06T10:00", -1, "2026-12-07T10:00"),
    ("2028-01-31T10:00", 1, "2028-02-29T10:00"),
    ("2026-11-02T18:00", 1, "2026-12-02T16:00"),
]


@pytest.mark.parametrize(("since", "months", "until"), MONTHS, ids=[f"{row[0]} {row[1]}" for row in MONTHS])
def test_adding_months(since, months, until):
    """A month ends on the same date, on the last of a shorter one, and never on a free day."""
    assert at(until) == CALENDAR.add_months(at(since), months)


BETWEEN = [
    ("2026-03-05T09:00", "2026-03-05T10:30", 90),
    ("2026-03-05T05:00", "2026-03-05T20:00", 510),
    ("2026-03-06T15:58", "2026-03-09T07:33", 5),
    ("2026-03-07T08:00", "2026-03-08T08:00", 0),
    ("2026-03-17T07:30", "2026-03-25T16:00", 1020),
    ("2026-03-09T07:33", "2026-03-06T15:58", -5),
]


@pytest.mark.parametrize(("since", "until", "minutes"), BETWEEN, ids=[f"{row[0]} {row[1]}" for row in BETWEEN])
def test_time_between(since, until, minutes):
    """Between two moments only open hours count."""
    assert timedelta(minutes=minutes) == CALENDAR.time_between(at(since), at(until))


@pytest.mark.parametrize("minutes", [0, 1, 60, 509, 510, 511, 5100])
@pytest.mark.parametrize("since", ["2026-03-05T09:00", "2026-03-07T09:00", "2026-12-23T15:59", "2026-03-17T02:00"])
def test_adding_and_counting_agree(since, minutes):
    """What was added is what lies between."""
    length = timedelta(minutes=minutes)
    assert length == CALENDAR.time_between(at(since), CALENDAR.add_time(at(since), length))


OPEN = [("07:29", False), ("07:30", True), ("15:59", True), ("16:00", False)]


@pytest.mark.parametrize(("hour", "is_open"), OPEN)
def test_open_now(hour, is_open):
    """The office is open from its opening up to its closing."""
    assert is_open == CALENDAR.is_open(at(f"2026-03-05T{hour}"))


CLOSED = Correction(1, Change.CLOSED, date(2026, 3, 5), date(2026, 3, 6), "Pindah gedung")
OPENED = Correction(2, Change.OPEN, date(2026, 3, 6), date(2026, 3, 7), "Ganti hari")
RAMADAN = Correction(
    3, Change.HOURS, date(2026, 2, 18), date(2026, 3, 19), "Ramadan", OpenHours(time(8), time(15))
)  # fmt: skip


def test_days_that_the_office_closes_and_opens():
    """The office's own days stand before the country's, and the newest correction before older ones."""
    calendar = changed(OPENED, CLOSED)
    assert [False, True, True] == [calendar.works(date(2026, 3, day)) for day in (5, 6, 7)]
    assert at("2026-03-07T15:00") == calendar.add_days(at("2026-03-06T15:00"), 1)
    assert at("2026-03-07T07:40") == calendar.add_time(at("2026-03-06T15:50"), timedelta(minutes=20))


def test_other_hours():
    """In Ramadan a day is shorter: an hour that falls outside it moves into it."""
    calendar = changed(RAMADAN)
    assert at("2026-02-18T15:00") == calendar.add_days(at("2026-02-13T15:30"), 1)
    assert at("2026-03-06T08:05") == calendar.add_time(at("2026-03-05T14:55"), timedelta(minutes=10))
    assert calendar.hours(date(2026, 3, 7)) is None


def test_a_week_of_its_own():
    """An office may close later on Fridays and work on Saturdays."""
    usual, friday, saturday = OpenHours(time(8), time(14)), OpenHours(time(8), time(11)), OpenHours(time(8), time(12))
    calendar = OfficeCalendar(week=(usual, usual, usual, usual, friday, saturday, None))
    assert at("2026-03-07T08:30") == calendar.add_time(at("2026-03-06T10:30"), timedelta(hours=1))
    assert at("2026-03-09T11:59") == calendar.add_days(at("2026-03-07T11:59"), 1)


def test_holidays_and_where_they_come_from():
    """Each free day has its name, its source, and whether it is only an estimate; days free anyway are not listed."""
    found = list(changed(CLOSED, OPENED).holidays(date(2026, 3, 1), date(2026, 3, 20)))
    assert [
        Holiday(date(2026, 3, 5), "Pindah gedung", Source.OFFICE),
        Holiday(date(2026, 3, 18), "Cuti Bersama Hari Suci Nyepi", Source.JOINT),
        Holiday(date(2026, 3, 19), "Hari Suci Nyepi", Source.NATIONAL),
        Holiday(date(2026, 3, 20), "Cuti Bersama Hari Raya Idul Fitri", Source.JOINT),
    ] == found
    (estimate,) = CALENDAR.holidays(date(2027, 3, 10), date(2027, 3, 10))
    assert (True, "Hari Raya Idul Fitri") == (estimate.estimated, estimate.name)


def test_years_without_a_decree():
    """A year that is not decreed yet lacks its cuti bersama, and that can be said."""
    assert has_joint_leave(2026)
    assert not has_joint_leave(2031)


def test_moments_come_out_in_utc():
    """Whatever the zone of a moment that goes in."""
    assert datetime(2026, 3, 8, 23, 33, tzinfo=UTC) == CALENDAR.add_time(
        datetime(2026, 3, 6, 7, 58, tzinfo=UTC), timedelta(minutes=5)
    )
    assert UTC is CALENDAR.add_days(at("2026-03-06T15:00"), 1).tzinfo
