"""What follows when somebody begins or ends to stand in: whose cards come to whom, and who is told."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from bot import keyboards, outgoing
from bot.desk import Desk
from bot.house import House, language_of
from bot.presses import data
from core.case import Case
from core.office import Office
from core.people import Person
from core.performer import ROLES
from core.stand_in import StandIn
from storage import stand_ins
from storage.batch import Batch, Committed
from storage.database import Database

LANE = "dispatch"
MOST_CARDS = 20
"""So many waiting cards come by themselves; the rest stands in Tugas saya."""


class StandIns:
    """Part of the timekeeper. `hand_out` is given what a commit has left to do."""

    def __init__(self, db: Database, house: House, hand_out: Callable[[Committed], None]) -> None:
        self._db, self._house, self._hand_out = db, house, hand_out

    async def due(self, now: datetime) -> bool:
        """Let one begin or end whose time has come; False once there is none."""
        number = await stand_ins.due(self._db, now)
        if number is None:
            return False
        batch = Batch(self._db)
        unit = batch.unit(now)
        desk = Desk(self._house, unit)
        (one,) = [one for one in await unit.stand_ins() if one.id == number]
        await (begin if one.lasts(now) else end)(desk, one)
        batch.accept(unit)
        self._hand_out(await batch.commit([], at=now))
        return True


async def begin(desk: Desk, one: StandIn) -> None:
    """The deputy gets what waits for the principal, and both are told."""
    desk.unit.save_stand_in(replace(one, begun=True, next_at=one.ends_at))
    _note(desk, "StandInBegan", one)
    office = await desk.office()
    waiting = await _bring(desk, office, one, one.deputy)
    await _tell(desk, office, one, one.deputy, "stand-in-began", waiting)
    await _tell(desk, office, one, one.principal, "stand-in-began-principal", waiting)


async def end(desk: Desk, one: StandIn) -> None:
    """What still waits comes back to the principal; the deputy's cards lose their buttons."""
    over = replace(one, ends_at=min(one.ends_at, desk.now), next_at=None)
    desk.unit.save_stand_in(over)
    _note(desk, "StandInEnded", one)
    office = await desk.office()
    if not one.begun:
        await _tell(desk, office, one, one.deputy, "stand-in-cancelled", 0)
        return
    waiting = await _bring(desk, office, one, one.principal)
    await _tell(desk, office, one, one.deputy, "stand-in-ended", waiting)
    await _tell(desk, office, one, one.principal, "stand-in-ended-principal", waiting)


async def appointed(desk: Desk, one: StandIn) -> None:
    """Keep a new one; where it begins now, it does so at once."""
    desk.unit.save_stand_in(one)
    _note(desk, "StandInAppointed", one)
    if one.lasts(desk.now):
        await begin(desk, one)
    else:
        await _tell(desk, await desk.office(), one, one.deputy, "stand-in-appointed", 0)


def office_of(house: House, one: StandIn, principal: Person | None, language: str) -> str:
    """The capacity with the offices that it is for: `Plh Kepala Dinas`."""
    titles = dict(ROLES)
    for procedure in house.shelf.in_force.values():
        titles |= {role: named.title for role, named in procedure.roles.items()}
    roles = sorted(principal.delegable if principal is not None else ())
    named = ", ".join(titles[role].in_language(language) for role in roles if role in titles)
    return f"{one.capacity.short} {named}".strip()


def last_day(house: House, one: StandIn) -> str:
    """The last day of it on the local calendar, `25/11/2026`."""
    return f"{(one.ends_at - timedelta(seconds=1)).astimezone(house.zone):%d/%m/%Y}"


async def _bring(desk: Desk, office: Office, one: StandIn, to: int) -> int:
    """Send somebody the cards that are theirs from now on, and bring the other's up to date; how many wait."""
    principal, person = office.person(one.principal), office.person(to)
    if principal is None or person is None:
        return 0
    cases = await desk.unit.tasks_of(principal.id, sorted(principal.delegable), limit=1000)
    mine = [case for case in cases if to in desk.called(case, office)]
    for case in mine[:MOST_CARDS]:
        if person.has_chat and person.reachable:
            lane = desk.house.shelf.of(case).lane
            desk.unit.raise_card(case.id, person.telegram_id, person.id, lane, ring=True)
    await _refresh(desk, cases, {one.principal, one.deputy} - {to})
    return len(mine)


async def _refresh(desk: Desk, cases: list[Case], people: set[int]) -> None:
    for case in cases:
        for view in await desk.unit.card_views(case.id):
            if view.person_id in people:
                desk.unit.raise_card(case.id, view.chat_id, view.person_id, desk.house.shelf.of(case).lane)


async def _tell(desk: Desk, office: Office, one: StandIn, to: int, key: str, waiting: int) -> None:
    person = office.person(to) or await desk.unit.person_by_id(to)
    if person is None or not person.has_chat or not person.reachable:
        return
    house, principal, deputy = desk.house, office.person(one.principal), office.person(one.deputy)
    words = house.say(
        person,
        key,
        principal=principal.name if principal is not None else "none",
        deputy=deputy.name if deputy is not None else "none",
        capacity=office_of(house, one, principal, language_of(person)),
        begins=f"{one.starts_at.astimezone(house.zone):%d/%m/%Y}",
        ends=last_day(house, one),
        waiting=waiting,
    )
    rows = [[keyboards.button(house.label(person, keyboards.TASKS), data("tasks", 0))]] if waiting else []
    desk.unit.say(outgoing.message(outgoing.text(person.telegram_id, words, keyboards.inline(rows)), LANE))


def _note(desk: Desk, kind: str, one: StandIn) -> None:
    who = {"stand_in": one.id, "principal": one.principal, "deputy": one.deputy, "capacity": str(one.capacity)}
    desk.unit.note(kind, who, one.principal)
