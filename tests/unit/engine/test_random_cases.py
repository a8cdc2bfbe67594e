"""Whatever people do in whatever order, and whoever is there, a case stays sound."""

from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from staging import (
    CITIZEN,
    DIRECTOR,
    FAR,
    HEAD,
    HERE,
    NEAR,
    OPERATOR,
    PANIC,
    PHOTO,
    SECOND,
    STRANGER,
    T0,
    Play,
    staff,
)

from core import events as e
from core.access import called, entitled, may_act
from core.case import Case
from core.commands import Act, Claim, Command, Lose, PressAgain, Release, Tick, Undo
from core.deadline import next_at, undoable
from core.office import Office
from core.people import Fix, Person
from core.post import Post
from core.refusal import Refusal

PEOPLE = (OPERATOR, SECOND, NEAR, FAR, HEAD, DIRECTOR, staff(51, "Adi", "admin", on_duty=False))
POST = Post("Pos Damkar", Fix(3.31, 117.6, T0), phone="0551-21113")
DEPOT = f"post:{POST.name}"
EVERYBODY = (*PEOPLE, CITIZEN, STRANGER)
ACTIONS = sorted({action.id for step in PANIC.steps for action in step.actions} | {one.id for one in PANIC.standing})
ANSWERS: dict[str, Any] = {
    "position": HERE,
    "landmark": "pasar",
    "words": "tolong",
    "scene": (PHOTO,),
    "photos": (PHOTO,),
    "kind": "fire",
    "reason": "laporan ganda",
    "hindrance": "sakit",
    "account": "Padam.",
    "supplement": "Lagi.",
    "reached": "Pak Rahmat, berangkat.",
    "need": "ambulans",
}
people = st.sampled_from(EVERYBODY)
entries = st.integers(0, 12)
commands = st.one_of(
    st.builds(lambda who, entry, over: Claim(by=who.id, entry=entry, over=over), people, entries, st.booleans()),
    st.builds(
        lambda who, action, entry, officer: Act(
            by=who.id, action=action, entry=entry, answers=ANSWERS | {"officer": officer.id, "support": [officer.id]}
        ),
        people,
        st.sampled_from(ACTIONS),
        entries,
        people,
    ),
    st.builds(lambda who, entry: Release(by=who.id, entry=entry), people, entries),
    st.builds(lambda who: PressAgain(by=who.id), people),
    st.builds(lambda who, number: Undo(by=who.id, number=number), people, st.integers(0, 30)),
)


def likely(play: Play, draw: Any) -> Command | None:
    """Something that one of those whose turn it is could do, or take back."""
    if play.case.undo is not None and draw(st.booleans()):
        return Undo(by=play.case.undo.deed.by, number=play.case.undo.number)
    if not play.case.steps:
        return None
    if draw(st.integers(0, 5)) == 0:
        return Act(by=OPERATOR.id, action="add", answers=ANSWERS | {"support": [FAR.id, DEPOT]})
    waiting = draw(st.sampled_from(play.case.steps))
    ids = called(play.case, waiting, play.procedure, play.office)
    actions = play.procedure.step(waiting.id).actions
    if not ids or not actions:
        return None
    action = draw(st.sampled_from(actions))
    chosen = draw(st.sampled_from(([NEAR.id], [FAR.id], [FAR.id, NEAR.id], [DEPOT, NEAR.id], [DEPOT])))
    answers = ANSWERS | {"officer": chosen, "support": chosen}
    return Act(by=draw(st.sampled_from(ids)), action=action.id, entry=waiting.entry, answers=answers)


def may(who: int, case: Case, command: Command, office: Office) -> bool:
    """Whether that person had the right to it, by who they are alone."""
    person = office.person(who) or Person(who, 0, "")
    if isinstance(command, PressAgain):
        return who == case.requester
    if isinstance(command, Undo):
        return case.undo is not None and who == case.undo.deed.by
    assert isinstance(command, (Act, Claim, Release))
    waiting = case.entry(command.entry)
    if command.entry == 0 and isinstance(command, Act):
        return any(one.id == command.action and entitled(person, case, one.performer) for one in PANIC.standing)
    return waiting is not None and may_act(person, case, waiting, PANIC)


def sound(play: Play) -> None:
    """What is true of every case at any time."""
    case = play.case
    assert case == play.replayed()
    assert len(play.history) == case.version
    assert len({(step.id, step.crew and (step.holders, step.post)) for step in case.steps}) == len(case.steps)
    moment = next_at(case, play.procedure, play.now)
    if case.is_open:
        assert any(play.procedure.step(step.id).binding for step in case.steps)
        assert moment is not None
    else:
        assert ((), case.undo.until if undoable(case, play.now) else None) == (case.steps, moment)
        last = [event for event, _ in play.history if isinstance(event, e.CaseClosed | e.ActionUndone)][-1]
        assert isinstance(last, e.CaseClosed)


@settings(max_examples=200, deadline=None)
@given(st.data(), st.sets(st.sampled_from(PEOPLE)))
def test_case_stays_sound(data, there):
    """Random presses, losses, comings and goings and ticks: replay, rights and deadlines hold at every moment."""
    play = Play(people=tuple(sorted(there, key=lambda person: person.id)), posts=(POST,)).open()
    sound(play)
    for _ in range(data.draw(st.integers(1, 25))):
        deed = data.draw(st.sampled_from(["likely", "likely", "likely", "any", "time", "lose", "come", "duty"]))
        who = data.draw(people)
        was = play.case
        if deed == "time":
            play.now += timedelta(seconds=data.draw(st.sampled_from([1, 15, 31, 61, 121, 1000, 90_000])))
            play.decide(Tick())
            moment = next_at(play.case, play.procedure, play.now)
            assert moment is None or moment > play.now
        elif deed == "lose":
            play.change(who, reachable=False).decide(Lose(person=who.id))
            nobody = [s for s in play.case.steps if not called(play.case, s, PANIC, play.office)]
            assert all(step.widened[-1:] == ("admin",) or PANIC.step(step.id).optional for step in nobody)
        elif deed == "come":
            play.people = (*(one for one in play.people if one.id != who.id), who) if who in PEOPLE else play.people
        elif deed == "duty":
            known = play.office.person(who.id)
            play.change(who, on_duty_since=None if known is not None and known.on_duty else T0)
        else:
            command = likely(play, data.draw) if deed == "likely" else data.draw(commands)
            if command is None:
                continue
            try:
                play.decide(command)
            except Refusal:
                assert was == play.case
            else:
                assert was == play.case or may(command.by, was, command, play.office)
        sound(play)
