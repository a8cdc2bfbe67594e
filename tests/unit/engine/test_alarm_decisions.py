"""The alarm of SOP 067/01/PB/2021 as a table: what was before, what somebody does, what is after, what has happened."""

from collections.abc import Callable

import pytest
from staging import (
    CITIZEN,
    EVERYBODY,
    FAR,
    HEAD,
    HERE,
    NEAR,
    OPERATOR,
    PHOTO,
    REPORT,
    SECOND,
    STRANGER,
    Play,
    alarm,
    procedure,
)

from core import events as e
from core.commands import Act, Claim, Tick, Witness
from core.permission import permit
from core.refusal import (
    AlreadyTaken,
    AnswerMissing,
    CaseOver,
    NotAllowed,
    PersonUnfit,
    Refusal,
    StepOver,
)

Does = Callable[[Play], Play]
SAFE = {"asks_close": True}
MOVED = "ActionTaken StepClosed StepOpened"
GRANTED: list[tuple[str, str, Does, str, str]] = [
    ("a position rings", "locate", lambda p: p.act(CITIZEN, "position", {"position": HERE}),
     "verify", "ActionTaken ValueGiven StepClosed StepOpened"),
    ("words for the place ring", "locate", lambda p: p.act(CITIZEN, "words", {"landmark": "di masjid"}),
     "verify", "ActionTaken ValueGiven StepClosed StepOpened"),
    ("withdrawn before the position", "locate", lambda p: p.act(CITIZEN, "cancel"),
     "", "ActionTaken StepClosed CaseClosed"),
    ("taken", "verify", lambda p: p.claim(OPERATOR), "verify", "StepClaimed HolderNamed"),
    ("taken by an act without Tangani", "verify", lambda p: p.act(OPERATOR, "kind", {"kind": "fire"}),
     "verify", "ActionTaken StepClaimed HolderNamed ValueGiven"),
    ("taken once more by the same", "claimed", lambda p: p.claim(OPERATOR), "verify", ""),
    ("taken over", "claimed", lambda p: p.claim(SECOND, over=True), "verify", "StepClaimed HolderNamed"),
    ("passed on", "claimed", lambda p: p.act(OPERATOR, "forward", {"officer": FAR.id}),
     "confirm", "ActionTaken HolderNamed StepClosed StepOpened"),
    ("no emergency", "claimed", lambda p: p.act(OPERATOR, "not_emergency", {"reason": "laporan ganda"}),
     "", "ActionTaken ValueGiven StepClosed CaseClosed"),
    ("Siap", "confirm", lambda p: p.act(NEAR, "ready"), "travel", MOVED),
    ("Tidak bisa", "confirm", lambda p: p.act(NEAR, "unable", {"hindrance": "sakit"}),
     "verify", "ActionTaken ValueGiven HolderPassed StepClosed StepOpened"),
    ("Tidak bisa on the way", "travel", lambda p: p.act(NEAR, "unable", {"hindrance": "jalan tertutup"}),
     "verify", "ActionTaken ValueGiven HolderPassed StepClosed StepOpened"),
    ("Tiba", "travel", lambda p: p.act(NEAR, "arrived"), "handle", MOVED),
    ("Selesai di lokasi", "handle", lambda p: p.act(NEAR, "finished"), "report", MOVED),
    ("Lapor with a photo", "report", lambda p: p.act(NEAR, "report", REPORT), "update record",
     "ActionTaken ValueGiven EvidenceGiven ValueGiven StepClosed StepOpened StepOpened"),
    ("Lapor with a reason why no photo", "report",
     lambda p: p.act(NEAR, "report", {"account": "Padam.", "no_photo": "terlalu gelap"}),
     "update record", "ActionTaken ValueGiven ValueGiven StepClosed StepOpened StepOpened"),
    ("Update beside Catat", "record", lambda p: p.act(NEAR, "update", {"supplement": "Dua regu."}),
     "update record", "ActionTaken ValueGiven"),
    ("Catat closes, though Update is open", "record", lambda p: p.act(OPERATOR, "record"),
     "", "ActionTaken StepClosed StepOpened StepClosed CaseClosed"),
    ("a position later", "travel", lambda p: p.act(CITIZEN, "position", {"position": HERE}),
     "travel", "ActionTaken ValueGiven"),
    ("a request to cancel later", "travel", lambda p: p.act(CITIZEN, "ask_close", SAFE), "travel",
     "ActionTaken ValueGiven"),
    ("an operator confirms it", "travel",
     lambda p: p.act(CITIZEN, "ask_close", SAFE).act(OPERATOR, "close_safe"), "",
     "ActionTaken HolderSpared StepClosed CaseClosed"),
    ("PANIK again before it rings", "locate", lambda p: p.press(), "locate", "PressedAgain"),
    ("PANIK again while it rings", "verify", lambda p: p.press(), "verify", "PressedAgain Rang"),
    ("PANIK again when it is taken", "claimed", lambda p: p.press(), "verify", "PressedAgain"),
    ("PANIK again on the way", "travel", lambda p: p.press(), "travel", "PressedAgain"),
    ("time passes after the end", "closed", lambda p: p.after(days=9), "", ""),
    ("somebody blocks after the end", "closed", lambda p: p.lose(OPERATOR), "", ""),
    ("a file is kept after the end", "closed",
     lambda p: p.decide(Witness(event=e.EvidenceKept(number=1, sha256="ab", size=2))), "", "EvidenceKept"),
]  # fmt: skip


@pytest.mark.parametrize(("_", "before", "does", "after", "events"), GRANTED, ids=[row[0] for row in GRANTED])
def test_granted(_, before, does, after, events):
    """What may be done leads to the step and the events of the table."""
    play = does(alarm(before))
    assert (after.split(), events.split()) == (play.waiting, play.happened)


REFUSED: list[tuple[str, str, Does, type[Refusal]]] = [
    ("a stranger takes it", "verify", lambda p: p.claim(STRANGER), NotAllowed),
    ("an officer takes it", "verify", lambda p: p.claim(NEAR), NotAllowed),
    ("the requester takes the own alarm", "verify", lambda p: p.claim(CITIZEN), NotAllowed),
    ("the second operator", "claimed", lambda p: p.claim(SECOND), AlreadyTaken),
    ("the second acts on the first's", "claimed", lambda p: p.act(SECOND, "kind", {"kind": "fire"}), AlreadyTaken),
    ("a step that nobody takes is taken", "confirm", lambda p: p.claim(NEAR, "confirm"), StepOver),
    ("the requester takes the waiting for the place", "locate", lambda p: p.claim(CITIZEN, "locate"), StepOver),
    ("another officer says Siap", "confirm", lambda p: p.act(FAR, "ready"), NotAllowed),
    ("the operator says Tiba", "travel", lambda p: p.act(OPERATOR, "arrived"), NotAllowed),
    ("a stranger cancels", "locate", lambda p: p.act(STRANGER, "cancel"), NotAllowed),
    ("a stranger presses PANIK in it", "verify", lambda p: p.press(STRANGER), NotAllowed),
    ("cancelled after the position", "verify", lambda p: p.act(CITIZEN, "cancel"), StepOver),
    ("a card of long ago", "travel", lambda p: p.decide(Act(by=OPERATOR.id, action="forward", entry=2)), StepOver),
    ("a claim of long ago", "travel", lambda p: p.decide(Claim(by=OPERATOR.id, entry=2)), StepOver),
    ("an action of another step", "handle",
     lambda p: p.decide(Act(by=NEAR.id, action="ready", entry=p.step("handle").entry)), StepOver),
    ("an operator closes what nobody asked to close", "travel", lambda p: p.act(OPERATOR, "close_safe"), StepOver),
    ("no such action", "handle", lambda p: p.act(NEAR, "dance"), StepOver),
    ("no officer chosen", "claimed", lambda p: p.act(OPERATOR, "forward"), AnswerMissing),
    ("an officer off duty chosen", "claimed",
     lambda p: p.change(FAR, on_duty_since=None).act(OPERATOR, "forward", {"officer": FAR.id}), PersonUnfit),
    ("an operator sent as officer", "claimed",
     lambda p: p.act(OPERATOR, "forward", {"officer": SECOND.id}), PersonUnfit),
    ("somebody unknown sent", "claimed", lambda p: p.act(OPERATOR, "forward", {"officer": 999}), PersonUnfit),
    ("Lapor without words", "report", lambda p: p.act(NEAR, "report", {"photos": (PHOTO,)}), AnswerMissing),
    ("Lapor with no photo at all", "report", lambda p: p.act(NEAR, "report", {"account": "Ya", "photos": ()}),
     AnswerMissing),
    ("a form sent after the end", "closed", lambda p: p.decide(Act(by=NEAR.id, action="update", entry=7)), CaseOver),
    ("PANIK in an ended alarm", "closed", lambda p: p.press(), CaseOver),
    ("a claim after the end", "closed", lambda p: p.decide(Claim(by=OPERATOR.id, entry=2)), CaseOver),
]  # fmt: skip


@pytest.mark.parametrize(("_", "before", "does", "refusal"), REFUSED, ids=[row[0] for row in REFUSED])
def test_refused(_, before, does, refusal):
    """What may not be done is refused by its reason, and leaves the case as it was."""
    play = alarm(before)
    was = play.case
    with pytest.raises(refusal):
        does(play)
    assert was == play.case


def test_second_operator_learns_who_was_first():
    """Of two operators who take it at once the second is told who has it since when."""
    play = alarm("claimed")
    with pytest.raises(AlreadyTaken) as refused:
        play.claim(SECOND)
    assert (OPERATOR.id, play.now) == (refused.value.by, refused.value.at)


def test_taken_over_names_both():
    """Ambil alih keeps who had it before, and makes the new one $operator."""
    play = alarm("claimed").claim(SECOND, over=True)
    [claimed] = play.found(e.StepClaimed)
    assert (SECOND.id, OPERATOR.id) == (claimed.by, claimed.previous)
    assert SECOND.id == play.case.named["operator"]


def test_whoever_lost_it_to_another_cannot_go_on():
    """After Ambil alih the first one's presses are refused."""
    play = alarm("claimed").claim(SECOND, over=True)
    with pytest.raises(AlreadyTaken):
        play.act(OPERATOR, "kind", {"kind": "fire"})


def test_press_is_permitted_before_it_is_asked_for_answers():
    """A form is begun only for who may send it."""
    play = alarm("claimed")
    entry = play.step("verify").entry
    command = Act(by=OPERATOR.id, action="forward", entry=entry)
    assert "forward" == permit(play.case, command, play.now, play.procedure, play.office).id
    with pytest.raises(AlreadyTaken):
        permit(play.case, Act(by=SECOND.id, action="forward", entry=entry), play.now, play.procedure, play.office)


def test_press_is_not_permitted_after_the_end():
    """No form is begun for a case that has ended."""
    play = alarm("closed")
    with pytest.raises(CaseOver):
        permit(play.case, Act(by=NEAR.id, action="update", entry=7), play.now, play.procedure, play.office)


def test_case_is_opened_by_whom_the_procedure_is_for():
    """A procedure of the operators is not opened by a citizen."""
    play = Play(procedure("  - {id: a, title: A, auto: true, end: done}", by="operator"))
    with pytest.raises(NotAllowed):
        play.open(CITIZEN)
    assert "done" == play.open(OPERATOR).case.outcome


def test_siap_of_the_second_officer_is_no_refusal():
    """Whoever goes after another has turned back is not noted as one who declined."""
    play = alarm("travel").act(NEAR, "unable", {"hindrance": "sakit"})
    play.claim(OPERATOR).act(OPERATOR, "forward", {"officer": FAR.id}).act(FAR, "ready")
    assert MOVED.split() == play.happened
    assert (NEAR.id,) == play.case.passed


def test_returned_alarm_rings_anew():
    """After Tidak bisa nobody has it: it rings at everybody on duty, from the beginning."""
    play = alarm("confirm").act(NEAR, "unable", {"hindrance": "sakit"})
    assert (None, 0, play.now) == (
        play.step("verify").claimed_by,
        play.step("verify").rings,
        play.step("verify").opened_at,
    )
    assert ["Rang"] == play.after(seconds=15).happened


RECORDERS = [
    ("the operator who has it", lambda p: p, (OPERATOR.id,)),
    ("nobody by name, when that one is off duty", lambda p: p.change(OPERATOR, on_duty_since=None), ()),
    ("nobody by name, when that one is out of reach", lambda p: p.lose(OPERATOR), ()),
]


@pytest.mark.parametrize(("_", "meanwhile", "holders"), RECORDERS, ids=[row[0] for row in RECORDERS])
def test_who_records(_, meanwhile, holders):
    """Catat is for the operator who had the alarm, else for whoever is on duty."""
    play = meanwhile(alarm("report")).act(NEAR, "report", REPORT)
    assert holders == play.step("record").holders
    play.act(SECOND if not holders else OPERATOR, "record")
    assert "done" == play.case.outcome


def test_operator_who_is_also_the_reporter():
    """An operator's own alarm goes the same way, and nobody is sent to themselves."""
    play = Play(people=EVERYBODY).open(NEAR).after(seconds=30)
    play.claim(OPERATOR).act(OPERATOR, "forward", {"officer": FAR.id}).after(minutes=2)
    assert ["verify"] == play.waiting


def test_ticks_do_nothing_when_nothing_is_due():
    """A tick too early changes nothing."""
    play = alarm("claimed").decide(Tick())
    assert () == play.last


def test_head_may_take_it_once_widened():
    """The head of the centre may take the alarm after sixty seconds, and not before."""
    play = alarm("verify")
    with pytest.raises(NotAllowed):
        play.claim(HEAD)
    play.after(seconds=60).claim(HEAD)
    assert HEAD.id == play.step("verify").claimed_by
