"""Breaches of the grammar in procedure files: each is told with its line, what stands there, and what was expected."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_procedure import FILE, SMALL, changed, faults

from core.fault import ProcedureError
from core.procedure import parse
from core.vocabulary import Vocabulary

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
