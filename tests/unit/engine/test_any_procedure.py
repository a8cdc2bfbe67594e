"""Whatever an office writes, within what this version runs, and whoever does what: a case stays sound and can end."""

from collections.abc import Callable
from random import Random
from typing import Any

from drawn_case import EVERYBODY, KINDS, MORTAL, OFFICE, OTHER, PAUSES_S, POST, SHARED_UNTIL, DrawnCase
from drawn_procedures import procedures
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from staging import CITIZEN, NEAR, OPERATOR, SECOND, Play

from core import commands as c
from core.deadline import next_at, undoable
from core.people import Fix, Person
from core.procedure import Procedure

MOVES = 60
whoever = st.sampled_from(EVERYBODY)
chances = st.randoms(use_true_random=True)
"""Even odds for what people do, seeded by the example."""


class AnyCase(DrawnCase, RuleBasedStateMachine):
    """A case of a procedure at random, and everybody around it."""

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
            found = [(step, who) for step in self.play.case.steps for who in self.called_to(step)]
            offered = [(*one, action) for one in found for action in self.play.procedure.step(one[0].id).actions]
            if not offered:
                return
            waiting, who, action = chance.choice(offered)
            writer = chance.choice([None, None, OPERATOR.id])
            self.wish(self.act(who, action, waiting.entry, chance, writer), who)

    @rule(chance=chances, who=whoever)
    @precondition(lambda self: self.waits)
    def somebody_acts_at_any_time(self, chance: Random, who: Person) -> None:
        """A standing action, or a button that may be nobody's of theirs."""
        case, procedure = self.play.case, self.play.procedure
        offered = [(0, one) for one in procedure.standing]
        offered += [(step.entry, one) for step in case.steps for one in procedure.step(step.id).actions]
        if offered:
            entry, action = chance.choice(offered)
            self.wish(self.act(who.id, action, entry, chance), who.id)

    @rule(chance=chances, who=whoever, over=st.booleans())
    @precondition(lambda self: self.waits)
    def somebody_takes_a_step(self, chance: Random, who: Person, over: bool) -> None:
        """Tangani, or Ambil alih: whoever is called, or anybody."""
        step = chance.choice(self.play.case.steps)
        by = chance.choice([*self.called_to(step), who.id])
        self.wish(c.Claim(by=by, entry=step.entry, over=over), by)

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
            self.wish(c.Release(by=step.claimed_by or 0, entry=step.entry), step.claimed_by)

    @rule()
    @precondition(lambda self: self.play.case.undo is not None)
    def the_newest_action_is_taken_back(self) -> None:
        """Urungkan."""
        newest = self.play.case.undo
        assert newest is not None
        self.wish(c.Undo(by=newest.deed.by, number=newest.number))

    @rule()
    @precondition(lambda self: self.play.case.presses < 4)
    def the_requester_presses_again(self) -> None:
        """The alarm's button once more."""
        self.wish(c.PressAgain(by=CITIZEN.id))

    @rule(to=st.sampled_from(OFFICE), deed=st.sampled_from(["offer", "accept", "leave"]))
    @precondition(lambda self: self.taken)
    def the_shift_changes(self, to: Person, deed: str) -> None:
        """What somebody has is offered, taken over, or left with nobody there."""
        case, had = self.play.case, self.taken[0].claimed_by or 0
        if deed == "leave":
            self.wish(c.LeaveDuty(by=had))
        elif case.offered_to is None:
            self.wish(c.OfferHandover(by=had, to=to.id))
        else:
            self.wish(c.AcceptHandover(by=case.offered_to if deed == "accept" else to.id))

    @rule(waits=st.booleans())
    @precondition(lambda self: self.play.case.is_open and self.play.case.presses > 1)
    def it_is_merged_for_a_while(self, waits: bool) -> None:
        """Gabung, and sooner or later Pisahkan."""
        self.wish(c.Merge(by=OPERATOR.id, into=OTHER))
        self.it_is_sound()
        if waits:
            self.time_passes(620)
        self.wish(c.Part(by=OPERATOR.id))

    @rule(metres=st.sampled_from([10, 400]), until=st.sampled_from([None, SHARED_UNTIL]))
    @precondition(lambda self: self.play.case.followed is not None)
    def the_requester_moves(self, metres: int, until: Any) -> None:
        """Their live location does."""
        fix = Fix(3.3 + metres / 111_000, 117.6, self.play.now)
        moved = c.Move(by=CITIZEN.id, message=7, fix=fix, until=until)
        case, events = self.decided(moved)
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
            assert all(self.called_to(step) for step in needed)
            assert any(self.goes_on(step) for step in needed)

    def teardown(self) -> None:
        """The events are the case, also when they come from the disk; and once all are there it comes to its end."""
        if not hasattr(self, "play"):
            return
        self.finish()
        assert self.play.case == self.from_events()
        assert self.play.case == self.from_disk()


AnyCase.TestCase.settings = settings(
    max_examples=120,
    stateful_step_count=12,
    derandomize=True,
    phases=(Phase.generate,),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestAnyCase = AnyCase.TestCase
