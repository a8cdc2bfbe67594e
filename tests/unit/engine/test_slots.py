"""Places at a time: what may be asked for, what a case holds, and who is needed then."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from pydantic import TypeAdapter
from staging import CITIZEN, HEAD, OPERATOR, Play, procedure, staff

from core.access import called
from core.days import days, read_date, read_time
from core.field import Field
from core.office import Office
from core.office_calendar import USUAL_CALENDAR, Change, Correction, OfficeCalendar
from core.refusal import TooEarly
from core.slots import Engagement, booked, clashes, engagements, held, slots, times, wanted

MONDAY = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
"""10:00 in Tarakan."""
ZONE = USUAL_CALENDAR.zone


def field(**keys):
    """A question for a slot, at nine and half past one."""
    usual = {"id": "at", "type": "slot", "capacity": 2, "hours": ["09:00", "13:30"], "ahead": "4 days"}
    return TypeAdapter(Field).validate_python(usual | keys)


def local(day, hour):
    return datetime.combine(date(2026, 3, day), time.fromisoformat(hour), ZONE)


def test_only_what_is_to_come_on_working_days_is_offered():
    """Not what is over today, not the weekend, not a day that the office has off; full ones say so."""
    closed = OfficeCalendar(corrections=(Correction(1, Change.CLOSED, date(2026, 3, 4), date(2026, 3, 4), "Rapat"),))
    found = list(slots(field(), MONDAY, closed, {local(3, "09:00"): 2, local(3, "13:30"): 1}))
    expected = [(2, "13:30", 2), (3, "09:00", 0), (3, "13:30", 1), (5, "09:00", 2), (5, "13:30", 2), (6, "09:00", 2)]
    expected += [(6, "13:30", 2)]
    assert [(local(day, hour), left) for day, hour, left in expected] == [(slot.at, slot.left) for slot in found]


@pytest.mark.parametrize(
    ("keys", "first", "last"),
    [
        ({"days": "all", "ahead": "6 days"}, (2, "13:30"), (8, "13:30")),
        ({"from_now": "1 working day"}, (3, "13:30"), (6, "13:30")),
        ({"ahead": "2 working days"}, (2, "13:30"), (4, "13:30")),
    ],
)
def test_how_soon_and_how_far_ahead(keys, first, last):
    """From a time before, up to one ahead; with `days: all` at the weekend too."""
    found = [slot.at for slot in slots(field(**keys), MONDAY, USUAL_CALENDAR, {})]
    assert (local(*first), local(*last)) == (found[0], found[-1])


def test_a_large_party_takes_several_slots():
    """One for each `seats` people; the first is the value, the others are another."""
    large = field(seats=30, people="$people", others="also")
    assert [1, 1, 2, 3] == [wanted(large, {"people": people}) for people in (1, 30, 31, 90)]
    assert wanted(field(), {"people": 90}) == 1
    later, sooner = local(4, "09:00").isoformat(), local(3, "09:00").isoformat()
    assert booked(large, [later, sooner]) == {"at": sooner, "also": [later]}
    assert booked(field(), sooner) == {"at": sooner}


STEPS = """
  - id: decide
    title: Putuskan
    by: operator
    actions:
      - {id: offer, label: Tawarkan, ask: [{id: offered, type: slot, capacity: 2, hours: ["09:00"]}], to: offer}
      - {id: refuse, label: Tolak, end: refused}
      - {id: go, label: Jalan, ask: [{id: guide, type: person, role: officer, free_at: $at}], to: [walk, book]}
  - id: offer
    title: Ditawari
    by: requester
    actions:
      - {id: accept, label: Ya, write: {at: $offered}, clear: [offered, also], to: back}
      - {id: decline, label: Tidak, clear: offered, to: back}
  - {id: walk, title: Jalan, by: officer free at $at, actions: [{id: walked, label: Sudah, to: leave}]}
  - {id: book, title: Buku, by: requester, actions: [{id: signed, label: Isi, to: leave}]}
  - id: leave
    title: Pulang
    by: operator
    join: [walk, book]
    actions: [{id: leave, label: Pulang, not_before: 2 hours before $at, end: done}]
"""
FORM = """
  [{id: people, ask: "?", type: number},
   {id: at, ask: "?", type: slot, capacity: 2, hours: ["09:00"], seats: 30, people: $people, others: also}]
"""
FREE, BUSY = staff(61, "Lela", "officer"), staff(62, "Lodi", "officer")
AT, ALSO, OTHER = (local(day, "09:00").isoformat() for day in (3, 4, 5))


def opened(**answers):
    play = Play(procedure(STEPS, form=FORM), people=(OPERATOR, HEAD, FREE, BUSY), now=MONDAY)
    return play.open(**({"people": 40, "at": [AT, ALSO]} | answers))


def held_by(play):
    return [at.isoformat() for at in sorted(held(play.case, play.procedure))]


def test_a_case_holds_what_it_asked_for_until_it_has_something_else_or_ends():
    """An offer is held beside it; accepted it takes its place, declined it is free again; the end frees all."""
    play = opened()
    assert [AT, ALSO] == held_by(play)
    play.act(OPERATOR, "offer", {"offered": OTHER})
    assert [AT, ALSO, OTHER] == held_by(play)
    play.act(CITIZEN, "decline")
    assert [AT, ALSO] == held_by(play)
    play.act(OPERATOR, "offer", {"offered": OTHER}).act(CITIZEN, "accept")
    assert ([OTHER], OTHER) == (held_by(play), play.case.values["at"])
    play.act(OPERATOR, "refuse")
    assert [] == held_by(play)
    assert play.replayed() == play.case


def test_whoever_is_chosen_is_needed_at_each_of_the_slots():
    """Until the case ends; only in another case that is a clash, and only near that time."""
    play = opened().act(OPERATOR, "go", {"guide": FREE.id})
    needed = engagements(play.case, play.procedure)
    moments = times(play.case, play.procedure, "$at")
    assert {Engagement(FREE.id, datetime.fromisoformat(at), 1) for at in (AT, ALSO)} == needed
    assert len(clashes(FREE.id, moments, needed, case=2)) == 2
    assert () == clashes(FREE.id, moments, needed, case=1)
    assert () == clashes(BUSY.id, moments, needed, case=2)
    assert () == clashes(FREE.id, [at + timedelta(hours=1) for at in moments], needed, case=2)


def test_a_step_for_whoever_is_free_calls_nobody_who_is_needed_elsewhere():
    """A role that is free at a date leaves out those with another case then."""
    play = opened().act(OPERATOR, "go", {"guide": FREE.id})
    office = Office(play.people, engagements=(Engagement(BUSY.id, datetime.fromisoformat(AT), 9),))
    assert (FREE.id,) == called(play.case, play.step("walk"), play.procedure, office)


def test_steps_side_by_side_join():
    """The step after both opens with the last of them, whichever that is, and can be done only near the date."""
    play = opened().act(OPERATOR, "go", {"guide": FREE.id})
    assert ["walk", "book"] == play.waiting
    play.act(CITIZEN, "signed")
    assert ["walk"] == play.waiting
    play.act(FREE, "walked")
    assert ["leave"] == play.waiting
    with pytest.raises(TooEarly) as early:
        play.act(OPERATOR, "leave")
    assert early.value.at == local(3, "07:00")
    play.now = early.value.at
    assert play.act(OPERATOR, "leave").case.outcome == "done"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("25/11", (2026, 11, 25)),
        ("25-11-2027", (2027, 11, 25)),
        ("5.1.27", (2027, 1, 5)),
        ("2026-12-01", (2026, 12, 1)),
        (" 25  November ", (2026, 11, 25)),
        ("3 agu 2027", (2027, 8, 3)),
        ("5/1", (2027, 1, 5)),
        ("20/11", (2026, 11, 20)),
        ("besok", (2026, 11, 22)),
        ("lusa", (2026, 11, 23)),
    ],
)
def test_a_date_in_words(words, day):
    """As people write it; one without a year that is long past means the next."""
    assert date(*day) == read_date(words, date(2026, 11, 21))


@pytest.mark.parametrize("words", ["", "31/2", "25", "November", "25 Foo", "2026", "nanti", "99/99/9999"])
def test_no_date(words):
    """Anything else is none."""
    assert read_date(words, date(2026, 11, 21)) is None


@pytest.mark.parametrize(
    ("words", "time"),
    [("14:30", "14:30"), ("9.05", "09:05"), ("0930", "09:30"), ("14", "14:00"), ("24:00", None), ("x", None)],
)
def test_a_time_in_words(words, time):
    """With a colon, a stop or nothing between."""
    assert time == read_time(words)


def test_days_that_answer_a_question_for_a_date():
    """From the day that is looked around, never earlier than may be given; days off only where all count."""
    ask = TypeAdapter(Field).validate_python
    working, anyday = (
        ask({"id": "d", "type": "date", "days": "working"}),
        ask({"id": "d", "type": "date", "past": True}),
    )
    found = days(working, MONDAY, USUAL_CALENDAR, date(2026, 2, 1))
    assert [date(2026, 3, day) for day in (2, 3, 4, 5, 6, 9)] == [next(found) for _ in range(6)]
    assert date(2026, 2, 1) == next(days(anyday, MONDAY, USUAL_CALENDAR, date(2026, 2, 1)))
    assert ZoneInfo("Asia/Makassar") == ZONE
