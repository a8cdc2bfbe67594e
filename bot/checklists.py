"""What follows from a checklist: each exception opens a case of its own, where the file says so."""

from typing import TYPE_CHECKING

from core import events as e
from core.field import ChecklistField
from core.parts import plain

if TYPE_CHECKING:
    from bot.aftermath import Aftermath


async def follow(after: "Aftermath", event: e.ValueGiven) -> None:
    """Open a case for each exception; the one and the other tell of each other."""
    lists = (field for field in after.procedure.fields if isinstance(field, ChecklistField))
    field = next((one for one in lists if one.name == plain(event.name)), None)
    by = await after.person(event.by) if event.by is not None else None
    if field is None or field.exceptions is None or by is None:
        return
    labels = {one.id: one.label.id for one in after.procedure.lists.get(field.list, ())}
    for one in event.value:
        given = {field.name: labels.get(one, one)}
        linked = await after.desk.follow_up(after.case, field.exceptions, by, given)
        await after.witness(e.CaseLinked(by=by.id, case=linked.id, ticket=linked.ticket, link=field.exceptions.link))
