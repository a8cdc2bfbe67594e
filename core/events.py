"""What has happened to a case: facts in the past tense. They are the audit trail, so a field is never renamed."""

from dataclasses import dataclass
from typing import Any

from core.draft_events import DocumentSigned as DocumentSigned
from core.draft_events import WorkReturned as WorkReturned
from core.event import Event as Event
from core.event import Personal as Personal
from core.paper_events import FirstPageDrawn as FirstPageDrawn
from core.paper_events import LetterFailed as LetterFailed
from core.paper_events import LetterMade as LetterMade
from core.paper_events import LetterNumbered as LetterNumbered
from core.paper_events import RegisterWritten as RegisterWritten
from core.part_events import PartEnded as PartEnded
from core.part_events import PartySplit as PartySplit
from core.place_events import FollowingEnded as FollowingEnded
from core.place_events import FollowingStarted as FollowingStarted
from core.place_events import PlaceMoved as PlaceMoved
from core.place_events import SignalFound as SignalFound
from core.place_events import SignalLost as SignalLost
from core.step_events import ClaimEnded as ClaimEnded
from core.step_events import DeadlineMissed as DeadlineMissed
from core.step_events import NobodyHolds as NobodyHolds
from core.step_events import Rang as Rang
from core.step_events import Reminded as Reminded
from core.step_events import RemindedAhead as RemindedAhead
from core.step_events import StepBegan as StepBegan
from core.step_events import StepClaimed as StepClaimed
from core.step_events import StepClosed as StepClosed
from core.step_events import StepExtended as StepExtended
from core.step_events import StepOpened as StepOpened
from core.step_events import StepReassigned as StepReassigned
from core.step_events import StepRested as StepRested
from core.step_events import StepWidened as StepWidened
from core.step_events import TimeResumed as TimeResumed
from core.step_events import TimerFired as TimerFired
from core.step_events import TimeStopped as TimeStopped


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOpened(Event):
    """A case began: `requester` opened `procedure` in the frozen `procedure_version`.

    `origin` is the id of the case that it follows as `link`, with how that one had ended.
    """

    ticket: str
    procedure: str
    procedure_version: str
    requester: int
    origin: int | None = None
    origin_ticket: str = ""
    origin_outcome: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionTaken(Event):
    """A performer pressed a button of a step, or a standing one (then `step` is empty).

    `recorded_by` wrote it down in the name of the performer, who had answered by other means.
    It can be taken back for so many seconds: 0 where it cannot. `capacity` is as what they stood in for the holder of
    the office, `Plh Kepala Dinas`, empty where they acted in their own right. `part` is the part of a party that it was
    about.
    """

    step: str
    entry: int
    action: str
    recorded_by: int | None = None
    undo_s: int = 0
    capacity: str = ""
    part: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionUndone(Event):
    """Whoever took the action took it back: the steps that it `opened` are gone, those that it left wait again."""

    step: str
    entry: int
    action: str
    opened: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueGiven(Event):
    """A field of the case got a value; `Personal` where it belongs to a person."""

    name: str
    value: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceGiven(Event):
    """A photo, voice, video or document came in; the file identifier is personal until the file is fetched."""

    number: int
    kind: str
    file: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceKept(Event):
    """The full file is on disk: its SHA-256 in hex and size in bytes."""

    number: int
    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLost(Event):
    """The file could not be fetched, so that only chats have it: `reason` is `too_big` or a word for the log."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderNamed(Event):
    """A person was chosen for a name of the procedure, such as `officer`."""

    name: str
    person: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverOffered(Event):
    """At the change of shift `by` offered what they have of the case to `person`; it is theirs until that accepts."""

    person: int
    note: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver(Event):
    """`by` accepted and has from now on what `person` had: the steps of these entries, and these names."""

    person: int
    entries: tuple[int, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLeft(Event):
    """`by` went with nobody there to take over: these names are nobody's any more."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderPassed(Event):
    """Whoever had the step is not counted on: `reason` is `unanswered`, `unreachable` or `declined`.

    Where `person` stood for a `post`, it is the post that is not counted on.
    """

    step: str
    entry: int
    person: int
    reason: str
    post: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderSpared(Event):
    """Whoever was asked beside others need not answer any more: somebody else has done it."""

    step: str
    entry: int
    person: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PressedAgain(Event):
    """The requester pressed the button again while the case is open, `count` presses in all."""

    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseMerged(Event):
    """The case tells of the same event as the case `into`, which is worked on for both."""

    into: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseParted(Event):
    """The case tells of an event of its own after all: it goes on where it was, and its times count anew."""

    into: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseJoined(Event):
    """Another case tells of the same event, and this one is worked on for both."""

    case: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLeft(Event):
    """A case that had joined goes its own way again."""

    case: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrandDone(Event):
    """Something outside was done for the case, such as the export to the data centre."""

    errand: str
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseClosed(Event):
    """The case ended with that outcome; only `ActionUndone` takes that back, within seconds."""

    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLinked(Event):
    """Another case follows this one: its id, its number, and what it is to this one."""

    case: int
    ticket: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeAccepted(Event):
    """The requester says that the end is right."""


KINDS: dict[str, type[Event]] = {
    name: kind for name, kind in list(globals().items()) if isinstance(kind, type) and issubclass(kind, Event)
}
