"""What every part of a procedure file is made of: parts, ids, `$names`, texts in two languages."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationInfo, model_validator
from pydantic import Field as Key

RESERVED = frozenset({"back", "next", "remind", "ring", "release", "requester", "holders", "above", "nearest"})


class Part(BaseModel):
    """A piece of a procedure file: frozen, and no key that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False)

    @model_validator(mode="before")
    @classmethod
    def _read(cls, data: Any, info: ValidationInfo) -> Any:
        # The reader of faults looks up here which part was expected at a mapping, to name its keys.
        if info.context is not None and isinstance(data, dict):
            info.context[id(data)] = cls
        return data if isinstance(data, cls) else cls.written(data)

    @classmethod
    def written(cls, data: Any) -> Any:
        """The keys that a shorthand stands for."""
        return data

    @classmethod
    def keys(cls) -> frozenset[str]:
        """The keys that may stand in this part."""
        return frozenset(field.alias or name for name, field in cls.model_fields.items())


class Text(Part):
    """Words for people: Indonesian, and English where the file has it."""

    id: Annotated[str, Key(min_length=1)]
    en: str | None = None

    @classmethod
    def written(cls, data: Any) -> Any:
        if not isinstance(data, (str, dict)):
            raise ValueError("text (in quotes where it looks like something else)")
        return {"id": data} if isinstance(data, str) else data

    def in_language(self, language: str) -> str:
        """The words in `language`, Indonesian where it is not translated."""
        return self.en if language == "en" and self.en is not None else self.id

    def __str__(self) -> str:
        return self.id


class Spoken(Part):
    """A part with one text of its own, whose English stands beside it as `en:`."""

    speaks: ClassVar[str] = "label"

    @classmethod
    def written(cls, data: Any) -> Any:
        if not isinstance(data, Mapping) or "en" not in data:
            return data
        if cls.speaks not in data:
            raise ValueError(f"{cls.speaks}: beside en:")
        rest = {key: value for key, value in data.items() if key != "en"}
        return rest | {cls.speaks: {"id": data[cls.speaks], "en": data["en"]}}

    @classmethod
    def keys(cls) -> frozenset[str]:
        return super().keys() | {"en"}


def id_of(words: str) -> str:
    """The id that words make: `Mobil jenazah` is `mobil_jenazah`."""
    return re.sub(r"[^a-z0-9]+", "_", words.lower()).strip("_")[:20].strip("_")


class Option(Spoken):
    """One of a list to choose from. A bare text makes its own id: `Mobil jenazah` is `mobil_jenazah`."""

    id: "Id"
    label: Text
    discreet: bool = False
    """Groups of staff are not told where it is, beyond the kecamatan."""

    @classmethod
    def written(cls, data: Any) -> Any:
        if isinstance(data, str):
            return {"id": id_of(data), "label": data}
        return super().written(data)


def _own_id(value: str) -> str:
    if value in RESERVED:
        raise ValueError("an id that is not a word of the grammar")
    return value


def _listed(value: Any) -> Any:
    return value if isinstance(value, (list, tuple)) else [value]


def _matching(pattern: str, expected: str) -> AfterValidator:
    def check(value: str) -> str:
        if re.fullmatch(pattern, value) is None:
            raise ValueError(expected)
        return value

    return AfterValidator(check)


_SHORT = _matching(
    r"[a-z][a-z0-9_]{0,19}", "a short id: a to z first, then a to z, 0 to 9 and _, at most 20 characters in all"
)
Id = Annotated[str, _SHORT]
"""Goes into callback data of 64 bytes, so it is short."""
OwnId = Annotated[str, _SHORT, AfterValidator(_own_id)]
"""The id of a step or an action: the words of the grammar are taken."""
Name = Annotated[str, _matching(r"\$[a-z][a-z0-9_]{0,19}", "a name such as $officer")]
"""`$officer`: a value of the case, written with its dollar sign."""
ClockTime = Annotated[str, _matching(r"([01]\d|2[0-3]):[0-5]\d", "a time of day such as 09:30")]
Ticket = Annotated[str, _matching(r"[A-Z]{2,4}", "a ticket prefix of 2 to 4 capital letters, such as PB")]
"""What its ticket numbers begin with: `PB` makes `PB-2026-000042`."""
Command = Annotated[str, _matching(r"[a-z][a-z0-9_]{0,31}", "a command of small letters, figures and _, at most 32")]
"""A Bot API command without its slash."""
MessageId = Annotated[str, _matching(r"[a-z][a-z0-9-]*", "the id of a message, such as alarm-taken")]
Listed = BeforeValidator(_listed)
"""One value stands for a list of one."""
Ids = Annotated[tuple[Id, ...], Listed]
Names = Annotated[tuple[Name, ...], Listed]


class Checked(Part):
    """A part with a rule over several of its keys."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        expected = self.expected()
        if expected is not None:
            raise ValueError(expected)
        return self

    def expected(self) -> str | None:
        """What was expected of the keys together, or None when they agree."""
        return None
