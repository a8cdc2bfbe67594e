"""A case of a procedure at random with everybody around it, and what they may wish."""

from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any

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
from core.deadline import marks
from core.decision import decide
from core.people import Fix, Person
from core.permission import permit
from core.post import Post
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


class DrawnCase:
    """The case, and what can be asked of it."""

    play: Play

    @property
    def waits(self) -> bool:
        """Whether anything waits for anybody."""
        return bool(self.play.case.steps)

    @property
    def taken(self) -> list[OpenStep]:
        """The steps that somebody has."""
        return [step for step in self.play.case.steps if step.claimed_by is not None]

    def from_disk(self) -> Case:
        """The case that its events make once they are links of a chain, which holds."""
        history = self.play.history
        drafts = [draft(event, 1, version, at) for version, (event, at) in enumerate(history, 1)]
        _, links, values = linked(BEGINNING, drafts)
        last, found = BEGINNING, []
        for link in links:
            of_link = [row for row in values if row["seq"] == link["seq"]]
            assert None is fault(link, last, of_link)
            last = (link["seq"], link["hash"])
            found.append(read(link, {row["name"]: row["value"] for row in of_link}))
        return self._remembered(replay(1, found))

    def from_events(self) -> Case:
        """The case that its events make."""
        return self._remembered(self.play.replayed())

    def finish(self) -> None:
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
            (who, *_) = self.called_to(waiting)
            play.decide(c.Act(by=who, action=action.id, entry=waiting.entry, answers=self.answers(CHOICES[0])))
        raise AssertionError(f"no end after {LONGEST} presses, but {play.waiting}")

    def goes_on(self, waiting: OpenStep) -> bool:
        """Whether somebody who is called may do something now, or something will happen by itself."""
        return any(mark.entry == waiting.entry for mark in marks(self.play.case, self.play.procedure)) or any(
            self._may(c.Act(by=who, action=action.id, entry=waiting.entry))
            for who in self.called_to(waiting)
            for action in self.play.procedure.step(waiting.id).actions
        )

    def _may(self, command: c.Act) -> bool:
        try:
            permit(self.play.case, command, self.play.now, self.play.procedure, self.play.office)
        except Refusal:
            return False
        return True

    def called_to(self, waiting: OpenStep) -> tuple[int, ...]:
        """Whose turn a step is."""
        return called(self.play.case, waiting, self.play.procedure, self.play.office)

    def act(self, who: int, action: Action, entry: int, chance: Random, writer: int | None = None) -> c.Act:
        """A press with answers at random."""
        answers = self.answers(chance.choice(CHOICES), chance.choice(KINDS))
        return c.Act(by=who, action=action.id, entry=entry, recorded_by=writer, answers=answers)

    def answers(self, chosen: Any, kind: str = "other") -> dict[str, Any]:
        position = ANSWERS["position"] | {"at": self.play.now.isoformat()}
        return ANSWERS | {"position": position, "officer": chosen, "kind": kind}

    def decided(self, command: c.Command) -> Any:
        """What a command comes to, which nobody has done yet."""
        return decide(self.play.case, command, self.play.now, self.play.procedure, self.play.office)

    def wish(self, command: c.Command, who: int | None = None) -> None:
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
