"""What somebody, or the clock, wants of a case. A command is a wish: `decide` grants it with events, or refuses it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from core.case import Case
from core.events import Event
from core.people import Fix


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in the chat: its kind (photo, voice, video, video_note, document) and Telegram's identifiers of it."""

    kind: str
    file_id: str
    unique_id: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Take a step that several could take; `over` takes it from whoever has it."""

    by: int
    entry: int
    over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """Give back a step that one has taken."""

    by: int
    entry: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Press a button of the step with that entry number (0: a standing one), with the answers it asked for.

    Answers are JSON values, an `Attachment` tuple for files, or a person's id. `recorded_by` is whoever writes it down
    in the name of `by`, where they do not press themselves.
    """

    by: int
    action: str
    entry: int = 0
    recorded_by: int | None = None
    answers: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """Take back the action with that number (`Undoable.number`)."""

    by: int
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PressAgain:
    """The requester presses the button that opened the case once more."""

    by: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Have the case worked on as part of another, which stands by itself (`into`): both tell of the same event."""

    by: int
    into: Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Have a merged case worked on by itself again."""

    by: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Another case is merged into this one; `leaves` takes it out again."""

    by: int
    case: int
    leaves: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RingAgain:
    """The reporter of a merged case presses again: whoever is called hears it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclude:
    """The case that this one is merged into has ended like that."""

    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferHandover:
    """Offer what one has of the case to somebody else, at the change of shift."""

    by: int
    to: int
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptHandover:
    """Take over what was offered."""

    by: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveDuty:
    """Go, with nobody there to take over."""

    by: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """The live location in that message moved; `until` is None once it has ended."""

    by: int
    message: int
    fix: Fix
    until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """Time has passed: whatever is due happens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lose:
    """A person cannot be reached any more."""

    person: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Depart:
    """A person works here no more, or not in the role that they had a step by."""

    person: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reassign:
    """Pass the step with that entry number on to another holder of its role."""

    by: int
    entry: int
    to: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """Something outside happened and is written down as it is: a file was kept, a record was exported."""

    event: Event


Command = (
    Claim
    | Release
    | OfferHandover
    | AcceptHandover
    | LeaveDuty
    | Act
    | Undo
    | PressAgain
    | Merge
    | Part
    | Join
    | RingAgain
    | Conclude
    | Move
    | Tick
    | Lose
    | Depart
    | Reassign
    | Witness
)
