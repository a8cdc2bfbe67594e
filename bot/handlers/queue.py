"""One after another, and several at once: how a head goes through what waits."""

from typing import Any

from bot import queue
from bot.flows import bulk
from bot.presses import OldButton, Press
from bot.routes import Routes
from bot.visit import Visit

routes = Routes()


@routes.press("next")
async def following(press: Press, visit: Visit) -> Any:
    """Berikutnya: the card of what came in next."""
    case = queue.after(await queue.waiting_for(visit.desk, visit.person), max(0, press.number(0)))
    if case is None:
        return visit.toast("tasks-empty")
    lane = visit.desk.house.shelf.of(case).lane
    visit.desk.unit.raise_card(case.id, visit.person.telegram_id, visit.person.id, lane, ring=True)
    return None


@routes.press("bulk")
async def several(press: Press, visit: Visit) -> Any:
    """Choose several alike, tick them, and do one thing with all."""
    if press.part(0) in ("", "of"):
        found = await bulk.groups(visit)
        place = max(0, press.number(1))
        if place >= len(found):
            return visit.toast("tasks-empty")
        return await bulk.begin(visit, found[place])
    state = visit.conversation.data
    if visit.conversation.state != bulk.STATE or press.part(1) != state["nonce"]:
        raise OldButton
    places = range(len(state["cases"]))
    match press.part(0):
        case "tick" if press.number(2) in places:
            visit.go_to(bulk.STATE, state | {"ticked": _turned(state["ticked"], press.number(2))})
            return visit.settle(*await bulk.page(visit))
        case "all":
            visit.go_to(bulk.STATE, state | {"ticked": [*places]})
            return visit.settle(*await bulk.page(visit))
        case "do" if state["ticked"]:
            count = len(state["ticked"])
            return [visit.settle(visit.say("bulk-chosen", count=count)), await bulk.do(visit, press.part(2))]
        case "stop":
            visit.end()
            return visit.settle(visit.say("form-cancelled"))
        case _:
            raise OldButton


def _turned(ticked: list[int], place: int) -> list[int]:
    """The ticks with that one set, or taken away."""
    return [one for one in ticked if one != place] if place in ticked else [*ticked, place]
