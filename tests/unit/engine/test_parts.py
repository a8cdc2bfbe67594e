"""A party that comes at several times: each part by itself, and the case with the last of them."""

from datetime import UTC, datetime, timedelta

import pytest
from staging import CITIZEN, OPERATOR, Play, procedure

from core import events as e
from core.course import Course
from core.fault import ProcedureError
from core.parts import seen
from core.refusal import TooEarly
from core.slots import held, times

MONDAY = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
NINE, HALF_PAST_ONE = datetime(2026, 3, 3, 1, 0, tzinfo=UTC), datetime(2026, 3, 3, 5, 30, tzinfo=UTC)
FORM = (
    "[{id: people, ask: '?', type: number}, {id: date, ask: '?', type: slot, capacity: 2, "
    "hours: ['09:00', '13:30'], seats: 30, people: $people, others: more}]"
)
OUTCOMES = "outcomes: {done: Selesai, cancelled: Batal, absent: Tidak datang}"
STEPS = """
  - id: permit
    title: Izin
    by: operator
    actions: [{id: permit, label: Izinkan, to: expect}]
  - id: expect
    title: Tunggu
    by: operator
    starts: 1 hour before $date
    parts: $date
    remind: [1 day before $date]
    timers: [{after: 2 hours since $date, end: absent}]
    actions:
      - {id: arrived, label: Datang, not_before: 1 hour before $date, to: [book, tour]}
      - {id: absent, label: Tidak datang, end: absent}
  - id: book
    title: Buku tamu
    by: {any: [operator, operator]}
    actions: [{id: sign, label: Isi, ask: [{id: guests, ask: '?', type: number}], to: leave}]
  - {id: tour, title: Keliling, by: operator, actions: [{id: over, label: Selesai, to: leave}]}
  - id: leave
    title: Pulang
    by: operator
    join: [book, tour]
    actions: [{id: leave, label: Catat, ask: [{id: left, ask: '?', type: time}], end: done}]
"""
STANDING = """
  - {id: here, by: requester, label: Sudah tiba, during: expect, not_before: 1 hour before $date, to: [book, tour]}
  - {id: change, by: operator, label: Ganti, during: expect, to: expect}
  - {id: cancel, by: requester, label: Batal, during: expect, end: cancelled}
"""


def party(*at: datetime) -> Play:
    """Permitted, at those times."""
    play = Play(procedure(STEPS, form=FORM, head=OUTCOMES, standing=STANDING), now=MONDAY)
    play.open(people=30 * len(at), date=[one.isoformat() for one in at])
    return play.act(OPERATOR, "permit")


def both() -> Play:
    return party(NINE, HALF_PAST_ONE)


def visited(play: Play, guests: int) -> Play:
    """The part that is there signs, walks round and leaves."""
    play.act(OPERATOR, "sign", {"guests": guests}).act(OPERATOR, "over")
    return play.act(OPERATOR, "leave", {"left": "10:00"})


def standing(play: Play) -> list[tuple[str, int]]:
    return [(step.id, step.part) for step in play.case.steps]


def until(play: Play, moment: datetime) -> Play:
    return play.after(seconds=(moment - play.now).total_seconds())


def test_one_time_is_no_parts():
    """A party that comes at one time has one step, and nothing is kept by parts."""
    play = party(NINE)
    assert standing(play) == [("expect", 0)]
    assert (play.case.parts, [name for name in play.case.values if "#" in name]) == (0, [])


def test_each_part_waits_for_its_own_time():
    """Each sleeps until an hour before its own slot, and is reminded a day before it."""
    play = until(both(), NINE - timedelta(hours=1))
    assert [(step.part, step.sleeps) for step in play.case.steps] == [(1, False), (2, True)]
    assert len(play.found(e.RemindedAhead)) == 1
    until(play, HALF_PAST_ONE - timedelta(hours=1))
    assert [(step.part, step.sleeps) for step in play.case.steps] == [(2, False)]


def test_the_day_before_each():
    """The reminder of the second tells of the second's time."""
    play = until(both(), HALF_PAST_ONE - timedelta(days=1))
    moments = [event.at for event, _ in play.history if isinstance(event, e.RemindedAhead)]
    assert moments == [(HALF_PAST_ONE - timedelta(days=1)).isoformat()]


def test_parts_go_their_ways_side_by_side():
    """The second arrives while the first is still there; each has answers of its own, and joins by itself."""
    play = until(both(), NINE).act(OPERATOR, "arrived")
    assert standing(play) == [("expect", 2), ("book", 1), ("tour", 1)]
    play.act(OPERATOR, "sign", {"guests": 28})
    until(play, HALF_PAST_ONE).act(CITIZEN, "here")
    assert standing(play) == [("tour", 1), ("book", 2), ("tour", 2)]
    play.act(OPERATOR, "sign", {"guests": 12})
    assert standing(play) == [("tour", 1), ("tour", 2)]
    play.act(OPERATOR, "over")
    assert standing(play) == [("tour", 2), ("leave", 1)]
    assert [28, 12] == [seen(play.case, part).values["guests"] for part in (1, 2)]
    assert play.case.values.get("guests") is None


def test_the_case_ends_with_the_last_part():
    """The first is through: the case goes on; with the second it ends."""
    play = visited(until(both(), NINE).act(OPERATOR, "arrived"), 28)
    assert (play.case.is_open, play.case.over, standing(play)) == (True, {1: "done"}, [("expect", 2)])
    visited(until(play, HALF_PAST_ONE).act(OPERATOR, "arrived"), 12)
    assert (play.case.is_open, play.case.outcome, play.case.steps) == (False, "done", ())
    assert play.replayed() == play.case


def test_nobody_of_a_part_comes():
    """By the clock or by a press that part alone is over; the case ends as the file's first of their outcomes."""
    play = visited(until(both(), NINE).act(OPERATOR, "arrived"), 28)
    until(play, HALF_PAST_ONE + timedelta(hours=2))
    assert (play.case.over, play.case.outcome) == ({1: "done", 2: "absent"}, "done")
    play = until(both(), NINE + timedelta(hours=2))
    assert (play.case.is_open, play.case.over) == (True, {1: "absent"})
    play.act(OPERATOR, "absent")
    assert (play.case.is_open, play.case.outcome) == (False, "absent")


def test_what_waits_for_a_time_is_the_next_parts():
    """`here` is said for the part that comes next, never before its time."""
    play = until(both(), NINE).act(CITIZEN, "here")
    assert standing(play) == [("expect", 2), ("book", 1), ("tour", 1)]
    with pytest.raises(TooEarly) as refused:
        play.act(CITIZEN, "here")
    assert refused.value.at == HALF_PAST_ONE - timedelta(hours=1)


def test_other_standing_actions_are_for_all_that_wait():
    """A change is for each part that still waits; a cancellation ends those, not one that is there."""
    play = until(both(), NINE).act(OPERATOR, "change")
    assert standing(play) == [("expect", 1), ("expect", 2)]
    play.act(OPERATOR, "arrived").act(CITIZEN, "cancel")
    assert (play.case.over, standing(play)) == ({2: "cancelled"}, [("book", 1), ("tour", 1)])
    assert visited(play, 9).case.outcome == "done"
    assert both().act(CITIZEN, "cancel").case.outcome == "cancelled"


def test_what_is_over_is_free_again():
    """The place and the people of a part that is over are needed no longer."""
    play = both()
    assert times(play.case, play.procedure, "$date") == (NINE, HALF_PAST_ONE)
    until(play, NINE).act(OPERATOR, "absent")
    assert times(play.case, play.procedure, "$date") == (HALF_PAST_ONE,)
    assert set(held(play.case, play.procedure)) == {HALF_PAST_ONE}


def test_taken_back():
    """What ended one part can be taken back, and the others stay where they are."""
    play = Play(procedure(STEPS, form=FORM, head=f"{OUTCOMES}\nundo: 60 seconds", standing=STANDING), now=MONDAY)
    play.open(people=60, date=[NINE.isoformat(), HALF_PAST_ONE.isoformat()]).act(OPERATOR, "permit")
    before = standing(play)
    play.act(OPERATOR, "absent")
    assert play.case.over == {1: "absent"}
    play.undo(OPERATOR, play.case.undo.number)
    assert (play.case.over, standing(play)) == ({}, before)


def test_nothing_opens_twice():
    """A part that waits already is not expected a second time."""
    course = Course(both().case, procedure(STEPS, form=FORM, standing=STANDING, head=OUTCOMES), both().office, MONDAY)
    course.enter("expect")
    assert len(course.case.steps) == 2


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (STEPS.replace("parts: $date", "parts: $people"), "a question for a slot with others:"),
        (STEPS.replace("title: Buku tamu\n", "title: Buku tamu\n    parts: $date\n"), "parts: at one step only"),
        (STEPS.replace("parts: $date", "parts: $date\n    optional: true"), "main line"),
    ],
)
def test_what_a_file_may_not_say(steps, expected):
    """A party is split by its slots, once, on the main line."""
    with pytest.raises(ProcedureError, match=expected):
        procedure(steps, form=FORM, standing=STANDING, head=OUTCOMES)
