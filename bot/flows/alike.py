"""The same done in several cases: each is an event of its own, and can be taken back on its own."""

from collections.abc import Iterable
from typing import Any

from bot.presses import OldButton
from bot.visit import Visit
from core.commands import Act
from core.refusal import Refusal


async def for_others(visit: Visit, others: Iterable[list[int]], command: Act) -> Any:
    """The same in the other cases; what cannot be done any more in one of them is counted."""
    done, refused = 1, 0
    for case_id, entry in others:
        case = await visit.desk.unit.case(case_id)
        try:
            if case is None:
                raise OldButton
            own = Act(by=command.by, entry=entry, action=command.action, answers=command.answers)
            await visit.desk.decide(case, own)
            done += 1
        except Refusal:
            refused += 1
    return visit.reply("bulk-done", await visit.menu(), done=done, refused=refused)
