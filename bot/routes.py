"""Which handler answers what: tables looked up once an update, the same with sixty handlers as with six."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from bot.errors import RouteTakenError

Handler = Callable[..., Awaitable[Any]]
_LETTERS = re.compile(r"[^\w ]+")
_COMMAND = re.compile(r"/\s*(\w*)(?:@(\w+))?")


@dataclass(slots=True)
class Routes:
    """Commands, words of the menu, states of a conversation by kind of content, and verbs of presses."""

    commands: dict[str, Handler] = field(default_factory=dict)
    words: dict[str, Handler] = field(default_factory=dict)
    states: dict[tuple[str, str], Handler] = field(default_factory=dict)
    presses: dict[str, Handler] = field(default_factory=dict)

    def command(self, *names: str) -> Callable[[Handler], Handler]:
        """Answer `/name`."""
        return self._into(self.commands, names)

    def word(self, *keys: str) -> Callable[[Handler], Handler]:
        """Answer a label of the menu, named by its text's key."""
        return self._into(self.words, keys)

    def state(self, name: str, *contents: str) -> Callable[[Handler], Handler]:
        """Answer a kind of content (`text`, `photo`, … or `*` for the rest) while the conversation is there."""
        return self._into(self.states, [(name, content) for content in contents])

    def press(self, *verbs: str) -> Callable[[Handler], Handler]:
        """Answer an inline button."""
        return self._into(self.presses, verbs)

    def include(self, other: "Routes") -> None:
        """Take over another table; nothing may stand in both."""
        pairs: tuple[tuple[dict[Any, Handler], dict[Any, Handler]], ...] = (
            (self.commands, other.commands),
            (self.words, other.words),
            (self.states, other.states),
            (self.presses, other.presses),
        )
        for mine, theirs in pairs:
            for key, handler in theirs.items():
                self._add(mine, key, handler)

    def for_state(self, name: str | None, content: str) -> Handler | None:
        """The handler of a conversation's state for that kind of content."""
        if name is None:
            return None
        return self.states.get((name, content)) or self.states.get((name, "*"))

    def _into(self, table: dict[Any, Handler], keys: Any) -> Callable[[Handler], Handler]:
        def register(handler: Handler) -> Handler:
            for key in keys:
                self._add(table, key, handler)
            return handler

        return register

    def _add(self, table: dict[Any, Handler], key: Any, handler: Handler) -> None:
        if key in table:
            raise RouteTakenError(route=key)
        table[key] = handler


def plain(label: str) -> str:
    """A label as people type it: without emoji and capitals."""
    return _LETTERS.sub("", label).strip().casefold()


def command_name(words: str, username: str | None = None) -> str | None:
    """The command that words begin with, without slash and capitals; None where there is none for that bot."""
    found = _COMMAND.match(words)
    if found is None or (username and found[2] and found[2].casefold() != username.casefold()):
        return None
    return found[1].casefold()
