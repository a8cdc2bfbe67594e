"""Who stands in for whom: days, roles, who is called, who may act, and what the record says."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.flows.delegation import read_day
from core.access import called, capacity, may_act
from core.case import Case, OpenStep
from core.office import Office
from core.people import Grant, Person
from core.procedure import parse
from core.stand_in import Capacity, StandIn, span, with_stand_ins

ZONE = ZoneInfo("Asia/Makassar")
NOW = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)
FILE = """
id: note
title: Nota
ticket: NT
hours: always
open: {by: citizen, command: nota}
outcomes: {done: Selesai}
steps:
  - id: sign
    title: Kadis menandatangani
    by: head_of_department
    actions: [{id: sign, label: Tanda tangan, ask: [{id: clerk, type: person, role: analyst}], to: copy}]
  - id: copy
    title: Analis menyalin
    by: $clerk
    actions: [{id: copied, label: Disalin, end: done}]
"""
PROCEDURE = parse(FILE, "note.yaml")
KADIS = Person(1, 11, "Kadis", grants=frozenset({Grant("head_of_department"), Grant("admin")}))
SARI = Person(2, 12, "Sari", grants=frozenset({Grant("secretary")}))
ANALYST = Person(3, 13, "Adi", grants=frozenset({Grant("analyst")}))


def lasting(principal: Person, deputy: Person) -> StandIn:
    """One that lasts now."""
    return StandIn(1, principal.id, deputy.id, Capacity.PLH, NOW, NOW + timedelta(days=1), None, begun=True)


def case(step: str, *holders: int) -> tuple[Case, OpenStep]:
    """A case at a step."""
    waiting = OpenStep(step, 1, NOW, holders=holders)
    return Case(1, "NT-2026-000001", "note", PROCEDURE.version, 9, NOW, steps=(waiting,)), waiting


OFFICE = with_stand_ins(Office((KADIS, SARI, ANALYST)), [lasting(KADIS, SARI)])
DEPUTY = OFFICE.staff[1]


def test_only_the_stand_in_is_called_for_the_office() -> None:
    """Whoever is away is not called, and may act all the same."""
    of, waiting = case("sign")
    assert (SARI.id,) == called(of, waiting, PROCEDURE, OFFICE)
    assert may_act(DEPUTY, of, waiting, PROCEDURE)
    assert may_act(KADIS, of, waiting, PROCEDURE)
    assert not may_act(SARI, of, waiting, PROCEDURE)


def test_the_capacity_is_said_where_it_is_not_their_own_right() -> None:
    """`Plh Kepala Dinas`, and nothing for the holder."""
    _, waiting = case("sign")
    assert capacity(DEPUTY, waiting, None, PROCEDURE) == "Plh Kepala Dinas"
    assert capacity(KADIS, waiting, None, PROCEDURE) == ""


def test_a_duty_is_nobody_elses() -> None:
    """An admin's rights stay with the admin, who is called for them."""
    assert not DEPUTY.holds("admin")
    assert (KADIS,) == OFFICE.holders("admin")
    assert "secretary" in DEPUTY.roles
    assert "head_of_department" in DEPUTY.roles


def test_what_waits_by_name_goes_over_too() -> None:
    """The step of a person chosen earlier is done by whoever stands in for that person."""
    office = with_stand_ins(Office((SARI, ANALYST)), [lasting(ANALYST, SARI)])
    of, waiting = case("copy", ANALYST.id)
    assert (SARI.id,) == called(of, waiting, PROCEDURE, office)
    assert may_act(office.staff[0], of, waiting, PROCEDURE)
    assert capacity(office.staff[0], waiting, None, PROCEDURE) == "Plh Analis Statistik"


def test_nobody_is_left_alone_by_a_stand_in_out_of_reach() -> None:
    """Whoever appointed them is called again."""
    gone = Person(2, 12, "Sari", grants=SARI.grants, reachable=False)
    office = with_stand_ins(Office((KADIS, gone)), [lasting(KADIS, gone)])
    of, waiting = case("sign")
    assert (KADIS.id,) == called(of, waiting, PROCEDURE, office)


def test_it_lasts_from_the_morning_to_the_end_of_the_last_day() -> None:
    """From now, where it begins today."""
    assert span(TODAY, TODAY, NOW, ZONE) == (NOW, datetime(2026, 11, 21, tzinfo=ZONE))
    tomorrow = TODAY + timedelta(days=1)
    assert span(tomorrow, tomorrow, NOW, ZONE)[0] == datetime(2026, 11, 21, tzinfo=ZONE)


@pytest.mark.parametrize(("first", "last"), [(-1, 0), (2, 1), (0, 400)])
def test_days_that_cannot_be_are_refused(first: int, last: int) -> None:
    """Past, the wrong way round, more than a year."""
    with pytest.raises(ValueError, match="no time"):
        span(TODAY + timedelta(days=first), TODAY + timedelta(days=last), NOW, ZONE)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("25/11/2026", date(2026, 11, 25)),
        ("25-11", date(2026, 11, 25)),
        ("3.1", date(2027, 1, 3)),
        ("20/11", TODAY),
        ("1/1/2026", date(2026, 1, 1)),
    ],
)
def test_days_are_read_as_people_write_them(words: str, day: date) -> None:
    """Without a year it is the coming one."""
    assert day == read_day(words, TODAY)


@pytest.mark.parametrize("words", ["besok", "31/02/2026", "", "2026", "1/13"])
def test_what_is_no_day_is_refused(words: str) -> None:
    """Words, and days that no month has."""
    with pytest.raises(ValueError, match=r"day|month"):
        read_day(words, TODAY)
