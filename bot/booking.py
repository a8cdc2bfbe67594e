"""Keeps what a case needs booked: places of slots, and whoever must be there. It follows from how the case stands."""

from typing import TYPE_CHECKING

from core.case import Case
from core.office import Office
from core.procedure import Procedure
from core.refusal import SlotTaken
from core.slots import engagements, held, slots

if TYPE_CHECKING:
    from bot.desk import Desk


async def keep(desk: "Desk", case: Case, procedure: Procedure, office: Office) -> None:
    """Book what the case needs from now on, and free what it needs no longer. Raises `SlotTaken`."""
    if not procedure.books:
        return
    bookings, wanted = desk.unit.bookings, held(case, procedure)
    had = await bookings.of_case(case.id, procedure.id)
    for at, field in wanted.items():
        if at not in had and at not in {slot.at for slot in slots(field, desk.now, office.calendar, {})}:
            raise SlotTaken(at)
    full = await bookings.hold(case.id, procedure.id, {at: field.capacity for at, field in wanted.items()})
    if full is not None:
        raise SlotTaken(full)
    await bookings.engage(case.id, engagements(case, procedure))
