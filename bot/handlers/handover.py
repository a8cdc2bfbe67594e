"""Piket selesai with open cases: to whom they go, and the successor's Terima."""

from dataclasses import replace
from typing import Any

from aiogram.types import Message

from bot import outgoing
from bot.flows import content, handover
from bot.presses import OldButton, Press
from bot.routes import Routes
from bot.visit import Visit
from core.commands import AcceptHandover, LeaveDuty
from core.refusal import StepOver

routes = Routes()


@routes.press("handover")
async def chosen(press: Press, visit: Visit) -> Any:
    """Everything to one, one by one, or stay; with nobody there, go all the same."""
    state = visit.conversation.data
    if visit.conversation.state != handover.STATE or press.part(0) != state["nonce"]:
        raise OldButton
    match press.part(1):
        case "stay":
            visit.end()
            return visit.settle(visit.say("handover-stayed"))
        case "leave" if not state["people"]:
            return await _leave(visit)
        case "singly":
            return [visit.settle(visit.label("handover-singly")), await handover.ask_next(visit)]
        case "skip":
            return [visit.settle(visit.label("form-skip")), await handover.offer(visit, "")]
        case "all" | "one" as verb if 0 <= press.number(2) < len(state["people"]):
            return await _choose(visit, state["people"][press.number(2)], all_of_them=verb == "all")
        case _:
            raise OldButton


@routes.state(handover.STATE, "text")
async def noted(message: Message, visit: Visit) -> Any:
    """The note for the successor."""
    if len(visit.conversation.data["chosen"]) < len(visit.conversation.data["cases"]):
        return visit.reply("wrong-tap")
    return await handover.offer(visit, content.words(message)[: handover.NOTE_MOST])


@routes.press("accept")
async def accept(press: Press, visit: Visit) -> Any:
    """Terima: everything that the same person has offered; with nothing left to them, their duty ends."""
    case = await visit.desk.unit.case(press.number(0))
    giver = case.offered_by if case is not None and case.offered_to == visit.person.id else None
    if giver is None:
        raise StepOver()
    offered = [one for one in await handover.held(visit, giver) if one.offered_to == visit.person.id]
    if not offered:
        raise StepOver()
    for one in offered:
        await visit.desk.decide(one, AcceptHandover(by=visit.person.id))
    if not await handover.held(visit, giver):
        await _end_duty(visit, giver)
    return [
        visit.settle(visit.say("handover-accepted", tickets=", ".join(one.ticket for one in offered))),
        visit.toast("handover-yours", count=len(offered)),
    ]


async def _choose(visit: Visit, person_id: int, *, all_of_them: bool) -> Any:
    state, office = visit.conversation.data, await visit.desk.office()
    left = len(state["cases"]) - len(state["chosen"])
    chosen = [*state["chosen"], *[person_id] * (left if all_of_them else 1)]
    visit.go_to(handover.STATE, state | {"chosen": chosen})
    person = office.person(person_id)
    settled = visit.settle(visit.say("handover-chosen", name=person.name if person is not None else ""))
    more = len(chosen) < len(state["cases"])
    return [settled, await (handover.ask_next(visit) if more else handover.ask_note(visit))]


async def _leave(visit: Visit) -> Any:
    """Go with nobody there: the cases open again, and ring at those above."""
    cases = await handover.held(visit)
    visit.end()
    visit.keep(on_duty_since=None)
    visit.desk.unit.note("DutyEnded", {"person": visit.person.id}, visit.person.id)
    for case in cases:
        await visit.desk.decide(case, LeaveDuty(by=visit.person.id))
    return [visit.settle(visit.say("handover-left")), await handover.ended(visit)]


async def _end_duty(visit: Visit, person_id: int) -> None:
    """Whoever has handed over everything goes off duty."""
    person = (await visit.desk.office()).person(person_id)
    if person is None or not person.on_duty:
        return
    visit.desk.unit.save_person(replace(person, on_duty_since=None))
    visit.desk.unit.note("DutyEnded", {"person": person.id}, person.id)
    words = visit.desk.house.say(person, "handover-complete", name=visit.person.name)
    visit.desk.unit.say(outgoing.message(outgoing.text(person.telegram_id, words), "dispatch"))
