"""The change of shift, as far as it is told and asked: what is open, who takes it over, and with which note."""

import secrets
from collections.abc import Iterable, Sequence
from typing import Any

from bot import keyboards, outgoing
from bot.presses import data
from bot.visit import Visit
from core.case import Case
from core.commands import OfferHandover, Tick
from core.handover import has_part, takers
from core.people import Person

STATE = "handover"
NOTE_MOST = 500


async def held(visit: Visit, person_id: int | None = None) -> list[Case]:
    """The open cases that somebody would leave behind; without an id the visitor."""
    shelf, whose = visit.desk.house.shelf, person_id or visit.person.id
    return [case for case in await visit.desk.unit.open_cases() if has_part(case, whose, shelf.of(case))]


async def tasks(visit: Visit) -> list[Case]:
    """What waits for the visitor, by name or by role."""
    return await visit.desk.unit.tasks_of(visit.person.id, sorted(visit.person.roles), limit=1000)


async def ended(visit: Visit) -> Any:
    """Off duty: what waited for somebody on duty looks at once for others to call."""
    visit.desk.unit.test_sound(visit.person.id, None)
    for case in await tasks(visit):
        await visit.desk.decide(case, Tick())
    return visit.reply("duty-ended", await visit.menu(), waiting=len(await tasks(visit)))


async def begin(visit: Visit, cases: Sequence[Case]) -> Any:
    """Who takes them over? With nobody there, those above are called."""
    successors = await _successors(visit, cases)
    nonce = _remember(visit, cases, successors)
    tickets = ", ".join(case.ticket for case in cases)
    stay = [keyboards.button(visit.label("handover-stay"), data("handover", nonce, "stay"))]
    if not successors:
        await _tell_above(visit, cases, tickets)
        go = [keyboards.button(visit.label("handover-leave"), data("handover", nonce, "leave"), "danger")]
        return visit.reply("handover-nobody", keyboards.inline([go, stay]), count=len(cases), tickets=tickets)
    rows = _rows(visit, nonce, successors, len(cases))
    if len(cases) > 1:
        rows.append([keyboards.button(visit.label("handover-singly"), data("handover", nonce, "singly"))])
    rows.append(stay)
    return visit.reply("handover-who", keyboards.inline(rows), count=len(cases), tickets=tickets)


async def ask_next(visit: Visit) -> Any:
    """To whom goes the next of the cases that are handed over one by one?"""
    state = visit.conversation.data
    case = await visit.desk.unit.case(state["cases"][len(state["chosen"])])
    office = await visit.desk.office()
    successors = [person for one in state["people"] if (person := office.person(one)) is not None]
    rows = _rows(visit, state["nonce"], successors, 1)
    return visit.reply("handover-one", keyboards.inline(rows), ticket=case.ticket if case is not None else "")


async def ask_note(visit: Visit) -> Any:
    """What should the successor know?"""
    skip = keyboards.button(visit.label("form-skip"), data("handover", visit.conversation.data["nonce"], "skip"))
    return visit.reply("handover-note", keyboards.inline([[skip]]))


async def offer(visit: Visit, note: str) -> Any:
    """Offer every case to whom it was meant for; each successor reads of theirs in one message."""
    state = visit.conversation.data
    visit.end()
    offered: dict[int, list[Case]] = {}
    for case_id, person_id in zip(state["cases"], state["chosen"], strict=False):
        case = await visit.desk.unit.case(case_id)
        if case is not None and has_part(case, visit.person.id, visit.desk.house.shelf.of(case)):
            await visit.desk.decide(case, OfferHandover(by=visit.person.id, to=person_id, note=note))
            offered.setdefault(person_id, []).append(case)
    office, names = await visit.desk.office(), []
    for person_id, cases in offered.items():
        successor = office.person(person_id)
        if successor is not None:
            names.append(successor.name)
            _ask_to_accept(visit, successor, cases, note)
    return visit.reply("handover-offered", await visit.menu(), names=", ".join(names) or "none")


def _ask_to_accept(visit: Visit, successor: Person, cases: Sequence[Case], note: str) -> None:
    house = visit.desk.house
    accept = keyboards.button(house.label(successor, "handover-accept"), data("accept", cases[0].id), "success")
    looks = [[keyboards.button(case.ticket, data("look", case.id))] for case in cases]
    words = house.say(
        successor,
        "handover-asked",
        name=visit.person.name,
        count=len(cases),
        tickets=", ".join(case.ticket for case in cases),
        note=note or "none",
    )
    message = outgoing.text(successor.telegram_id, words, keyboards.inline([[accept], *looks]))
    visit.desk.unit.say(outgoing.message(message, "dispatch"))


async def _tell_above(visit: Visit, cases: Sequence[Case], tickets: str) -> None:
    """Whoever is above whoever takes such cases: nobody is there to take these over."""
    house, office = visit.desk.house, await visit.desk.office()
    procedures = [house.shelf.of(case) for case in cases]
    roles = {above for one in procedures for role in takers(one) if (above := one.above_role(role)) is not None}
    for person in office.holders_of(sorted(roles)):
        rows = [[keyboards.button(case.ticket, data("look", case.id))] for case in cases]
        words = house.say(person, "handover-orphans", name=visit.person.name, count=len(cases), tickets=tickets)
        message = outgoing.text(person.telegram_id, words, keyboards.inline(rows))
        visit.desk.unit.say(outgoing.message(message, "dispatch"))


async def _successors(visit: Visit, cases: Iterable[Case]) -> list[Person]:
    office = await visit.desk.office()
    roles = {role for case in cases for role in takers(visit.desk.house.shelf.of(case))}
    return [one for one in office.holders_of(sorted(roles), on_duty=True) if one.id != visit.person.id]


def _remember(visit: Visit, cases: Sequence[Case], successors: Sequence[Person]) -> str:
    nonce = secrets.token_hex(3)
    people = [person.id for person in successors]
    visit.go_to(STATE, {"nonce": nonce, "cases": [case.id for case in cases], "people": people, "chosen": []})
    return nonce


def _rows(visit: Visit, nonce: str, successors: Sequence[Person], count: int) -> keyboards.Rows:
    label, verb = ("handover-all", "all") if count > 1 else ("handover-to", "one")
    return [
        [keyboards.button(visit.label(label, name=person.name), data("handover", nonce, verb, number))]
        for number, person in enumerate(successors)
    ]
