"""Nobody takes the alarm, or whoever took it does not go on: it is open again, and more people are called."""

from dataclasses import replace

import pytest
from staging import CITIZEN, DIRECTOR, FAR, HEAD, NEAR, OPERATOR, PHOTO, SECOND, Play, alarm, procedure, staff

from core import events as e
from core.access import called, may_act, may_see
from core.commands import Act, Claim, Release
from core.people import Grant
from core.refusal import AlreadyTaken, CaseOver, NotAllowed, StepOver

ASLEEP = staff(13, "Opi", "operator", on_duty=False)
THIRD = staff(23, "Paksi", "officer", north=0.2)
FOURTH = staff(24, "Purnomo", "officer", north=0.3)
CITY = (OPERATOR, SECOND, ASLEEP, NEAR, FAR, HEAD, DIRECTOR)


def unanswered(*people) -> Play:
    """An alarm that nobody has taken for three minutes."""
    return alarm("verify", *(people or CITY)).after(seconds=60).after(seconds=60).after(seconds=60)


def turn(play: Play, step: str) -> tuple[int, ...]:
    return called(play.case, play.step(step), play.procedure, play.office)


PROLONGING = [
    ("nothing", lambda p: p, True),
    ("the kind of incident", lambda p: p.act(OPERATOR, "kind", {"kind": "fire"}), False),
    ("words to the case", lambda p: p.act(OPERATOR, "words", {"words": "Di mana?"}), False),
    ("a photo", lambda p: p.act(OPERATOR, "photos", {"scene": (PHOTO,)}), False),
    ("taken over", lambda p: p.claim(SECOND, over=True), False),
    ("words of the requester", lambda p: p.act(CITIZEN, "words", {"words": "Tolong"}), True),
    ("PANIK again", lambda p: p.press(), True),
]


@pytest.mark.parametrize(("_", "act", "lapses"), PROLONGING, ids=[row[0] for row in PROLONGING])
def test_what_prolongs_a_claim(_, act, lapses):
    """Whatever the claimer does counts the 90 seconds anew, and what others do does not."""
    play = alarm("claimed").after(seconds=50)
    act(play).after(seconds=40)
    assert lapses == bool(play.found(e.ClaimEnded))
    assert play.after(seconds=50).step("verify").claimed_by is None


def test_lapsed():
    """Open again it rings every 15 seconds, is nobody's, and keeps the time that it has."""
    play = alarm("claimed").act(OPERATOR, "kind", {"kind": "fire"}).after(seconds=90)
    [ended] = play.found(e.ClaimEnded)
    assert ("lapsed", OPERATOR.id, None, "operator") == (ended.reason, ended.person, ended.by, ended.name)
    assert {} == play.case.named
    assert (OPERATOR.id, SECOND.id) == turn(play, "verify")
    assert ["Rang"] == play.after(seconds=15).happened
    assert "DeadlineMissed" in play.after(seconds=15).happened
    assert play.case == play.replayed()


def test_whoever_let_it_lapse_goes_on_in_one_press():
    """An answer that was being given when the claim lapsed takes the step again and passes it on."""
    play = alarm("claimed").after(seconds=90).act(OPERATOR, "forward", {"officer": NEAR.id})
    assert (["confirm"], OPERATOR.id) == (play.waiting, play.case.named["operator"])


def test_no_claim_lapses_twice():
    """After Teruskan nothing of the claim is left, and a claim by the head lapses like any other."""
    assert "ClaimEnded" not in alarm("confirm").after(seconds=90).happened
    play = alarm("verify").after(seconds=60).claim(HEAD).after(seconds=90)
    assert [HEAD.id] == [event.person for event in play.found(e.ClaimEnded)]


def test_released():
    """Lepaskan gives it back, and it rings at once at whoever is called."""
    play = alarm("claimed")
    play.decide(Release(by=OPERATOR.id, entry=play.step("verify").entry))
    assert ["ClaimEnded", "Rang"] == play.happened
    assert ("released", OPERATOR.id) == (play.last[0].reason, play.last[0].by)
    assert SECOND.id == play.claim(SECOND).step("verify").claimed_by


NOT_RELEASED = [
    ("claimed", SECOND, AlreadyTaken), ("claimed", NEAR, NotAllowed), ("claimed", CITIZEN, NotAllowed),
    ("verify", OPERATOR, StepOver), ("confirm", OPERATOR, StepOver), ("closed", OPERATOR, CaseOver),
]  # fmt: skip


@pytest.mark.parametrize(("step", "who", "refusal"), NOT_RELEASED)
def test_not_released(step, who, refusal):
    """Only whoever has the step can give it back, while they have it."""
    with pytest.raises(refusal):
        alarm(step).decide(Release(by=who.id, entry=2))


def test_nothing_to_give_back():
    """A procedure whose file names no such button has none."""
    play = Play(procedure("  - {id: a, title: A, by: operator, claim: X, actions: [{id: b, label: B, end: c}]}")).open()
    with pytest.raises(StepOver):
        play.claim(OPERATOR, "a").decide(Release(by=OPERATOR.id, entry=1))


RUNGS = [
    (59, (OPERATOR, SECOND)),
    (60, (OPERATOR, SECOND, HEAD)),
    (119, (OPERATOR, SECOND, HEAD)),
    (120, (OPERATOR, SECOND, HEAD, DIRECTOR, ASLEEP)),
    (400, (OPERATOR, SECOND, HEAD, DIRECTOR, ASLEEP)),
]


@pytest.mark.parametrize(("seconds", "people"), RUNGS)
def test_rungs(seconds, people):
    """The head of the centre at 60 s; the head of department and operators off duty at 120 s, and on they ring."""
    play = alarm("verify", *CITY).after(seconds=seconds)
    assert [person.id for person in people] == list(turn(play, "verify"))


def test_no_rung_once_taken():
    """Whoever is at work on it is not overtaken by the ladder."""
    play = alarm("claimed", *CITY).after(seconds=60).act(OPERATOR, "kind", {"kind": "fire"}).after(seconds=80)
    play.act(OPERATOR, "kind", {"kind": "crime"}).after(seconds=60)
    assert [] == [event for event, _ in play.history if isinstance(event, e.TimerFired)]


def test_ladder_counts_anew_after_a_lapse():
    """Sixty seconds after it was open again, not at once, the citizen hears that nobody has it."""
    play = alarm("verify", *CITY).after(seconds=60).claim(OPERATOR).after(seconds=90)
    assert "TimerFired" not in play.after(seconds=59).happened
    assert [0] == [event.timer for event in play.after(seconds=1).found(e.TimerFired)]
    assert ["offer"] == [event.step for event in play.after(seconds=120).found(e.StepOpened)]


ANEW = """
  - id: a
    title: A
    by: operator
    claim: {label: Ambil, release: Lepas}
    timers: [{after: 1 minute, unless: claimed, do: ring}, {after: 2 minutes, do: ring}]
    actions: [{id: go, label: Go, end: done}]
"""


def test_other_timers_do_not_count_anew():
    """A timer that does not ask whether the step is claimed counts from its opening, once."""
    play = Play(procedure(ANEW)).open().after(minutes=2).claim(OPERATOR, "a")
    play.decide(Release(by=OPERATOR.id, entry=1))
    assert [[0], []] == [[event.timer for event in play.after(minutes=n).found(e.TimerFired)] for n in (1, 5)]


def test_asked_directly():
    """At 180 s the two nearest are asked, beside the operators, who go on being called."""
    play = unanswered(*CITY, THIRD)
    assert (["verify", "offer"], (NEAR.id, FAR.id)) == (play.waiting, play.step("offer").holders)
    assert "Rang" in play.after(seconds=15).happened
    person = {person: may_act(person, play.case, play.step("offer"), play.procedure) for person in (FAR, THIRD, SECOND)}
    assert [True, False, False] == list(person.values())


def test_only_who_is_asked_may_look():
    """Officers who are not asked do not get to see the case; those who are, do."""
    play = unanswered(*CITY, THIRD)
    seen = [may_see(person, play.case, play.procedure) for person in (NEAR, FAR, THIRD)]
    assert [True, True, False] == seen


def test_nobody_to_ask_directly():
    """Without an officer on duty nothing is opened that would wait for nobody."""
    assert ["verify"] == unanswered(OPERATOR, HEAD).waiting


def test_first_officer_who_is_ready_goes():
    """Siap makes one of them the officer and spares the other; operators can verify while they travel."""
    play = unanswered().act(FAR, "ready")
    assert (["travel", "check"], {"officer": FAR.id}) == (play.waiting, play.case.named)
    assert [NEAR.id] == [event.person for event in play.found(e.HolderSpared)]
    with pytest.raises(StepOver):
        play.decide(Act(by=NEAR.id, action="ready", entry=3))
    with pytest.raises(StepOver):
        play.decide(Claim(by=OPERATOR.id, entry=2))


VERIFIED = [
    ("kind", {"kind": "fire"}, ["travel"]),
    ("not_emergency", {"reason": "laporan ganda"}, []),
]


@pytest.mark.parametrize(("action", "answers", "waiting"), VERIFIED)
def test_verified_afterwards(action, answers, waiting):
    """An operator names the kind and has the case from then on, or calls it off."""
    play = unanswered().act(FAR, "ready").act(SECOND, action, answers, at="check")
    assert (waiting, SECOND.id) == (play.waiting, play.case.named["operator"])


def test_unverified_to_the_end():
    """If nobody verifies it the officer still arrives and reports, and any operator on duty records."""
    play = unanswered().act(NEAR, "ready").act(NEAR, "arrived").act(NEAR, "finished")
    play.act(NEAR, "report", {"account": "Aman.", "photos": (PHOTO,)}).act(SECOND, "record")
    assert ("done", []) == (play.case.outcome, play.waiting)


def test_two_more_are_asked():
    """No answer in two minutes: the next two; with none left the offer is over and the operators ring on."""
    play = unanswered(*CITY, THIRD, FOURTH).after(seconds=119)
    assert (NEAR.id, FAR.id) == play.step("offer").holders
    assert (THIRD.id, FOURTH.id) == play.after(seconds=1).step("offer").holders
    assert (["verify"], (NEAR.id, FAR.id, THIRD.id, FOURTH.id)) == (play.after(minutes=2).waiting, play.case.passed)
    assert ["Rang"] == play.after(seconds=15).happened


def test_one_of_two_lost():
    """The other of the two stays asked, with the next nearest beside them."""
    play = unanswered(*CITY, THIRD).lose(NEAR)
    assert (FAR.id, THIRD.id) == play.step("offer").holders


def test_taken_while_officers_are_asked():
    """An operator takes it: both may still say Siap until it is passed on, then neither needs to."""
    play = unanswered(*CITY, THIRD).claim(OPERATOR).act(OPERATOR, "forward", {"officer": FAR.id})
    assert (["confirm"], {NEAR.id, FAR.id}) == (play.waiting, {event.person for event in play.found(e.HolderSpared)})
    taken = unanswered().claim(OPERATOR).act(NEAR, "ready")
    assert (["travel", "check"], OPERATOR.id) == (taken.waiting, taken.case.named["operator"])


def test_called_off_while_officers_are_asked():
    """When it is no emergency those who were asked are spared."""
    play = unanswered().act(OPERATOR, "not_emergency", {"reason": "laporan ganda"})
    assert ({NEAR.id, FAR.id}, False) == ({event.person for event in play.found(e.HolderSpared)}, play.case.is_open)


def test_officer_turns_back_unverified():
    """The case goes back to the operators, and is verified there and nowhere else."""
    play = unanswered().act(NEAR, "ready").act(NEAR, "unable", {"hindrance": "sakit"})
    assert ["verify"] == play.waiting
    assert ["confirm"] == play.act(OPERATOR, "forward", {"officer": FAR.id}).waiting


def test_officer_lost_unverified():
    """The next nearest is asked to confirm, and operators can still verify it."""
    play = unanswered().act(NEAR, "ready").lose(NEAR)
    assert (["check", "confirm"], (FAR.id,)) == (play.waiting, play.step("confirm").holders)


def test_operator_who_is_an_officer_too():
    """Whoever is asked as officer and is an operator as well can do either."""
    both = replace(NEAR, grants=NEAR.grants | {Grant("operator")})
    play = unanswered(both, HEAD)
    assert (both.id,) == play.step("offer").holders
    assert ["travel", "check"] == play.act(both, "ready").waiting
