"""The alarm as the citizen lives it: one press opens it, and whatever they send after that is part of it."""

from collections.abc import Iterable
from typing import Any

from aiogram.types import Message

from bot import rehearsals
from bot.flows import content, cry, late, place_code, withdrawal
from bot.house import language_of
from bot.silence import VALUE, is_silent
from bot.visit import Visit
from core.action import Action
from core.case import Case
from core.commands import Act, PressAgain
from core.procedure import Procedure
from core.unprompted import meant


def procedure(visit: Visit) -> Procedure | None:
    """The alarm that a cry for help becomes."""
    return next((one for one in visit.desk.house.shelf.in_force.values() if one.lane == "alarm"), None)


async def press(visit: Visit, procedure: Procedure) -> Any:
    """PANIK: the case is open before anything is asked; pressed again it rings again.

    A form that was open is left; what was sent before, and is kept, goes into the alarm with its first ring.
    """
    sent = [*cry.kept(visit), *place_code.kept(visit)]
    visit.end()
    alarm = await visit.alarm()
    if alarm is None:
        opened = await visit.desk.open(procedure, visit.person, sent=sent, pressed_at=late.pressed_at(visit))
        await rehearsals.give_way(visit)
        return late.ask(visit, opened) if late.is_asked(visit, opened) else None
    alarm = await visit.desk.decide(alarm, PressAgain(by=visit.person.id))
    if late.is_asked(visit, alarm) and late.pressed_at(visit) is None:
        await late.confirm(visit, alarm)
    else:
        await withdrawal.take_back(visit, alarm)
    since = visit.desk.house.time(alarm.opened_at)
    key = "alarm-pressed-again" if alarm.place is None else "alarm-pressed-again-located"
    return visit.reply(key, await visit.menu(), ticket=alarm.ticket, opened=since)


async def contribute(message: Message, visit: Visit, alarm: Case) -> Any:
    """A position, words, voice or a picture: kept, and passed to whoever has the case."""
    try:
        parts = content.parts(message, visit.desk.now)
    except content.OddPosition:
        return visit.reply("odd-position", await visit.menu())
    done = await add(visit, alarm, parts)
    if not done:
        return visit.reply("alarm-unreadable", await visit.menu())
    place = dict(parts).get("location")
    told = any(notice.who.kind == "requester" for action in done for notice in action.tell)
    if _same_album(message, visit) or told:
        return None
    if len(done) < len(parts):
        return visit.reply("alarm-words-only", await visit.menu())
    if message.contact is not None:
        return visit.reply("alarm-others-number", await visit.menu())
    if place is None:
        return visit.reply("alarm-added", await visit.menu())
    return await moved(visit, alarm)


async def moved(visit: Visit, alarm: Case) -> Any:
    """The answer to another position: where it is."""
    changed, house = await visit.desk.unit.case(alarm.id), visit.desk.house
    place = changed.place if changed is not None else None
    area = house.area(place)
    outside = house.outside_words(place, language_of(visit.person)) or "none"
    kelurahan = area.kelurahan if area is not None else "none"
    return visit.reply("alarm-moved", await visit.menu(), area=kelurahan, outside=outside)


async def add(visit: Visit, case: Case, parts: Iterable[tuple[str, Any]]) -> list[Action]:
    """Keep in a case what somebody sent to it unasked; returns the actions that it was, none for what fits nowhere."""
    done: list[Action] = []
    for kind, answer in parts:
        found = meant(case, visit.desk.house.shelf.of(case), visit.person, kind, answer)
        if found is not None:
            action, command = found
            case = await visit.desk.decide(case, command)
            done.append(action)
    return done


async def cancel(visit: Visit, alarm: Case) -> Any:
    """Batal: before the location it withdraws; after it, it is a request that an operator decides on."""
    if alarm.step("locate") is not None and alarm.place is None:
        await visit.desk.decide(alarm, Act(by=visit.person.id, action="cancel"))
        return None
    return await withdrawal.ask_close(visit, alarm)


async def silence(visit: Visit, alarm: Case) -> Any:
    """Jangan telepon: everybody concerned is told, and from here on nothing gives the citizen away."""
    if not is_silent(alarm):
        await visit.desk.decide(alarm, Act(by=visit.person.id, action="silence", answers={VALUE: True}))
        visit.silent = True
    return visit.reply("silent-received", await visit.menu())


def _same_album(message: Message, visit: Visit) -> bool:
    """Whether an earlier picture of the same album has been answered already."""
    if message.media_group_id is None:
        return False
    seen = visit.conversation.data.get("album") == message.media_group_id
    visit.go_to(visit.conversation.state or "", visit.conversation.data | {"album": message.media_group_id})
    return seen
