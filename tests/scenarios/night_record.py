"""What the database, the chats and the log say in the morning."""

from character import Character
from city import KARANG_BALIK
from night_shift import AIRPORT, BEACH, CALLER, HARBOUR, HILL, NEAR_THE_MARKET, SAID, Night, numbers_read
from sqlalchemy import select

from core import events as e
from storage import chain, people
from storage.batch import Batch
from storage.schema import cases, outbox, register

TOKEN = "42:simulated"  # noqa: S105


async def the_morning_after(night: Night, rehearsal: Character) -> None:
    """What the database, the chats and the log say of the night."""
    city = night.city
    await city.forward(hours=1)
    found = {ticket: await city.case(ticket) for ticket in night.ends}
    assert night.ends == {ticket: case.outcome for ticket, case in found.items()}
    assert not any(case.is_open for case in found.values())
    assert await chain.verify(city.db) is None
    trails = {ticket: [event for event, _ in await chain.replay(city.db, case.id)] for ticket, case in found.items()}
    async with city.db.reading() as conn:
        states = set((await conn.execute(select(outbox.c.state).distinct())).scalars())
        opened = set((await conn.execute(select(cases.c.ticket).where(cases.c.procedure == "panic"))).scalars())
        numbered = select(register.c.ticket).where(register.c.ticket.like("PB-%"))
        registered = set((await conn.execute(numbered)).scalars())
    assert states <= {"sent", "dropped"}
    assert opened == set(night.ends)
    assert registered == {ticket for ticket, trail in trails.items() if any(map(_is_row_six, trail))}
    await _nobody_read_of_what_is_not_theirs(night, trails, rehearsal)
    _nothing_personal_is_in_the_log(night)


def _is_row_six(event: e.Event) -> bool:
    return isinstance(event, e.ActionTaken) and event.action == "record"


async def _nobody_read_of_what_is_not_theirs(
    night: Night, trails: dict[str, list[e.Event]], rehearsal: Character
) -> None:
    unit = Batch(night.city.db).unit(night.city.telegram.clock.now())
    for citizen in night.citizens.values():
        known = await unit.person(citizen.id)
        assert known is not None
        own = {case.ticket for case in await unit.last_cases_of(known.id, 10)}
        assert numbers_read(citizen) <= own, citizen.name
    ids = {ticket: (await night.city.case(ticket)).id for ticket in trails}
    office = {person.telegram_id: person.id for person in await people.list_staff(night.city.db)}
    for officer in night.officers:
        asked = {ticket for ticket, trail in trails.items() if office[officer.id] in _asked(trail)}
        origins = {one for ticket in asked for one in _belongs_to(trails[ticket])}
        follow = {ticket for ticket, trail in trails.items() if _belongs_to(trail) & {ids[one] for one in asked}}
        beside = follow | {ticket for ticket in trails if ids[ticket] in origins}
        assert numbers_read(officer) <= asked | beside, officer.name
    for character in (*night.operators, *night.heads):
        assert numbers_read(character) <= set(trails), character.name
    assert any(number.startswith("LT-") for number in numbers_read(rehearsal))


def _asked(trail: list[e.Event]) -> set[int]:
    return {person for event in trail if isinstance(event, e.StepOpened) for person in event.holders}


def _belongs_to(trail: list[e.Event]) -> set[int]:
    merged = {event.into for event in trail if isinstance(event, e.CaseMerged)}
    return merged | {event.origin for event in trail if isinstance(event, e.CaseOpened) and event.origin is not None}


def _nothing_personal_is_in_the_log(night: Night) -> None:
    log = night.city.bot.log
    places = {str(lon) for _, lon in (KARANG_BALIK, NEAR_THE_MARKET, HARBOUR, AIRPORT, HILL, BEACH)}
    for secret in {*night.citizens, *places, SAID, CALLER, TOKEN, "Contoh"}:
        assert secret not in log, secret
