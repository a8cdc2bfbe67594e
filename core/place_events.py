"""What has happened to the place of a case and to the live positions around it."""

from dataclasses import dataclass

from core.event import Event, Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowingStarted(Event):
    """The requester shares a live location in that message until then (ISO 8601): its moves are the place's."""

    message: int
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMoved(Event):
    """The live location has gone so far since the last position told that the new one counts as told."""

    position: Personal
    metres: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowingEnded(Event):
    """The live location is followed no longer: `reason` is `stopped` or `elsewhere`; `position` was its last."""

    reason: str
    position: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalLost(Event):
    """A person's live position has stopped coming; the last came at `since` (ISO 8601). `watch` is its place in the
    step's list of signals."""

    step: str
    entry: int
    person: int
    since: str
    watch: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalFound(Event):
    """The live position of somebody who was lost comes again."""

    person: int
