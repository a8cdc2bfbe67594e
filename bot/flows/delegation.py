"""/delegasi: who stands in, as what, from which day to which; a question a message, each with buttons."""

import re
from collections.abc import Sequence
from datetime import UTC, date, timedelta
from typing import Any

from bot import keyboards, outgoing
from bot.facts import clipped
from bot.presses import data
from bot.visit import Visit
from core.people import Person
from core.stand_in import Capacity, StandIn, span

STATE = "delegation"
MOST = 30
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?")
_LENGTHS = (1, 3, 5)
"""Days that buttons offer for the end, the first day counted."""


async def candidates(visit: Visit) -> list[Person]:
    """Everybody of the office who can be asked, by name."""
    office = await visit.desk.office()
    found = [one for one in office.staff if one.id != visit.person.id and one.reachable and one.has_chat]
    return sorted(found, key=lambda one: one.name.casefold())[:MOST]


async def ask(visit: Visit) -> Any:
    """The question that comes next; at the end the appointment as a whole, to be confirmed."""
    state = visit.conversation.data
    if "deputy" not in state:
        people = await candidates(visit)
        if not people:
            visit.end()
            return visit.reply("delegation-nobody", await visit.menu())
        visit.go_to(STATE, {"people": [one.id for one in people]})
        labels = [(clipped(one.name, 40), data("deputise", "who", place)) for place, one in enumerate(people)]
        return _question(visit, "delegation-who", labels, 2)
    if "capacity" not in state:
        labels = [(visit.label(f"delegation-{one}"), data("deputise", "as", str(one))) for one in Capacity]
        return _question(visit, "delegation-as", labels, 1)
    if "first" not in state:
        today = today_of(visit)
        days = [today, today + timedelta(days=1), today + timedelta(days=7 - today.weekday())]
        return _question(visit, "delegation-first", _days(days), 3, example=_written(today + timedelta(days=1)))
    if "last" not in state:
        first = date.fromisoformat(state["first"])
        days = [first + timedelta(days=length - 1) for length in _LENGTHS]
        return _question(visit, "delegation-last", _days(days), 3, example=_written(first + timedelta(days=2)))
    deputy = (await visit.desk.office()).person(state["deputy"])
    send = (visit.label("delegation-send"), data("deputise", "send"))
    return _question(
        visit,
        "delegation-sure",
        [send],
        1,
        deputy=deputy.name if deputy is not None else "none",
        capacity=Capacity(state["capacity"]).short,
        first=_written(date.fromisoformat(state["first"])),
        last=_written(date.fromisoformat(state["last"])),
    )


def today_of(visit: Visit) -> date:
    """Today on the local calendar."""
    return visit.desk.now.astimezone(visit.desk.house.zone).date()


def read_day(words: str, today: date) -> date:
    """A day as people write it, `25/11` or `25/11/2026`; without a year the coming one. Raises ValueError."""
    found = _DAY.fullmatch(words.strip())
    if found is None:
        raise ValueError(f"no day: {words}")
    day, month, year = int(found[1]), int(found[2]), int(found[3] or today.year)
    read = date(year, month, day)
    return read if found[3] or read >= today else date(year + 1, month, day)


async def keep_day(visit: Visit, day: date) -> Any:
    """The first or the last day; one that cannot be is asked for again, with an example."""
    state, now, zone = visit.conversation.data, visit.desk.now, visit.desk.house.zone
    is_last = "first" in state
    first = date.fromisoformat(state["first"]) if is_last else day
    example = _written(max(first, today_of(visit)) + timedelta(days=1))
    try:
        starts_at, ends_at = span(first, day, now, zone)
    except ValueError:
        return visit.reply("delegation-wrong-span" if is_last else "delegation-past", example=example)
    mine = [one for one in await visit.desk.unit.stand_ins() if one.principal == visit.person.id]
    taken = next((one for one in mine if is_last and one.meets(starts_at, ends_at)), None)
    if taken is not None:
        visit.end()
        return visit.reply("delegation-taken", await visit.menu())
    visit.go_to(STATE, state | {("last" if is_last else "first"): day.isoformat()})
    return await ask(visit)


async def appointment(visit: Visit) -> StandIn:
    """What was answered, as a new stand-in. Raises ValueError where its days have passed meanwhile."""
    state = visit.conversation.data
    first, last = date.fromisoformat(state["first"]), date.fromisoformat(state["last"])
    starts_at, ends_at = span(first, last, visit.desk.now, visit.desk.house.zone)
    number = await visit.desk.unit.next_number("stand_in")
    return StandIn(
        number,
        visit.person.id,
        state["deputy"],
        Capacity(state["capacity"]),
        starts_at.astimezone(UTC),
        ends_at.astimezone(UTC),
        next_at=starts_at.astimezone(UTC),
    )


def _days(days: Sequence[date]) -> list[tuple[str, str]]:
    return [(_written(day), data("deputise", "day", day.isoformat())) for day in dict.fromkeys(days)]


def _written(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _question(visit: Visit, key: str, labels: Sequence[tuple[str, str]], per_row: int, **values: Any) -> Any:
    found = [keyboards.button(label, press) for label, press in labels]
    rows = [*keyboards.in_rows(found, per_row)]
    rows.append([keyboards.button(visit.label("form-cancel"), data("deputise", "stop"))])
    return outgoing.text(visit.person.telegram_id, visit.say(key, **values), keyboards.inline(rows))
