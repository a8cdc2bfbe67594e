"""What answers become: values, files or people; and which of them must not be missing."""

import pytest
from staging import HERE, OPERATOR, PHOTO, Play, procedure

from core import events as e
from core.commands import Attachment
from core.refusal import AnswerMissing

FORM = """[
  {id: kind, ask: '?', type: choice, choices: [fire, other]},
  {id: floor, ask: '?', type: number, when: $kind is fire},
  {id: urgent, ask: '?', type: yes_no, optional: true},
  {id: letter, ask: '?', type: document, max: 2, optional: true},
  {id: draft, ask: '?', type: document, max: 2, versions: true, optional: true},
  {id: hall, ask: '?', type: phrase, phrases: [Aula, Lobi], optional: true},
  {id: scene, ask: '?', type: photos, min: 2, unless: {id: why, phrases: [Gelap]}, when: $kind is fire}]"""
ONE = """
  - {id: a, title: A, by: operator, actions: [{id: b, label: B, ask: %s, stay: true}, {id: c, label: C, end: done}]}
"""
VOICE = Attachment("voice", "v", "w")
FILE = Attachment("document", "f", "u", "surat.pdf")
ASKED = [
    ({"kind": "other"}, {"kind": "other"}, {}),
    ({"kind": "other", "floor": 3}, {"kind": "other"}, {}),
    ({"kind": "fire", "floor": 3, "why": "Gelap"}, {"kind": "fire", "floor": 3}, {"why": "Gelap"}),
    ({"kind": "fire", "floor": 3, "scene": (PHOTO, PHOTO), "why": "Gelap"},
     {"kind": "fire", "floor": 3, "scene": [1, 2]}, {}),
    ({"kind": "other", "urgent": False}, {"kind": "other", "urgent": False}, {}),
    ({"kind": "other", "urgent": "no", "hall": "Aula"}, {"kind": "other", "urgent": False, "hall": "Aula"}, {}),
    ({"kind": "other", "hall": "di luar"}, {"kind": "other"}, {"hall": "di luar"}),
    ({"kind": "other", "hall": (VOICE,)}, {"kind": "other", "hall": [1]}, {}),
    ({"kind": "fire", "floor": 3, "why": (VOICE,)}, {"kind": "fire", "floor": 3, "why": [1]}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("answers", "values", "personal"), ASKED)
def test_answers(answers, values, personal):
    """A question is judged by the answers before it; own words, reasons and files are apart from what was chosen."""
    play = Play(procedure(ONE % FORM)).open().act(OPERATOR, "b", answers)
    kept = {name: value for name, value in play.case.personal.items() if not name.startswith("file:")}
    assert (values, personal) == (play.case.values, kept)


LACKING = [
    ({}, "kind"),
    ({"kind": "fire"}, "floor"),
    ({"kind": "fire", "floor": 1}, "scene"),
    ({"kind": "fire", "floor": 1, "scene": (PHOTO,)}, "scene"),
    ({"kind": "fire", "floor": 1, "scene": ()}, "scene"),
]


@pytest.mark.parametrize(("answers", "field"), LACKING)
def test_answer_missing(answers, field):
    """A question that must be answered, is not, or by too few files, is named in the refusal."""
    with pytest.raises(AnswerMissing) as missing:
        Play(procedure(ONE % FORM)).open().act(OPERATOR, "b", answers)
    assert field == missing.value.field


def test_files_add_up_or_replace():
    """A later document replaces the earlier one, unless versions are kept; evidence is never lost."""
    play = Play(procedure(ONE % FORM)).open()
    for _ in range(2):
        play.act(OPERATOR, "b", {"kind": "other", "letter": (FILE,), "draft": (FILE,)})
    assert ([3], [2, 4], 4) == (play.case.values["letter"], play.case.values["draft"], len(play.case.evidence))


def test_newest_value_counts():
    """Own words take the place of a ready phrase and the other way round; files beside words do not undo them."""
    text = "[{id: a, ask: '?', type: phrase, phrases: [Ya]}, {id: b, ask: '?', type: text, voice: true}]"
    play = Play(procedure(ONE % text)).open().act(OPERATOR, "b", {"a": "entah", "b": "di pasar"})
    play.act(OPERATOR, "b", {"a": "Ya", "b": (Attachment("voice", "v", "u"),)})
    assert ("Ya", None) == (play.case.values["a"], play.case.personal.get("a"))
    assert ([1], "di pasar") == (play.case.values["b"], play.case.personal["b"])
    play.act(OPERATOR, "b", {"a": "lain", "b": "di toko"})
    assert (None, "lain") == (play.case.values.get("a"), play.case.personal["a"])


PLACES = "[{id: where, ask: '?', type: location}, {id: copy, ask: '?', type: location, optional: true}]"


def test_personal_stays_personal_when_it_is_written_on():
    """A value that belongs to somebody is still theirs under another name."""
    steps = "  - {id: a, title: A, auto: true, end: done, write: {copy: $where}}"
    play = Play(procedure(steps, form=PLACES)).open(where=HERE)
    assert [e.Personal(HERE), e.Personal(HERE)] == [event.value for event in play.found(e.ValueGiven)]
