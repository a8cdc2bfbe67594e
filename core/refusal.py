"""Why a wish is not granted. Nothing has changed when one is raised."""

import re
from datetime import datetime

from core.case import Deed


class Refusal(Exception):
    """The wish cannot be granted."""

    @property
    def name(self) -> str:
        """The refusal in small letters: `CaseOver` is `case-over`."""
        return re.sub(r"(?<!^)([A-Z])", r"-\1", type(self).__name__).lower()


class NotAllowed(Refusal):
    """The person does not hold the role that may do this."""


class CaseOver(Refusal):
    """The case has ended."""

    def __init__(self, outcome: str, at: datetime) -> None:
        super().__init__()
        self.outcome, self.at = outcome, at


class StepOver(Refusal):
    """The step has been left: the press is on an old card."""


class AlreadyTaken(Refusal):
    """Somebody else has the step."""

    def __init__(self, by: int, at: datetime | None) -> None:
        super().__init__()
        self.by, self.at = by, at


class MergedAlready(Refusal):
    """The case is worked on as part of another."""

    def __init__(self, into: int) -> None:
        super().__init__()
        self.into = into


class SameCase(Refusal):
    """A case cannot be merged into itself."""


class SentAlready(Refusal):
    """Somebody is asked by name in both cases; merging one would leave them without it."""


class UndoOver(Refusal):
    """The time in which it could be taken back is over."""


class Overtaken(Refusal):
    """The case has gone on since: `deed` says by whom, None where time did it."""

    def __init__(self, deed: Deed | None) -> None:
        super().__init__()
        self.deed = deed


class AnswerMissing(Refusal):
    """A question that must be answered was not."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class Guarded(Refusal):
    """Something that this rests on has not been done yet."""


class FileNotKept(Refusal):
    """What is to be signed is not on disk, so nobody could prove later what it was."""


class PersonUnfit(Refusal):
    """The person chosen does not hold the role, is off duty or cannot be reached."""


class AlreadyLinked(Refusal):
    """What is asked for has been opened already."""

    def __init__(self, ticket: str) -> None:
        super().__init__(ticket)
        self.ticket = ticket


class TooLate(Refusal):
    """The time in which this could be said is over."""


class TooEarly(Refusal):
    """This can be done from that moment on."""

    def __init__(self, at: datetime) -> None:
        super().__init__()
        self.at = at


class SlotTaken(Refusal):
    """The slot has no place left, or cannot be had at all: it is over, or on a day off."""

    def __init__(self, at: datetime) -> None:
        super().__init__()
        self.at = at
