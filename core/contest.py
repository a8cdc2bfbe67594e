"""After the end: what the requester may still say of it, and what a linked case takes along."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field as Key

from core import events as e
from core.action import Notice
from core.case import Case
from core.duration import Duration
from core.field import Field
from core.grammar import Ids, Listed, Spoken, Text
from core.judgement import value_of
from core.opening import Opening
from core.refusal import AlreadyLinked, NotAllowed, StepOver, TooLate

if TYPE_CHECKING:
    from core.procedure import Procedure


class Contest(Spoken):
    """After the end the requester may say for so long that it is not right; that opens a linked case."""

    label: Text
    agree: Text | None = None
    """The other button: the requester says that it is right."""
    within: Duration | None = None
    """For so long; without it, for ever."""
    outcomes: Ids = ()
    """After these outcomes, or after any."""
    asks: tuple[Field, ...] = Key(default=(), alias="ask")
    tell: Annotated[tuple[Notice, ...], Listed] = ()
    """Who is told of the linked case, in the place of whom its own `open:` tells."""
    opens: Opening
    """Its `link` tells the contests of one procedure apart."""


def contested(case: Case, procedure: "Procedure", link: str, by: int, now: datetime) -> Contest:
    """The contest that somebody may make now. Raises `NotAllowed`, `StepOver`, `AlreadyLinked` and `TooLate`."""
    if by != case.requester:
        raise NotAllowed()
    contest = next((one for one in procedure.contests(case.outcome) if one.opens.link == link), None)
    if contest is None or case.closed_at is None:
        raise StepOver()
    for one in case.links:
        if one.link == link:
            raise AlreadyLinked(one.ticket)
    if contest.within is not None and contest.within.delta is not None and now > case.closed_at + contest.within.delta:
        raise TooLate()
    return contest


def accepted(case: Case, procedure: "Procedure", by: int) -> e.OutcomeAccepted | None:
    """The event of a requester who agrees with the end, None where they have. Raises `NotAllowed` and `StepOver`."""
    if by != case.requester:
        raise NotAllowed()
    if not any(one.agree is not None for one in procedure.contests(case.outcome)):
        raise StepOver()
    return e.OutcomeAccepted(by=by) if case.accepted_at is None else None


def carried(case: Case, carry: Mapping[str, str], by: int) -> Iterator[e.Event]:
    """The events that give a linked case what it takes along: values, persons, and files as evidence of its own."""
    number = 0
    for name, source in carry.items():
        value = value_of(case, source[1:])
        if source[1:] in case.named:
            yield e.HolderNamed(by=by, name=name, person=value)
        elif _are_files(case, value):
            numbers = []
            for item in case.evidence:
                file = case.file(item.number)
                if item.number in value and file is not None:
                    number += 1
                    numbers.append(number)
                    yield e.EvidenceGiven(by=item.by, number=number, kind=item.kind, file=e.Personal(dict(file)))
            if numbers:
                yield e.ValueGiven(by=by, name=name, value=numbers)
        elif value is not None:
            personal = source[1:] in case.personal
            yield e.ValueGiven(by=by, name=name, value=e.Personal(value) if personal else value)


def _are_files(case: Case, value: Any) -> bool:
    known = {item.number for item in case.evidence}
    return isinstance(value, list) and bool(value) and known.issuperset(value)
