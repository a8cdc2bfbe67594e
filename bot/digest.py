"""Every working morning one message to whoever has work waiting: what, since when, and what is late."""

from collections.abc import Callable, Sequence
from datetime import datetime

from bot import keyboards, outgoing
from bot.desk import Desk
from bot.facts import clipped
from bot.house import House, language_of
from bot.presses import data
from core.case import Case
from core.digest import Line, gathers, lines
from core.people import Person
from storage import rounds
from storage.batch import Batch, Committed
from storage.database import Database

LANE = "nag"
NAME = "digest"
LINES_MOST, BUTTONS_MOST = 15, 8
TITLE_MOST = 60


class Digests:
    """Part of the timekeeper. `hand_out` is given what a commit has left to do.

    The next morning is a row: one that passed while nobody ran is made up for with one message.
    """

    def __init__(self, db: Database, house: House, hand_out: Callable[[Committed], None]) -> None:
        self._db, self._house, self._hand_out = db, house, hand_out
        self._next_at: datetime | None = None

    async def due(self, now: datetime) -> bool:
        """Send the morning's digests if it is time; False where it is not."""
        if self._next_at is None:
            self._next_at = await rounds.begin(self._db, NAME, self._house.morning_after(now))
        if now < self._next_at:
            return False
        batch = Batch(self._db)
        unit = batch.unit(now)
        await self._tell(Desk(self._house, unit), now)
        following = self._house.morning_after(now)
        unit.go_round(NAME, following)
        batch.accept(unit)
        self._hand_out(await batch.commit([], at=now))
        self._next_at = following
        return True

    async def _tell(self, desk: Desk, now: datetime) -> None:
        """Nothing on days without work, nor before the morning of a day on which we came back."""
        local, office = now.astimezone(self._house.zone), await desk.office()
        if not office.calendar.works(local.date()) or local.time() < self._house.digest_at:
            return
        slow = {one.id for one in self._house.shelf.versions.values() if any(gathers(step, one) for step in one.steps)}
        cases = [case for procedure in sorted(slow) for case in await desk.unit.open_cases_of_kind(procedure, 5000)]
        told = lines(cases, self._house.shelf.versions, office)
        for case in {line.case.id: line.case for waiting in told.values() for line in waiting}.values():
            await self._refresh(desk, case)
        for person_id, waiting in told.items():
            person = office.person(person_id)
            if person is not None and person.reachable and person.has_chat:
                self._say(desk, person, waiting, f"digest:{local.date()}:{person_id}")

    async def _refresh(self, desk: Desk, case: Case) -> None:
        """Cards say how late it is, and when it will be over: that has changed over night."""
        lane = self._house.shelf.of(case).lane
        for view in await desk.unit.card_views(case.id):
            desk.unit.raise_card(case.id, view.chat_id, view.person_id, lane)

    def _say(self, desk: Desk, person: Person, waiting: Sequence[Line], key: str) -> None:
        house, language = self._house, language_of(person)
        said: list[str] = [house.say(person, "digest-heading", count=len(waiting))]
        for one in waiting[:LINES_MOST]:
            title = clipped(one.step.title.in_language(language), TITLE_MOST)
            since, state = house.since(one.since, desk.now), "late" if one.late else "waiting"
            said.append(house.say(person, "digest-line", ticket=one.case.ticket, step=title, since=since, state=state))
        if len(waiting) > LINES_MOST:
            said.append(house.say(person, "digest-more", count=len(waiting) - LINES_MOST))
        looks = [
            keyboards.button(("🔴 " if one.late else "") + one.case.ticket, data("look", one.case.id))
            for one in waiting[:BUTTONS_MOST]
        ]
        rows = keyboards.in_rows(looks, 2)
        if len(waiting) > 1:
            rows.append([keyboards.button(house.label(person, "tasks-singly"), data("next", 0), "primary")])
        message = outgoing.text(person.telegram_id, "\n".join(said), keyboards.inline(rows))
        desk.unit.say(outgoing.message(message, LANE, key=key))
