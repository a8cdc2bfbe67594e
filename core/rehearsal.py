"""A rehearsal: a procedure that plays another one through for its requester alone, and that nobody else hears of."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from core.action import Effect, Notice, Standing
from core.grammar import Id, Part
from core.opening import Opening
from core.performer import Kind
from core.step import Step
from core.timer import Timer
from core.walk import Finding, walk

if TYPE_CHECKING:
    from core.procedure import Procedure


class Rehearsal(Part):
    """`rehearses:` of a procedure."""

    procedure: Id
    """What is rehearsed."""
    gives_way: Id
    """The standing action that ends it when its requester opens the real one."""


def disturbing(procedure: "Procedure") -> Iterator[Finding]:
    """Whatever in a rehearsal would reach somebody other than its requester, or be taken for the real thing."""
    if procedure.rehearses is None:
        return
    if procedure.lane == "alarm":
        yield ("lane",), procedure.lane, "another lane, for a rehearsal overtakes nothing"
    ways_out = {one.id for one in procedure.standing if one.ends and not one.asks and not one.confirm}
    if procedure.rehearses.gives_way not in ways_out:
        expected = "a standing action with end:, which asks nothing"
        yield ("rehearses", "gives_way"), procedure.rehearses.gives_way, expected
    for place, part in walk(procedure):
        match part:
            case Step(performer=performer) if performer is not None and performer.kind is not Kind.REQUESTER:
                yield (*place, "by"), str(performer.kind), "requester, for a rehearsal calls nobody else"
            case Step(above=str() as above):
                yield (*place, "above"), above, "nobody above, for a rehearsal is told to nobody else"
            case Standing(performer=performer) if performer.kind is not Kind.REQUESTER:
                yield (*place, "by"), str(performer.kind), "requester, for a rehearsal is nobody else's"
            case Notice(who=who) if who.kind is not Kind.REQUESTER:
                yield (*place, "who"), str(who.kind), "requester, for a rehearsal is told to nobody else"
            case Timer(widen=roles) if roles:
                yield (*place, "widen"), roles[0], "nobody, for a rehearsal calls nobody else"
            case Effect(name=name) if name != "register":
                yield place, name, "register, for a rehearsal is counted and goes nowhere else"
            case Opening():
                yield place, part.procedure, "nothing, for a rehearsal opens no other case"


def buttons(procedure: "Procedure") -> list[Standing]:
    """What its requester has at hand at any time, besides the real thing."""
    gives_way = procedure.rehearses.gives_way if procedure.rehearses is not None else ""
    return [one for one in procedure.standing if not one.unprompted and one.id != gives_way]


def way_out(procedure: "Procedure") -> str:
    """The action that ends a rehearsal by its requester's wish; the one that gives way, where there is no other."""
    assert procedure.rehearses is not None
    ending = (one.id for one in buttons(procedure) if one.ends and not one.asks)
    return next(ending, procedure.rehearses.gives_way)
