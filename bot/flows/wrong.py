"""What is wrong with an answer."""

from dataclasses import dataclass, field
from datetime import date

from bot.texts import Value


@dataclass(frozen=True, slots=True)
class Wrong(Exception):
    """The answer cannot be taken: the key of the text that says why, and its values.

    With `around` the question is asked again at once, with what is possible from that day on.
    """

    key: str
    values: dict[str, Value] = field(default_factory=dict)
    around: date | None = None
