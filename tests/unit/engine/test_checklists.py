"""A checklist: what is not good, by the ids of its list; and people of a unit."""

from dataclasses import replace

import pytest
from staging import EVERYBODY, OPERATOR, Play, procedure, staff

from core.people import Grant
from core.refusal import AnswerMissing, PersonUnfit
from core.runnable import unrunnable
from core.undo import time_to_undo

LISTS = "lists: {cameras: [Simpang GTM, Pelabuhan, {id: air, label: Bandara}]}\nundo: 30 seconds"
STEPS = """
  - id: check
    title: Periksa
    by: operator
    actions:
      - id: check
        label: Periksa
        ask: [{id: state, ask: "?", type: checklist, list: cameras}]
        branch: [{when: $state given, to: mend}]
        to: well
  - {id: mend, title: Perbaiki, by: operator, actions: [{id: done, label: Sudah, end: mended}]}
  - {id: well, title: Baik, by: operator, actions: [{id: done, label: Tutup, end: done}]}
"""


@pytest.mark.parametrize(("found", "waiting"), [([], ["well"]), (["simpang_gtm", "air"], ["mend"])])
def test_what_is_not_good(found, waiting):
    """The value is the list of exceptions; with none of them it is not `given`, and the question is answered."""
    play = Play(procedure(STEPS, head=LISTS)).open().act(OPERATOR, "check", {"state": found})
    assert (found, waiting) == (play.case.values["state"], play.waiting)


def test_unanswered():
    """Nothing said is not the same as all well."""
    with pytest.raises(AnswerMissing):
        Play(procedure(STEPS, head=LISTS)).open().act(OPERATOR, "check")


def test_what_opens_cases_cannot_be_taken_back():
    """A list alone can; one whose exceptions open cases cannot."""
    plain = procedure(STEPS, head=LISTS)
    opens = procedure(STEPS.replace("list: cameras", "list: cameras, exceptions: {procedure: fault}"), head=LISTS)
    assert (unrunnable(plain), unrunnable(opens)) == ([], [])
    of = [time_to_undo(one, one.step("check").actions[0]).total_seconds() for one in (plain, opens)]
    assert of == [30, 0]


CONTACT = "ask: [{id: who, ask: '?', type: person, role: data_officer, unit: $unit}]"
UNIT = "[{id: unit, ask: '?', type: choice, choices: [Dinas Kesehatan, Dinas Sosial]}]"
ASKS = f"  - {{id: ask, title: Tanya, by: operator, actions: [{{id: ask, label: Tanya, {CONTACT}, end: done}}]}}"
HEALTH = replace(staff(71, "Hana", "data_officer"), grants=frozenset({Grant("data_officer", "Dinas Kesehatan")}))
SOCIAL = replace(staff(72, "Sari", "data_officer"), grants=frozenset({Grant("data_officer", "dinas_sosial")}))
ALL = staff(73, "Adi", "data_officer")


def test_somebody_of_a_unit():
    """Those of that unit, however it is written, and those of the whole office; nobody of another."""
    asks = procedure(ASKS, form=UNIT)
    assert unrunnable(asks) == []
    for person, fits in ((HEALTH, True), (SOCIAL, False), (ALL, True)):
        play = Play(asks, (*EVERYBODY, HEALTH, SOCIAL, ALL)).open(unit="dinas_kesehatan")
        if fits:
            assert play.act(OPERATOR, "ask", {"who": person.id}).case.named["who"] == person.id
        else:
            with pytest.raises(PersonUnfit):
                play.act(OPERATOR, "ask", {"who": person.id})
