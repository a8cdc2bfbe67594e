"""Rehearsals beside the real thing: which one somebody is in, how it ends, and that it gives way."""

import structlog

from bot.visit import Visit
from core.case import Case
from core.commands import Act
from core.refusal import Refusal
from core.rehearsal import way_out

log = structlog.get_logger()


async def give_way(visit: Visit) -> None:
    """The real thing has been opened: the rehearsal ends without a word, and nothing of it hinders the other."""
    case = await visit.rehearsal()
    rehearses = visit.desk.house.shelf.of(case).rehearses if case is not None else None
    if case is None or rehearses is None:
        return
    try:
        await visit.desk.decide(case, Act(by=visit.person.id, action=rehearses.gives_way))
    except Refusal as why:
        log.warning("rehearsal.stays", reason=why.name, case=case.id)


async def end(visit: Visit, case: Case) -> None:
    """Its requester has had enough of it."""
    await visit.desk.decide(case, Act(by=visit.person.id, action=way_out(visit.desk.house.shelf.of(case))))
