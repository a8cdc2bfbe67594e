"""Live locations that move: staff are where theirs is, and an alarm is where its reporter's is."""

from dataclasses import replace
from datetime import datetime

from aiogram.types import Message

from bot.flows import content
from bot.visit import Visit
from core.case import Case
from core.commands import Move, Tick
from core.people import Fix

SHOWN_EVERY_S = 30
CASES_MOST = 10


async def moved(message: Message, visit: Visit) -> None:
    """A live location moved or ended. Raises `content.OddPosition`."""
    place = content.place(message, visit.desk.now)
    if place is None:
        return
    fix = Fix(place["lat"], place["lon"], datetime.fromisoformat(place["at"]), place["accuracy"])
    until = content.live_until(message)
    if visit.person.roles:
        await of_staff(visit, fix, until)
    alarm = await visit.alarm()
    if alarm is not None and alarm.followed == message.message_id:
        await _of_requester(visit, alarm, Move(by=visit.person.id, message=message.message_id, fix=fix, until=until))


async def told(message: Message, visit: Visit) -> bool:
    """Staff sent a position; False where the message has none. Raises `content.OddPosition`."""
    place = content.place(message, visit.desk.now)
    if place is None:
        return False
    fix = Fix(place["lat"], place["lon"], datetime.fromisoformat(place["at"]), place["accuracy"])
    await of_staff(visit, fix, content.live_until(message) or visit.person.live_until)
    return True


async def of_staff(visit: Visit, fix: Fix, until: datetime | None) -> None:
    """Somebody of the staff is there now; a case in which their signal was lost learns that it is back."""
    known = visit.person.fix
    if known is not None and fix.at < known.at:
        return
    visit.person = replace(visit.person.at(fix), live_until=until)
    visit.desk.unit.save_person(visit.person)
    for case in await visit.desk.unit.tasks_of(visit.person.id, [], limit=CASES_MOST):
        if case.requester == visit.person.id:
            continue
        visit.desk.unit.trace(case.id, visit.person.id, fix)
        if visit.person.id in case.lost:
            await visit.desk.decide(case, Tick())


async def _of_requester(visit: Visit, alarm: Case, move: Move) -> None:
    """The alarm is there now; its cards follow every half minute, whatever is of weight at once."""
    visit.desk.unit.trace(alarm.id, move.by, move.fix)
    was = alarm.place
    changed = await visit.desk.decide(alarm, move)
    if changed.version == alarm.version and was is not None and _slot(was.at) != _slot(move.fix.at):
        for view in await visit.desk.unit.card_views(alarm.id):
            lane = visit.desk.house.shelf.of(alarm).lane
            visit.desk.unit.raise_card(alarm.id, view.chat_id, view.person_id, lane)


def _slot(at: datetime) -> int:
    return int(at.timestamp()) // SHOWN_EVERY_S
