"""When something holds: `$kind is fire`, `$photos given or $no_photo given`, `register done`."""

import re
from enum import StrEnum
from typing import Any

from core.grammar import Part


class Relation(StrEnum):
    IS = "is"
    IS_NOT = "is not"
    IN = "in"
    AT_LEAST = ">="
    AT_MOST = "<="
    ABOVE = ">"
    BELOW = "<"
    GIVEN = "given"
    MISSING = "missing"
    DONE = "done"
    """A step has been left, or an effect has taken place."""
    CLAIMED = "claimed"
    """Somebody has taken the step."""
    NEVER_CLAIMED = "never claimed"
    """Nobody has taken the step so far, not even for a while."""


COMPARED = frozenset({Relation.AT_LEAST, Relation.AT_MOST, Relation.ABOVE, Relation.BELOW})
"""The relations between numbers."""


class Test(Part):
    """One comparison; a yes_no answer is `yes` or `no`.

    `subject` is a value's name without the dollar sign, a step, or an effect with its argument.
    """

    subject: str
    relation: Relation
    values: tuple[str, ...] = ()


_OF_STEPS = frozenset({Relation.DONE, Relation.CLAIMED, Relation.NEVER_CLAIMED})
_ASKING = _OF_STEPS | {Relation.GIVEN, Relation.MISSING}
_WORDING = (
    re.compile(r"\$(?P<subject>[a-z][a-z0-9_]{0,19}) (?P<relation>given|missing)"),
    re.compile(r"\$(?P<subject>[a-z][a-z0-9_]{0,19}) (?P<relation>is not|is) (?P<values>[\w.-]+)"),
    re.compile(r"\$(?P<subject>[a-z][a-z0-9_]{0,19}) (?P<relation>in) (?P<values>[\w.-]+(?:, ?[\w.-]+)*)"),
    re.compile(r"\$(?P<subject>[a-z][a-z0-9_]{0,19}) (?P<relation>>=|<=|>|<) (?P<values>\d+)"),
    re.compile(r"(?P<subject>[a-z][a-z0-9_]*(?: [a-z][a-z0-9_]*)?) (?P<relation>done)"),
    re.compile(r"(?P<subject>)(?P<relation>never claimed|claimed)"),
)
_EXPECTED = (
    "a condition such as $kind is fire, $kind in fire, rescue, $people > 30, $photos given, $draft missing, "
    "register done, claimed or never claimed, joined by and, or"
)


class Condition(Part):
    """Holds when every test of one of its alternatives holds (`and` binds before `or`)."""

    alternatives: tuple[tuple[Test, ...], ...]

    @classmethod
    def written(cls, data: Any) -> Any:
        if not isinstance(data, str):
            raise ValueError(_EXPECTED)
        alternatives = [alternative.split(" and ") for alternative in data.split(" or ")]
        return {"alternatives": [[cls._test(part) for part in parts] for parts in alternatives]}

    @staticmethod
    def _test(wording: str) -> dict[str, Any]:
        for pattern in _WORDING:
            match = pattern.fullmatch(wording.strip())
            if match is not None:
                found = match.groupdict()
                values = tuple(value.strip() for value in found.get("values", "").split(",") if value)
                return {"subject": found["subject"], "relation": found["relation"], "values": values}
        raise ValueError(_EXPECTED)

    @property
    def tests(self) -> tuple[Test, ...]:
        return tuple(test for alternative in self.alternatives for test in alternative)

    @property
    def names(self) -> tuple[str, ...]:
        """The values that must be set before it can be judged; one tested by `given` beside it need not be."""
        needed = []
        for alternative in self.alternatives:
            given = {test.subject for test in alternative if test.relation is Relation.GIVEN}
            needed += [t.subject for t in alternative if t.relation not in _ASKING and t.subject not in given]
        return tuple(needed)

    @property
    def mentioned(self) -> tuple[str, ...]:
        """Every value that it speaks of."""
        return tuple(test.subject for test in self.tests if test.relation not in _OF_STEPS)

    @property
    def ensures(self) -> frozenset[str]:
        """The values that are there for sure while it holds."""
        each = [
            {t.subject for t in alternative if t.relation not in _OF_STEPS and t.relation is not Relation.MISSING}
            for alternative in self.alternatives
        ]
        return frozenset(set.intersection(*each))
