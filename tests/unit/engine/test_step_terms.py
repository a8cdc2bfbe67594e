"""Steps by the office's clock: until when they have, when somebody is reminded, and when the clock stands still."""

from datetime import date, timedelta

import pytest
from office_moments import at, due
from staging import CITIZEN, HEAD, OPERATOR, Play, procedure

from core.deadline import next_at
from core.office_calendar import Change, Correction, OfficeCalendar

ONE = """
  - {{id: a, title: A, by: operator, within: {within}, actions: [{{id: go, label: Go, end: done}}]}}
"""

TERMS = [
    ("5 minutes", "06T15:58", "09T07:33"),
    ("5 minutes", "07T10:00", "09T07:35"),
    ("3 hours", "05T14:00", "06T08:30"),
    ("1 working day", "06T15:00", "09T15:00"),
    ("1 working day", "07T10:00", "10T07:30"),
    ("3 working days", "17T10:00", "27T10:00"),
    ("2 days", "05T10:00", "09T07:30"),
    ("1 month", "02T10:00", "2026-04-02T10:00"),
    ("1 working day", "2026-12-23T10:00", "2026-12-28T10:00"),
]


@pytest.mark.parametrize(("within", "since", "until"), TERMS, ids=[f"{row[0]} from {row[1]}" for row in TERMS])
def test_the_time_of_a_step(within, since, until):
    """Minutes pass in office hours, days on working days."""
    play = Play(procedure(ONE.format(within=within), hours="office"), now=at(since)).open()
    assert at(until) == due(play)


def test_working_days_round_the_clock():
    """A step of all hours may have working days too: the same hour, but never a free day."""
    play = Play(procedure(ONE.format(within="1 working day")), now=at("06T15:00")).open()
    assert at("09T15:00") == due(play)


REMINDED = [
    ("5 minutes", "06T15:58", ["09T07:30:30", "09T07:33", "09T07:35:30", "09T07:43", "09T07:58"]),
    ("2 hours", "06T15:00", ["06T16:00", "09T08:30", "09T09:30", "09T12:30", "10T10:00"]),
]


@pytest.mark.parametrize(("within", "since", "moments"), REMINDED, ids=[row[0] for row in REMINDED])
def test_reminders_in_office_hours(within, since, moments):
    """What the file asks for is counted in office hours; after the last of it the digest speaks."""
    every = f"{within}, remind: [50, 100, 150, 300, 600]"
    play = Play(procedure(ONE.format(within=every), hours="office"), now=at(since)).open()
    reminded = []
    for _ in moments:
        play.now = next_at(play.case, play.procedure, play.now, play.office)
        reminded.append(play.now)
        play.after(seconds=0)
        assert "Reminded" in play.happened
    assert [at(moment) for moment in moments] == reminded
    play.now = next_at(play.case, play.procedure, play.now, play.office)
    assert "Reminded" not in play.after(seconds=0).happened


def test_in_office_hours_there_is_one_reminder():
    """When the time is up; what follows stands in the morning's digest."""
    play = Play(procedure(ONE.format(within="5 minutes"), hours="office"), now=at("06T15:58")).open()
    play.now = next_at(play.case, play.procedure, play.now, play.office)
    assert play.now == at("09T07:33")
    assert "Reminded" in play.after(seconds=0).happened
    assert "Reminded" not in play.after(days=5).happened


def test_an_outage_over_a_weekend_is_made_up_with_one_reminder():
    """Whoever looks again only on Tuesday reminds once, of all that has passed."""
    play = Play(procedure(ONE.format(within="5 minutes"), hours="office"), now=at("06T15:50")).open()
    play.now = at("10T08:00")
    play.after(seconds=0)
    assert ["DeadlineMissed", "Reminded"] == play.happened
    assert play.now < next_at(play.case, play.procedure, play.now, play.office)


def test_corrections_move_what_is_due():
    """When the office closes a day, the same open step is due later."""
    play = Play(procedure(ONE.format(within="1 working day"), hours="office"), now=at("04T10:00")).open()
    assert at("05T10:00") == due(play)
    closed = Correction(1, Change.CLOSED, date(2026, 3, 5), date(2026, 3, 6), "Pindah gedung")
    play.calendar = OfficeCalendar(corrections=(closed,))
    assert at("09T10:00") == due(play)


ASK = """
  - id: a
    title: A
    by: operator
    within: {within}
    timers: [{{after: 6 hours, tell: {{who: above, say: Lama}}}}]
    actions: [{{id: ask, label: Tanya, to: b}}, {{id: go, label: Go, end: done}}]
  - id: b
    title: B
    by: requester
    actions: [{{id: answer, label: Jawab, to: back}}]
"""

STOPPED = [
    ("office", "1 working day", "02T08:00", "02T10:00", "05T14:00", "06T12:00"),
    ("office", "1 working day", "02T08:00", "02T10:00", "07T20:00", "09T14:00"),
    ("office", "30 minutes", "02T08:00", "02T08:20", "02T09:00", "02T09:10"),
    ("office", "30 minutes", "02T08:00", "02T08:40", "02T09:00", "02T08:50"),
    ("always", "30 minutes", "02T08:00", "02T08:20", "04T08:00", "04T08:10"),
]


@pytest.mark.parametrize(("hours", "within", "since", "asked", "answered", "until"), STOPPED)
def test_the_clock_stops_while_the_requester_is_asked(hours, within, since, asked, answered, until):
    """After the answer the step has the time that was left, not a full one; what was late stays as late."""
    play = Play(procedure(ASK.format(within=within), hours=hours), now=at(since)).open()
    play.now = at(asked)
    play.act(OPERATOR, "ask")
    assert "TimeStopped" in play.happened
    assert due(play, "b") is None
    play.now = at(answered)
    play.act(CITIZEN, "answer")
    assert "TimeResumed" in play.happened
    assert at(until) == due(play)
    assert play.case == play.replayed()


def test_questions_add_up():
    """However often the requester is asked, the step has its time once."""
    play = Play(procedure(ASK.format(within="60 minutes"))).open()
    for _ in range(3):
        play.after(minutes=15).act(OPERATOR, "ask").after(hours=5).act(CITIZEN, "answer")
    assert play.now + timedelta(minutes=15) == due(play)


def test_what_was_reminded_of_stays_so():
    """Half of the time was reminded of before the question, and is not again after the answer; timers go on too."""
    play = Play(procedure(ASK.format(within="10 hours"))).open().after(hours=5)
    assert ["Reminded"] == play.happened
    play.act(OPERATOR, "ask").after(hours=48).act(CITIZEN, "answer")
    assert play.now + timedelta(hours=1) == next_at(play.case, play.procedure, play.now, play.office)
    assert ["TimerFired"] == play.after(hours=1).happened
    assert play.now + timedelta(hours=4) == due(play)


RETURN = """
  - {id: a, title: A, by: operator, within: 30 minutes, actions: [{id: go, label: Go, to: b}]}
  - {id: b, title: B, by: head_of_centre, actions: [{id: no, label: Tidak, to: back}, {id: ok, label: Ya, end: done}]}
"""


def test_what_staff_send_back_has_its_whole_time():
    """Only the requester's answer stops the clock; what a head sends back is work anew."""
    play = Play(procedure(RETURN)).open().after(minutes=10).act(OPERATOR, "go").after(minutes=10).act(HEAD, "no")
    assert "TimeResumed" not in play.happened
    assert play.now + timedelta(minutes=30) == due(play)


def test_a_question_taken_back():
    """Urungkan gives the step back with the time that was left, and nothing stands still any more."""
    play = Play(procedure(ASK.format(within="30 minutes"), head="undo: 60 seconds")).open().after(minutes=10)
    was = due(play)
    play.act(OPERATOR, "ask")
    number = play.case.undo.number
    play.after(seconds=20).undo(OPERATOR, number)
    assert was + timedelta(seconds=20) == due(play)
    assert {} == play.case.stopped


EVERY = """
  - id: a
    title: A
    by: operator
    timers: [{after: 2 minutes, every: 1 minute, unless: $stop given, tell: {who: above, say: Awas}}]
    actions:
      - {id: stop, label: Henti, stay: true, ask: [{id: stop, ask: '?', type: text}]}
      - {id: go, label: Go, end: done}
"""


def test_a_timer_again_and_again():
    """It fires after its time and then every so often, once after an outage, until its condition stops it."""
    play = Play(procedure(EVERY)).open()
    assert [] == play.after(seconds=119).happened
    assert [["TimerFired"]] * 3 == [play.after(seconds=gap).happened for gap in (1, 60, 60)]
    assert ["TimerFired"] == play.after(hours=1).happened
    assert play.now + timedelta(minutes=1) == next_at(play.case, play.procedure, play.now, play.office)
    play.act(OPERATOR, "stop", {"stop": "ya"})
    assert [] == play.after(minutes=5).happened


LONGER = """
  - id: a
    title: A
    by: operator
    within: 1 working day
    actions:
      - id: more
        label: Tambah
        stay: true
        extends: more
        ask: [{id: more, ask: '?', type: duration, lengths: [7 working days]}]
      - {id: go, label: Go, end: done}
"""


def test_more_working_days():
    """Whoever has a step may have it prolonged by working days."""
    play = Play(procedure(LONGER, hours="office"), now=at("02T10:00")).open()
    assert at("11T10:00") == due(play.act(OPERATOR, "more", {"more": "7 working days"}))
