"""The questions of a form or an action, by the type of their answer."""

from typing import Annotated, Literal

from pydantic import Field as Key

from core.duration import Duration
from core.grammar import ClockTime, Id, Name, Option, Spoken, Text
from core.opening import Opening
from core.question import Question, Several

FileKind = Literal["pdf", "jpg", "png", "docx", "xlsx", "csv", "zip"]


class TextField(Question):
    type: Literal["text"]
    voice: bool = True
    """A voice message is an answer too."""
    min: Annotated[int, Key(ge=0)] = 1
    max: Annotated[int, Key(ge=1, le=4096)] = 1000
    """Characters."""


class NumberField(Question):
    type: Literal["number"]
    min: int | None = None
    max: int | None = None

    def expected(self) -> str | None:
        if self.min is None or self.max is None or self.min <= self.max:
            return None
        return "min: not above max:"


class PhraseField(Question):
    """Ready phrases, or own words, written or said, where `own_words` allows them."""

    type: Literal["phrase"]
    phrases: Annotated[tuple[Text, ...], Key(min_length=1)]
    own_words: bool = True
    proposed: str | None = None
    """The phrase that one press of a button on the card takes, where the action asks nothing else."""

    def expected(self) -> str | None:
        ready = {phrase.id for phrase in self.phrases}
        return None if self.proposed is None or self.proposed in ready else "proposed: one of phrases:"


class ChoiceField(Question):
    type: Literal["choice"]
    choices: Annotated[tuple[Option, ...], Key(min_length=2)]
    several: bool = False


class DurationField(Question):
    """How long something takes: one of a few lengths."""

    type: Literal["duration"]
    lengths: Annotated[tuple[Duration, ...], Key(min_length=1)]


class YesNoField(Question):
    type: Literal["yes_no"]


class DateField(Question):
    """A date, at least `from_now` ahead when it is given."""

    type: Literal["date"]
    days: Literal["all", "working"] = "all"
    past: bool = False
    from_now: Duration | None = None


class TimeField(Question):
    type: Literal["time"]
    earliest: ClockTime | None = None
    latest: ClockTime | None = None


class SlotField(Question):
    """A place at a time: `capacity` cases may have each of `hours` on one day.

    The slots of one procedure share their places, whichever question asks for them. With `seats`, a party of more than
    so many `people` takes several: `$<name>` is the first of them, and the others are the value `others`.
    """

    type: Literal["slot"]
    capacity: Annotated[int, Key(ge=1)]
    days: Literal["all", "working"] = "working"
    hours: Annotated[tuple[ClockTime, ...], Key(min_length=1)]
    from_now: Duration | None = None
    """How long before one must book."""
    ahead: Duration | None = None
    """How far ahead one may book."""
    seats: Annotated[int, Key(ge=1)] | None = None
    people: Name | None = None
    others: Id | None = None

    def expected(self) -> str | None:
        together = [self.seats is None, self.people is None, self.others is None]
        return None if together in ([True] * 3, [False] * 3) else "seats:, people: and others: together"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *((self.others,) if self.others is not None else ()))


class PhoneField(Question):
    """A telephone number: the person's own, by their own contact; else of anybody, written or as a contact."""

    type: Literal["phone"]
    own: bool = True


class LocationField(Question):
    type: Literal["location"]
    live: bool = False
    """A live location is followed; otherwise its first fix counts."""


class PhotosField(Several):
    type: Literal["photos"]


class VoiceField(Several):
    type: Literal["voice"]


class VideoField(Several):
    type: Literal["video"]


class DocumentField(Several):
    """Files; with `versions` a later one does not replace an earlier one."""

    type: Literal["document"]
    accept: Annotated[tuple[FileKind, ...], Key(min_length=1)] = ("pdf",)
    max: Annotated[int, Key(ge=1)] = 1
    versions: bool = False


class Column(Spoken):
    """One column of a spreadsheet that a table is checked against."""

    id: Id
    label: Text
    type: Literal["text", "number", "date", "yes_no"] = "text"
    required: bool = True
    unique: bool = False
    min: float | None = None
    max: float | None = None


class TableField(Question):
    """A spreadsheet, each row checked against the columns."""

    type: Literal["table"]
    columns: Annotated[tuple[Column, ...], Key(min_length=1)]
    accept: Annotated[tuple[FileKind, ...], Key(min_length=1)] = ("xlsx", "csv")


class PersonField(Question):
    """Somebody who holds `role`, or a post; `nearest` ranks them by distance from the case's position.

    A post that is chosen is also the value `$<name>_post`, and all posts among those chosen are `$<name>_posts`.
    """

    type: Literal["person"]
    role: str
    unit: Name | None = None
    nearest: bool = False
    posts: bool = False
    """Posts that serve the case's kind are offered beside people."""
    on_duty: bool = False
    free: bool = False
    free_at: Name | None = None
    several: bool = False
    others: Id | None = None
    """Of several, the first chosen is `$<name>`, and the others are this value."""

    def expected(self) -> str | None:
        return "others: only with several: true" if self.others is not None and not self.several else None

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *((self.others,) if self.others is not None else ()))


class ChecklistField(Question):
    """Each entry of a named list is marked good or not; each exception may open a case of its own.

    The value is the exceptions, a list of ids, empty where all is good. In `carry:` its name stands for the one that
    the case is opened for.
    """

    type: Literal["checklist"]
    list: Id
    exceptions: Opening | None = None


class RecordsField(Several):
    """A list of records, each with the same questions."""

    type: Literal["records"]
    fields: Annotated[tuple["Field", ...], Key(min_length=1)]


Field = Annotated[
    TextField
    | NumberField
    | PhraseField
    | ChoiceField
    | DurationField
    | YesNoField
    | DateField
    | TimeField
    | SlotField
    | PhoneField
    | LocationField
    | PhotosField
    | VoiceField
    | VideoField
    | DocumentField
    | TableField
    | PersonField
    | ChecklistField
    | RecordsField,
    Key(discriminator="type"),
]
Fields = tuple[Field, ...]

RecordsField.model_rebuild()
