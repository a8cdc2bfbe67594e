"""What a procedure file can say, read back from files that say it."""

from datetime import timedelta
from inspect import get_annotations
from pathlib import Path

import pytest

from core.grammar import Part
from core.performer import Kind
from core.procedure import Procedure, parse
from core.walk import walk

FOLDER = Path(__file__).parent / "procedures"


def load(name: str) -> Procedure:
    file = FOLDER / f"{name}.yaml"
    return parse(file.read_text(encoding="utf-8"), file.name)


def defined(part: type[Part], key: str) -> str:
    """The key with the part that first has it: `Question.optional` for every type of question."""
    owner = next(base for base in reversed(part.__mro__) if key in get_annotations(base))
    return f"{owner.__name__}.{key}"


@pytest.fixture(scope="module")
def ambulance() -> Procedure:
    return load("ambulance")


@pytest.fixture(scope="module")
def visit() -> Procedure:
    return load("visit")


def test_every_key_is_used():
    """The files of these tests say everything that the grammar can say."""
    said, sayable = set(), set()
    for file in FOLDER.iterdir():
        for _, part in walk(load(file.stem)):
            said |= {defined(type(part), key) for key in part.model_fields_set}
            sayable |= {defined(type(part), key) for key in type(part).model_fields}
    assert sorted(sayable - said) == []


def test_texts_in_two_languages(ambulance):
    """A text is Indonesian, with English beside it or Indonesian in its place."""
    triage = ambulance.step("triage")
    send, refuse = triage.action("send"), triage.action("refuse")
    assert [label.in_language("en") for label in (send.label, refuse.label)] == ["Send the ambulance", "Tolak"]
    assert [label.in_language("id") for label in (send.label, refuse.label)] == ["Kirim ambulans", "Tolak"]
    assert ambulance.title.in_language("en") == "Ambulance request"


def test_form(ambulance, visit):
    """A form asks questions of every type, each with its own limits."""
    kinds = {field.id: field.type for field in (*ambulance.open.form, *visit.open.form)}
    assert kinds == {
        "patient": "text", "urgent": "yes_no", "kind": "choice", "weeks": "number", "phone": "phone",
        "position": "location", "scene": "photos", "institution": "text", "people": "number", "date": "slot",
        "letter": "document",
    }  # fmt: skip
    [slot] = [field for field in visit.open.form if field.type == "slot"]
    assert (slot.capacity, slot.days, slot.hours) == (2, "working", ("09:00", "13:30"))
    assert [option.id for option in ambulance.open.form[2].choices] == ["rujukan", "kecelakaan", "persalinan"]


def test_photo_or_reason(ambulance):
    """A question may be answered with a reason why it cannot be; then its value is not certain."""
    [scene] = [field for field in ambulance.open.form if field.type == "photos"]
    assert (scene.unless.id, scene.certain) == ("no_photo", False)


def test_claim_and_timers(ambulance):
    """A step rings until it is claimed, tells and widens when it is not, and may be taken over, released, lapse."""
    triage = ambulance.step("triage")
    assert (triage.ring.delta, triage.claim.lapses.delta) == (timedelta(seconds=15), timedelta(seconds=90))
    assert (triage.claim.take_over.id, triage.claim.release.id) == ("Ambil alih", "Lepaskan")
    assert [timer.after.delta.seconds for timer in triage.timers] == [60, 120, 180]
    assert [timer.widen for timer in triage.timers] == [("head_of_centre",), ("head_of_department", "operator"), ()]
    assert (triage.timers[2].do, triage.timers[2].target, triage.timers[2].every.delta.seconds) == ("ring", None, 60)


def test_branches(ambulance):
    """An action may lead elsewhere by a value, to several steps at once, and back to where it came from."""
    send = ambulance.step("triage").action("send")
    assert [branch.to for branch in send.branch] == [("drive", "watch"), ("drive",)]
    assert ambulance.step("question").action("answer").to == ("back",)
    assert send.undo.delta == timedelta(seconds=60)


def test_reminders(ambulance, visit):
    """Reminders come at the usual percentages, at given ones to given people, or before a date."""
    triage, drive, report, guide = (
        ambulance.step("triage"), ambulance.step("drive"), ambulance.step("report"), visit.step("guide")
    )  # fmt: skip
    assert triage.reminders == (50, 100, 150, 300, 600)
    assert drive.reminders == (75, 100)
    assert (drive.reminder(75).who.kind, drive.reminder(100).who.kind) == (Kind.PERSON, Kind.ABOVE)
    assert report.reminders == ()
    assert guide.reminders == (100,)
    assert [str(reminder.at) for reminder in guide.reminders_at] == ["1 day before $date", "1 hour before $date"]


def test_digest():
    """Steps of a day or more, and those that say so, are in the digest and reminded of singly once, when late."""
    request = load("data-request")
    late = (100,)
    for step in ("dispose", "prepare"):
        assert (True, late) == (request.step(step).digest, request.step(step).reminders)
    assert not load("visit").step("dispose").digest


def test_who_is_above(ambulance):
    """The step says who is above, else the file, else the role that it names, else the house."""
    above = {step.id: ambulance.above_of(step) for step in ambulance.steps if step.performer}
    assert {
        "triage": "head_of_centre",
        "drive": "head_of_centre",
        "watch": "operator",
        "handover": "operator",
    }.items() <= (above.items())
    assert above["review"] == "head_of_department"


def test_join_and_repeat(visit):
    """Steps run side by side and join; one may be done again and again until another is left."""
    assert visit.step("leave").join == ("book", "tour")
    patrol = load("cctv-shift").step("patrol")
    assert (patrol.every.delta, patrol.until) == (timedelta(hours=2), "hand_over")


def test_rewriting_a_value(visit):
    """The answer of the requester may rewrite a field of the form."""
    accept = visit.step("offer").action("accept")
    assert (accept.write, accept.to) == ({"date": "$offered"}, ("back",))


def test_errand():
    """An errand is a step that goes one way when it is done and another when it has failed."""
    load_step = load("integrated-data").step("load")
    assert (load_step.run, load_step.done.to, load_step.failed.to) == ("etl", ("publish",), ("repair",))


def test_calendar_opens():
    """The calendar opens cases for each unit and dataset, or before every shift of a roster."""
    monthly, shift = load("integrated-data").open.schedule, load("cctv-shift").open.schedule
    assert ("month", "first working day", {"unit", "dataset"}) == (monthly.every, monthly.on, set(monthly.sets))
    assert ("shift", "cctv_officer", timedelta(minutes=30)) == (shift.every, shift.roster, shift.before.delta)


def test_rows_of_steps_and_form(visit):
    """Without `rows:` the table is made of what the form and the steps say, with the titles of their roles."""
    assert list(range(1, 9)) == [row.number for row in visit.rows]
    assert [row.by for row in visit.rows][:4] == ["Warga", "Kepala Dinas", "Kepala UPTD TCC", "Kepala UPTD TCC"]
    assert visit.rows[1].within.indonesian == "5 menit"


def test_rule_row():
    """A row may be a rule that no step carries out."""
    rules = [row.number for row in load("cctv-shift").rows if row.rule]
    assert rules == [7]


def test_effects(ambulance):
    """Effects have a name, and one argument or several."""
    letter, survey = ambulance.step("close").effects
    assert (letter.name, letter.arguments) == (
        "letter",
        {"template": "ambulance_report", "to": "$operator", "copies": 2},
    )
    assert (survey.name, survey.subject) == ("survey", None)
    assert ambulance.step("settle").actions[0].effects[0].called == ("register", "register ambulance")


def test_cases_beget_cases(ambulance):
    """A standing action, an exception of a checklist and a contest open linked cases that carry values along."""
    [second] = [action for action in ambulance.standing if action.id == "second"]
    checklist = ambulance.step("handover").actions[0].asks[0]
    assert second.opens[0].carry == {
        "patient": "$patient",
        "position": "$position",
        "urgent": "$urgent",
        "kind": "$kind",
    }
    assert (checklist.exceptions.procedure, checklist.exceptions.carry) == ("fault", {"item": "$vehicle"})
    assert (timedelta(hours=72), "review") == (ambulance.contest[0].within.delta, ambulance.contest[0].opens.at)


def test_standing_actions(ambulance):
    """A standing action is there at the steps that it names, or at all of them, and stays unless it leads on."""
    at_drive = [action.id for action in ambulance.standing_at(ambulance.step("drive"))]
    assert at_drive == ["more", "second", "correct", "nudge"]
    assert [action.stay for action in ambulance.standing] == [True, True, True, True, False]


def test_version_names_the_text(ambulance):
    """The version changes with the text and with nothing else."""
    assert load("ambulance").version == ambulance.version
    assert parse(ambulance.source + "\n", "again").version != ambulance.version
    assert len(ambulance.version) == 12


def test_yaml_1_2():
    """`no`, times of day and dates are text, as YAML 1.2 has it."""
    text = (FOLDER / "fault.yaml").read_text(encoding="utf-8").replace("title: Laporan kerusakan", "title: no")
    assert parse(text, "fault.yaml").title.id == "no"
    assert parse(text.replace("title: no", "title: 2024-08-02"), "fault.yaml").title.id == "2024-08-02"
