"""Whatever an office writes, within what this version runs, and whoever does what: a case stays sound and can end."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any

from drawn_procedures import procedures
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from staging import (
    CITIZEN,
    DIRECTOR,
    FAR,
    HEAD,
    HERE,
    NEAR,
    OPERATOR,
    PHOTO,
    SECOND,
    STRANGER,
    T0,
    Play,
    staff,
)

from core import commands as c
from core.access import called, may_act
from core.action import Action
from core.apply import replay
from core.case import Case, OpenStep
from core.deadline import marks, next_at, undoable
from core.decision import decide
from core.people import Fix, Person
from core.permission import permit
from core.post import Post
from core.procedure import Procedure
from core.refusal import Refusal
from storage.links import BEGINNING, draft, fault, linked, read

ADMIN = staff(51, "Adi", "admin", on_duty=False)
OFFICE = (OPERATOR, SECOND, NEAR, FAR, HEAD, DIRECTOR, ADMIN)
MORTAL = OFFICE[:-1]
"""Whoever may go out of reach; the last rung of the ladder stays."""
EVERYBODY = (*OFFICE, CITIZEN, STRANGER)
POST = Post("Pos Damkar", Fix(3.31, 117.6, T0), phone="0551-21113")
CHOICES = ([NEAR.id], [FAR.id, NEAR.id], [f"post:{POST.name}", NEAR.id], [f"post:{POST.name}"])
SHARED_UNTIL = T0 + timedelta(hours=1)
OTHER = Case(99, "XX-99", "drawn", "1", STRANGER.id, T0)
KINDS = ("fire", "theft", "other")
PAUSES_S = (1, 11, 31, 61, 125, 620, 8000, 90_000)
MOVES = 60
LONGEST = 60
"""So many presses bring any case to its end, once everybody is there."""
ANSWERS: dict[str, Any] = {
    "account": "Padam.",
    "photos": (PHOTO,),
    "number": 4,
    "why": "sakit",
    "sure": "yes",
    "place": HERE,
    "position": HERE | {"live": 7, "until": SHARED_UNTIL.isoformat()},
    "longer": "5 minutes",
    "more": "Lagi.",
    "note": "Catat.",
    "words": "Tolong.",
}
whoever = st.sampled_from(EVERYBODY)
chances = st.randoms(use_true_random=True)
"""Even odds for what people do, seeded by the example."""


class AnyCase(RuleBasedStateMachine):
    """A case of a procedure at random, and everybody around it."""

    play: Play

    @initialize(procedure=procedures(), kind=st.sampled_from(KINDS), chance=chances)
    def begin(self, procedure: Procedure, kind: str, chance: Random) -> None:
        """The citizen opens it while everybody is there, and much happens."""
        self.play = Play(procedure, OFFICE, (POST,)).open(kind=kind, officer=NEAR.id)
        self.a_busy_while(chance, chance.randrange(MOVES))

    @rule(chance=chances, presses=st.integers(1, 4))
    @precondition(lambda self: self.waits)
    def those_called_act(self, chance: Random, presses: int) -> None:
        """Some of those whose turn it is press their buttons, or somebody writes it down for them."""
        for _ in range(presses):
            found = [(step, who) for step in self.play.case.steps for who in self._called(step)]
            offered = [(*one, action) for one in found for action in self.play.procedure.step(one[0].id).actions]
            if not offered:
                return
            waiting, who, action = chance.choice(offered)
            writer = chance.choice([None, None, OPERATOR.id])
            self._wish(self._act(who, action, waiting.entry, chance, writer), who)

    @rule(chance=chances, who=whoever)
    @precondition(lambda self: self.waits)
    def somebody_acts_at_any_time(self, chance: Random, who: Person) -> None:
        """A standing action, or a button that may be nobody's of theirs."""
        case, procedure = self.play.case, self.play.procedure
        offered = [(0, one) for one in procedure.standing]
        offered += [(step.entry, one) for step in case.steps for one in procedure.step(step.id).actions]
        if offered:
            entry, action = chance.choice(offered)
            self._wish(self._act(who.id, action, entry, chance), who.id)

    @rule(chance=chances, who=whoever, over=st.booleans())
    @precondition(lambda self: self.waits)
    def somebody_takes_a_step(self, chance: Random, who: Person, over: bool) -> None:
        """Tangani, or Ambil alih: whoever is called, or anybody."""
        step = chance.choice(self.play.case.steps)
        by = chance.choice([*self._called(step), who.id])
        self._wish(c.Claim(by=by, entry=step.entry, over=over), by)

    def a_busy_while(self, chance: Random, moves: int) -> None:
        """Presses, claims, comings and goings, and time between them."""
        for _ in range(moves):
            if not self.play.case.is_open and chance.random() < 0.2:
                return
            who = chance.choice(EVERYBODY)
            deeds: list[Callable[[], None]] = [lambda: self.time_passes(chance.choice(PAUSES_S))]
            if self.waits:
                deeds += 3 * [lambda: self.those_called_act(chance, 1)]
                deeds += [lambda who=who: self.somebody_takes_a_step(chance, who, chance.random() < 0.5)]
                deeds += [lambda who=who: self.somebody_acts_at_any_time(chance, who)]
            if self.taken:
                to = SECOND if self.taken[0].claimed_by == OPERATOR.id else OPERATOR
                deeds += 2 * [lambda to=to: self.the_shift_changes(to, chance.choice(["accept", "accept", "leave"]))]
            if self.play.case.undo is not None:
                deeds += [self.the_newest_action_is_taken_back]
            if self.play.case.followed is not None:
                deeds += [lambda: self.the_requester_moves(chance.choice([10, 400]), SHARED_UNTIL)]
            if who in MORTAL:
                deeds += [lambda who=who: self.somebody_is_out_of_reach(who)]
                deeds += [lambda who=who: self.somebody_comes_or_goes(who, chance.random() < 0.7)]
            chance.choice(deeds)()
            self.it_is_sound()

    @rule()
    @precondition(lambda self: self.taken)
    def somebody_gives_a_step_back(self) -> None:
        """Lepaskan."""
        for step in self.taken:
            self._wish(c.Release(by=step.claimed_by or 0, entry=step.entry), step.claimed_by)

    @rule()
    @precondition(lambda self: self.play.case.undo is not None)
    def the_newest_action_is_taken_back(self) -> None:
        """Urungkan."""
        newest = self.play.case.undo
        assert newest is not None
        self._wish(c.Undo(by=newest.deed.by, number=newest.number))

    @rule()
    @precondition(lambda self: self.play.case.presses < 4)
    def the_requester_presses_again(self) -> None:
        """The alarm's button once more."""
        self._wish(c.PressAgain(by=CITIZEN.id))

    @rule(to=st.sampled_from(OFFICE), deed=st.sampled_from(["offer", "accept", "leave"]))
    @precondition(lambda self: self.taken)
    def the_shift_changes(self, to: Person, deed: str) -> None:
        """What somebody has is offered, taken over, or left with nobody there."""
        case, had = self.play.case, self.taken[0].claimed_by or 0
        if deed == "leave":
            self._wish(c.LeaveDuty(by=had))
        elif case.offered_to is None:
            self._wish(c.OfferHandover(by=had, to=to.id))
        else:
            self._wish(c.AcceptHandover(by=case.offered_to if deed == "accept" else to.id))

    @rule(waits=st.booleans())
    @precondition(lambda self: self.play.case.is_open and self.play.case.presses > 1)
    def it_is_merged_for_a_while(self, waits: bool) -> None:
        """Gabung, and sooner or later Pisahkan."""
        self._wish(c.Merge(by=OPERATOR.id, into=OTHER))
        self.it_is_sound()
        if waits:
            self.time_passes(620)
        self._wish(c.Part(by=OPERATOR.id))

    @rule(metres=st.sampled_from([10, 400]), until=st.sampled_from([None, SHARED_UNTIL]))
    @precondition(lambda self: self.play.case.followed is not None)
    def the_requester_moves(self, metres: int, until: Any) -> None:
        """Their live location does."""
        fix = Fix(3.3 + metres / 111_000, 117.6, self.play.now)
        moved = c.Move(by=CITIZEN.id, message=7, fix=fix, until=until)
        case, events = self._decided(moved)
        self.play.history += [(event, self.play.now) for event in events]
        self.play.case = case

    @rule(who=st.sampled_from(MORTAL))
    def somebody_is_out_of_reach(self, who: Person) -> None:
        """They have blocked the bot."""
        self.play.change(who, reachable=False).decide(c.Lose(person=who.id))

    @rule(who=st.sampled_from(MORTAL), on_duty=st.booleans())
    def somebody_comes_or_goes(self, who: Person, on_duty: bool) -> None:
        """They can be reached, on duty or not; the bot looks at once at what waited for them."""
        self.play.change(who, reachable=True, on_duty_since=self.play.now if on_duty else None).decide(c.Tick())

    @rule(seconds=st.sampled_from(PAUSES_S))
    def time_passes(self, seconds: int) -> None:
        """Whatever has fallen due happens, and then nothing is due."""
        self.play.after(seconds=seconds)
        moment = next_at(self.play.case, self.play.procedure, self.play.now, self.play.office)
        assert moment is None or moment > self.play.now

    @property
    def waits(self) -> bool:
        """Whether anything waits for anybody."""
        return bool(self.play.case.steps)

    @property
    def taken(self) -> list[OpenStep]:
        """The steps that somebody has."""
        return [step for step in self.play.case.steps if step.claimed_by is not None]

    @invariant()
    def it_is_sound(self) -> None:
        """No dead end, a next look for what is open, none for what has ended."""
        case, play = self.play.case, self.play
        assert len(play.history) == case.version
        assert len({step.entry for step in case.steps}) == len(case.steps)
        moment = next_at(case, play.procedure, play.now, play.office)
        if not case.is_open:
            assert ((), case.undo.until if undoable(case, play.now) else None) == (case.steps, moment)
            return
        assert moment is not None
        assert any(play.procedure.step(step.id).binding for step in case.steps)
        if case.merged is None:
            needed = [step for step in case.steps if not play.procedure.step(step.id).optional]
            assert all(self._called(step) for step in needed)
            assert any(self._goes_on(step) for step in needed)

    def teardown(self) -> None:
        """The events are the case, also when they come from the disk; and once all are there it comes to its end."""
        if not hasattr(self, "play"):
            return
        self._finish()
        play = self.play
        assert play.case == self._remembered(play.replayed())
        drafts = [draft(event, 1, version, at) for version, (event, at) in enumerate(play.history, 1)]
        _, links, values = linked(BEGINNING, drafts)
        last, history = BEGINNING, []
        for link in links:
            of_link = [row for row in values if row["seq"] == link["seq"]]
            assert None is fault(link, last, of_link)
            last = (link["seq"], link["hash"])
            history.append(read(link, {row["name"]: row["value"] for row in of_link}))
        assert play.case == self._remembered(replay(1, history))

    def _finish(self) -> None:
        """Everybody is there and presses what leads on."""
        play = self.play
        play.people = tuple(replace(one, reachable=True, on_duty_since=play.now) for one in play.people)
        if play.case.merged is not None and play.case.is_open:
            play.decide(c.Part(by=OPERATOR.id))
        for _ in range(LONGEST):
            if not play.case.is_open:
                return
            binding = [step for step in play.case.steps if play.procedure.step(step.id).binding]
            waiting = min(binding, key=lambda step: not play.procedure.step(step.id).aside)
            action = play.procedure.step(waiting.id).actions[0]
            (who, *_) = self._called(waiting)
            play.decide(c.Act(by=who, action=action.id, entry=waiting.entry, answers=self._answers(CHOICES[0])))
        raise AssertionError(f"no end after {LONGEST} presses, but {play.waiting}")

    def _goes_on(self, waiting: OpenStep) -> bool:
        """Whether somebody who is called may do something now, or something will happen by itself."""
        return any(mark.entry == waiting.entry for mark in marks(self.play.case, self.play.procedure)) or any(
            self._may(c.Act(by=who, action=action.id, entry=waiting.entry))
            for who in self._called(waiting)
            for action in self.play.procedure.step(waiting.id).actions
        )

    def _may(self, command: c.Act) -> bool:
        try:
            permit(self.play.case, command, self.play.now, self.play.procedure, self.play.office)
        except Refusal:
            return False
        return True

    def _called(self, waiting: OpenStep) -> tuple[int, ...]:
        return called(self.play.case, waiting, self.play.procedure, self.play.office)

    def _act(self, who: int, action: Action, entry: int, chance: Random, writer: int | None = None) -> c.Act:
        answers = self._answers(chance.choice(CHOICES), chance.choice(KINDS))
        return c.Act(by=who, action=action.id, entry=entry, recorded_by=writer, answers=answers)

    def _answers(self, chosen: Any, kind: str = "other") -> dict[str, Any]:
        position = ANSWERS["position"] | {"at": self.play.now.isoformat()}
        return ANSWERS | {"position": position, "officer": chosen, "kind": kind}

    def _decided(self, command: c.Command) -> Any:
        return decide(self.play.case, command, self.play.now, self.play.procedure, self.play.office)

    def _wish(self, command: c.Command, who: int | None = None) -> None:
        """A wish is granted to whoever may, or refused and changes nothing."""
        was = self.play.case
        try:
            self.play.decide(command)
        except Refusal:
            assert was == self.play.case
            return
        if isinstance(command, c.Act | c.Claim | c.Release) and command.entry and was != self.play.case:
            waiting, person = was.entry(command.entry), self.play.office.person(who or 0) or Person(who or 0, 0, "")
            assert waiting is not None
            assert may_act(person, was, waiting, self.play.procedure)

    def _remembered(self, case: Case) -> Case:
        """Moves of a live location are no events."""
        return replace(case, personal=case.personal | _live(self.play.case))


def _live(case: Case) -> dict[str, Any]:
    return {name: value for name, value in case.personal.items() if name == "live"}


AnyCase.TestCase.settings = settings(
    max_examples=120,
    stateful_step_count=12,
    derandomize=True,
    phases=(Phase.generate,),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestAnyCase = AnyCase.TestCase
