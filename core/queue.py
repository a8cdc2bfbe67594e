"""The queue of a storm: which cases stand in it, and whose turn it is."""

from collections.abc import Iterable
from datetime import datetime

from core.case import Case
from core.field import ChoiceField
from core.incident import stands_alone
from core.performer import Kind
from core.procedure import Procedure


def is_queued(case: Case, procedure: Procedure) -> bool:
    """Whether the case waits for anybody of a role to take it, or will as soon as its place is known."""
    if not stands_alone(case):
        return False
    if any(procedure.step(one.id).ring is not None and one.claimed_by is None for one in case.steps):
        return True
    return case.step(procedure.entry.id) is not None and _asks_requester(procedure)


def in_turn(cases: Iterable[Case], procedure: Procedure) -> list[Case]:
    """The queue, the most urgent first; of equals the one that has waited longest."""
    question = triage_of(procedure)
    last = procedure.storm.last if procedure.storm is not None else ()
    choices = [choice.id for choice in question.choices] if question is not None else []
    order = [one for one in choices if one not in last] + [""] + [one for one in choices if one in last]
    ranks = {choice: rank for rank, choice in enumerate(order)}
    unsaid = ranks[""]

    def place(case: Case) -> tuple[int, datetime, int]:
        said = str(case.values.get(question.name, "")) if question is not None else ""
        return ranks.get(said, unsaid), case.opened_at, case.id

    return sorted(cases, key=place)


def triage_of(procedure: Procedure) -> ChoiceField | None:
    """The question whose answer sorts the queue."""
    rule = procedure.storm
    action = next((one for one in procedure.standing if rule is not None and one.id == rule.triage), None)
    asked = action.asks[0] if action is not None and action.asks else None
    return asked if isinstance(asked, ChoiceField) else None


def _asks_requester(procedure: Procedure) -> bool:
    performer = procedure.entry.performer
    return performer is not None and performer.kind is Kind.REQUESTER
