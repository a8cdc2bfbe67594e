"""The names that procedure files may use and Python gives a meaning to."""

from dataclasses import dataclass

EFFECTS = frozenset({"code", "letter", "register", "export", "survey", "message", "sign", "send"})
ERRANDS = frozenset({"etl", "olap"})
PUBLISHED_DATA = "published_data"
"""Offers what the office has published already."""
HOOKS = frozenset({PUBLISHED_DATA})


@dataclass(frozen=True)
class Vocabulary:
    """What follows (`effects:`), what is run (`run:`), what may come before opening (`before:`), and lists kept
    outside the files (`list:` of a checklist)."""

    effects: frozenset[str] = EFFECTS
    errands: frozenset[str] = ERRANDS
    hooks: frozenset[str] = HOOKS
    lists: frozenset[str] = frozenset()
