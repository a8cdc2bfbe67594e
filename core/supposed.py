"""What a way through a procedure supposes of the case's answers, so that no way counts that contradicts itself.

Only what is asked as one of several choices, or with yes or no, is followed; of anything else everything is possible.
"""

from collections.abc import Collection
from typing import NamedTuple

from core.condition import Condition, Relation, Test
from core.field import ChoiceField, Field, YesNoField


class Supposition(NamedTuple):
    """An answer is one of `only` (None: any), and none of `never`."""

    subject: str
    only: frozenset[str] | None = None
    never: frozenset[str] = frozenset()


Supposed = frozenset[Supposition]
NOTHING: Supposed = frozenset()


def followed(fields: Collection[Field]) -> frozenset[str]:
    """The names of the answers that are followed: a question of that name may have no other type."""
    plain = {field.name for field in fields if _is_plain(field)}
    others = {name for field in fields if not _is_plain(field) for name in field.names}
    return frozenset(plain - others)


def suppose(known: Supposed, condition: Condition | None, *, holds: bool, about: Collection[str]) -> Supposed | None:
    """What is supposed where a condition holds, or does not; None where that cannot be."""
    if condition is None:
        return known if holds else None
    if holds:
        ways = [way for tests in condition.alternatives if (way := _all(known, tests, about)) is not None]
        return None if not ways else ways[0] if len(ways) == 1 else known
    found: Supposed | None = known
    for tests in condition.alternatives:
        if found is not None and len(tests) == 1:
            found = _one(found, tests[0], holds=False, about=about)
    return found


def forgotten(known: Supposed, subjects: Collection[str]) -> Supposed:
    """What is still supposed when these may have been answered anew."""
    return frozenset(one for one in known if one.subject not in subjects)


def asked(known: Supposed, fields: Collection[Field], about: Collection[str]) -> Supposed:
    """What is supposed once these questions have been answered anew: what is always answered is one of its choices."""
    left = forgotten(known, {name for field in fields for name in field.names})
    certain = (field for field in fields if field.certain and field.name in about)
    return left | {Supposition(field.name, frozenset(_choices(field))) for field in certain}


def _all(known: Supposed, tests: Collection[Test], about: Collection[str]) -> Supposed | None:
    found: Supposed | None = known
    for test in tests:
        found = _one(found, test, holds=True, about=about) if found is not None else None
    return found


def _one(known: Supposed, test: Test, *, holds: bool, about: Collection[str]) -> Supposed | None:
    if test.subject not in about or test.relation not in (Relation.IS, Relation.IN, Relation.IS_NOT):
        return known
    was = next((one for one in known if one.subject == test.subject), Supposition(test.subject))
    values = frozenset(test.values)
    if (test.relation is Relation.IS_NOT) == holds:
        never = was.never | values
        only = was.only - values if was.only is not None else None
    else:
        never = was.never
        only = (values if was.only is None else was.only & values) - never
    if only is not None and not only:
        return None
    return (known - {was}) | {Supposition(test.subject, only, never)}


def _choices(field: Field) -> tuple[str, ...]:
    return tuple(choice.id for choice in field.choices) if isinstance(field, ChoiceField) else ("yes", "no")


def _is_plain(field: Field) -> bool:
    return isinstance(field, YesNoField) or (isinstance(field, ChoiceField) and not field.several)
