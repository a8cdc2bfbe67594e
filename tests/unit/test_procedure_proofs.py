"""Procedures that do not hold together: each is told with its line, what stands there, and what was expected."""

import re

import pytest
from small_procedure import FILE, changed, faults

from core.procedure import parse

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
    ("by: citizen\n", "by: citisen\n  row: 2\n  activity: Meminta\n", 6, "citisen",
     "a role of the house or of roles: (did you mean citizen?)"),
    ("    row: 1\n    title: Pemeriksaan\n    by: operator", "    row: 2\n    activity: Memeriksa\n    by: oprator", 17,
     "oprator", "a role of the house or of roles: (did you mean operator?)"),
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
