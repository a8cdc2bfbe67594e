"""GET /curtain, in the demo only: queues, and one case's events with their hashes and its row of the SOP.

`?case=` names the case by its ticket; without it the newest is told of. Read-only, and nothing personal in it.
"""

from typing import Any

from aiohttp import web

from bot.health import Probe
from bot.house import Shelf
from core.case import Case
from core.procedure import Procedure
from storage import cases, trail
from storage.database import Database

LISTED = 30
"""Cases to choose from."""


class Curtain:
    """Answers what goes on behind the messages."""

    def __init__(self, db: Database, shelf: Shelf, probe: Probe) -> None:
        self._db, self._shelf, self._probe = db, shelf, probe

    @property
    def route(self) -> web.RouteDef:
        """Where it answers."""
        return web.get("/curtain", self._answer)

    async def _answer(self, request: web.Request) -> web.Response:
        vitals = await self._probe()
        depth = {"inbox": vitals.inbox, "outbox": dict(vitals.outbox), "cards": vitals.cards}
        listed = await trail.newest(self._db, LISTED)
        chosen = next((one for one in listed if one.ticket == request.query.get("case")), listed[0] if listed else None)
        told = await self._case(chosen.id) if chosen is not None else None
        tickets = [{"ticket": one.ticket, "open": one.is_open} for one in listed]
        return web.json_response({**depth, "cases": tickets, "case": told})

    async def _case(self, number: int) -> dict[str, Any] | None:
        case = await cases.find(self._db, number)
        if case is None:
            return None
        procedure = self._shelf.of(case)
        events = [
            {"seq": link.seq, "kind": link.kind, "at": link.at.timestamp(), "hash": link.hash}
            for link in await trail.links(self._db, case.id)
        ]
        return {"ticket": case.ticket, "open": case.is_open, "events": events, **_table(procedure, case)}


def _table(procedure: Procedure, case: Case) -> dict[str, Any]:
    rows = [
        {
            "number": row.number,
            "activity": row.activity,
            "by": row.by,
            "within": row.within.indonesian if row.within is not None else "",
        }
        for row in procedure.rows
    ]
    now = sorted({row for step in case.steps if (row := procedure.step(step.id).row) is not None})
    return {"title": procedure.title.id, "number": procedure.number, "rows": rows, "rows_now": now}
