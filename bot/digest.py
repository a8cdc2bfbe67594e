"""Every working morning one message to whoever has work waiting, or late at the desks below: what, and since when."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from aiogram.methods import SendMessage

from bot import keyboards, outgoing
from bot.desk import Desk
from bot.facts import NONE, clipped
from bot.house import House, language_of
from bot.presses import data
from core.case import Case
from core.digest import Line, below, gathers, lines
from core.office import Office
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
        late = below(cases, self._house.shelf.versions, office)
        for case in {line.case.id: line.case for waiting in told.values() for line in waiting}.values():
            await self._refresh(desk, case)
        for person_id in told | late:
            person = office.person(person_id)
            if person is not None and person.reachable and person.has_chat:
                said = self._message(desk, office, person, told.get(person_id, []), late.get(person_id, []))
                desk.unit.say(outgoing.message(said, LANE, key=f"digest:{local.date()}:{person_id}"))

    async def _refresh(self, desk: Desk, case: Case) -> None:
        """Cards say how late it is, and when it will be over: that has changed over night."""
        lane = self._house.shelf.of(case).lane
        for view in await desk.unit.card_views(case.id):
            desk.unit.raise_card(case.id, view.chat_id, view.person_id, lane)

    def _message(
        self, desk: Desk, office: Office, person: Person, waiting: Sequence[Line], late: Sequence[Line]
    ) -> SendMessage:
        house = self._house
        parts = self._waiting(desk, person, waiting), self._late(desk, office, person, late)
        said = "\n\n".join(part for lines_of in parts if (part := "\n".join(lines_of)))
        looks = {
            one.case.id: keyboards.button(("🔴 " if one.late else "") + one.case.ticket, data("look", one.case.id))
            for one in [*waiting[:BUTTONS_MOST], *late]
        }
        rows = keyboards.in_rows(list(looks.values())[:BUTTONS_MOST], 2)
        if len(waiting) > 1:
            rows.append([keyboards.button(house.label(person, "tasks-singly"), data("next", 0), "primary")])
        return outgoing.text(person.telegram_id, said, keyboards.inline(rows))

    def _waiting(self, desk: Desk, person: Person, waiting: Sequence[Line]) -> Iterator[str]:
        """What waits for themselves."""
        house = self._house
        if waiting:
            yield house.say(person, "digest-heading", count=len(waiting))
        for one in waiting[:LINES_MOST]:
            since, state = house.since(one.since, desk.now), "late" if one.late else "waiting"
            title = _title(person, one)
            yield house.say(person, "digest-line", ticket=one.case.ticket, step=title, since=since, state=state)
        if len(waiting) > LINES_MOST:
            yield house.say(person, "digest-more", count=len(waiting) - LINES_MOST)

    def _late(self, desk: Desk, office: Office, person: Person, late: Sequence[Line]) -> Iterator[str]:
        """What is late at the desks below theirs, and who has it."""
        house = self._house
        if late:
            yield house.say(person, "digest-below", count=len(late))
        for one in late[:LINES_MOST]:
            names = [holder.name for key in one.holders if (holder := office.person(key)) is not None]
            yield house.say(
                person,
                "digest-late",
                ticket=one.case.ticket,
                step=_title(person, one),
                holders=clipped(", ".join(names), TITLE_MOST) or NONE,
                since=house.since(one.since, desk.now),
            )
        if len(late) > LINES_MOST:
            yield house.say(person, "digest-more-below", count=len(late) - LINES_MOST)


def _title(person: Person, line: Line) -> str:
    return clipped(line.step.title.in_language(language_of(person)), TITLE_MOST)
