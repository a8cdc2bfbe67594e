"""What this version cannot run is named at the start, construct by construct, and nothing else is."""

from importlib.resources import files

import pytest
from staging import OPERATOR, PANIC, Play, procedure

from core.events import TimerFired
from core.lapse import MOST_MARKS
from core.procedure import Procedure, parse
from core.runnable import unrunnable

STEP = """
  - id: a
    title: A
    by: operator
    {key}
    actions: [{{id: go, label: Go, to: b}}]
  - {{id: b, title: B, by: operator, actions: [{{id: done, label: Selesai, end: done}}]}}
"""
ACTION = """
  - id: a
    title: A
    by: operator
    actions: [{{id: go, label: Go, end: done, {key}}}]
"""
BY = """
  - {{id: a, title: A, by: operator, set: x, actions: [{{id: go, label: Go, to: b}}]}}
  - {{id: b, title: B, by: {key}, actions: [{{id: done, label: Selesai, end: done}}]}}
"""
ASK = "ask: [{id: q, ask: '?', %s}]"

LACKING = [
    (STEP, "every: 1 hour\n    until: b", "every"),
    (STEP, "claim: {label: Ambil, lapses: 1 working day}", "lapses 1 working day"),
    (STEP, "tell: {who: {first: [requester, operator]}, say: Awas}", "first, to be told"),
    (STEP, "timers: [{after: 1 minute, do: remind}]", "timer do: remind"),
    (STEP, "timers: [{after: 1 minute, do: release}]", "timer do: release"),
    (STEP, "on_behalf: {by: operator, label: Atas nama}", "on_behalf, where nobody has the step by name"),
    (STEP, "unanswered: {after: 1 minute}", "next, where nobody is asked by name"),
    (STEP, "timers: [{after: 1 minute, do: next}]", "next, where nobody is asked by name"),
    (STEP, "unanswered: {after: 1 minute, do: remind}", "unanswered do: remind"),
    (STEP, "unanswered: {after: 1 minute, tell: {who: requester, say: Sabar}}", "tell"),
    (STEP, "remind: [{percent: 50, who: {all: [operator, admin]}}]", "all, to be told"),
    (STEP, "follows: {lost: 1 working day, tell: {who: operator, say: Awas}}", "lost 1 working day"),
    (STEP, "opens: other", "opens, except of a contest"),
    (STEP, "tell: {who: {all: [operator, admin]}, say: Awas}", "all, to be told"),
    (ACTION, "undo: 1 working day", "undo 1 working day"),
    (ACTION, "opens: other", "opens, except of a contest"),
    (ACTION, "effects: message", "effect message"),
    (ACTION, "effects: {survey: ten}", "survey form ten"),
    (ACTION, "effects: {survey: {on: monday}}", "survey on monday"),
    (ACTION, "effects: {survey: {needs: weather}}", "survey needs weather"),
    (ACTION, "effects: [survey, {survey: stars}]", "survey in two forms"),
    (ACTION, 'effects: {register: {name: book, monthly: "admin, nobody"}}', "register monthly for nobody"),
    (ACTION, "effects: register, guard: register done", "condition register done, of an effect"),
    (ACTION, ASK % "type: table, columns: [{id: x, label: X}]", "question of type table"),
    (ACTION, ASK % "type: records, fields: [{id: x, type: photos}]", "a question of type photos in the records q"),
    (ACTION, "not_before: 1 month before $opened", "not_before 1 month before $opened"),
    (BY, "{all: [operator, admin]}", "by: all"),
    (BY, "{any: [operator, $x]}", "by: any"),
    (BY, "{first: [operator, $x]}", "by: first"),
    (BY, "{first: [{any: [operator, admin]}, operator]}", "by: first"),
    (BY, "cctv_officer on roster", "by: roster"),
    (BY, "data_officer of $x", "by: of a unit"),
    (BY, "$x free", "by: free, except of a role"),
    (BY, "holders", "by: holders"),
    (BY, "above", "by: above"),
    (BY, "citizen", "by: citizen"),
]  # fmt: skip


@pytest.mark.parametrize(("steps", "key", "lacking"), LACKING, ids=[row[1] for row in LACKING])
def test_lacking(steps, key, lacking):
    """Each construct that the engine would pass over is named with its step."""
    found = unrunnable(procedure(steps.format(key=key)))
    assert any(one.startswith((f"step a: {lacking}", f"step b: {lacking}")) for one in found), found


RUNNING = [
    (STEP, "hours: office"),
    (STEP, "within: 2 hours\n    remind: [{percent: 50, who: requester}]"),
    (STEP, "timers: [{after: 1 working day, every: 1 hour, do: ring}]"),
    (STEP, "within: 1 month\n    remind: [100]"),
    (
        STEP,
        "within: 2 hours since $opened\n    starts: 1 working day before $opened\n    remind: [1 hour before $opened]",
    ),
    (ACTION, ASK % "type: duration, lengths: [1 month, 3 working days]"),
    (STEP, "tell: {who: 3 nearest officer, say: Awas, where: $x}"),
    (ACTION, ASK % "type: duration, lengths: [5 minutes, 1 hour]"),
    (ACTION, "undo: 30 seconds"),
    (STEP, "within: 2 hours\n    remind: [50, {percent: 100, who: above}]"),
    (STEP, "ring: 15 seconds\n    claim: {label: Ambil, take_over: Ambil alih, release: Lepas, lapses: 90 seconds}"),
    (STEP, "tell: {who: {first: [$x, operator on duty]}, say: Awas}"),
    (STEP, "timers: [{after: 1 minute, beside: b}]"),
    (STEP, "follows: [{lost: 5 minutes, tell: {who: operator, say: Awas}}]"),
    (STEP, "within: 2 hours\n    remind: [{percent: 50, unless: closing}]"),
    (ACTION, ASK % "type: date, days: working"),
    (ACTION, ASK % "type: time, latest: '16:00'"),
    (ACTION, ASK % "type: slot, capacity: 1, hours: ['09:00']"),
    (ACTION, ASK % "type: records, fields: [{id: x, type: text}]"),
    (ACTION, ASK % "type: choice, choices: [x, y], several: true"),
    (ACTION, ASK % "type: person, role: officer, free: true, free_at: $x"),
    (ACTION, "not_before: 2 hours before $x, clear: x"),
    (BY, "guide free at $x"),
    (BY, "2 nearest officer"),
    (BY, "nearest officer or post"),
    (BY, "$x, each: true"),
    (ACTION, ASK % "type: person, role: officer, posts: true, several: true, others: o"),
    (STEP, "timers: [{after: 1 minute, unless: claimed, widen: [admin], tell: {who: above, say: Awas}, do: ring}]"),
    (ACTION, 'effects: {register: {name: book, monthly: "head_of_centre, admin"}}'),
    (ACTION, ASK % "type: choice, choices: [x, y]" + ", effects: {survey: {form: stars, on: next day, needs: q}}"),
    (ACTION, "effects: [register, export], write: {x: $x}, guard: $x given, when: $x given"),
    (ACTION, ASK % "type: person, role: officer, nearest: true, on_duty: true"),
    (ACTION, ASK % "type: person, role: officer, unit: $x"),
    (BY, "$x"),
    (BY, "requester"),
    (BY, "nearest officer"),
    (BY, "[operator on duty, admin]"),
    (BY, "{any: [$x, requester]}"),
    (BY, "{first: [$x, requester, operator on duty]}"),
]


@pytest.mark.parametrize(("steps", "key"), RUNNING, ids=[row[1] for row in RUNNING])
def test_running(steps, key):
    """What the engine runs is not complained of."""
    form = "[{id: x, ask: '?', type: person, role: operator}]"
    assert [] == unrunnable(procedure(steps.format(key=key), form=form))


HEADS = [
    ("undo: 30 seconds", []),
    ("contest: {label: Belum, within: 72 hours, opens: other}", []),
    ("contest: {label: Belum, within: 3 working days, opens: other}", ["contest: contest within 3 working days"]),
    ("contest: {label: Belum, ask: [{id: why, type: text}], opens: other}", ["contest: asks"]),
]


@pytest.mark.parametrize(("head", "lacking"), HEADS)
def test_lacking_of_the_whole(head, lacking):
    """What stands at the top of a file is looked at, too."""
    assert lacking == unrunnable(procedure(STEP.format(key="row: 1\n    activity: Satu"), head=head))


OPENINGS = [
    ("{schedule: {every: month, on: 1}}", ["open: schedule"]),
    ("{by: citizen, before: published_data}", []),
    ("{by: citizen, once: true}", ["open: once, outside the lane alarm and rehearsals"]),
    ("{by: citizen, on_behalf: {by: operator, command: x, label: X}}", []),
    (
        "{by: citizen, on_behalf: {by: operator, command: x, label: X, form: "
        "[{id: on, type: table, columns: [{id: x, label: X}]}]}}",
        ["open: question of type table"],
    ),
    (
        "{by: citizen, form: [{id: on, type: table, columns: [{id: x, label: X}]}]}",
        ["open: question of type table"],
    ),
]


@pytest.mark.parametrize(("opening", "lacking"), OPENINGS)
def test_lacking_of_the_opening(opening, lacking):
    """Ways to open a case that do not run yet are named."""
    text = f"id: x\ntitle: X\nticket: XX\nhours: always\nopen: {opening}\nsteps:\n"
    steps = "  - {id: a, title: A, by: operator, actions: [{id: go, label: Go, end: done}]}\n"
    assert lacking == unrunnable(parse(text + steps, "x.yaml"))


def test_hours_of_the_office():
    """A file that says nothing of hours means the office's, and runs by them."""
    text = "id: x\ntitle: X\nticket: XX\nopen: {by: citizen}\nsteps:\n"
    steps = "  - {id: a, title: A, by: operator, actions: [{id: go, label: Go, end: done}]}\n"
    assert [] == unrunnable(parse(text + steps, "x.yaml"))


JOIN = """
  - {id: a, title: A, by: operator, actions: [{id: go, label: Go, to: [b, c]}]}
  - {id: b, title: B, by: operator, actions: [{id: go, label: Go, to: d}]}
  - {id: c, title: C, by: operator, actions: [{id: go, label: Go, to: d}]}
  - {id: d, title: D, by: operator, join: [b, c], actions: [{id: go, label: Go, end: done}]}
"""
CIRCLE = """
  - {id: a, title: A, auto: true, to: b}
  - {id: b, title: B, auto: true, branch: [{when: $n > 3, to: a}], to: c}
  - {id: c, title: C, auto: true, end: done}
"""
TIMERS = """
  - {id: a, title: A, by: operator, actions: [{id: go, label: Go, to: b}]}
  - {id: b, title: B, by: operator, timers: [{after: 1 minute since a, do: c}], actions: [{id: go, label: Go, to: c}]}
  - {id: c, title: C, by: operator, timers: [{after: 5 minutes since a, do: b}], actions: [{id: go, label: Go, end: x}]}
"""
STANDING = "  - {id: s, label: S, by: nearest officer}"


def whole(steps: str, standing: str = "") -> Procedure:
    return procedure(steps, standing=standing, form="[{id: n, ask: '?', type: number}]")


WHOLE = [
    (whole(JOIN), []),
    (whole(CIRCLE), [f"step {step}: part of a circle of automatic steps" for step in "ab"]),
    (whole(CIRCLE.replace("to: a}]", "to: c}]")), []),
    (whole(TIMERS), [f"step {step}: part of a circle of automatic steps" for step in "bc"]),
    (whole(TIMERS.replace("5 minutes since a", "5 minutes since b")), []),
    (whole(TIMERS.replace("5 minutes since a", "5 minutes")), []),
    (whole(TIMERS.replace("do: b", "do: a")), []),
    (whole(STEP.format(key="within: 5 minutes"), STANDING),
     ["standing s: nearest, to be told or to act at any time"]),
]  # fmt: skip


IDS = ["join", "circle", "chain", "timers", "since the circle", "since itself", "since the start anew", "standing"]


@pytest.mark.parametrize(("found", "lacking"), WHOLE, ids=IDS)
def test_lacking_between_steps(found, lacking):
    """Steps that wait for each other or go round for ever are named."""
    assert lacking == unrunnable(found)


def test_what_a_circle_of_timers_would_do():
    """It would go round at every look at the clock; the same without it comes to rest."""
    round_and_round, at_rest = whole(TIMERS), whole(TIMERS.replace("do: b", "do: a"))
    plays = [Play(one).open(n=1).act(OPERATOR, "go").after(minutes=10) for one in (round_and_round, at_rest)]
    assert [MOST_MARKS, 2] == [len(play.found(TimerFired)) for play in plays]


def test_everything_that_ships_runs():
    """The alarm, and every other file that ships, can be run."""
    assert [] == unrunnable(PANIC)
    shipped = [one for one in (files("core") / "procedures").iterdir() if one.name.endswith(".yaml")]
    assert {} == {one.name: bad for one in shipped if (bad := unrunnable(parse(one.read_text("utf-8"), one.name)))}


SURVEYS = [
    ("lane: alarm", "survey", ["step a: effect survey, in the lane alarm before the next day"]),
    ("lane: alarm", "{survey: {form: stars, on: next day}}", []),
    ("", "survey", []),
]


@pytest.mark.parametrize(("head", "effects", "lacking"), SURVEYS)
def test_nobody_is_asked_on_the_day_of_an_alarm(head, effects, lacking):
    """A survey minutes after an emergency would be an insult."""
    assert lacking == unrunnable(procedure(ACTION.format(key=f"effects: {effects}"), head=head))
