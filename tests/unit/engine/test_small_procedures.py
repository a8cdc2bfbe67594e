"""What the alarm does not use of the grammar: branches, guards, ways back, several ways at once, rewritten values."""

import pytest
from staging import CITIZEN, HEAD, OPERATOR, SECOND, STRANGER, Play, procedure

from core.refusal import Guarded, NotAllowed, Refusal, StepOver

BRANCH = """
  - id: sort
    title: Pilah
    by: operator
    actions:
      - id: sort
        label: Pilah
        ask: [{id: kind, ask: "?", type: choice, choices: [fire, theft, other]}]
        branch: [{when: $kind is fire, to: fire}, {when: $kind is theft, end: refused}]
        to: other
  - {id: fire, title: Api, by: operator, actions: [{id: done, label: Selesai, end: done}]}
  - {id: other, title: Lain, by: operator, actions: [{id: done, label: Selesai, end: done}]}
"""


@pytest.mark.parametrize(
    ("kind", "waiting", "outcome"), [("fire", ["fire"], None), ("theft", [], "refused"), ("other", ["other"], None)]
)
def test_branch(kind, waiting, outcome):
    """The first branch that holds decides, by the answer just given; else the action's own way."""
    play = Play(procedure(BRANCH)).open().act(OPERATOR, "sort", {"kind": kind})
    assert (waiting, outcome) == (play.waiting, play.case.outcome)


CHAIN = """
  - {id: first, title: Satu, auto: true, to: second, write: {copy: $people}}
  - {id: second, title: Dua, auto: true, branch: [{when: $copy > 9, to: many}], to: few}
  - {id: many, title: Banyak, by: operator, actions: [{id: done, label: Selesai, end: done}]}
  - {id: few, title: Sedikit, auto: true, end: done}
"""
PEOPLE = "[{id: people, ask: '?', type: number}, {id: copy, ask: '?', type: number, optional: true}]"


@pytest.mark.parametrize(("people", "waiting", "outcome"), [(10, ["many"], None), (9, [], "done")])
def test_automatic_steps(people, waiting, outcome):
    """Automatic steps follow one another at once, and write values on the way."""
    play = Play(procedure(CHAIN, form=PEOPLE)).open(people=people)
    assert (waiting, outcome, people) == (play.waiting, play.case.outcome, play.case.values["copy"])


GUARD = """
  - id: close
    title: Tutup
    by: operator
    actions:
      - {id: note, label: Catat, ask: [{id: note, ask: "?", type: text}], stay: true}
      - {id: close, label: Tutup, guard: $note given, end: done}
      - {id: praise, label: Puji, when: $note given, stay: true}
"""


def test_guard():
    """Guarded until the condition holds; what is not offered yet is on no card."""
    play = Play(procedure(GUARD)).open()
    with pytest.raises(Guarded):
        play.act(OPERATOR, "close")
    with pytest.raises(StepOver):
        play.act(OPERATOR, "praise")
    play.act(OPERATOR, "note", {"note": "sudah"}).act(OPERATOR, "praise").act(OPERATOR, "close")
    assert "done" == play.case.outcome


BACK = """
  - id: decide
    title: Putuskan
    by: operator
    actions: [{id: question, label: Tanya, to: answer}, {id: go_on, label: Lanjut, to: check}]
  - id: check
    title: Periksa
    by: operator
    actions: [{id: question, label: Tanya, to: answer}, {id: done, label: Selesai, end: done}]
  - id: answer
    title: Jawab
    by: requester
    actions: [{id: answer, label: Jawab, ask: [{id: words, ask: "?", type: text}], to: back}]
"""


def test_back():
    """An answer leads back to whichever step asked."""
    play = Play(procedure(BACK)).open().act(OPERATOR, "question").act(CITIZEN, "answer", {"words": "a"})
    assert ["decide"] == play.waiting
    play.act(OPERATOR, "go_on").act(OPERATOR, "question").act(CITIZEN, "answer", {"words": "b"})
    assert ["check"] == play.waiting


FIRST_BACK = """
  - {id: a, title: A, by: operator, actions: [{id: go, label: Go, to: b}, {id: x, label: X, to: back}]}
  - {id: b, title: B, by: operator, actions: [{id: y, label: Y, to: a}, {id: z, label: Z, end: done}]}
"""


def test_back_from_where_nobody_came():
    """At the first step `back` stays there; later it leads to where the case came from."""
    play = Play(procedure(FIRST_BACK)).open()
    assert ["a"] == play.act(OPERATOR, "x").waiting
    assert ["b"] == play.act(OPERATOR, "go").act(OPERATOR, "y").act(OPERATOR, "x").waiting


TOGETHER = """
  - {id: start, title: Mulai, by: operator, actions: [{id: go, label: Go, to: [left, right]}]}
  - {id: left, title: Kiri, by: operator, actions: [{id: left, label: Kiri, to: meet}]}
  - {id: right, title: Kanan, by: head_of_centre, actions: [{id: right, label: Kanan, to: meet}]}
  - {id: meet, title: Temu, by: operator, actions: [{id: done, label: Selesai, end: done}]}
"""
STANDING = """
  - {id: stop, label: Henti, by: requester, end: withdrawn}
  - {id: again, label: Ulang, by: head_of_centre, during: [left, right], to: start}
"""


def test_together():
    """Several steps wait at once; what one of them leads to opens once."""
    play = Play(procedure(TOGETHER)).open().act(OPERATOR, "go")
    assert ["left", "right"] == play.waiting
    assert ["right", "meet"] == play.act(OPERATOR, "left").waiting
    assert ["meet"] == play.act(HEAD, "right").waiting


def test_standing_end_ends_once():
    """A standing action that ends the case closes every step and the case once."""
    play = Play(procedure(TOGETHER, standing=STANDING)).open().act(OPERATOR, "go").act(CITIZEN, "stop")
    assert ["ActionTaken", "StepClosed", "StepClosed", "CaseClosed"] == play.happened


def test_standing_way_leaves_the_steps_where_it_stands():
    """A standing action leaves the steps that it is there for, and no other."""
    play = Play(procedure(TOGETHER, standing=STANDING)).open().act(OPERATOR, "go").act(OPERATOR, "left")
    assert ["meet", "start"] == play.act(HEAD, "again").waiting
    with pytest.raises(StepOver):
        play.act(HEAD, "again")


SET = """
  - {id: take, title: Ambil, by: operator, set: guide, actions: [{id: take, label: Ambil, to: go}]}
  - {id: go, title: Jalan, by: $guide, actions: [{id: done, label: Selesai, end: done, write: {boss: $guide}}]}
"""


def test_whoever_acts_gets_the_name():
    """Without a button to take it, whoever does the step becomes its `set`; a person can be written on."""
    boss = "[{id: boss, ask: '?', type: person, role: operator, optional: true}]"
    play = Play(procedure(SET, form=boss)).open().act(SECOND, "take")
    assert (SECOND.id,) == play.step("go").holders
    with pytest.raises(NotAllowed):
        play.act(OPERATOR, "done")
    assert {"guide": SECOND.id, "boss": SECOND.id} == play.act(SECOND, "done").case.named


CLAIM = "  - {id: a, title: A, by: operator, claim: Ambil, actions: [{id: done, label: Selesai, end: done}]}"


def test_no_take_over_where_the_file_has_none():
    """A step without `take_over` stays with whoever has it, whatever a forged press says."""
    play = Play(procedure(CLAIM)).open().claim(OPERATOR, "a")
    with pytest.raises(Refusal):
        play.claim(SECOND, "a", over=True)


ANY = """
  - {id: a, title: A, by: [operator, head_of_centre], actions: [{id: go, label: Go, to: b}]}
  - {id: b, title: B, by: {first: [$guide, requester]}, actions: [{id: done, label: Selesai, end: done}]}
"""


@pytest.mark.parametrize("who", [OPERATOR, HEAD])
def test_one_of_several_roles(who):
    """Of several roles either may act; of `first` whoever is set."""
    play = Play(procedure(ANY)).open()
    with pytest.raises(NotAllowed):
        play.act(STRANGER, "go")
    assert (CITIZEN.id,) == play.act(who, "go").step("b").holders
