"""The line of the register (row 6): readable by whoever opens the book, and nobody's words or place in it."""

import json

from staging import CITIZEN, NEAR, OPERATOR, REPORT, T0, Play, alarm, procedure

from core.office import Office
from core.register import register_row

CREW = ("support", "assist", "aid")
COLUMNS = ("procedure", "ticket", "opened_at", "evidence")


def played() -> Play:
    play = alarm("verify").act(OPERATOR, "kind", {"kind": "fire"}).act(CITIZEN, "words", {"words": "rahasia"})
    play.act(OPERATOR, "forward", {"officer": NEAR.id}).act(NEAR, "ready").act(NEAR, "arrived")
    return play.act(NEAR, "finished").act(NEAR, "report", REPORT).act(OPERATOR, "record")


def test_line():
    """It tells when each step began, who handled it, what was chosen and how much evidence there is."""
    play = played()
    row = register_row(play.case, play.procedure, play.office)
    assert ("067/01/PB/2021", "XX-1", T0.isoformat(), 1) == tuple(row[key] for key in COLUMNS)
    assert {"operator": "Oki", "officer": "Pandu"} == row["handled_by"]
    assert {"kind": "Kebakaran"} == row["values"]
    elsewhere = {"offer", "check", "close_handed_over", "review", "rescue", *CREW}
    assert [step.id for step in play.procedure.steps if step.id not in elsewhere] == list(row["steps"])


def test_nothing_personal():
    """Neither words nor a position nor a file of anybody is in it."""
    play = played()
    line = json.dumps(register_row(play.case, play.procedure, play.office))
    assert [] == [word for word in ("rahasia", "117.6", "Api padam", "file-1", "Wati") if word in line]


def test_whoever_has_left_is_nameless():
    """Somebody who is no longer of the staff stands there without a name."""
    play = played()
    assert {"operator": "", "officer": ""} == register_row(play.case, play.procedure, Office(()))["handled_by"]


def test_choices_of_the_form():
    """What was chosen when the case was opened is in it, too."""
    form = "[{id: hall, ask: '?', type: choice, choices: [Aula, Lobi]}]"
    play = Play(procedure("  - {id: a, title: A, auto: true, end: done}", form=form)).open(hall="aula")
    assert {"hall": "Aula"} == register_row(play.case, play.procedure, play.office)["values"]
