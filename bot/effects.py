"""Named effects of procedures: written here once, used by any file."""

from collections.abc import Awaitable, Callable, Iterable
from typing import TYPE_CHECKING

from bot import check_codes, surveys
from bot.documents.ordering import ask_for_letter
from core.action import Effect
from core.drafts import newest
from core.paper_events import RegisterWritten
from core.register import register_of, register_row
from core.sending import REQUESTER, order
from core.survey_order import order as order_survey
from storage.errands import Errand
from storage.register import RegisterRow

if TYPE_CHECKING:
    from bot.aftermath import Aftermath


async def run(after: "Aftermath", effects: Iterable[Effect]) -> None:
    """Set the effects going."""
    for effect in effects:
        await EFFECTS[effect.name](after, effect)


async def _register(after: "Aftermath", effect: Effect) -> None:
    """A line of a register, which the case's latest state fills; one written again keeps its number."""
    book, case, unit = register_of(effect), after.case, after.desk.unit
    number = case.registers.get(book.name)
    if book.numbered and number is None:
        number = await unit.next_number(f"register-{book.name}-{after.house.year(after.desk.now)}")
    row = register_row(case, after.procedure, after.office)
    unit.write_register(RegisterRow(case.id, case.ticket, after.desk.now, after.actor, row, book.name, number))
    if book.name and book.name not in case.registers:
        await after.witness(RegisterWritten(by=after.actor, register=book.name, number=number))


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


async def _survey(after: "Aftermath", effect: Effect) -> None:
    """The requester is asked about the service once it is over."""
    surveys.wanted(after.house, after.desk.unit, after.case, after.procedure, order_survey(effect))


EFFECTS: dict[str, Callable[["Aftermath", Effect], Awaitable[None]]] = {
    "register": _register,
    "export": _export,
    "sign": _sign,
    "send": _send,
    "code": check_codes.give,
    "letter": ask_for_letter,
    "survey": _survey,
}
