"""What goes in and out of the tables, where `core` has no noun for it. Moments are aware and in UTC."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from core.office_calendar import Correction


class Arrival(NamedTuple):
    """An update as it came: its number, chat and sender (0 and None where it has none), and its text of JSON."""

    update_id: int
    chat_id: int
    person: int | None
    urgent: bool
    raw: str


@dataclass(frozen=True, slots=True)
class InboxRow:
    """An update that waits to be handled; `strikes` counts the times that it could not be."""

    update_id: int
    chat_id: int
    person: int | None
    urgent: bool
    raw: str
    received_at: datetime
    strikes: int


@dataclass(frozen=True, slots=True)
class Conversation:
    """Where somebody stands in a chat: the question that waits for an answer, and the answers so far."""

    chat_id: int
    user_id: int
    state: str | None = None
    data: dict[str, Any] = field(default_factory=dict)
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A group of staff that alarms are shown in, since the admin `linked_by` (an id of ours) said so."""

    chat_id: int
    title: str
    linked_by: int
    linked_at: datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """An open step of a case: the roles and the people that it waits for, and when its time is up.

    Of one that `sleeps` the day has not come: nobody is busy with it.
    """

    entry: int
    step: str
    opened_at: datetime
    due_at: datetime | None = None
    roles: tuple[str, ...] = ()
    people: tuple[int, ...] = ()
    sleeps: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """Something to send once. Two messages with the same `key` are one; after `expires_at` it is not worth sending."""

    chat_id: int
    lane: str
    method: str
    payload: dict[str, Any]
    case_id: int | None = None
    reply_to_card: bool = False
    key: str | None = None
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A message on its way: state is new, sending, sent, failed, uncertain or dropped."""

    id: int
    chat_id: int
    lane: str
    method: str
    payload: dict[str, Any]
    case_id: int | None
    reply_to_card: bool
    key: str | None
    created_at: datetime
    not_before: datetime | None
    expires_at: datetime | None
    state: str
    attempts: int
    message_id: int | None
    error: str | None


@dataclass(frozen=True, slots=True)
class Result:
    """What became of an outbox row; with `not_before` and the state new it is tried again then."""

    id: int
    state: str
    attempts: int
    message_id: int | None = None
    error: str | None = None
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class CardView:
    """A case's card in one chat. It is to be rendered while wanted > shown, and sent anew while rings are missing.

    `showing` says that it was about to be sent anew, and that nothing is known of it yet.
    """

    case_id: int
    chat_id: int
    person_id: int
    message_id: int | None
    wanted: int
    shown: int
    rings_wanted: int
    rings_shown: int
    hash: str | None
    lane: str
    showing: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What a chat sees now: the message, the versions that it shows, and the hash of what it shows."""

    case_id: int
    chat_id: int
    message_id: int | None
    shown: int
    rings_shown: int
    hash: str | None


@dataclass(frozen=True, slots=True)
class Errand:
    """Something slow or outside that a commit asks for. Two errands with the same `key` are one."""

    kind: str
    payload: dict[str, Any]
    case_id: int | None
    key: str


@dataclass(frozen=True, slots=True)
class ErrandRow:
    """An errand on its way: state is new, doing, done or failed."""

    id: int
    kind: str
    case_id: int | None
    payload: dict[str, Any]
    key: str
    state: str
    attempts: int
    not_before: datetime | None
    created_at: datetime
    result: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class ErrandResult:
    """What became of an errand; with `not_before` and the state new it is tried again then."""

    id: int
    state: str
    attempts: int
    not_before: datetime | None = None
    result: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction of the calendar, with who made it and, once it counts no more, who took it back."""

    correction: Correction
    made_by: int
    made_at: datetime
    removed_by: int | None = None
    removed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PlaceCode:
    """A place with a code of its own: its name, WGS84 degrees, and how to find it in words."""

    id: str
    name: str
    lat: float
    lon: float
    landmark: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """A short code that stands for an action of a case."""

    code: str
    case_id: int
    action: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Place:
    """A place that one case can hold: of what, at which moment, and its number."""

    what: str
    at: datetime
    number: int


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A line of a register, one per case; writing it again replaces it. The one of all procedures has no `name`."""

    case_id: int
    ticket: str
    written_at: datetime
    written_by: int | None
    row: dict[str, Any]
    name: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of a case on disk: its path under the data folder, SHA-256 in hex and size in bytes."""

    case_id: int
    number: int
    kind: str
    file_unique_id: str
    path: str
    sha256: str
    size: int
    kept_at: datetime
