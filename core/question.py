"""What every question has, whatever the type of its answer."""

import re
from typing import Annotated

from pydantic import Field as Key

from core.condition import Condition
from core.grammar import Checked, Id, Spoken, Text

_NEXT_SENTENCE = re.compile(r"(?<=[.?!])\s")


class Reason(Spoken):
    """Words that stand in for an answer that cannot be given; they become the value `$<id>`."""

    speaks = "ask"

    id: Id
    ask: Text | None = None
    phrases: tuple[Text, ...] = ()
    own_words: bool = True
    photo: bool = False
    """A picture says it too, such as that of a signed list."""


class Question(Checked, Spoken):
    """What every question has. Its answer is the value `$<set>`, or `$<id>` without `set`."""

    speaks = "ask"

    id: Id
    ask: Text | None = None
    example: str | None = None
    optional: bool = False
    when: Condition | None = None
    """Asked only when this holds."""
    unless: Reason | None = None
    """May be answered with a reason why not instead."""
    set: Id | None = None

    def heading(self, language: str) -> str:
        """What stands before its answer later: the question's first sentence, without how to answer it."""
        asked = self.ask.in_language(language) if self.ask is not None else self.id
        return _NEXT_SENTENCE.split(asked, maxsplit=1)[0].rstrip(".")

    @property
    def name(self) -> str:
        """The value that the answer becomes."""
        return self.set or self.id

    @property
    def names(self) -> tuple[str, ...]:
        """Every value that it gives."""
        return (self.name,)

    @property
    def certain(self) -> bool:
        """Whether the value is always there once the question has been passed."""
        return not self.optional and self.when is None and self.unless is None


class Several(Question):
    """One or several of a kind of message."""

    min: Annotated[int, Key(ge=0)] = 1
    max: Annotated[int, Key(ge=1)] = 10

    def expected(self) -> str | None:
        return "min: not above max:" if self.min > self.max else None
