"""What comes back from our own parts through the inbox: an errand's result, somebody who cannot be reached."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot import streets
from bot.desk import Desk
from bot.handlers import linking
from core import events as e
from core.case import Case
from core.commands import Lose, Witness


async def handle(desk: Desk, raw: Mapping[str, Any]) -> None:
    """Deal with one of our own notes."""
    if raw["internal"] == "unreachable":
        await unreachable(desk, raw["telegram_id"])
    elif raw["internal"] == "errand":
        await _errand(desk, raw)


async def unreachable(desk: Desk, telegram_id: int) -> None:
    """Somebody blocked the bot or left: whatever waits for them goes on without them, at once and only once."""
    if telegram_id < 0:
        await linking.lost(desk, telegram_id)
        return
    person = await desk.unit.person(telegram_id)
    if person is None or not person.reachable:
        return
    desk.unit.save_person(replace(person, reachable=False))
    roles = sorted(person.roles)
    waiting = await desk.unit.tasks_of(person.id, roles, limit=1000)
    concerned = {case.id: case for case in (*waiting, *await desk.unit.open_cases_of(person.id)) if case.is_open}
    for case in concerned.values():
        await desk.decide(case, Lose(person=person.id))


async def _errand(desk: Desk, raw: Mapping[str, Any]) -> None:
    """An errand is done: the case takes note of it."""
    case = await desk.unit.case(raw["case_id"])
    if case is None:
        return
    result = raw["result"] or {}
    match raw["errand"]:
        case "letter":
            await _letter(desk, case, raw["payload"]["code"], result)
        case "first_page" if "painted" in result:
            await desk.decide(case, Witness(event=e.FirstPageDrawn(number=result["number"])))
        case "evidence" if "sha256" in result:
            kept = e.EvidenceKept(number=result["number"], sha256=result["sha256"], size=result["size"])
            await desk.decide(case, Witness(event=kept))
        case "evidence":
            reason = str(result.get("reason", "nothing"))
            await desk.decide(case, Witness(event=e.EvidenceLost(number=raw["payload"]["number"], reason=reason)))
        case "geocode" if result.get("street"):
            asked = raw["payload"]
            if case.place is not None and streets.is_near(case.place, asked["lat"], asked["lon"]):
                found = {"name": result["street"], "lat": asked["lat"], "lon": asked["lon"]}
                await desk.decide(case, Witness(event=e.ValueGiven(name="street", value=e.Personal(found))))
        case "export" | "deliver":
            posted = "posted" if result.get("posted") else result.get("reason", "file")
            await desk.decide(case, Witness(event=e.ErrandDone(errand=raw["errand"], result=posted)))
        case _:
            failed = e.ErrandDone(errand=raw["errand"], result=str(result.get("reason", "nothing")))
            await desk.decide(case, Witness(event=failed))


async def _letter(desk: Desk, case: Case, code: str, result: Mapping[str, Any]) -> None:
    """A letter is made or cannot be; told twice, it is noted once."""
    letter = next((one for one in case.letters if one.code == code), None)
    if letter is None or letter.sha256 is not None or letter.failed is not None:
        return
    if "sha256" in result:
        made = {name: result[name] for name in ("sha256", "size")}
        fact: e.Event = e.LetterMade(code=code, apart=result.get("apart", 0), **made)
    else:
        fact = e.LetterFailed(code=code, reason=str(result.get("reason", "nothing")))
    await desk.decide(case, Witness(event=fact))
