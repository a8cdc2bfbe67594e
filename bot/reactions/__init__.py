"""What each event causes. One function an event type; texts and recipients that a procedure names stand in its file."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot import groups, reporters, storms
from bot.aftermath import Aftermath
from bot.reactions import answers, cases, drafts, holders, papers, steps
from bot.registry import reaction_to
from core import events as e
from core.case import Case, OpenStep
from core.office import Office
from core.parts import of_event
from core.procedure import Procedure

if TYPE_CHECKING:
    from bot.desk import Desk

__all__ = ["answers", "cases", "drafts", "follow", "holders", "papers", "steps"]


async def follow(
    desk: "Desk",
    case: Case,
    events: Sequence[e.Event],
    procedure: Procedure,
    office: Office,
    waited: tuple[OpenStep, ...] = (),
) -> None:
    """Let everything happen that the events cause; `waited` are the steps that were open before them."""
    after = Aftermath(desk, case, procedure, office, events, waited=waited)
    after.in_storm = procedure.storm is not None and await desk.unit.storm(procedure.id) is not None
    after.main = await reporters.main_of(desk.unit, case)
    after.views = {view.chat_id: view for view in await desk.unit.card_views(case.id) if view.chat_id > 0}
    for event in events:
        after.part = of_event(after.case, event)
        await reaction_to(event)(after, event)
    after.refresh()
    if not after.is_in_queue:
        await groups.show(after)
    if procedure.storm is not None:
        await storms.follow_up(after)
