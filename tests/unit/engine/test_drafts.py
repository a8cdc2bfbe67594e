"""Work on its way: versions of its files, rounds after it was sent back, and names put to it."""

from typing import Any

import pytest
from staging import CITIZEN, T0, Play, procedure, staff

from core import events as e
from core.commands import Act, Attachment, Undo, Witness
from core.drafts import Return, newest, note_of, superseded, versions
from core.fault import ProcedureError
from core.refusal import FileNotKept, NotAllowed
from core.runnable import unrunnable

WRITER = staff(51, "Wira", "analyst")
OTHER = staff(52, "Wulan", "analyst")
CHECKER = staff(53, "Yanti", "statistician")
OFFICE = (WRITER, OTHER, CHECKER)

STEPS = """
  - id: write
    title: Menyusun
    by: {first: [$author, analyst]}
    set: author
    actions:
      - id: submit
        label: Ajukan
        ask: [{id: draft, ask: Naskah?, type: document, accept: [docx, pdf], max: 3, versions: true}]
        to: check
  - id: check
    title: Memeriksa
    by: statistician
    actions:
      - {id: initial, label: Paraf, effects: [{sign: {what: $draft, as: paraf}}], write: {final: $draft}, to: hand}
      - id: outside
        label: Unggah yang bertanda tangan
        ask: [{id: final, ask: PDF?, type: document}]
        effects: [{sign: {what: $final, as: outside}}]
        to: hand
      - id: return
        label: Kembalikan
        undo: 1 minute
        ask: [{id: note, ask: Apa yang kurang?, type: text}]
        returns: note
        to: write
  - id: hand
    title: Menyerahkan
    by: $author
    actions: [{id: hand, label: Serahkan, effects: [{send: {what: $final}}], end: done}]
"""


def files(*names: str) -> dict[str, Any]:
    return {"draft": tuple(Attachment("document", name, name, name) for name in names)}


def submitted() -> Play:
    """Version 1 of two files is being checked."""
    return Play(procedure(STEPS), people=OFFICE).open().act(WRITER, "submit", files("letter", "table"))


def kept(play: Play) -> Play:
    """Every file is on disk."""
    for item in play.case.evidence:
        play.decide(Witness(event=e.EvidenceKept(number=item.number, sha256=f"hash{item.number}", size=1)))
    return play


def sent_back(play: Play, note: str = "Tabel 2 kurang") -> Play:
    return play.act(CHECKER, "return", {"note": note})


def test_all_of_it_runs():
    """Nothing of these files is passed over."""
    assert [] == unrunnable(procedure(STEPS))


def test_every_version_is_kept_and_the_newest_counts():
    """A later answer stands beside the earlier one, which is superseded."""
    play = sent_back(submitted()).act(WRITER, "submit", files("letter-2"))

    assert ((1, 2), (3,)) == versions(play.case, "draft")
    assert ((3,), frozenset({1, 2})) == (newest(play.case, "draft"), superseded(play.case, play.procedure))


def test_returned_work_begins_another_round_at_whoever_prepared_it():
    """The round, who sent it back, when and why are kept; the step is the author's by name."""
    play = sent_back(submitted())

    (step,) = play.case.steps
    assert ("write", (WRITER.id,)) == (step.id, step.holders)
    assert (Return("check", CHECKER.id, T0),) == play.case.rounds
    assert "Tabel 2 kurang" == play.case.personal[note_of(2)]
    assert e.Personal("Tabel 2 kurang") == next(one.note for one in play.last if isinstance(one, e.WorkReturned))


def test_rounds_are_counted_on():
    """Each time it is sent back is a round of its own, with its own note."""
    play = sent_back(sent_back(submitted()).act(WRITER, "submit", files("b")), "Judul salah")
    assert ["Tabel 2 kurang", "Judul salah"] == [play.case.personal[note_of(number)] for number in (2, 3)]


def test_whoever_has_left_the_office_is_not_waited_for():
    """Then the others of the role have it."""
    play = submitted()
    play.people = (OTHER, CHECKER)
    assert () == sent_back(play).case.steps[0].holders


def test_a_return_that_is_taken_back_was_no_round():
    """Undoing it, the checker has it again."""
    play = sent_back(submitted())
    assert play.case.undo is not None
    play.decide(Undo(by=CHECKER.id, number=play.case.undo.number))
    assert (["check"], ()) == (play.waiting, play.case.rounds)


def test_a_name_is_put_to_files_by_their_hashes():
    """The record says who, in which capacity, to which version of which files."""
    play = kept(submitted()).act(CHECKER, "initial")

    (signature,) = play.case.signatures
    assert (CHECKER.id, T0, "statistician", "paraf") == (
        signature.by, signature.at, signature.capacity, signature.mark
    )  # fmt: skip
    assert ("draft", 1, ((1, "hash1"), (2, "hash2"))) == (signature.what, signature.version, signature.files)
    assert (1, 2) == newest(play.case, "final")


def test_nothing_is_signed_that_nobody_could_prove():
    """As long as a file is not on disk its hash is not known."""
    play = submitted()
    was = play.case
    with pytest.raises(FileNotKept):
        play.act(CHECKER, "initial")
    assert was == play.case


def test_a_file_signed_elsewhere_is_the_final_one():
    """It is recorded as such, before it can have been fetched."""
    play = kept(submitted()).act(CHECKER, "outside", {"final": (Attachment("document", "f", "f", "f.pdf"),)})
    assert ("outside", ((3, ""),)) == (play.case.signatures[0].mark, play.case.signatures[0].files)
    assert (3,) == newest(play.case, "final")


def test_the_events_make_it_again():
    """Replayed, the case has the same versions, rounds and signatures."""
    play = sent_back(submitted()).act(WRITER, "submit", files("letter-2"))
    play = kept(play).act(CHECKER, "initial")
    assert play.case == play.replayed()


def test_a_stranger_signs_nothing():
    """Only whoever may do the action can put their name."""
    play = kept(submitted())
    with pytest.raises(NotAllowed):
        play.decide(Act(by=CITIZEN.id, action="initial", entry=play.case.steps[0].entry))
    assert () == play.case.signatures


WRONG = [
    ("returns: note", "returns: other", "returns: a question"),
    ("to: write", "to: hand", "an earlier step"),
]


@pytest.mark.parametrize(("old", "new", "expected"), WRONG)
def test_a_return_needs_its_note_and_an_earlier_step(old, new, expected):
    """What cannot be a return is no procedure."""
    with pytest.raises(ProcedureError, match=expected):
        procedure(STEPS.replace(old, new))


LACKING = [
    ("{what: $draft, as: paraf}", "{what: $draft, as: seal}", "sign, except"),
    ("{what: $draft, as: paraf}", "{what: draft, as: ttd}", "sign, except"),
    ("{what: $final}}]", "{what: $final, to: everybody}}]", "send, except"),
]


@pytest.mark.parametrize(("old", "new", "lacking"), LACKING)
def test_effects_are_asked_for_as_they_can_be_run(old, new, lacking):
    """Anything else is named at the start."""
    assert any(lacking in one for one in unrunnable(procedure(STEPS.replace(old, new))))


def test_a_proposed_phrase_is_one_of_the_ready_ones():
    """Anything else is a mistake in the file; the action knows what one press answers."""
    asks = "ask: [{id: what, ask: '?', type: phrase, phrases: [Setuju, Tolak], proposed: %s}]"
    step = "\n  - {id: a, title: A, by: operator, actions: [{id: go, label: Go, %s, end: done}]}\n"
    with pytest.raises(ProcedureError, match="proposed: one of phrases"):
        procedure(step % (asks % "Mungkin"))
    action = procedure(step % (asks % "Setuju")).steps[0].actions[0]
    assert action.proposed is not None
    assert ("what", "Setuju") == (action.proposed[0], action.proposed[1].id)
