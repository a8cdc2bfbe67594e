"""Forms of the product's own, which open no case: their questions, and what becomes of the answers."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.visit import Visit
from core.field import Field

SHEETS: dict[str, "Sheet"] = {}
"""By the name under which a conversation remembers it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """`keep` is given the answers by the questions' ids, and says what there is to say."""

    fields: Callable[[Visit], tuple[Field, ...]]
    keep: Callable[[Visit, Mapping[str, Any]], Awaitable[Any]]
