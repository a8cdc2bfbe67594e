"""/delegasi: who stands in for whom; appoint somebody, or end it early."""

from datetime import date
from typing import Any

from aiogram.types import Message

from bot import keyboards, stand_ins
from bot.flows import content, delegation
from bot.presses import OldButton, Press, data
from bot.routes import Routes
from bot.texts import Markup
from bot.visit import Visit
from core.refusal import NotAllowed
from core.stand_in import Capacity, StandIn

routes = Routes()


@routes.command("delegasi", "delegate")
async def delegate(message: Message, visit: Visit) -> Any:
    """Who stands in for the person now and later, and the button that appoints somebody."""
    if not visit.person.delegable:
        return visit.reply("delegation-not-yours", await visit.menu())
    office, house = await visit.desk.office(), visit.desk.house
    mine = await _mine(visit)
    lines, rows = [], []
    for one in mine:
        deputy = office.person(one.deputy)
        name = deputy.name if deputy is not None else "none"
        begins = f"{one.starts_at.astimezone(house.zone):%d/%m/%Y}"
        line = {
            "deputy": name,
            "capacity": one.capacity.short,
            "begins": begins,
            "ends": stand_ins.last_day(house, one),
        }
        lines.append(visit.say("delegation-one", **line))
        rows.append([keyboards.button(visit.label("delegation-end", name=name), data("deputise", "end", one.id))])
    rows.append([keyboards.button(visit.label("delegation-new"), data("deputise", "new"), "primary")])
    if not lines:
        return visit.reply("delegation-empty", keyboards.inline(rows))
    return visit.reply("delegation-list", keyboards.inline(rows), list=Markup("\n".join(lines)))


@routes.press("deputise")
async def pressed(press: Press, visit: Visit) -> Any:
    """An answer to a question, or the end of one that lasts."""
    if not visit.person.delegable:
        raise NotAllowed()
    match press.part(0):
        case "new":
            visit.go_to(delegation.STATE, {})
            return await delegation.ask(visit)
        case "end":
            return await _end(visit, press.number(1))
    state = visit.conversation.data
    if visit.conversation.state != delegation.STATE:
        raise OldButton
    match press.part(0):
        case "stop":
            visit.end()
            return visit.settle(visit.say("form-cancelled"))
        case "who" if "deputy" not in state:
            return await _chosen(visit, press.number(1))
        case "as" if "capacity" not in state and press.part(1) in tuple(Capacity):
            visit.go_to(delegation.STATE, state | {"capacity": press.part(1)})
            shown = visit.settle(visit.label(f"delegation-{press.part(1)}"))
            return [shown, await delegation.ask(visit)]
        case "day" if "capacity" in state and "last" not in state:
            return await _day(visit, press.part(1))
        case "send" if "last" in state:
            return await _send(visit)
        case _:
            raise OldButton


@routes.state(delegation.STATE, "text")
async def written(message: Message, visit: Visit) -> Any:
    """A day that was written."""
    state = visit.conversation.data
    if "capacity" not in state or "last" in state:
        return visit.reply("wrong-tap")
    try:
        day = delegation.read_day(content.words(message), delegation.today_of(visit))
    except ValueError:
        return visit.reply("delegation-no-day")
    return await delegation.keep_day(visit, day)


async def _mine(visit: Visit) -> list[StandIn]:
    return [one for one in await visit.desk.unit.stand_ins() if one.principal == visit.person.id]


async def _chosen(visit: Visit, place: int) -> Any:
    offered = visit.conversation.data.get("people", [])
    there = {one.id: one for one in await delegation.candidates(visit)}
    deputy = there.get(offered[place]) if 0 <= place < len(offered) else None
    if deputy is None:
        raise OldButton
    visit.go_to(delegation.STATE, {"deputy": deputy.id})
    return [visit.settle(visit.say("delegation-chosen", name=deputy.name)), await delegation.ask(visit)]


async def _day(visit: Visit, written: str) -> Any:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        raise OldButton from None
    before = visit.conversation.data
    answer = await delegation.keep_day(visit, day)
    kept = visit.conversation.data != before
    return [visit.settle(f"{day:%d/%m/%Y}"), answer] if kept else answer


async def _send(visit: Visit) -> Any:
    try:
        one = await delegation.appointment(visit)
    except ValueError:
        visit.go_to(delegation.STATE, {key: visit.conversation.data[key] for key in ("deputy", "capacity")})
        return await delegation.ask(visit)
    visit.end()
    await stand_ins.appointed(visit.desk, one)
    return visit.settle(visit.say("delegation-kept"))


async def _end(visit: Visit, number: int) -> Any:
    one = next((one for one in await _mine(visit) if one.id == number), None)
    if one is None:
        raise OldButton
    await stand_ins.end(visit.desk, one)
    return visit.settle(visit.say("delegation-ended"))
