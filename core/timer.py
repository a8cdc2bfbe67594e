"""What time does at a step by itself: it reminds, fires timers, and tells of who does not answer or is not seen."""

from typing import Annotated, Any, Literal

from pydantic import Field as Key

from core.action import Notice
from core.condition import Condition, Relation
from core.duration import Duration
from core.grammar import Checked, Id, Listed, MessageId, Part
from core.performer import Performer

REMINDERS = (50, 100, 150, 300, 600)
"""Percent of the time, when the file does not say otherwise."""
MOST_PERCENT = 1000
DEEDS = frozenset({"next", "remind", "ring", "release"})
"""What a timer can do that is not going on to a step."""


class Reminder(Checked):
    """At so many percent of the time, or at a moment before a date.

    It goes to the performer, and from 100 % also to the role above; `who` names others instead. `digest` puts the step
    into the morning's digest until it is late.
    """

    percent: Annotated[int, Key(ge=1, le=MOST_PERCENT)] | None = None
    at: Duration | None = None
    who: Performer | None = None
    digest: bool = False
    unless: Literal["closing"] | None = None
    """Not to whoever has the step while their positions are getting nearer to the place."""
    text: MessageId | None = None
    """The message of the locales that is said instead of the usual one."""

    @classmethod
    def written(cls, data: Any) -> Any:
        if data == "digest":
            return {"digest": True}
        if isinstance(data, int):
            return {"percent": data}
        return {"at": data} if isinstance(data, str) else data

    def expected(self) -> str | None:
        if [self.percent is None, self.at is None, not self.digest].count(False) != 1:
            return "a percentage, a moment (at:) or digest"
        return None if self.at is None or self.at.name else "a moment counted from a date, such as 1 day before $date"


class Timer(Checked):
    """Something that happens by itself `after` the step opened; with `every`, again and again."""

    after: Duration
    every: Duration | None = None
    unless: Condition | None = None
    tell: Annotated[tuple[Notice, ...], Listed] = ()
    widen: Annotated[tuple[str, ...], Listed] = ()
    """Roles that may take the step from then on: everybody who holds them is called, on duty or not."""
    beside: Id | None = None
    """A step that opens beside this one, if anybody is there for it."""
    do: str | None = None
    """A step to go on to; `next` (whoever is next), `remind`, `ring` or `release`."""
    end: Id | None = None

    def expected(self) -> str | None:
        if self.do and self.end:
            return "either do: or end:"
        if self.tell or self.widen or self.beside or self.do or self.end:
            return None
        return "one of tell:, widen:, beside:, do: and end:"

    @property
    def target(self) -> str | None:
        """The step that it goes on to."""
        return None if self.do in DEEDS else self.do

    @property
    def awaits_claim(self) -> bool:
        """Whether it is for when nobody takes the step: it counts anew when whoever had it has it no longer."""
        return self.unless is not None and any(test.relation is Relation.CLAIMED for test in self.unless.tests)


class Watch(Part):
    """Whose live position is watched while the step waits; without `who`, that of whoever has the step."""

    who: Literal["requester"] | None = None
    lost: Duration
    """No new position for so long, while it is shared: it counts as lost, once until it comes again."""
    tell: Annotated[tuple[Notice, ...], Listed]


class Unanswered(Part):
    """A performer chosen by name who has not answered `after` so long."""

    after: Duration
    do: Literal["next", "remind", "release"] = "next"
    tell: Annotated[tuple[Notice, ...], Listed] = ()
