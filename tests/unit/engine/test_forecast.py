"""When a case will probably be over, and by how much what is late puts that off."""

from datetime import datetime

import pytest
from office_moments import at
from staging import CITIZEN, DIRECTOR, HEAD, OPERATOR, Play, procedure

from core.forecast import Forecast, forecast

CHAIN = """
  - {id: read, title: R, by: head_of_department, within: 1 working day, actions: [{id: go, label: Go, to: write}]}
  - id: write
    title: W
    by: operator
    within: 3 working days
    actions:
      - {id: ask, label: Tanya, to: answer}
      - {id: go, label: Go, to: check}
  - {id: answer, title: A, by: requester, actions: [{id: answer, label: Jawab, to: back}]}
  - id: check
    title: C
    by: head_of_centre
    within: 1 working day
    actions:
      - {id: no, label: Kembalikan, to: write}
      - {id: go, label: Go, to: send}
      - {id: refuse, label: Tolak, end: refused}
  - {id: send, title: S, by: operator, within: 30 minutes, actions: [{id: sent, label: Kirim, end: sent}]}
"""


def opened(moment: str) -> Play:
    return Play(procedure(CHAIN, hours="office"), now=at(moment)).open()


def expected(play: Play) -> Forecast | None:
    return forecast(play.case, play.procedure, play.office, play.now)


def test_the_whole_chain():
    """The times of the steps to come are added up, whatever may be sent back, asked or refused on the way."""
    assert Forecast(at("06T10:00")) == expected(opened("2026-02-27T09:30"))


def test_over_a_long_weekend():
    """Nyepi, Idul Fitri and their cuti bersama lie in between."""
    assert Forecast(at("30T10:00")) == expected(opened("16T09:30"))


def test_whoever_is_early_brings_it_forward():
    """A step that is left before its time gives the time back."""
    play = opened("02T09:30").act(DIRECTOR, "go")
    assert Forecast(at("06T10:00")) == expected(play)
    play.now = at("03T09:30")
    assert Forecast(at("06T10:00")) == expected(play)
    assert Forecast(at("04T10:00")) == expected(play.act(OPERATOR, "go"))


LATE = [
    ("03T09:30", None, "09T10:00"),
    ("03T10:30", 0, "09T11:00"),
    ("04T09:30", 1, "10T10:00"),
    ("09T09:30", 4, "13T10:00"),
    ("07T12:00", 4, "13T08:00"),
]


@pytest.mark.parametrize(("now", "off", "end"), LATE, ids=[row[0] for row in LATE])
def test_whoever_is_late_puts_it_off(now, off, end):
    """Each working day that the first is late puts off the end by one."""
    play = opened("02T09:30")
    play.now = at(now)
    assert Forecast(at(end), off) == expected(play)


def test_while_the_requester_is_asked():
    """The end moves with the answer: what was left is counted from now on."""
    play = opened("02T09:30").act(DIRECTOR, "go")
    play.now = at("03T09:30")
    play.act(OPERATOR, "ask")
    assert Forecast(at("06T10:00")) == expected(play)
    play.now = at("05T09:30")
    assert Forecast(at("10T10:00")) == expected(play)
    play.act(CITIZEN, "answer")
    assert Forecast(at("10T10:00")) == expected(play)


BESIDE = """
  - {id: start, title: A, by: operator, actions: [{id: go, label: Go, to: [left, right]}]}
  - {id: left, title: L, by: operator, within: 1 working day, actions: [{id: left, label: Go, to: meet}]}
  - {id: right, title: R, by: head_of_centre, within: 3 working days, actions: [{id: right, label: Go, to: meet}]}
  - {id: meet, title: M, by: operator, within: 1 working day, actions: [{id: done, label: Go, end: done}]}
"""


def test_side_by_side():
    """Of steps side by side the longest counts."""
    play = Play(procedure(BESIDE, hours="office"), now=at("02T09:30")).open()
    assert Forecast(at("06T09:30")) == expected(play)
    play.act(OPERATOR, "go").act(HEAD, "right")
    assert Forecast(at("04T09:30")) == expected(play)


MINUTES = "  - {id: a, title: A, by: operator, within: 5 minutes, actions: [{id: go, label: Go, end: done}]}"


def test_only_where_days_count():
    """Whatever takes minutes has no forecast, nor has a case that is over."""
    assert expected(Play(procedure(MINUTES), now=datetime.now(at("02T09:30").tzinfo)).open()) is None
    play = opened("02T09:30").act(DIRECTOR, "go").act(OPERATOR, "go").act(HEAD, "go").act(OPERATOR, "sent")
    assert expected(play) is None
