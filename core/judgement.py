"""Whether a procedure's condition holds for a case as it is now."""

from typing import Any

from core.case import Case, OpenStep
from core.condition import Condition, Relation, Test


def holds(condition: Condition | None, case: Case, step: OpenStep | None = None) -> bool:
    """Whether any alternative of the condition holds; no condition always does."""
    if condition is None:
        return True
    return any(all(_test(test, case, step) for test in tests) for tests in condition.alternatives)


def value_of(case: Case, name: str) -> Any:
    """The value `$name` of the case, or None."""
    for values in (case.values, case.personal, case.named):
        if name in values:
            return values[name]
    return None


def _test(test: Test, case: Case, step: OpenStep | None) -> bool:
    if test.relation is Relation.CLAIMED:
        return step is not None and step.claimed_by is not None
    if test.relation is Relation.NEVER_CLAIMED:
        return step is None or (step.claimed_by is None and step.freed_at is None)
    if test.relation is Relation.DONE:
        name = test.subject.removeprefix("register ")
        if name != test.subject:
            return name in case.registers
        return test.subject in case.reached and case.step(test.subject) is None
    value = value_of(case, test.subject)
    match test.relation:
        case Relation.GIVEN:
            return value is not None and value != []
        case Relation.MISSING:
            return value is None or value == []
        case Relation.IS | Relation.IN:
            return not _words(value).isdisjoint(test.values)
        case Relation.IS_NOT:
            return _words(value).isdisjoint(test.values)
        case _:
            return value is not None and _compares(test.relation, float(value), float(test.values[0]))


def _words(value: Any) -> set[str]:
    """What a value is, as conditions write it; several answers to one choice are each of them."""
    return {_word(one) for one in value} if isinstance(value, list) else {_word(value)}


def _word(value: Any) -> str:
    """A value as conditions write it: a yes-or-no question is `yes` or `no`."""
    return ("no", "yes")[value] if isinstance(value, bool) else str(value)


def _compares(relation: Relation, value: float, bound: float) -> bool:
    return {
        Relation.AT_LEAST: value >= bound,
        Relation.AT_MOST: value <= bound,
        Relation.ABOVE: value > bound,
        Relation.BELOW: value < bound,
    }[relation]
