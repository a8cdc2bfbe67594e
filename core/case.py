"""One run of a procedure: what is known of it now. Events change it (`apply`); nothing else does."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from core.drafts import Return, Signature
from core.open_step import OpenStep as OpenStep
from core.open_step import Pause as Pause
from core.open_step import Stopped as Stopped
from core.paper import Letter
from core.people import Fix

FORGOTTEN_AFTER = timedelta(hours=24)
"""So long after its end a case's cards still say whom it was about."""
PRESSED_AT = "pressed_at"
"""The value of a case that we heard of long after it was asked for: when that was, ISO 8601."""
LIVE = "live"
"""The personal value that holds the newest move of the live location: no event, and erased with the rest."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody asked to go beside whoever leads, or (by telephone, through `person`) a `post`.

    `times` tells when each step of theirs opened; `left` is why they are not counted on, None for those who went.
    """

    person: int
    times: Mapping[str, datetime]
    post: str | None = None
    until: datetime | None = None
    left: str | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody did: a button of a step, or a standing one (then `step` is empty).

    `capacity` is as what they stood in for another, `Plh Kepala Dinas`.
    """

    by: int
    step: str
    action: str
    at: datetime
    capacity: str = ""


@dataclass(frozen=True, slots=True)
class Undoable:
    """The newest action that can be taken back, by whoever did it and `until` then, with what stood before it.

    `number` is the case's version when it was done; `values` are those that it has given since, as they were.
    `by_now` is whoever's deed the newest events belong to; `overtaken` says that one of them moved the case on.
    """

    number: int
    deed: Deed
    until: datetime
    steps: tuple[OpenStep, ...]
    named: Mapping[str, int]
    passed: tuple[int, ...]
    reached: Mapping[str, datetime]
    crew: tuple[Member, ...] = ()
    rounds: tuple[Return, ...] = ()
    parts: int = 0
    over: Mapping[int, str] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)
    by_now: Deed | None = None
    overtaken: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file of the case: its number, kind (photo, voice, video, document) and, once kept, its SHA-256.

    `lost` says why it could not be fetched, if so; `page` that its first page is there as a picture.
    """

    number: int
    kind: str
    by: int | None
    at: datetime
    sha256: str | None = None
    lost: str | None = None
    page: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Another case: its id and number, what the later is to the earlier, and how the earlier ended."""

    case: int
    ticket: str
    link: str
    outcome: str = ""


@dataclass(frozen=True)
class Case:
    """State of one case.

    `version` counts its events; `personal` holds what belongs to people and can be erased; `passed` are persons who
    were asked and declined, did not answer or could not be reached; `reached` tells when each step last opened;
    `offered_by` has offered what they have of it to `offered_to`, who has not accepted yet;
    `opened_by` is the requester, or whoever of the staff opened it for them. A case that is `merged` into another waits
    for nobody; `members` were merged into this one.
    `deputised` is what was done by those who stood in for another, in its order.
    `followed` is the message of the requester's live location that moves the place; `lost` are those whose live
    position stopped coming, with when the last one came. `registers` are those that it stands in, with its number.
    In `stopped` are steps that wait for an answer of the requester with the time that they had left.
    A party that comes at several times has so many `parts`, of which those in `over` are through, each with how.
    Of files that were given in `versions`, those tell where each ends; `rounds` are the times that work was sent back.
    """

    id: int
    ticket: str
    procedure: str
    procedure_version: str
    requester: int
    opened_at: datetime
    opened_by: int | None = None
    version: int = 0
    entries: int = 0
    steps: tuple[OpenStep, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    personal: Mapping[str, Any] = field(default_factory=dict)
    named: Mapping[str, int] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    passed: tuple[int, ...] = ()
    reached: Mapping[str, datetime] = field(default_factory=dict)
    presses: int = 1
    crew: tuple[Member, ...] = ()
    offered_by: int | None = None
    offered_to: int | None = None
    merged: int | None = None
    members: tuple[int, ...] = ()
    followed: int | None = None
    lost: Mapping[int, datetime] = field(default_factory=dict)
    closed_at: datetime | None = None
    outcome: str | None = None
    origin: Link | None = None
    links: tuple[Link, ...] = ()
    accepted_at: datetime | None = None
    stopped: Mapping[str, Stopped] = field(default_factory=dict)
    undo: Undoable | None = None
    versions: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    rounds: tuple[Return, ...] = ()
    signatures: tuple[Signature, ...] = ()
    letters: tuple[Letter, ...] = ()
    registers: Mapping[str, int | None] = field(default_factory=dict)
    deputised: tuple[Deed, ...] = ()
    parts: int = 0
    over: Mapping[int, str] = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        """Whether anybody can still do something about it."""
        return self.closed_at is None

    @property
    def on_behalf(self) -> bool:
        """Whether staff opened it for somebody who has no chat."""
        return self.opened_by not in (None, self.requester)

    def step(self, step_id: str) -> OpenStep | None:
        """The open step with that id."""
        return next((step for step in self.steps if step.id == step_id), None)

    def entry(self, number: int) -> OpenStep | None:
        """The open step with that entry number."""
        return next((step for step in self.steps if step.entry == number), None)

    @property
    def place(self) -> Fix | None:
        """Where help is needed: the newest position given, or of the live location that is followed, if any."""
        given, live = _fix(self.personal.get("position")), _fix(self.personal.get(LIVE))
        if self.followed is None or live is None:
            return given
        return live if given is None or live.at >= given.at else given

    @property
    def told_place(self) -> Fix | None:
        """The position that whoever has the case was last told."""
        return _fix(self.personal.get("position"))

    @property
    def live_until(self) -> datetime | None:
        """Until when the live location that is followed is shared."""
        live = self.personal.get(LIVE) if self.followed is not None else None
        return datetime.fromisoformat(live["until"]) if live is not None else None

    @property
    def pressed_at(self) -> datetime | None:
        """When the requester asked for it, where we heard of it only long after."""
        raw = self.values.get(PRESSED_AT)
        return datetime.fromisoformat(raw) if isinstance(raw, str) else None

    def file(self, number: int) -> Mapping[str, Any] | None:
        """Telegram's identifiers of that piece of evidence, until they are erased."""
        return self.personal.get(f"file:{number}")

    def people(self) -> Iterable[int]:
        """Everybody who is the requester, named, or holds an open step."""
        yield self.requester
        yield from self.named.values()
        for step in self.steps:
            yield from step.holders
            if step.claimed_by is not None:
                yield step.claimed_by


def _fix(raw: Any) -> Fix | None:
    if raw is None:
        return None
    return Fix(raw["lat"], raw["lon"], datetime.fromisoformat(raw["at"]), raw.get("accuracy"))
