"""Rehearsals: what a file that rehearses must not do, and what the shipped one does."""

from importlib.resources import files

import pytest

from core.fault import ProcedureError
from core.performer import Kind
from core.procedure import Procedure, parse
from core.procedure_set import check_set
from core.rehearsal import buttons, way_out
from core.runnable import unrunnable
from core.walk import walk

FOLDER = files("core") / "procedures"
SMALL = """\
id: small
title: Kecil
ticket: KC
hours: always
rehearses: {procedure: big, gives_way: real}
outcomes: {done: Selesai, real: Sungguhan}
open: {by: citizen, command: kecil, once: true}
steps:
  - id: wait
    title: Menunggu
    by: requester
    timers:
      - {after: 1 minute, tell: {who: requester, say: "Sabar."}}
    actions: [{id: done, label: Selesai, effects: [register], end: done}]
standing:
  - {id: words, label: Tambah, by: requester, unprompted: true, ask: [{id: words, type: text}]}
  - {id: real, label: Sungguhan, by: requester, end: real}
"""


def test_the_small_one_holds_together():
    """It can be run, once at a time, and its only way out is to give way."""
    small = parse(SMALL, "small.yaml")
    assert ([], [], "real") == (unrunnable(small), buttons(small), way_out(small))


DISTURBING = [
    ("hours: always", "hours: always\nlane: alarm", "alarm", "another lane"),
    ("gives_way: real", "gives_way: words", "words", "a standing action with end:"),
    (
        "    by: requester\n    timers",
        "    by: operator\n    timers",
        "role",
        "requester, for a rehearsal calls nobody",
    ),
    ("title: Menunggu\n", "title: Menunggu\n    above: operator\n", "operator", "nobody above"),
    ("label: Tambah, by: requester", "label: Tambah, by: operator", "role", "requester, for a rehearsal is nobody"),
    ("{who: requester, say", "{who: operator, say", "role", "requester, for a rehearsal is told"),
    ("{after: 1 minute,", "{after: 1 minute, widen: operator,", "operator", "nobody, for a rehearsal calls"),
    ("effects: [register]", "effects: [export]", "export", "register, for a rehearsal is counted"),
]


@pytest.mark.parametrize(("old", "new", "value", "expected"), DISTURBING)
def test_a_rehearsal_that_would_disturb_somebody_is_refused(old, new, value, expected):
    """Whatever would call, tell or export is a fault of the file, with its place."""
    assert SMALL.count(old) == 1
    with pytest.raises(ProcedureError) as caught:
        parse(SMALL.replace(old, new), "small.yaml")
    assert [value] == [fault.value for fault in caught.value.faults if fault.expected.startswith(expected)]


def test_what_is_rehearsed_must_exist():
    """A rehearsal of nothing is a fault."""
    with pytest.raises(ProcedureError) as caught:
        check_set([parse(SMALL, "small.yaml")])
    assert ["a procedure that exists"] == [fault.expected for fault in caught.value.faults]


@pytest.fixture(scope="module")
def drill() -> Procedure:
    return parse((FOLDER / "drill.yaml").read_text(encoding="utf-8"), "drill.yaml")


def test_the_shipped_rehearsal_shows_the_alarms_own_texts(drill):
    """Every screen that the citizen sees on the way of an alarm, in its order."""
    told = [part.text for _, part in walk(drill) if getattr(part, "who", None) and getattr(part, "text", None)]
    expected = [
        *("alarm-pressed", "alarm-no-location", "alarm-located", "alarm-described", "alarm-described"),
        *("alarm-taken", "alarm-on-the-way", "alarm-arrived"),
    ]
    assert expected == told


def test_every_step_of_the_shipped_rehearsal_ends_by_itself(drill):
    """Ten minutes after it began, whatever step it is at; and all are the requester's."""
    for step in drill.steps:
        assert Kind.REQUESTER is step.performer.kind
        assert [("10 minutes since locate", "over")] == [(str(t.after), t.end) for t in step.timers if t.end]
