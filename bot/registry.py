"""One registry: event type to what it causes. A second reaction to the same type is an error when Sigap starts."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.errors import ReactionTakenError
from core.events import KINDS, Event

Reaction = Callable[[Any, Any], Awaitable[None]]

_REACTIONS: dict[type[Event], Reaction] = {}


def on(kind: type[Event]) -> Callable[[Reaction], Reaction]:
    """Register what an event of that type causes."""

    def register(reaction: Reaction) -> Reaction:
        if kind in _REACTIONS:
            raise ReactionTakenError(event=kind.__name__)
        _REACTIONS[kind] = reaction
        return reaction

    return register


def reaction_to(event: Event) -> Reaction:
    """What the event causes."""
    return _REACTIONS[type(event)]


def missing() -> set[str]:
    """Event types without a reaction; there must be none."""
    return {name for name, kind in KINDS.items() if kind not in _REACTIONS and kind is not Event}
