"""Who may do what in a case as it stands: every person around it × every action that there is, as lines of a table."""

from collections.abc import Callable, Iterator
from itertools import zip_longest
from textwrap import wrap

from staging import CITIZEN, DIRECTOR, FAR, HEAD, NEAR, OPERATOR, SECOND, STRANGER, T0, Play, staff

from core import commands as c
from core.case import Case
from core.decision import decide
from core.people import Person
from core.performer import ROLES
from core.permission import permit
from core.reassigning import fit
from core.refusal import Refusal

MAY = "+"
SIGNS = {
    "not-allowed": ".",
    "person-unfit": ".",
    "step-over": "o",
    "undo-over": "o",
    "too-early": "e",
    "overtaken": "o",
    "case-over": "x",
    "already-taken": "t",
    "merged-already": "m",
    "sent-already": "s",
    "guarded": "g",
}
"""How a refusal is written in the table."""
THIRD = staff(23, "Pipit", "officer", north=0.09)
OFF_DUTY = staff(13, "Osa", "operator", on_duty=False)
RESTING = staff(24, "Puji", "officer", on_duty=False)
ADMIN = staff(51, "Adi", "admin", on_duty=False)
Columns = dict[str, tuple[Person, ...]]


def others(*named: Person) -> tuple[Person, ...]:
    """One of every role that none of those has."""
    had = {grant.role for one in named for grant in one.grants} | {"citizen"}
    return tuple(staff(60 + n, role, role) for n, role in enumerate(sorted(set(ROLES) - had)))


OTHERS = others(OPERATOR, NEAR, HEAD, DIRECTOR, ADMIN)
COLUMNS: Columns = {
    "rq": (CITIZEN,),
    "ci": (STRANGER,),
    "o1": (OPERATOR,),
    "o2": (SECOND,),
    "o-": (OFF_DUTY,),
    "f1": (NEAR,),
    "f2": (FAR,),
    "f3": (THIRD,),
    "f-": (RESTING,),
    "hc": (HEAD,),
    "hd": (DIRECTOR,),
    "ad": (ADMIN,),
    "..": OTHERS,
}
"""The requester, another citizen, the operator who takes the case, another on duty, one off duty; the officer who
leads, the one who follows, a third on duty, one off duty; the heads of centre and department, the admin, and every
further role, which are all refused alike."""
OFFICE = (OPERATOR, SECOND, OFF_DUTY, NEAR, FAR, THIRD, RESTING, HEAD, DIRECTOR, ADMIN, *OTHERS)
MAIN = Case(77, "XX-77", "x", "1", STRANGER.id, T0)
WIDTH = 116
Row = tuple[str, str, Callable[[Person], c.Command]]


def table(play: Play, columns: Columns = COLUMNS) -> list[str]:
    """The table: a head, and a line for all actions that are granted and refused alike; names may go on below."""
    alike: dict[str, dict[str, dict[str, None]]] = {}
    for place, name, command in rows(play):
        cells = "".join(f" {_cell(play, people, command)} " for people in columns.values())
        alike.setdefault(cells, {}).setdefault(place, {})[name] = None
    lines, indent = [" ".join(columns)], 3 * len(columns) + 2
    for cells, found in alike.items():
        names = "; ".join(f"{place}: {', '.join(found[place])}" for place in found)
        told = wrap(names, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
        lines += [f"{start:<{indent}}{part}" for start, part in zip_longest((cells,), told, fillvalue="")]
    return [line.rstrip() for line in lines]


def rows(play: Play) -> Iterator[Row]:
    """Every action of the procedure: of the steps that wait, of those that do not (`elsewhere`), standing
    ones, and the engine's."""
    case, procedure = play.case, play.procedure
    for waiting in case.steps:
        step, entry = procedure.step(waiting.id), waiting.entry
        name = f"{step.id}-{waiting.holders[0]}" if waiting.crew else step.id
        if step.claim is not None:
            yield name, "claim", lambda who, entry=entry: c.Claim(by=who.id, entry=entry)
            yield name, "over", lambda who, entry=entry: c.Claim(by=who.id, entry=entry, over=True)
            yield name, "release", lambda who, entry=entry: c.Release(by=who.id, entry=entry)
        for one in step.actions:
            yield name, one.id, lambda who, one=one, entry=entry: c.Act(by=who.id, action=one.id, entry=entry)
            if step.on_behalf is not None:
                has = waiting.holders[0]
                yield (
                    name,
                    f"{one.id} (written)",
                    lambda who, one=one, entry=entry, has=has: c.Act(
                        by=has, action=one.id, entry=entry, recorded_by=who.id
                    ),
                )
        to = next((one.id for one in fit(play.office, procedure, waiting)), SECOND.id)
        yield name, "pass on", lambda who, entry=entry, to=to: c.Reassign(by=who.id, entry=entry, to=to)
    there = {waiting.id for waiting in case.steps}
    for step in procedure.steps:
        for one in step.actions if step.id not in there else ():
            yield (
                "elsewhere",
                step.id,
                lambda who, one=one: c.Act(by=who.id, action=one.id, entry=case.entries + 1),
            )
    for standing in procedure.standing:
        yield "always", standing.id, lambda who, one=standing: c.Act(by=who.id, action=one.id)
    number = case.undo.number if case.undo is not None else 1
    yield "case", "undo", lambda who: c.Undo(by=who.id, number=number)
    yield "case", "press again", lambda who: c.PressAgain(by=who.id)
    yield "case", "merge", lambda who: c.Merge(by=who.id, into=MAIN)
    yield "case", "part", lambda who: c.Part(by=who.id)
    yield "case", "offer", lambda who: c.OfferHandover(by=who.id, to=SECOND.id if who.id != SECOND.id else OPERATOR.id)
    yield "case", "accept", lambda who: c.AcceptHandover(by=who.id)
    yield "case", "leave duty", lambda who: c.LeaveDuty(by=who.id)


def _cell(play: Play, people: tuple[Person, ...], command: Callable[[Person], c.Command]) -> str:
    (sign,) = {_sign(play, command(person)) for person in people}
    return sign


def _sign(play: Play, command: c.Command) -> str:
    """How the wish is answered, before anything is asked."""
    try:
        if isinstance(command, c.Act):
            permit(play.case, command, play.now, play.procedure, play.office)
        else:
            decide(play.case, command, play.now, play.procedure, play.office)
    except Refusal as refusal:
        return SIGNS[refusal.name]
    return MAY
