"""Named effects of procedures: written here once, used by any file."""

from collections.abc import Awaitable, Callable, Iterable
from typing import TYPE_CHECKING

from core.action import Effect
from core.drafts import newest
from core.register import register_row
from core.sending import REQUESTER, order
from storage.rows import Errand, RegisterRow

if TYPE_CHECKING:
    from bot.aftermath import Aftermath


async def run(after: "Aftermath", effects: Iterable[Effect]) -> None:
    """Set the effects going."""
    for effect in effects:
        await EFFECTS[effect.name](after, effect)


async def _register(after: "Aftermath", effect: Effect) -> None:
    """A line of the register, which the case's latest state fills."""
    case = after.case
    row = register_row(case, after.procedure, after.office)
    by = after.actor
    after.desk.unit.write_register(RegisterRow(case.id, case.ticket, after.desk.now, by, row))


async def _export(after: "Aftermath", effect: Effect) -> None:
    """The case's record for the data centre, posted where one is configured."""
    case = after.case
    after.desk.unit.ask(Errand("export", {"case_id": case.id}, case.id, f"export:{case.id}:{case.version}"))


async def _sign(after: "Aftermath", effect: Effect) -> None:
    """The trail has it already: putting one's name to something is decided with the action."""


async def _send(after: "Aftermath", effect: Effect) -> None:
    """The newest files of an answer go to the requester, or to somebody named."""
    what, to = order(effect)
    person_id = after.case.requester if to == REQUESTER else after.case.named.get(to)
    if person_id is not None:
        await after.show_evidence(person_id, newest(after.case, what))


EFFECTS: dict[str, Callable[["Aftermath", Effect], Awaitable[None]]] = {
    "register": _register,
    "export": _export,
    "sign": _sign,
    "send": _send,
}
