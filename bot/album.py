"""Draws a card as it stands now, for delivery: the case, its viewer and the office are read from the database."""

from dataclasses import dataclass
from hashlib import sha256

from bot import card_buttons, cards, forgetting, groups, keyboards, queue, storm_card, storms
from bot.clock import Clock
from bot.desk import Desk
from bot.house import House
from bot.outgoing import payload_of, text
from bot.subject import Subject
from bot.surroundings import look_around
from bot.telegram import Payload
from core.case import Case
from core.people import Person
from storage.batch import Batch
from storage.database import Database
from storage.unit_of_work import UnitOfWork

OTHERS_MOST = 20


@dataclass(frozen=True, slots=True)
class Drawing:
    """A card ready to send. The hash tells whether a chat shows it already; one that `fades` is never sent anew."""

    payload: Payload
    hash: str
    fades: bool = False


class Album:
    """The cards of all cases."""

    def __init__(self, db: Database, house: House, clock: Clock) -> None:
        self._db, self._house, self._clock = db, house, clock

    async def draw(self, case_id: int, chat_id: int, *, silent: bool = False) -> Drawing | None:
        """The card of the case for whoever has that chat; None when either is not there."""
        unit = Batch(self._db).unit(self._clock.now())
        if case_id == storms.QUEUE:
            return await self._for_queue(unit, chat_id, silent=silent)
        case = await unit.case(case_id)
        if chat_id < 0:
            return await self._for_group(unit, case, chat_id, silent=silent)
        viewer = await unit.person(chat_id)
        if case is None or viewer is None:
            return None
        desk = Desk(self._house, unit)
        office = await desk.office()
        viewer = office.person(viewer.id) or viewer
        subject = Subject(
            case=case,
            procedure=self._house.shelf.of(case),
            office=office,
            viewer=viewer,
            requester=await unit.person_by_id(case.requester),
            now=self._clock.now(),
            around=await look_around(desk, case, viewer),
            others=await _others(desk, case, viewer),
        )
        fades = forgetting.is_forgotten(case, subject.now)
        words = (forgetting if fades else cards).text(self._house, subject)
        payload = payload_of(text(chat_id, words, keyboards.inline(card_buttons.buttons(self._house, subject))))
        return _drawing(payload, silent, fades)

    async def _for_group(self, unit: UnitOfWork, case: Case | None, chat_id: int, *, silent: bool) -> Drawing | None:
        if case is None or all(group.chat_id != chat_id for group in await unit.groups()):
            return None
        office = await Desk(self._house, unit).office()
        drawn = groups.card(self._house, case, self._house.shelf.of(case), office)
        fades = forgetting.is_forgotten(case, self._clock.now())
        return _drawing(payload_of(drawn) | {"chat_id": chat_id}, silent, fades)

    async def _for_queue(self, unit: UnitOfWork, chat_id: int, *, silent: bool) -> Drawing | None:
        """The queue of a storm for whoever has that chat, if it is theirs to read."""
        desk = Desk(self._house, unit)
        person, procedure = await unit.person(chat_id), storms.procedure_of(self._house)
        if person is None or procedure is None:
            return None
        queue = await storm_card.read(desk, procedure, (await desk.office()).person(person.id) or person)
        rows = keyboards.inline(storm_card.buttons(self._house, queue))
        return _drawing(payload_of(text(chat_id, storm_card.text(self._house, queue), rows)), silent, False)


async def _others(desk: Desk, case: Case, viewer: Person) -> int:
    """How many other cases wait at the viewer's desk, where this one is of a desk; no more are counted than a few."""
    if not viewer.roles or not queue.of_a_desk(desk, case):
        return 0
    return sum(one.id != case.id for one in await queue.waiting_for(desk, viewer, OTHERS_MOST))


def _drawing(payload: Payload, silent: bool, fades: bool) -> Drawing:
    shown = sha256(repr(sorted(payload.items())).encode()).hexdigest()[:16]
    return Drawing(payload | ({"disable_notification": True} if silent else {}), shown, fades)
