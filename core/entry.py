"""How a case comes to be: a person's command and form, or the calendar."""

from typing import Annotated, Literal

from pydantic import Field as Key

from core.action import Effect, Notice
from core.duration import Duration
from core.field import Field
from core.field_names import certain_names
from core.grammar import Checked, ClockTime, Command, Id, Listed, Spoken, Text

SHIFT_NAMES = frozenset({"shift_start", "shift_end"})


class Schedule(Checked):
    """The calendar opens the cases: every so often, for each of some things; or before every shift of a roster."""

    every: Literal["day", "week", "month", "year", "shift"]
    on: Literal["first working day", "last working day"] | Annotated[int, Key(ge=1, le=31)] | None = None
    """The day of the week (1 is Monday), the month or the year."""
    at: ClockTime | None = None
    each: Annotated[tuple[Id, ...], Listed] = ()
    """One case for each of these together; they become values: `[unit, dataset]`."""
    roster: str | None = None
    """The role whose shifts are meant."""
    before: Duration | None = None
    """How long before the shift."""

    def expected(self) -> str | None:
        if (self.every == "shift") != (self.roster is not None):
            return "roster: with every: shift, and only there"
        return "before: only with every: shift" if self.before and self.every != "shift" else None

    @property
    def sets(self) -> frozenset[str]:
        """The values that it gives each case."""
        return frozenset(self.each) | (SHIFT_NAMES if self.every == "shift" else frozenset())


class OnBehalf(Spoken):
    """Staff who open a case for somebody who called, came or wrote elsewhere.

    That somebody is the requester, without a chat; whoever opens the case has its first step, where it can be taken.
    """

    by: Annotated[tuple[str, ...], Listed]
    command: Command
    label: Text
    form: tuple[Field, ...] = ()
    at: Id | None = None
    """The step that such a case begins with, when not the first."""

    @property
    def sets(self) -> frozenset[str]:
        """The values that such a case has from its beginning."""
        return certain_names(self.form)


class Entry(Checked, Spoken):
    """`open:` of a procedure. `row` is the row of the SOP that times the form."""

    by: Annotated[tuple[str, ...], Listed] = ()
    command: Command | None = None
    label: Text | None = None
    """The button in the menu; the procedure's title when the file gives no other."""
    style: Literal["danger", "success", "primary"] | None = None
    form: tuple[Field, ...] = ()
    schedule: Schedule | None = None
    before: Id | None = None
    """A hook that may offer something instead, before anything is opened."""
    once: bool = False
    """One open case a requester: the command again leads to it and makes it ring again."""
    on_behalf: OnBehalf | None = None
    tell: Annotated[tuple[Notice, ...], Listed] = ()
    effects: Annotated[tuple[Effect, ...], Listed] = ()
    row: Annotated[int, Key(ge=1)] | None = None
    activity: str | None = None
    needs: str | None = None
    yields: str | None = None
    within: Duration | None = None

    def expected(self) -> str | None:
        if self.schedule is None and not self.by:
            return "by: (a role), or schedule:"
        if self.command is not None and not self.by:
            return "by: (a role) beside command:"
        return None

    @property
    def asks(self) -> tuple[Field, ...]:
        """The questions of its form, and of the one by which staff open a case for somebody."""
        return (*self.form, *(self.on_behalf.form if self.on_behalf is not None else ()))

    @property
    def sets(self) -> frozenset[str]:
        """The values that every case has from its beginning."""
        by_form = certain_names(self.form) if self.by else frozenset()
        if self.by and self.on_behalf is not None and self.on_behalf.at is None:
            by_form &= self.on_behalf.sets
        if self.schedule is None:
            return by_form
        return self.schedule.sets & by_form if self.by else self.schedule.sets
