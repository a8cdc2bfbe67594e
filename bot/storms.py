"""Storm mode: when it begins and ends, who reads the queue, and what the citizens are asked."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from bot import keyboards, outgoing
from bot.house import House
from bot.presses import data
from bot.silence import is_silent
from bot.texts import Value
from core.case import Case
from core.events import CaseOpened
from core.office import Office
from core.people import Person
from core.procedure import Procedure
from core.queue import is_queued, triage_of
from core.storm import Storm, is_over

if TYPE_CHECKING:
    from bot.aftermath import Aftermath
    from bot.desk import Desk

QUEUE = 0
"""The number of the card that shows the queue: no case has it."""
LOOKED_AT = 500
"""So many open cases are sorted at most, the oldest."""


def procedure_of(house: House) -> Procedure | None:
    """The procedure whose cases are queued."""
    return next((one for one in house.shelf.in_force.values() if one.storm is not None), None)


async def queued(desk: "Desk", procedure: Procedure) -> list[Case]:
    """The cases that nobody has taken."""
    return [case for case in await desk.unit.open_cases_of_kind(procedure.id, LOOKED_AT) if is_queued(case, procedure)]


async def opened(desk: "Desk", case: Case, procedure: Procedure, office: Office) -> None:
    """One more alarm: too many in a short time begin a storm; in a storm its requester is asked how they are."""
    most, within = desk.house.storm_from
    storm = await desk.unit.storm(procedure.id)
    if most and await desk.unit.opened_since(procedure.id, desk.now - within) >= most:
        if storm is None:
            await begin(desk, procedure, office, None)
            return
        desk.unit.save_storm(replace(storm, busy_at=desk.now))
    if storm is not None:
        await ask_triage(desk, case, procedure)


async def follow_up(after: "Aftermath") -> None:
    """What a case's events change in the queue, and whether its opening begins a storm."""
    if any(isinstance(event, CaseOpened) for event in after.events):
        await opened(after.desk, after.case, after.procedure, after.office)
    if after.in_storm:
        await refresh(after.desk)
        if after.queue_called:
            await call(after.desk, after.procedure, sorted(after.queue_called))


async def begin(desk: "Desk", procedure: Procedure, office: Office, by: Person | None) -> Storm:
    """From now on the operators read one queue. Whoever is in it already is asked too."""
    number = await desk.unit.next_number("storm")
    by_id = by.id if by is not None else None
    storm = Storm(number, procedure.id, began_at=desk.now, busy_at=desk.now, summed_at=desk.now, began_by=by_id)
    desk.unit.save_storm(storm)
    desk.unit.note("StormBegan", {"storm": number}, by_id)
    waiting = await queued(desk, procedure)
    for case in waiting:
        await ask_triage(desk, case, procedure)
    await call(desk, procedure, readers(procedure, office))
    await _tell_heads(desk, procedure, office, "storm-began", waiting=len(waiting))
    return storm


async def end(desk: "Desk", procedure: Procedure, office: Office, storm: Storm, by: Person | None) -> None:
    """From now on each alarm rings with a card of its own again; those that wait do so within seconds."""
    desk.unit.save_storm(replace(storm, ended_at=desk.now))
    desk.unit.note("StormEnded", {"storm": storm.id}, by.id if by is not None else None)
    await refresh(desk)
    waiting = len(await queued(desk, procedure))
    await _tell_heads(desk, procedure, office, "storm-ended", waiting=waiting, since=desk.house.time(storm.began_at))


async def pass_time(desk: "Desk", procedure: Procedure) -> bool:
    """Sum the storm up every few minutes, and end it once it is over; whether anything happened."""
    storm, rule = await desk.unit.storm(procedure.id), procedure.storm
    if storm is None or rule is None:
        return False
    office, waiting = await desk.office(), len(await queued(desk, procedure))
    if is_over(storm, rule, waiting, desk.house.storm_from[0], desk.now):
        await end(desk, procedure, office, storm, None)
        return True
    if rule.summary.delta is None or desk.now - storm.summed_at < rule.summary.delta:
        return False
    desk.unit.save_storm(replace(storm, summed_at=desk.now))
    cases = await desk.unit.open_cases_of_kind(procedure.id, LOOKED_AT)
    for group in await desk.unit.groups():
        words = desk.house.say(None, "storm-summary", waiting=waiting, taken=len(cases) - waiting)
        desk.unit.say(outgoing.message(outgoing.text(group.chat_id, words), "dispatch"))
    await refresh(desk)
    return True


def readers(procedure: Procedure, office: Office) -> tuple[int, ...]:
    """Whoever reads the queue: those on duty of the roles that it rings for, else all of them, else who may end it."""
    roles = ringing_roles(procedure)
    found = office.holders_of(roles, on_duty=True) or office.holders_of(roles)
    return tuple(person.id for person in found or _heads(procedure, office))


def ringing_roles(procedure: Procedure) -> tuple[str, ...]:
    """The roles that a case of the procedure rings for."""
    performers = (step.performer for step in procedure.steps if step.ring is not None)
    return tuple(role for one in performers if one is not None for role in one.roles)


async def call(desk: "Desk", procedure: Procedure, people: Iterable[int]) -> None:
    """The queue rings anew, once for all its cases; silently where it has only just rung."""
    storm, office = await desk.unit.storm(procedure.id), await desk.office()
    if storm is None:
        return
    pauses = [step.ring.delta for step in procedure.steps if step.ring is not None and step.ring.delta is not None]
    rings = storm.rung_at is None or desk.now - storm.rung_at >= min(pauses)
    known = {view.person_id for view in await desk.unit.card_views(QUEUE)}
    for person_id in people:
        person = office.person(person_id)
        if person is not None:
            ring = rings or person.id not in known
            desk.unit.raise_card(QUEUE, person.telegram_id, person.id, procedure.lane, ring=ring)
    if rings:
        desk.unit.save_storm(replace(storm, rung_at=desk.now))


async def refresh(desk: "Desk") -> None:
    """Bring every queue up to date, without a sound."""
    for view in await desk.unit.card_views(QUEUE):
        desk.unit.raise_card(QUEUE, view.chat_id, view.person_id, view.lane)


async def ask_triage(desk: "Desk", case: Case, procedure: Procedure) -> None:
    """Ask the requester how they are, in one tap; never somebody whose screen others may read."""
    question, person = triage_of(procedure), await desk.unit.person_by_id(case.requester)
    if question is None or person is None or is_silent(case) or case.on_behalf or question.name in case.values:
        return
    rows = [
        [keyboards.button(choice.label.in_language(person.language), data("triage", case.id, choice.id))]
        for choice in question.choices
    ]
    words = desk.house.say(person, "storm-triage")
    message = outgoing.text(person.telegram_id, words, keyboards.inline(rows))
    desk.unit.say(outgoing.message(message, procedure.lane, case_id=case.id))


async def _tell_heads(desk: "Desk", procedure: Procedure, office: Office, key: str, **values: Value) -> None:
    for person in _heads(procedure, office):
        words = desk.house.say(person, key, time=desk.house.time(desk.now), **values)
        desk.unit.say(outgoing.message(outgoing.text(person.telegram_id, words), "dispatch"))


def _heads(procedure: Procedure, office: Office) -> tuple[Person, ...]:
    return office.holders_of(procedure.storm.performer.roles) if procedure.storm is not None else ()
