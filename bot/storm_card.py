"""The queue of a storm as one message: how many wait, and the most urgent of them with what is known."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from aiogram.types import InlineKeyboardButton

from bot import keyboards, storms
from bot.desk import Desk
from bot.facts import chosen, clipped
from bot.house import House, language_of
from bot.presses import data
from bot.silence import is_silent
from bot.surroundings import wave
from core.access import LADDER_END
from core.case import Case
from core.incident import stands_alone
from core.judgement import value_of
from core.people import Person
from core.procedure import Procedure
from core.queue import in_turn, is_queued, triage_of
from core.storm import Storm

SHOWN = 8
"""So many stand on the screen of a phone."""


@dataclass(frozen=True, slots=True)
class Queue:
    """What the message shows, and to whom; without a storm only that it is over."""

    procedure: Procedure
    viewer: Person
    storm: Storm | None
    waiting: tuple[Case, ...]
    taken: int
    wave: tuple[int, int] | None
    now: datetime

    @property
    def first(self) -> list[Case]:
        """Those that are shown, the most urgent first."""
        return in_turn(self.waiting, self.procedure)[:SHOWN]


async def read(desk: Desk, procedure: Procedure, viewer: Person) -> Queue:
    """The queue as it is now; over for whoever may not read it."""
    rule = procedure.storm
    roles = {*storms.ringing_roles(procedure), *(rule.performer.roles if rule is not None else ()), LADDER_END}
    storm = await desk.unit.storm(procedure.id) if viewer.roles & roles else None
    cases = await desk.unit.open_cases_of_kind(procedure.id, storms.LOOKED_AT) if storm is not None else []
    waiting = tuple(case for case in cases if is_queued(case, procedure))
    alone = [case for case in cases if stands_alone(case)]
    new = await wave(desk, procedure.id) if storm is not None else None
    return Queue(procedure, viewer, storm, waiting, len(alone) - len(waiting), new, desk.now)


def text(house: House, of: Queue) -> str:
    """The lines as HTML."""
    if of.storm is None:
        return house.say(of.viewer, "storm-over")
    since = house.time(of.storm.began_at)
    lines: list[str] = [house.say(of.viewer, "storm-heading", since=since, waiting=len(of.waiting), taken=of.taken)]
    if of.wave is not None:
        lines.append(house.say(of.viewer, "card-wave", new=of.wave[0], all=of.wave[1]))
    lines += ["", *(_line(house, of, number, case) for number, case in enumerate(of.first, 1))]
    if len(of.waiting) > SHOWN:
        lines.append(house.say(of.viewer, "storm-more", count=len(of.waiting) - SHOWN))
    return "\n".join(lines)


def buttons(house: House, of: Queue) -> keyboards.Rows:
    """For each that is shown: its card, and Tangani."""
    if of.storm is None:
        return []
    return [list(_buttons(house, of, number, case)) for number, case in enumerate(of.first, 1)]


def _line(house: House, of: Queue, number: int, case: Case) -> str:
    language, question = language_of(of.viewer), triage_of(of.procedure)
    area, landmark = house.area(case.place), value_of(case, "landmark")
    said = chosen(case, of.procedure, question.name, language) if question is not None else None
    where = area.kelurahan if area is not None else clipped(landmark, 60) if isinstance(landmark, str) else "none"
    return house.say(
        of.viewer,
        "storm-line",
        number=number,
        ticket=case.ticket,
        where=where,
        located="yes" if case.place is not None else "no",
        kind=chosen(case, of.procedure, "kind", language) or "none",
        triage=said or "none",
        minutes=max(0, round((of.now - case.opened_at).total_seconds() / 60)),
        silent="yes" if is_silent(case) else "no",
        presses=case.presses,
    )


def _buttons(house: House, of: Queue, number: int, case: Case) -> Iterator[InlineKeyboardButton]:
    yield keyboards.button(house.label(of.viewer, "storm-open", number=number), data("open", case.id))
    waiting = next((one for one in case.steps if of.procedure.step(one.id).claim is not None), None)
    claim = of.procedure.step(waiting.id).claim if waiting is not None else None
    if claim is not None:
        label = f"{number} · {claim.label.in_language(language_of(of.viewer))}"
        yield keyboards.button(label, data("take", case.id), "primary")
