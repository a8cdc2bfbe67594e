"""What a procedure file may say and this version cannot run yet: said at the start, never found out at night."""

from collections.abc import Iterator

from core.action import Action, Effect, Notice, Standing
from core.condition import Condition, Relation
from core.contest import Contest
from core.duration import Duration
from core.entry import Entry
from core.field import ChecklistField, DurationField, RecordsField
from core.flow import Flow
from core.impasse import impasses
from core.incident import SameEvent
from core.letter_order import faults as letter_faults
from core.opening import Opening
from core.performer import Kind, Performer
from core.procedure import Procedure
from core.question import Question
from core.queue import triage_of
from core.register import faults as register_faults
from core.register import registers
from core.sending import faults as send_faults
from core.signing import faults as sign_faults
from core.step import Claim, Proxy, Step
from core.storm import StormRule
from core.survey_order import faults as survey_faults
from core.timer import Reminder, Timer, Unanswered, Watch
from core.walk import Place, walk

FIELDS = frozenset(
    {"text", "number", "phrase", "choice", "duration", "yes_no", "phone", "location", "photos", "voice", "video"}
    | {"document", "person", "date", "time", "slot", "records", "checklist"}
)
IN_A_LINE = frozenset({"text", "number"})
"""Questions whose answers are written in one line of a list."""
EFFECTS = frozenset({"register", "export", "sign", "send", "letter", "survey", "code"})
NAMED = frozenset({Kind.PERSON, Kind.REQUESTER})
FIRST_TOLD = frozenset({Kind.ROLE, Kind.PERSON})
TOLD = frozenset({Kind.ROLE, Kind.PERSON, Kind.REQUESTER, Kind.HOLDERS, Kind.ABOVE, Kind.NEAREST})
ENTITLED = frozenset({Kind.ROLE, Kind.PERSON, Kind.REQUESTER, Kind.HOLDERS})


def unrunnable(procedure: Procedure) -> list[str]:
    """Every construct of the file that cannot be run yet, with where it stands."""
    found: list[str] = []
    for place, part in walk(procedure):
        # The rows are the wording of the official table; the steps are what runs.
        if place[:1] != ("rows",):
            found += [f"{_where(procedure, place)}: {lacking}" for lacking in _lacking(procedure, part)]
    circles = _circles(procedure)
    found += [f"step {step}: part of a circle of automatic steps" for step in circles]
    if not circles:
        found += [f"step {step}: may leave nothing that must be done" for step in impasses(procedure)]
    return list(dict.fromkeys(found))


def _where(procedure: Procedure, place: Place) -> str:
    match place:
        case ("steps", int(index), *_):
            return f"step {procedure.steps[index].id}"
        case ("standing", int(index), *_):
            return f"standing {procedure.standing[index].id}"
        case (key, *_):
            return str(key)
        case _:
            return procedure.id


def _lacking(procedure: Procedure, part: object) -> Iterator[str]:
    match part:
        case Entry():
            yield from _set(part, "schedule")
            if part.once and procedure.lane != "alarm" and procedure.rehearses is None:
                yield "once, outside the lane alarm and rehearsals"
        case Contest():
            yield from _set(part, "asks")
            if part.within is not None:
                yield from _of_duration("contest within", part.within)
        case Opening() if not any(part is one for one in _openings(procedure)):
            yield "opens, except of a contest and of a checklist"
        case Step():
            yield from _of_step(part)
        case Claim() if part.lapses is not None:
            yield from _of_duration("lapses", part.lapses)
        case Timer():
            if part.do in ("release", "remind"):
                yield f"timer do: {part.do}"
        case Watch():
            yield from _of_duration("lost", part.lost)
        case Unanswered():
            yield from _set(part, "tell")
            yield from _of_duration("unanswered after", part.after)
            if part.do != "next":
                yield f"unanswered do: {part.do}"
        case Reminder():
            if part.who is not None:
                yield from _of_performer(part.who, TOLD)
        case Proxy():
            yield from _of_performer(part.performer, ENTITLED)
        case Standing():
            yield from _of_duration("undo", part.undo) if part.undo is not None else ()
            yield from _of_performer(part.performer, ENTITLED)
        case Action():
            yield from _of_duration("undo", part.undo) if part.undo is not None else ()
            if part.not_before is not None and part.not_before.delta is None:
                yield f"not_before {part.not_before}"
        case SameEvent():
            yield from _of_duration("within", part.within)
            yield from _of_performer(part.performer, ENTITLED)
        case StormRule():
            yield from _of_storm(procedure, part)
        case Notice():
            yield from _of_performer(part.who, TOLD, FIRST_TOLD)
        case Effect() if part.name not in EFFECTS:
            yield f"effect {part.name}"
        case Effect() if part.name == "code":
            if all(step.action(part.subject or "") is None for step in procedure.steps):
                yield "effect code, except for an action of a step"
        case Effect() if part.name == "sign":
            yield from sign_faults(part)
        case Effect() if part.name == "send":
            yield from send_faults(part)
        case Effect() if part.name == "register":
            yield from register_faults(part, procedure.known_roles)
        case Effect() if part.name == "letter":
            yield from letter_faults(part, procedure.known_roles)
        case Effect(name="survey"):
            yield from survey_faults(part, procedure)
        case Condition():
            known = {step.id for step in procedure.steps} | {f"register {name}" for name in registers(procedure)}
            asked = (test.subject for test in part.tests if test.relation is Relation.DONE)
            yield from (f"condition {subject} done, of an effect" for subject in asked if subject not in known)
        case Question():
            yield from _of_field(procedure, part)


def _openings(procedure: Procedure) -> Iterator[Opening]:
    """What opens linked cases: contests, and exceptions in checklists."""
    yield from (contest.opens for contest in procedure.contest)
    for field in procedure.fields:
        if isinstance(field, ChecklistField) and field.exceptions is not None:
            yield field.exceptions


def _of_storm(procedure: Procedure, rule: StormRule) -> Iterator[str]:
    question = triage_of(procedure)
    if question is None or not {choice.id for choice in question.choices} >= set(rule.last):
        yield f"triage {rule.triage}, unless it is a standing action with one choice that has {', '.join(rule.last)}"
    yield from _of_duration("calm", rule.calm)
    yield from _of_duration("summary", rule.summary)
    yield from _of_performer(rule.performer, frozenset({Kind.ROLE}))


def _set(part: object, *keys: str) -> Iterator[str]:
    yield from (key for key in keys if getattr(part, key))


def _of_step(step: Step) -> Iterator[str]:
    yield from _set(step, "run")
    if step.every is not None and step.every.since is not None:
        yield f"every {step.every}"
    if step.every is not None and not any(action.stay for action in step.actions):
        yield "every, without an action that stays"
    if step.starts is not None and step.auto:
        yield "starts, of an automatic step"
    if step.ring is not None:
        yield from _of_duration("ring", step.ring)
    if step.on_behalf is not None and not (step.performer and step.performer.kind in (Kind.PERSON, Kind.NEAREST)):
        yield "on_behalf, where nobody has the step by name"
    if step.performer is not None:
        yield from _of_doer(step.performer, step)


def _of_doer(performer: Performer, step: Step) -> Iterator[str]:
    """A step is for one by name, for roles, or for the first of several by name, else a role."""
    kinds = [one.kind for one in performer.of]
    match performer.kind:
        case Kind.ROLE | Kind.PERSON | Kind.REQUESTER | Kind.NEAREST:
            runs = True
        case Kind.ANY:
            runs = set(kinds) <= {Kind.ROLE} or set(kinds) <= NAMED
        case Kind.FIRST:
            runs = set(kinds[:-1]) <= NAMED and kinds[-1] in (Kind.ROLE, *NAMED)
        case _:
            runs = False
    if not runs:
        yield f"by: {performer.kind}"
    if any(one.unit for one in performer.each()):
        yield "by: of a unit"
    if any(one.free and one.kind is not Kind.ROLE for one in performer.each()):
        yield "by: free, except of a role"
    if "citizen" in performer.roles:
        yield "by: citizen, where not the requester is meant"
    if step.asks and performer.kind not in (Kind.PERSON, Kind.NEAREST):
        yield "next, where nobody is asked by name"


def _of_performer(
    performer: Performer, kinds: frozenset[Kind], of_first: frozenset[Kind] = frozenset()
) -> Iterator[str]:
    runs = {Kind.ALL: frozenset[Kind](), Kind.FIRST: of_first}.get(performer.kind, kinds)
    for one in performer.each():
        if one.kind not in runs or one.unit or one.free:
            yield f"{performer.kind}, to be told or to act at any time"


def _of_duration(key: str, duration: Duration) -> Iterator[str]:
    if duration.delta is None or duration.since is not None:
        yield f"{key} {duration}"


def _of_field(procedure: Procedure, field: Question) -> Iterator[str]:
    kind = getattr(field, "type", "")
    if kind not in FIELDS:
        yield f"question of type {kind}"
    if isinstance(field, RecordsField):
        strange = {one.type for one in field.fields} - IN_A_LINE
        yield from (f"a question of type {one} in the records {field.id}" for one in sorted(strange))
    if isinstance(field, DurationField):
        for length in field.lengths:
            if length.since is not None:
                yield f"the question {field.id}: {length}"
    if isinstance(field, ChecklistField) and field.list not in procedure.lists:
        yield f"the list {field.list}, which is not of this file"


def _circles(procedure: Procedure) -> list[str]:
    """Steps that may lead back to themselves by themselves, for ever and without any time passing.

    An automatic step is left at once; so is one by a timer that counts from an earlier step, until that opens anew.
    """
    autos = {step.id for step in procedure.steps if step.auto}
    ways = [(way.source, way.target, "") for way in Flow(procedure).ways if way.source in autos]
    for step in procedure.steps:
        leaving = [one for one in step.timers if one.target is not None and one.after.step not in (None, step.id)]
        ways += [(step.id, one.target or "", one.after.step or "") for one in leaving]
    while (turning := _turning(ways)) and (lasting := [way for way in ways if way[2] not in turning]) != ways:
        ways = lasting
    return sorted(turning)


def _turning(ways: list[tuple[str, str, str]]) -> set[str]:
    """The steps that lie in a circle of the ways, or between two."""
    turning = {source for source, _, _ in ways}
    while True:
        inner = [way for way in ways if way[0] in turning and way[1] in turning]
        if turning == (both := {way[0] for way in inner} & {way[1] for way in inner}):
            return turning
        turning = both
