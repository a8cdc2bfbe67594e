"""A step: who does what within what time, and where the case goes from there."""

from typing import Annotated, Any, Literal

from pydantic import Field as Key

from core.action import Action, Consequence, Notice
from core.duration import Duration
from core.field import Field
from core.grammar import Checked, Id, Ids, Listed, Name, Names, OwnId, Spoken, Text
from core.performer import Kind, Performer
from core.timer import MOST_PERCENT, REMINDERS, Reminder, Timer, Unanswered, Watch

Hours = Literal["always", "office"]


class Claim(Spoken):
    """The button by which one of many takes a step for themselves."""

    label: Text
    tell: Annotated[tuple[Notice, ...], Listed] = ()
    take_over: Text | None = None
    """The button by which another takes it from whoever has it."""
    release: Text | None = None
    """The button that gives it back."""
    lapses: Duration | None = None
    """Claimed for so long without leaving the step: it is open to all and rings again."""

    @classmethod
    def written(cls, data: Any) -> Any:
        return {"label": data} if isinstance(data, str) else super().written(data)


class Proxy(Spoken):
    """Staff who may record an action in the name of whoever has the step and has answered them by other means."""

    performer: Performer = Key(alias="by")
    label: Text
    asks: Annotated[tuple[Field, ...], Key(alias="ask")] = ()
    """By which way the answer came, and in which words."""


class Outcome(Consequence, Checked):
    """Where a step goes when an errand is done, or has failed."""

    @classmethod
    def written(cls, data: Any) -> Any:
        return {"to": data} if isinstance(data, (str, list)) else data

    def expected(self) -> str | None:
        return None if bool(self.to) != (self.end is not None) else "either to: or end:"


class Step(Consequence, Checked, Spoken):
    """One step. `tell`, `effects` and `opens` happen as it opens; `to` and `end` are for automatic steps.

    Official wording (`activity`, `needs`, `yields`) stands here or in the procedure's `rows:`, not in both.
    """

    speaks = "title"

    id: OwnId
    row: Annotated[int, Key(ge=1)] | None = None
    title: Text
    """What people see of it; the activity when the file gives no other."""
    activity: str | None = None
    needs: str | None = None
    yields: str | None = None
    performer: Performer | None = Key(default=None, alias="by")
    within: Duration | None = None
    starts: Duration | None = None
    """The step sleeps until this moment: `$date`, `30 minutes before $shift_start`."""
    hours: Hours | None = None
    remind: Annotated[tuple[Reminder, ...], Listed] | None = None
    above: str | None = None
    ring: Duration | None = None
    """The card is sent anew so often until somebody has claimed the step."""
    claim: Claim | None = None
    set: Id | None = None
    """Whoever takes the step becomes this value."""
    on_behalf: Proxy | None = None
    """Who may record an action of the step for the person who has it."""
    mark: Text | None = None
    """Stands at the top of the card, as a warning, while the step waits."""
    timers: tuple[Timer, ...] = ()
    unanswered: Unanswered | None = None
    follows: Annotated[tuple[Watch, ...], Listed] = ()
    actions: tuple[Action, ...] = ()
    every: Duration | None = None
    """Done again so often until `until` is left."""
    until: Id | None = None
    join: Ids = ()
    """Opens only when all of these have been left."""
    entrance: Names | None = None
    """A linked case may begin here, when it carries these values."""
    pressed_again: Id | None = None
    """Where the case goes when the requester presses the button that opened it once more."""
    optional: bool = False
    """May be left undone: it ends with the case, and nobody is reminded. One without actions only counts the time."""
    parts: Name | None = None
    """The slot whose party may come at several times: each part has the step, and what follows, for itself."""
    each: bool = False
    """Open once for each of the people in `by:`, beside the way of the case: it ends with the case."""
    aside: bool = False
    """Beside the main line: it opens by `beside:` and ends by itself, and the case does not end before it."""
    auto: bool = False
    run: Id | None = None
    """An errand; `done` and `failed` say where to go after it."""
    done: Outcome | None = None
    failed: Outcome | None = None

    @classmethod
    def written(cls, data: Any) -> Any:
        if isinstance(data, dict) and "title" not in data and "activity" in data:
            data = data | {"title": data["activity"]}
        return super().written(data)

    def expected(self) -> str | None:
        kinds = [bool(self.actions), self.auto, self.run is not None]
        only_counts = self.optional and bool(self.timers) and not any(kinds)
        if kinds.count(True) != 1 and not only_counts:
            return "one of actions:, auto:, run: and, where optional, timers:"
        if self.actions and self.performer is None:
            return "by: for a step that people do"
        if self.auto and not self.leaves:
            return "to: or end: of an automatic step"
        if not self.auto and self.leaves:
            return "to: and end: in an action, for only automatic steps have their own"
        if (self.run is None) != (self.done is None) or (self.run is None) != (self.failed is None):
            return "run:, done: and failed: together"
        if (self.every is None) != (self.until is None):
            return "every: and until: together"
        if self.each and (self.performer is None or self.performer.kind is not Kind.PERSON):
            return "by: with the people chosen, such as $support, beside each:"
        if self.parts is not None and (self.each or self.aside or self.auto or not self.binding):
            return "parts: at a step of the main line that people do"
        ends_alone = any(action.closes and not action.leaves for action in self.actions)
        if ends_alone and self.binding and not self.aside:
            return "to: or end: beside closes:, for only what is optional:, each: or aside: ends with nothing after it"
        if self.starts is not None and self.starts.name is None:
            return "starts: with a date in the case, such as $date"
        return None

    def action(self, action_id: str) -> Action | None:
        """The step's own action of that id."""
        return next((action for action in self.actions if action.id == action_id), None)

    @property
    def binding(self) -> bool:
        """Whether the case cannot go on to its end without it."""
        return not (self.optional or self.each)

    @property
    def prompts(self) -> bool:
        """Whether it waits for a press of a button, not only for something that is sent."""
        return any(not action.unprompted for action in self.actions)

    @property
    def reminders(self) -> tuple[int, ...]:
        """Percent of the time at which somebody is reminded; nobody is of what is optional or has no time.

        Of what stands in the digest they are reminded once, when it becomes late.
        """
        if self.within is None or self.optional:
            return ()
        percents = tuple(reminder.percent for reminder in self.remind or () if reminder.percent is not None)
        if self.digest and not percents:
            return (100,)
        return REMINDERS if self.remind is None else percents

    @property
    def reminders_at(self) -> tuple[Reminder, ...]:
        """Reminders at a moment before a date in the case."""
        return tuple(reminder for reminder in (self.remind or ()) if reminder.at is not None)

    def reminder(self, percent: int) -> Reminder:
        """The reminder at `percent`, with whom it goes to; after the file's last one they go on like that."""
        listed = ((found.percent, found) for found in self.remind or () if found.percent is not None)
        earlier = {at: found for at, found in listed if at <= percent}
        return earlier[max(earlier)] if earlier else Reminder(percent=min(percent, MOST_PERCENT))

    @property
    def asks(self) -> bool:
        """Whether somebody is asked here, and another if they do not answer."""
        return self.unanswered is not None or any(timer.do == "next" for timer in self.timers)

    @property
    def digest(self) -> bool:
        """Whether it goes into the morning's digest until it is late; so do steps of a day or more by themselves."""
        if self.remind is None:
            return self.within is not None and self.within.in_days
        return any(reminder.digest for reminder in self.remind)
