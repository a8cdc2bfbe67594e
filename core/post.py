"""Posts: fixed points where ambulances and engines stand, with or without crew on the chat."""

from dataclasses import dataclass

from core.people import Fix

CHOSEN = "post:"
"""Before a post's name, where a question for a person is answered with a post."""


@dataclass(frozen=True, slots=True)
class Post:
    """A fixed point: its name, its position, the kinds of incident it serves (none named: every kind), a telephone."""

    name: str
    place: Fix
    kinds: frozenset[str] = frozenset()
    phone: str = ""

    def serves(self, kind: str | None) -> bool:
        """Whether it can be sent to that kind; while the kind is not known, any can."""
        return not self.kinds or kind is None or kind in self.kinds


def post_named(answer: object) -> str | None:
    """The name of the post that an answer means, None where it means a person."""
    return answer.removeprefix(CHOSEN) if isinstance(answer, str) and answer.startswith(CHOSEN) else None
