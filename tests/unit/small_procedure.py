"""A small procedure without a fault, in which tests make theirs."""

import pytest

from core.fault import ProcedureError
from core.procedure import parse

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
    """Line, value and expectation of each fault."""
    with pytest.raises(ProcedureError) as caught:
        parse(text, FILE)
    return [(fault.line, fault.value, fault.expected) for fault in caught.value.faults]


def changed(old: str, new: str) -> str:
    """The procedure with something else in one place."""
    assert SMALL.count(old) == 1
    return SMALL.replace(old, new)
