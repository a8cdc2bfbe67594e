"""Whoever has left: what waited for them by name goes to others at once, with a word who left."""

from collections.abc import Callable
from datetime import datetime

from bot.desk import Desk
from bot.house import House
from core.commands import Depart
from storage import departures
from storage.batch import Batch, Committed
from storage.database import Database


class Departures:
    """Part of the timekeeper. `hand_out` is given what a commit has left to do."""

    def __init__(self, db: Database, house: House, hand_out: Callable[[Committed], None]) -> None:
        self._db, self._house, self._hand_out = db, house, hand_out

    async def due(self, now: datetime) -> bool:
        """Look at what the staff commands have noted; False where there is nothing."""
        people = await departures.waiting(self._db)
        if not people:
            return False
        batch = Batch(self._db)
        for person_id in people:
            unit = batch.unit(now)
            desk = Desk(self._house, unit)
            for case in await unit.tasks_of(person_id, [], limit=1000):
                await desk.decide(case, Depart(person=person_id))
            unit.departed(person_id)
            batch.accept(unit)
        self._hand_out(await batch.commit([], at=now))
        return True
