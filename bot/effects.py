"""Named effects of procedures: written here once, used by any file."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from core.action import Effect
from core.register import register_row
from storage.rows import Errand, RegisterRow

if TYPE_CHECKING:
    from bot.aftermath import Aftermath


def run(after: "Aftermath", effects: Iterable[Effect]) -> None:
    """Set the effects going."""
    for effect in effects:
        EFFECTS[effect.name](after, effect)


def _register(after: "Aftermath", effect: Effect) -> None:
    """A line of the register, which the case's latest state fills."""
    case = after.case
    row = register_row(case, after.procedure, after.office)
    by = after.actor
    after.desk.unit.write_register(RegisterRow(case.id, case.ticket, after.desk.now, by, row))


def _export(after: "Aftermath", effect: Effect) -> None:
    """The case's record for the data centre, posted where one is configured."""
    case = after.case
    after.desk.unit.ask(Errand("export", {"case_id": case.id}, case.id, f"export:{case.id}:{case.version}"))


EFFECTS: dict[str, Callable[["Aftermath", Effect], None]] = {"register": _register, "export": _export}
