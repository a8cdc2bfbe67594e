"""On the first working day of a month the last one of each register goes to whom its procedure names (`monthly`)."""

from collections.abc import Callable, Iterator
from datetime import datetime

from bot.desk import Desk
from bot.documents import register_files
from bot.house import House
from core.month import Month
from core.office import Office
from core.register import monthly
from storage import rounds
from storage.batch import Batch, Committed
from storage.database import Database
from storage.errands import Errand

NAME = "monthly_registers"


class MonthlyRegisters:
    """Part of the timekeeper. `hand_out` is given what a commit has left to do.

    From when on a month is owed is a row, which moves on with the errands in one transaction: each month goes out
    once, and what fell due while nobody ran is made up for on the next working day.
    """

    def __init__(self, db: Database, house: House, hand_out: Callable[[Committed], None]) -> None:
        self._db, self._house, self._hand_out = db, house, hand_out
        self._owed_from: datetime | None = None
        self._look_at: datetime | None = None

    async def due(self, now: datetime) -> bool:
        """Ask for the files if it is time; False where it is not."""
        if self._owed_from is None or self._look_at is None:
            first = Month.of(now, self._house.zone).after.begins(self._house.zone)
            self._owed_from = self._look_at = await rounds.begin(self._db, NAME, first)
        if now < self._look_at:
            return False
        batch = Batch(self._db)
        unit = batch.unit(now)
        office = await Desk(self._house, unit).office()
        if not self._is_time(office, now):
            self._look_at = self._house.morning_after(now)
            return False
        month, this = Month.of(self._owed_from, self._house.zone).before, Month.of(now, self._house.zone)
        while month < this:
            for errand in self._asked(office, month, self._owed_from):
                unit.ask(errand)
            month = month.after
        following = this.after.begins(self._house.zone)
        unit.go_round(NAME, following)
        batch.accept(unit)
        self._hand_out(await batch.commit([], at=now))
        self._owed_from = self._look_at = following
        return True

    def _is_time(self, office: Office, now: datetime) -> bool:
        """Not on a day without work, nor before the morning of a day on which we came back."""
        local = now.astimezone(self._house.zone)
        return office.calendar.works(local.date()) and local.time() >= self._house.digest_at

    def _asked(self, office: Office, month: Month, at: datetime) -> Iterator[Errand]:
        """The files for each of those named, or whoever stands in for them; once for somebody who holds two roles."""
        roles: dict[str, frozenset[str]] = {}
        for procedure in self._house.shelf.in_force.values():
            for name, of in monthly(procedure).items():
                roles[name] = roles.get(name, frozenset()) | of
        for name, of in sorted(roles.items()):
            for person in office.holders_of(sorted(of)):
                if person.has_chat:
                    yield register_files.ask(name, month, person, at, unasked=True)
