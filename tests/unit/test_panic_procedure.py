"""The alarm of SOP 067/01/PB/2021 as its file says it."""

from datetime import timedelta
from importlib.resources import files

import pytest

from core.performer import Kind
from core.procedure import Procedure, parse


@pytest.fixture(scope="module")
def panic() -> Procedure:
    return parse((files("core") / "procedures" / "panic.yaml").read_text(encoding="utf-8"), "panic.yaml")


ROWS = [
    (1, "Warga", "Notifikasi laporan", "2 menit", "Data laporan"),
    (2, "Operator", "Data laporan", "2 menit", "Data laporan terverifikasi dan terdisposisi"),
    (3, "Petugas Piket", "Data laporan terverifikasi dan terdisposisi", "15 menit", "Laporan untuk ditindaklanjuti"),
    (4, "Petugas Piket", "Laporan yang ditindaklanjuti", "5 menit", "Laporan untuk ditindaklanjuti"),
    (5, "Petugas Piket", "Laporan untuk ditindaklanjuti", "5 menit", "Data laporan penanganan"),
    (6, "Operator", "Data laporan penanganan + register", "3 menit", "Data laporan"),
    (7, "Operator", "Data laporan", "2 menit", "Data laporan"),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"row {row[0]}")
def test_row(panic, row):
    """Every row has the performer, requirement, time and output of the SOP."""
    said = panic.rows[row[0] - 1]
    assert row == (said.number, said.by, said.needs, said.within.indonesian, said.yields)


STEPS = [
    ("locate", 1, 2), ("verify", 2, 2), ("confirm", 3, 2), ("travel", 3, 15), ("handle", None, 60), ("report", 4, 5),
    ("update", 5, 5), ("record", 6, 3), ("close", 7, 2),
]  # fmt: skip


@pytest.mark.parametrize(("step", "row", "minutes"), STEPS)
def test_step_times(panic, step, row, minutes):
    """Each step is timed by its row; Siap within two minutes and the hour on the scene are the product's."""
    assert (row, timedelta(minutes=minutes)) == (panic.step(step).row, panic.step(step).within.delta)


WAYS = [
    ("locate", "position", ("verify",)), ("locate", "words", ("verify",)),
    ("verify", "forward", ("confirm", "support")),
    ("confirm", "ready", ("travel",)), ("confirm", "unable", ("verify",)), ("travel", "arrived", ("handle",)),
    ("travel", "unable", ("verify",)), ("handle", "finished", ("report",)), ("report", "report", ("update", "record")),
    ("record", "record", ("close",)),
]  # fmt: skip


@pytest.mark.parametrize(("step", "action", "to"), WAYS)
def test_way(panic, step, action, to):
    """The alarm goes the way of the seven rows, and back to the operator when an officer cannot go."""
    assert to == panic.step(step).action(action).to


def test_ends(panic):
    """It ends when it is recorded, is no emergency, or is withdrawn before there is a position."""
    cancel = next(action for action in panic.standing if action.id == "cancel")
    assert panic.step("close").end == "done"
    assert panic.step("verify").action("not_emergency").end == "not_emergency"
    assert (cancel.end, cancel.during) == ("withdrawn", ("locate",))


def test_rings_without_position(panic):
    """Without a position it goes on to the operators after 30 seconds, and the citizen is told."""
    [timer] = panic.step("locate").timers
    assert (timer.after.delta, timer.target, timer.tell[0].text) == (
        timedelta(seconds=30),
        "verify",
        "alarm-no-location",
    )


def test_honest_word(panic):
    """Nobody has taken it for 60 seconds: the citizen is told and the head of the centre may take it."""
    timer, *_ = panic.step("verify").timers
    assert (timer.after.delta, timer.widen) == (timedelta(seconds=60), ("head_of_centre",))
    assert [notice.text for notice in timer.tell] == ["alarm-nobody-yet", "alarm-nobody-took-it"]


def test_ladder(panic):
    """At 60, 120 and 180 seconds more people are called, unless somebody has taken it; a claim lasts 90 seconds."""
    verify = panic.step("verify")
    assert [60, 120, 180] == [timer.after.delta.seconds for timer in verify.timers]
    assert [("head_of_centre",), ("head_of_department", "operator"), ()] == [timer.widen for timer in verify.timers]
    assert (True, "offer") == (all(timer.awaits_claim for timer in verify.timers), verify.timers[2].beside)
    assert (timedelta(seconds=90), "Lepaskan") == (verify.claim.lapses.delta, verify.claim.release.id)


def test_unverified(panic):
    """Two officers asked directly are told that nobody has verified it, and an operator still can."""
    offer, check = panic.step("offer"), panic.step("check")
    assert (2, "officer", "BELUM DIVERIFIKASI") == (offer.performer.count, offer.performer.role, offer.mark.id)
    assert (("travel", "check"), ("verify",)) == (offer.action("ready").to, offer.action("ready").closes)
    assert (check.mark, ("check",)) == (offer.mark, check.action("kind").closes)


def test_citizen_is_told(panic):
    """The citizen is told at every turn."""
    told = [
        notice.text
        for step in panic.steps
        for part in (step, step.claim, *step.timers, *step.actions)
        for notice in (part.tell if part is not None else ())
        if notice.who.kind is Kind.REQUESTER
    ]
    assert set(told) == {
        "alarm-no-location", "alarm-located", "alarm-taken", "alarm-nobody-yet", "alarm-not-emergency",
        "alarm-described", "alarm-on-the-way", "alarm-officer-turned-back", "alarm-arrived", "alarm-closed",
        "alarm-asked-directly", "alarm-operator-asks", "alarm-other-service", "alarm-handed-over",
        "alarm-number-asked", "alarm-sent-again", "alarm-head-asks", "alarm-settled", "crew-coming",
    }  # fmt: skip


def test_never_nagged(panic):
    """Neither the citizen nor the optional update is nagged; on the road the officer is reminded once."""
    assert (panic.step("locate").reminders, panic.step("update").reminders) == ((), ())
    travel = panic.step("travel")
    to_officer = [percent for percent in travel.reminders if travel.reminder(percent).who is None]
    assert to_officer == [50]
    assert {Kind.ABOVE} == {panic.step("handle").reminder(at).who.kind for at in panic.step("handle").reminders}


def test_escalation(panic):
    """Above the officer is the operator, then the head of the centre, then the head of the department."""
    assert panic.above_of(panic.step("travel")) == "operator"
    assert panic.above_of(panic.step("record")) == "head_of_centre"
    assert panic.above_role("head_of_centre") == "head_of_department"


def test_officer_is_the_nearest_on_duty(panic):
    """Teruskan asks for the nearest on duty, of whom the first becomes $officer and the others $support."""
    field, reached = panic.step("verify").action("forward").asks
    assert (field.role, field.nearest, field.on_duty, field.name) == ("officer", True, True, "officer")
    assert (field.posts, field.several, field.names) == (True, True, ("officer", "support"))
    assert ("officer_posts",) == reached.when.mentioned


def test_the_others_have_steps_of_their_own(panic):
    """Each of those who go beside the officer answers, arrives and finishes; the case does not wait for them."""
    assert [("assist",), ("aid",), ()] == [panic.step(step).actions[0].to for step in ("support", "assist", "aid")]
    assert all(panic.step(step).each and not panic.step(step).binding for step in ("support", "assist", "aid"))


def test_callback_ids_are_short(panic):
    """Step and action ids leave room in the 64 bytes of callback data."""
    ids = [f"{step.id}:{action.id}" for step in panic.steps for action in (*step.actions, *panic.standing)]
    assert max(map(len, ids)) <= 41


def test_own_action_stands_before_standing_one(panic):
    """At the first step a position moves the alarm on; later it is added."""
    assert {action.id for action in panic.standing_at(panic.step("locate"))} == {
        "voice",
        "document",
        "silence",
        "relocate",
        "triage",
        "still_needed",
        "ask_close",
        "go_on",
        "cancel",
    }
    added = {"position", "words", "voice", "photos", "video", "document"}
    later = added | {
        "need_more",
        "add",
        "ask",
        "transfer",
        "ask_on_the_way",
        "danger",
        "ask_number",
        "number",
        "not_met",
        "silence",
        "triage",
    }
    later |= {"relocate", "still_needed", "ask_close", "go_on", "close_safe"}
    assert later == {action.id for action in panic.standing_at(panic.step("handle"))}


def test_folded_lines_leave_nothing_behind(panic):
    """The official wording is plain text, also where the file folds it over two lines."""
    assert [] == [row.number for row in panic.rows if not row.activity.isprintable()]


def test_everything_has_english(panic):
    """Whatever people read of the alarm is there in English too."""
    texts = [panic.title, panic.open.label, *(step.title for step in panic.steps), *panic.outcomes.values()]
    for action in (*panic.standing, *(action for step in panic.steps for action in step.actions)):
        texts.append(action.label)
        for field in action.asks:
            texts += [field.ask] if field.ask is not None else []
            texts += getattr(field, "phrases", ())
            texts += [option.label for option in getattr(field, "choices", ())]
    assert [text.id for text in texts if text.en is None] == []
