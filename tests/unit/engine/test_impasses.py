"""A file by which a case could be left with nothing that must be done is found out at the start."""

import pytest
from staging import OPERATOR, Play, procedure

from core.runnable import unrunnable

ALONE = """
  - {id: a, title: A, by: operator, actions: [{id: go, label: Go, to: [b, c]}, {id: alone, label: Alone, to: b}]}
  - {id: b, title: B, by: operator, actions: [{id: on, label: On, to: d}]}
  - {id: c, title: C, by: operator, actions: [{id: go, label: Go, to: d}]}
  - {id: d, title: D, by: operator, join: [b, c], actions: [{id: go, label: Go, end: done}]}
"""
OPTIONAL = """
  - {id: a, title: A, by: operator, actions: [{id: go, label: Go, to: b}]}
  - {id: b, title: B, by: operator, optional: true, actions: [{id: enough, label: Enough, closes: b}]}
"""
ASIDE = """
  - {id: a, title: A, by: operator, actions: [{id: go, label: Go, to: b}, {id: end, label: End, end: done}]}
  - {id: b, title: B, by: operator, aside: true, actions: [{id: over, label: Over, closes: b}]}
"""
SIZE = "{id: size, ask: Size?, type: choice, choices: [big, small]}"
BY_SIZE = f"""
  - id: a
    title: A
    by: operator
    actions: [{{id: go, label: Go, ask: [{SIZE}], branch: [{{when: $size is big, to: [b, c]}}], to: b}}]
  - id: b
    title: B
    by: operator
    actions: [{{id: on, label: On, branch: [{{when: $size is big, to: d}}], end: done}}]
  - {{id: c, title: C, by: operator, actions: [{{id: go, label: Go, to: d}}]}}
  - {{id: d, title: D, by: operator, join: [b, c], actions: [{{id: go, label: Go, end: done}}]}}
"""
IMPASSES = [(ALONE, "b", ["alone", "on"]), (OPTIONAL, "a", ["go"]), (ASIDE, "b", ["go", "over"])]


@pytest.mark.parametrize(("steps", "step", "presses"), IMPASSES, ids=["join", "optional", "aside"])
def test_an_impasse_is_named_with_the_step_before_it(steps, step, presses):
    """The presses that lead there leave a case open in which nothing must be done; the file is refused for it."""
    found = procedure(steps)
    assert [f"step {step}: may leave nothing that must be done"] == unrunnable(found)
    play = Play(found).open()
    for press in presses:
        play.act(OPERATOR, press)
    assert play.case.is_open
    assert not any(found.step(one).binding for one in play.waiting)


def test_an_answer_that_is_asked_anew_may_be_another_one():
    """Small at first, big at the second desk: then the third waits for a step that was never taken."""
    asked_anew = BY_SIZE.replace("{id: on, label: On, ", f"{{id: on, label: On, ask: [{SIZE}], ")
    assert ["step b: may leave nothing that must be done"] == unrunnable(procedure(asked_anew))


WAYS = [
    BY_SIZE,
    BY_SIZE.replace("[{when: $size is big, to: d}], end: done", "[{when: $size is not big, end: done}], to: d"),
    BY_SIZE.replace("[{when: $size is big, to: d}], end: done", "[{when: $size in small, end: done}], to: d"),
    ALONE.replace(", {id: alone, label: Alone, to: b}", ""),
    ALONE.replace("alone, label: Alone, to: b", "alone, label: Alone, to: c").replace("join: [b, c]", "join: [c]"),
    OPTIONAL.replace("to: b}", "to: [a, b]}").replace("[{id: go", "[{id: end, label: End, end: done}, {id: go"),
    ASIDE.replace("to: b}", "stay: true, beside: b}"),
    """
  - {id: a, title: A, by: operator, actions: [{id: go, label: Go, to: [b, c]}]}
  - {id: b, title: B, by: operator, actions: [{id: go, label: Go, to: d}, {id: again, label: Again, to: back}]}
  - {id: c, title: C, auto: true, to: d}
  - {id: d, title: D, by: operator, join: [b, c], actions: [{id: go, label: Go, end: done}]}
""",
]


WAYS_BY = ["is", "is not", "in", "join", "join of one", "beside itself", "aside", "automatic and back"]


@pytest.mark.parametrize("steps", WAYS, ids=WAYS_BY)
def test_what_always_leads_on_is_none(steps):
    """Whatever is pressed, something that must be done waits until the end."""
    assert [] == unrunnable(procedure(steps))


SENT_BACK = """
  - {id: a, title: A, by: operator, actions: [{id: go, label: Go, to: c}, {id: help, label: Help, beside: b}]}
  - {id: b, title: B, by: operator, aside: true, actions: [{id: over, label: Over, closes: b}]}
  - {id: c, title: C, by: operator, actions: [{id: go, label: Go, to: d}]}
  - {id: d, title: D, by: operator, actions: [{id: end, label: End, end: done}, {id: return, label: Return, to: back}]}
"""


def test_back_leads_to_the_main_line():
    """What stood beside it for longer when the case was sent on is not where it came from."""
    found = procedure(SENT_BACK, standing="  - {id: send, label: Send, by: operator, to: d}")
    assert [] == unrunnable(found)
    play = Play(found).open()
    for press in ("help", "go", "send", "return"):
        play.act(OPERATOR, press)
    assert ["c"] == play.waiting
