"""Mistakes in procedure files: each is told with its line, what stands there, and what was expected."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.fault import ProcedureError
from core.procedure import parse
from core.vocabulary import Vocabulary

FILE = "small.yaml"
SMALL = """\
id: small
title: Kecil
ticket: KC
outcomes: {done: Selesai}
open:
  by: citizen
  command: kecil
  form:
    - {id: subject, ask: Apa?, type: text}
    - {id: kind, ask: Apa?, type: choice, choices: [Satu, Dua]}
rows:
  - {number: 1, activity: Memeriksa, within: 5 minutes}
steps:
  - id: check
    row: 1
    title: Pemeriksaan
    by: operator
    within: 5 minutes
    set: checker
    timers:
      - {after: 1 minute, tell: {who: requester, say: "Mohon tunggu."}}
    actions:
      - {id: pass, label: Teruskan, to: finish}
      - {id: return, label: Kembalikan, ask: [{id: note, type: text}], end: done}
  - id: finish
    title: Penutupan
    by: $checker
    actions:
      - {id: finish, label: Selesai, effects: [{register: small}], end: done}
standing:
  - {id: words, label: Tambah, by: requester, ask: [{id: words, type: text}]}
"""


def faults(text: str) -> list[tuple[int, str | None, str]]:
    with pytest.raises(ProcedureError) as caught:
        parse(text, FILE)
    return [(fault.line, fault.value, fault.expected) for fault in caught.value.faults]


def changed(old: str, new: str) -> str:
    assert SMALL.count(old) == 1
    return SMALL.replace(old, new)


GRAMMAR = [
    ("title: Kecil\n", "titel: Kecil\n", 2, "titel", "a key of a procedure (did you mean title?)"),
    ("ticket: KC", "ticket: Kecil", 3, "Kecil", "a ticket prefix of 2 to 4 capital letters, such as PB"),
    ("ticket: KC", "ticket: [KC]", 3, "this", "text (in quotes where it looks like something else)"),
    ("title: Kecil\n", "title: 2021\n", 2, "2021", "text (in quotes where it looks like something else)"),
    ("command: kecil", "command: Kecil", 7, "Kecil", "a command of small letters, figures and _, at most 32"),
    ("type: choice,", "type: chioce,", 10, "chioce", re.compile(r"type: one of text, .*\(did you mean choice\?\)")),
    (", type: choice,", ",", 10, None, "type: the type of the question"),
    ("ask: Apa?, type: text", "ask: Apa?, capacity: 2, type: text", 9, "capacity", "a key of a text question"),
    ("[Satu, Dua]", "[Satu]", 10, "this", "more entries"),
    ("row: 1", "row: one", 15, "one", "a whole number"),
    ("    within: 5 minutes", "    within: 5 minuets", 18, "5 minuets", re.compile("a duration such as 30 seconds.*")),
    ("    within: 5 minutes", "    within: 0 minutes", 18, "0 minutes", re.compile("a duration such as 30 seconds.*")),
    ("    by: operator", "    by: operator on dutty", 17, "operator on dutty", re.compile("a performer such as .*")),
    ("    by: operator", "    by: officer or post", 17, "officer or post", "nearest before a post"),
    ("    by: operator", "    by: 2 operator", 17, "2 operator", re.compile("a performer such as .*")),
    ("    by: operator", "    by: requester on duty", 17, "requester on duty", "requester alone"),
    ("    by: operator\n", "", 14, "check", "by: for a step that people do"),
    ("id: finish\n", "id: Finish!\n", 25, "Finish!", re.compile("a short id: .*")),
    ("id: finish\n", "id: a_step_with_a_long_id\n", 25, "a_step_with_a_long_id", re.compile("a short id: .*")),
    ("id: finish\n", "id: back\n", 25, "back", "an id that is not a word of the grammar"),
    ("to: finish}", "to: finish, end: done}", 23, "pass", "either to: or end:"),
    (", to: finish}", "}", 23, "pass", "one of to:, end:, branch:, closes:, beside: and stay: true"),
    ("to: finish}", "to: finish, stay: true}", 23, "pass", "either stay: true or a way on (to:, end:, branch:)"),
    ("to: finish}", "to: finish, confirm: perhaps}", 23, "perhaps", "true or false"),
    ("to: finish}", "to: finish, style: dangre}", 23, "dangre", "danger, success or primary (did you mean danger?)"),
    ("to: finish}", "to: finish, when: $kind was dua}", 23, "$kind was dua", re.compile("a condition such as .*")),
    ("label: Teruskan, ", "en: Pass on, ", 23, "pass", "label: beside en:"),
    ("label: Teruskan, ", "", 23, None, "label: in an action"),
    ('say: "Mohon tunggu."', 'say: "Mohon {tunggu."', 21, "this", "braces in pairs around a name, such as {ticket}"),
    ('say: "Mohon tunggu."', 'say: "Mohon tunggu.", text: wait', 21, "this", "either text: or say:"),
    ('say: "Mohon tunggu."', 'say: "Mohon tunggu.", relay: word', 21, "$word", "a value that is set on every way here"),
    ("type: text}], end: done", "type: text}], end: done, tell: {who: requester, say: Ya, relay: kind}", 24, "return",
     "relay: the name of a question that it asks"),
    ("    set: checker", "    auto: true", 14, "check", "one of actions:, auto:, run: and, where optional, timers:"),
    ("    set: checker", "    every: 1 hour", 14, "check", "every: and until: together"),
    ("    set: checker", "    run: etl", 14, "check", "one of actions:, auto:, run: and, where optional, timers:"),
    ("    set: checker", "    remind: [50, 1 day]", 19, "1 day", re.compile("a moment counted from .*")),
    ("    set: checker", "    starts: 1 hour", 14, "check", "starts: with a date in the case, such as $date"),
    ("[{register: small}]", "[{register: small, export: x}]", 29, "this", re.compile("an effect such as .*")),
    ("by: requester, ask:", "ask:", 31, None, "by: in a standing action"),
    (", to: finish}", ", closes: finish}", 14, "check", re.compile("to: or end: beside closes:, .*")),
    ("by: requester, ask:", "by: requester, closes: check, ask:", 31, "words",
     "closes: in a step's own action, for a case must go on"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line", "value", "expected"), GRAMMAR)
def test_grammar(old, new, line, value, expected):
    """A breach of the grammar is told with its line, its value and what was expected."""
    [(found_line, found_value, found)] = [f for f in faults(changed(old, new)) if not f[2].startswith("title: in")]
    assert (line, value) == (found_line, found_value)
    assert expected.fullmatch(found) if isinstance(expected, re.Pattern) else expected == found


NOT_YAML = [
    ("", 1, "nothing", "keys with values"),
    ("- id: small\n", 1, "this", "keys with values"),
    ("id: small\nid: other\n", 2, "id", "each key once"),
    ("id: small\n\ttitle: Kecil\n", 2, "title: Kecil", "YAML (found character '\\t' that cannot start any token)"),
    ("id: a\n---\nid: b\n", 2, "---", "YAML (but found another document)"),
]


@pytest.mark.parametrize(("text", "line", "value", "expected"), NOT_YAML)
def test_not_yaml(text, line, value, expected):
    """What is not one YAML mapping is told with its line too."""
    assert (line, value, expected) == faults(text)[0]


STEPS = "a step of this procedure"
PROOFS = [
    ("to: finish}", "to: finnish}", 23, "finnish", f"{STEPS} (did you mean finish?)"),
    ("    by: operator", "    by: oprator", 17, "oprator", "a role of the house or of roles: (did you mean operator?)"),
    ("by: citizen", "by: citisen", 6, "citisen", "a role of the house or of roles: (did you mean citizen?)"),
    ("by: $checker", "by: $cheker", 27, "$cheker", "a value that is set on every way here (did you mean checker?)"),
    ("    set: checker\n", "", 26, "$checker", "a value that is set on every way here"),
    ("after: 1 minute", "after: 1 minute since $nothing", 21, "$nothing", "a value that is set on every way here"),
    ("Mohon tunggu.", "Mohon {word}", 21, "$word", "a value that is set on every way here"),
    ("Mohon tunggu.", "{note}", 21, "$note", "a value that is set on every way here"),
    ("register: small", "registre: small", 29, "registre", re.compile(r"an effect .* \(did you mean register\?\)")),
    ("id: finish\n", "id: check\n", 25, "check", "an id that nothing beside it has"),
    ("{id: return", "{id: pass", 24, "pass", "an id that nothing beside it has"),
    ("id: kind", "id: subject", 10, "subject", "an id that nothing beside it has"),
    ("[Satu, Dua]", "[Satu, satu]", 10, "satu", "an id that nothing beside it has"),
    ("to: finish}", "end: done}", 25, "finish", "a step that some way leads to"),
    ("[{register: small}], end: done}", "[], stay: true}", 25, "finish", "a way from this step to an end"),
    ("{done: Selesai}", "{done: Selesai, lost: Hilang}", 4, "lost", "an outcome that the procedure ends with"),
    ("type: text}], end: done", "type: text}], end: donne", 24, "donne", "one of outcomes: (did you mean done?)"),
    ("row: 1", "row: 2", 15, "2", "a row in rows:, or activity: beside row:"),
    ("    row: 1\n", "", 12, "1", "a step with row: 1, or rule: true"),
    ("within: 5 minutes}", "within: 6 minutes}", 12, "6 minutes", "the time of one of the row's steps (5 minutes)"),
    ("Memeriksa, within: 5 minutes}", "Memeriksa, rule: true}", 15, "1", "a row that is not a rule"),
    ("title: Pemeriksaan", "activity: Pemeriksaan", 16, None, "the wording of a row once, here or in rows:"),
    ("title: Penutupan", "activity: Penutupan", 26, None, "row: beside activity:"),
    ("{number: 1,", "{number: 2,", 11, None, "row 1: rows are numbered from 1 without a gap"),
    ("to: finish}", "to: finish, when: $kind is tiga}", 23, "tiga", "one of dua, satu"),
    ("to: finish}", "to: finish, when: $kind > 3}", 23, "$kind", "a number beside >"),
    ("to: finish}", "to: finish, guard: export done}", 23, "export", "a step or an effect of this procedure"),
    ("to: finish}", "to: finish, guard: $nothing given}", 23, "$nothing", "a value that something sets"),
    ("to: finish}", "to: finish, write: {kind: $other}}", 23, "$other", "a value that is set on every way here"),
    ("    set: checker", "    set: checker\n    join: finish", 20, "finish", "a step that leads to check"),
    ("    set: checker", "    set: checker\n    above: boss", 20, "boss", "a role of the house or of roles:"),
    ("    within: 5 minutes", "    within: 5 minutes since chek", 18, "chek", f"{STEPS} (did you mean check?)"),
    ("by: requester, ask:", "by: requester, during: chek, ask:", 31, "chek", f"{STEPS} (did you mean check?)"),
    ("by: requester, ask:", "by: $checker, ask:", 31, "$checker", "a value that is set on every way here"),
    ("tell: {who: requester", "widen: [bos], tell: {who: requester", 21, "bos", "a role of the house or of roles:"),
    ("to: finish}", "to: finish, closes: finnish}", 23, "finnish", f"{STEPS} (did you mean finish?)"),
    ("after: 1 minute,", "after: 1 minute, beside: chek,", 21, "chek", f"{STEPS} (did you mean check?)"),
    ("after: 1 minute,", "after: 1 minute, do: chek,", 21, "chek", f"{STEPS} (did you mean check?)"),
    ("outcomes:", "above: {operator: head_of_centre, head_of_centre: operator}\noutcomes:", 4,
     "operator < head_of_centre < operator", "an order that ends at the top"),
    ("type: text}\n    -", "type: checklist, list: tv}\n    -", 9, "tv", "a list that exists, and there is none"),
    ("  command: kecil", "  before: offers", 7, "offers", "a hook that exists: published_data"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line", "value", "expected"), PROOFS)
def test_proofs(old, new, line, value, expected):
    """What does not hold together is told with its line, its value and what was expected."""
    text = changed(old, new)
    if old == "{number: 1,":
        text = text.replace("row: 1", "row: 2")
    assert any(
        (line, value) == fault[:2]
        and (expected.fullmatch(fault[2]) if isinstance(expected, re.Pattern) else expected == fault[2])
        for fault in faults(text)
    ), faults(text)


def test_small_is_sound():
    """The procedure that the mistakes are made in has none."""
    assert parse(SMALL, FILE).id == "small"


def test_every_fault_is_told():
    """All the mistakes of a file are told at once, in its order, one a line."""
    text = changed("command: kecil", "command: KECIL").replace("type: text}\n", "type: txt}\n", 1)
    text = text.replace("type: text}], end: done}", "type: text}]}")
    with pytest.raises(ProcedureError) as caught:
        parse(text, FILE)
    assert str(caught.value).splitlines() == [
        "small.yaml:7: KECIL: expected a command of small letters, figures and _, at most 32",
        f"small.yaml:9: txt: expected {caught.value.faults[1].expected}",
        "small.yaml:24: return: expected one of to:, end:, branch:, closes:, beside: and stay: true",
    ]


def test_role_without_superior():
    """A timed step of a role that nobody is above must say who is told when it is late."""
    text = changed("    by: operator", "    by: nurse").replace("outcomes:", "roles: {nurse: Perawat}\noutcomes:")
    assert faults(text) == [(19, "5 minutes", "above: with who is told when nurse is late")]


def test_name_set_on_one_way_only():
    """A value that only one of two ways sets may not be used where they meet."""
    text = changed("to: finish}", "ask: [{id: word, type: text}], to: finish}")
    text = text.replace("end: done}\n  - id: finish", "to: finish}\n  - id: finish")
    text = text.replace("{register: small}", "{register: $word}")
    assert faults(text) == [(29, "$word", "a value that is set on every way here")]


def test_optional_answer_is_not_certain():
    """An answer that may be left out may not be relied upon, except after `given`."""
    text = changed("type: text}\n    -", "type: text, optional: true}\n    -")
    relying = text.replace("to: finish}", "to: finish, when: $subject is apa}")
    asking = text.replace("to: finish}", "to: finish, when: $subject given and $subject is apa}")
    assert [fault[:2] for fault in faults(relying)] == [(23, "$subject")]
    assert parse(asking, FILE).id == "small"


def test_vocabulary_is_passed_in():
    """Effects, errands, hooks and lists that Python knows by another name are passed in."""
    text = changed("{register: small}", "{fax: small}")
    known = Vocabulary(effects=frozenset({"fax"}))
    assert parse(text, FILE, known).step("finish").actions[0].effects[0].name == "fax"


@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_any_text_is_judged(data):
    """Whatever is done to a line, the file is either sound or refused with a line that exists."""
    lines = SMALL.splitlines()
    at = data.draw(st.integers(0, len(lines) - 1))
    lines[at] = data.draw(st.one_of(st.text(max_size=30), st.just(lines[at][:-3]), st.just(" " + lines[at])))
    text = "\n".join(lines)
    found = []
    try:
        parse(text, FILE)
    except ProcedureError as error:
        found = [fault.line for fault in error.faults]
    assert set(found) <= set(range(1, len(text.splitlines()) + 2))
