"""What has happened to a step: opened, taken, rung, reminded of, left."""

from dataclasses import dataclass

from core.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class StepOpened(Event):
    """A step waits from now on: `entry` numbers it within the case, `holders` are those named for it (else a role).

    They stand for `post` where it answers by telephone only; `crew` are those who go beside whoever leads. A step that
    `sleeps` waits for its day first; `part` is the part of a party that it is for.
    """

    step: str
    entry: int
    holders: tuple[int, ...] = ()
    back: str | None = None
    post: str | None = None
    crew: bool = False
    sleeps: bool = False
    part: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRested(Event):
    """A step that is done every so often was done: it sleeps until it is due `again`, ISO 8601."""

    step: str
    entry: int
    again: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepBegan(Event):
    """The moment has come until which the step slept: its time and its card begin."""

    step: str
    entry: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeStopped(Event):
    """The requester is asked something: the step is about to be left, and the time that it has left is kept for it."""

    step: str
    entry: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeResumed(Event):
    """The requester has answered: the step, open again under a new entry, has the time that was left."""

    step: str
    entry: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StepClaimed(Event):
    """Somebody took a step that several could have taken; `previous` held it before (Ambil alih).

    `capacity` is as what they stood in, empty where they took it in their own right.
    """

    step: str
    entry: int
    previous: int | None = None
    capacity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEnded(Event):
    """`person` has the step no longer and it is open to all: `reason` is `lapsed` or `released`.

    `name` is what the procedure called them while they had it; `timers` are the places of those that count anew.
    """

    step: str
    entry: int
    person: int
    reason: str
    name: str | None = None
    timers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepExtended(Event):
    """Whoever has the step said how long it will take from now on: in seconds, or as `3 working days` (then 0)."""

    step: str
    entry: int
    seconds: int
    length: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepClosed(Event):
    """A step waits no longer."""

    step: str
    entry: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NobodyHolds(Event):
    """Nobody reachable can take the step; it went to the holders of `widened` at once."""

    step: str
    entry: int
    widened: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepWidened(Event):
    """Holders of further roles may take the step from now on, and are called whether on duty or not."""

    step: str
    entry: int
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rang(Event):
    """The step's card was sent anew to whoever may take it, for the `count`th time."""

    step: str
    entry: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminded(Event):
    """A reminder fell due at `percent` of the step's time; from 100 the role above is told as well.

    With `closing` whoever has the step was getting nearer to the place, and is left in peace.
    """

    step: str
    entry: int
    percent: int
    above: str | None = None
    closing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindedAhead(Event):
    """The reminder with that place in the file's list told of a date to come; `at` is when it fell due, ISO 8601."""

    step: str
    entry: int
    reminder: int
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineMissed(Event):
    """The step's time is up."""

    step: str
    entry: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerFired(Event):
    """The step's timer with that place in the file's list fired, for that part of a party."""

    step: str
    entry: int
    timer: int
    part: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StepReassigned(Event):
    """The step is for `holders` from now on, and no longer for `previous`.

    `reason` is `left` where those work here no more, `chosen` where `by` has passed it on.
    """

    step: str
    entry: int
    holders: tuple[int, ...]
    previous: tuple[int, ...] = ()
    reason: str = "chosen"
