"""What must be true of a procedure beyond its grammar, proved when it is loaded."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import TYPE_CHECKING

from core.action import Action, Effect
from core.condition import COMPARED, Condition
from core.entry import Entry, OnBehalf, Schedule
from core.fault import did_you_mean
from core.field import (
    ChecklistField,
    ChoiceField,
    Fields,
    NumberField,
    PersonField,
    RecordsField,
    SlotField,
    YesNoField,
)
from core.flow import Flow
from core.naming import unset_names
from core.performer import Kind, Performer, Role
from core.rehearsal import disturbing
from core.rows import uncounted_rows
from core.step import Proxy, Step
from core.targets import stranded_steps, unknown_ends, unknown_targets
from core.timer import Timer
from core.vocabulary import Vocabulary
from core.walk import Finding, Place, walk

if TYPE_CHECKING:
    from core.procedure import Procedure

TOP = frozenset({"head_of_department", "admin", "citizen"})
"""Nobody is above these."""


def check(procedure: "Procedure", vocabulary: Vocabulary) -> list[Finding]:
    """Everything that does not hold together. The ways are followed only where every target exists."""
    findings = [*_repeated(procedure), *unknown_targets(procedure), *unknown_ends(procedure)]
    findings += [*_strange_values(procedure), *disturbing(procedure), *_strange_parts(procedure)]
    findings += [*_strange_roles(procedure), *_strange_words(procedure, vocabulary), *uncounted_rows(procedure)]
    if not findings:
        flow = Flow(procedure)
        findings += [*stranded_steps(procedure, flow), *unset_names(procedure, flow), *_unheard(procedure)]
    return findings


def _repeated(procedure: "Procedure") -> Iterator[Finding]:
    yield from _twice((("steps", index, "id"), step.id) for index, step in enumerate(procedure.steps))
    yield from _twice((("standing", index, "id"), action.id) for index, action in enumerate(procedure.standing))
    yield from _twice((("contest", at, "opens", "link"), one.opens.link) for at, one in enumerate(procedure.contest))
    for place, part in walk(procedure):
        if isinstance(part, Step):
            yield from _twice(((*place, "actions", i, "id"), action.id) for i, action in enumerate(part.actions))
        if isinstance(part, ChoiceField):
            yield from _twice(((*place, "choices", i), option.id) for i, option in enumerate(part.choices))
        for key, fields in _questions(part):
            names = (((*place, key, i, "id"), name) for i, field in enumerate(fields) for name in field.names)
            yield from _twice(names)
    for name, options in procedure.lists.items():
        yield from _twice((("lists", name, index), option.id) for index, option in enumerate(options))


def _questions(part: object) -> Iterator[tuple[str, Fields]]:
    if isinstance(part, (Action, Proxy)):
        yield "ask", part.asks
    elif isinstance(part, RecordsField):
        yield "fields", part.fields
    elif isinstance(part, (Entry, OnBehalf)):
        yield "form", part.form


def _twice(ids: Iterable[tuple[Place, Hashable]]) -> Iterator[Finding]:
    counts: Counter[Hashable] = Counter()
    for place, found in ids:
        counts[found] += 1
        if counts[found] == 2:
            yield place, str(found), "an id that nothing beside it has"


def _strange_values(procedure: "Procedure") -> Iterator[Finding]:
    """Comparisons with what a question cannot be answered with, and of what is not a number."""
    answers: dict[str, set[str]] = {}
    numbers = set()
    for _, part in walk(procedure):
        if isinstance(part, ChoiceField):
            answers.setdefault(part.name, set()).update(option.id for option in part.choices)
        elif isinstance(part, YesNoField):
            answers.setdefault(part.name, set()).update(("yes", "no"))
        elif isinstance(part, NumberField):
            numbers.add(part.name)
    for place, part in walk(procedure):
        for test in part.tests if isinstance(part, Condition) else ():
            if test.relation in COMPARED and test.subject not in numbers:
                yield place, f"${test.subject}", f"a number beside {test.relation}"
            for value in test.values if test.subject in answers else ():
                if value not in answers[test.subject]:
                    among = ", ".join(sorted(answers[test.subject]))
                    yield place, value, f"one of {among}{did_you_mean(value, answers[test.subject])}"


def _strange_parts(procedure: "Procedure") -> Iterator[Finding]:
    """A party is split once, and by a question that takes several slots."""
    split = {
        f"${field.name}" for field in procedure.fields if isinstance(field, SlotField) and field.others is not None
    }
    at = [(index, step.parts) for index, step in enumerate(procedure.steps) if step.parts is not None]
    for place, (index, name) in enumerate(at):
        if name not in split:
            yield ("steps", index, "parts"), name, "a question for a slot with others:"
        elif place:
            yield ("steps", index, "parts"), name, "parts: at one step only"


def _strange_roles(procedure: "Procedure") -> Iterator[Finding]:
    known = procedure.known_roles
    for at, role in _roles(procedure):
        if role not in known:
            yield at, role, f"a role of the house or of roles:{did_you_mean(role, known)}"


def _roles(procedure: "Procedure") -> Iterator[tuple[Place, str]]:
    for below, above in procedure.above.items():
        yield ("above", below), below
        yield ("above", below), above
    for place, part in walk(procedure):
        if isinstance(part, (Entry, OnBehalf)):
            yield from (((*place, "by", index), role) for index, role in enumerate(part.by))
        elif isinstance(part, Timer):
            yield from (((*place, "widen", index), role) for index, role in enumerate(part.widen))
        elif isinstance(part, (Step, Role)) and part.above is not None:
            yield (*place, "above"), part.above
        elif isinstance(part, Schedule) and part.roster is not None:
            yield (*place, "roster"), part.roster
        elif isinstance(part, (Performer, PersonField)) and part.role is not None:
            yield (*place, "role") if isinstance(part, PersonField) else place, part.role


def _strange_words(procedure: "Procedure", vocabulary: Vocabulary) -> Iterator[Finding]:
    lists = vocabulary.lists | procedure.lists.keys()
    for place, part in walk(procedure):
        if isinstance(part, Effect):
            yield from _strange(place, part.name, "an effect", vocabulary.effects)
        elif isinstance(part, Step):
            yield from _strange((*place, "run"), part.run, "an errand", vocabulary.errands)
        elif isinstance(part, Entry):
            yield from _strange((*place, "before"), part.before, "a hook", vocabulary.hooks)
        elif isinstance(part, ChecklistField):
            yield from _strange((*place, "list"), part.list, "a list", frozenset(lists))


def _strange(place: Place, word: str | None, noun: str, known: frozenset[str]) -> Iterator[Finding]:
    if word is not None and word not in known:
        among = f": {', '.join(sorted(known))}" if known else ", and there is none"
        yield place, word, f"{noun} that exists{among}{did_you_mean(word, known)}"


def _unheard(procedure: "Procedure") -> Iterator[Finding]:
    """Steps of staff that would be late without anybody above being told."""
    for index, step in enumerate(procedure.steps):
        performer = step.performer
        if step.within is None or not step.binding or performer is None or performer.kind is Kind.REQUESTER:
            continue
        role = procedure.role_of(performer)
        if role not in TOP and procedure.above_of(step) is None and step.remind != ():
            yield ("steps", index, "within"), str(step.within), f"above: with who is told when {role or 'it'} is late"
    for role in procedure.above:
        climbed = [role]
        while (higher := procedure.above_role(climbed[-1])) is not None and higher not in climbed:
            climbed.append(higher)
        if higher is not None:
            yield ("above", role), " < ".join([*climbed, higher]), "an order that ends at the top"
