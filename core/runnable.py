"""What a procedure file may say and this version cannot run yet: said at the start, never found out at night."""

from collections.abc import Iterator

from core.field import Field
from core.performer import Kind
from core.procedure import Procedure
from core.step import Step

FIELDS = frozenset(
    {"text", "number", "phrase", "choice", "yes_no", "phone", "location", "photos", "voice", "video", "document", "person"}
)
EFFECTS = frozenset({"register", "export"})


def unrunnable(procedure: Procedure) -> list[str]:
    """Every construct of the file that cannot be run yet, with where it stands."""
    return [*_of_opening(procedure), *(fault for step in procedure.steps for fault in _of_step(step))]


def _of_opening(procedure: Procedure) -> Iterator[str]:
    opening = procedure.open
    if opening.schedule is not None:
        yield "open: schedule"
    if opening.before is not None:
        yield "open: before"
    if opening.on_behalf is not None:
        yield "open: on_behalf"
    if procedure.contest is not None:
        yield "contest"
    if procedure.hours != "always":
        yield "hours: office"
    yield from _of_fields("open", opening.form)
    for standing in procedure.standing:
        yield from _of_fields(f"standing {standing.id}", standing.asks)


def _of_step(step: Step) -> Iterator[str]:
    where = f"step {step.id}"
    for name in ("run", "every", "starts"):
        if getattr(step, name) is not None:
            yield f"{where}: {name}"
    if step.within is not None and step.within.delta is None:
        yield f"{where}: within {step.within}"
    if step.hours == "office":
        yield f"{where}: hours office"
    if step.reminders_at:
        yield f"{where}: reminders before a date"
    if step.performer is not None and any(
        one.kind is Kind.ROSTER or one.unit or one.free_at or one.posts for one in step.performer.each()
    ):
        yield f"{where}: by {step.performer.kind}"
    if any(timer.every is not None or timer.do in ("release", "remind") for timer in step.timers):
        yield f"{where}: timers every, release or remind"
    for consequence in (step, *step.actions):
        if consequence.opens:
            yield f"{where}: opens"
        yield from (f"{where}: effect {one.name}" for one in consequence.effects if one.name not in EFFECTS)
    for action in step.actions:
        yield from _of_fields(f"{where}, {action.id}", action.asks)


def _of_fields(where: str, fields: tuple[Field, ...]) -> Iterator[str]:
    yield from (f"{where}: question of type {field.type}" for field in fields if field.type not in FIELDS)
