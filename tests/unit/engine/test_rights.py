"""Role × action × state: every cell of the table, for the procedures that ship.

`rights_*.txt` is the table: + may, . may not, o not now, e too early, t somebody else has it, g guarded, m merged,
s somebody is sent, x the case is over. A line is of all actions with the same cells: of a step that waits (`written`:
recorded for whoever has it), of steps that do not wait (`elsewhere`, all their actions), standing ones (`always`), and
those of any case. Whoever changes a procedure reads what the table has become before writing it down.
"""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from letters_played import COLUMNS as LETTER_COLUMNS
from letters_played import REQUESTS, VISITS
from staging import CITIZEN, FAR, HERE, NEAR, OPERATOR, PANIC, SECOND, Play, alarm
from table_of_rights import COLUMNS, MAIN, OFFICE, Columns, table

from core.case import Link
from core.commands import Merge, OfferHandover
from core.decision import open_case
from core.events import CaseOpened
from core.procedure import parse

HERE_IS = Path(__file__).parent
DRILL = parse((files("core") / "procedures" / "drill.yaml").read_text(encoding="utf-8"), "drill.yaml")
HELPED = {"officer": [NEAR.id, FAR.id]}
WHY = {"reason": "laporan ganda"}
SAID = {"account": "Padam.", "no_photo": "terlalu gelap"}


def at(step: str) -> Play:
    """An alarm on its straight way."""
    return alarm(step, *OFFICE)


def together(*presses: str) -> Play:
    """An alarm with somebody who follows, after so many presses of whoever leads."""
    play = at("claimed").act(OPERATOR, "forward", HELPED)
    for press in presses:
        play.act(NEAR, press)
    return play


def contested() -> Play:
    """The linked case that the head looks into."""
    play = Play(people=OFFICE)
    opening = CaseOpened(by=CITIZEN.id, ticket="XX-2", procedure="panic", procedure_version="1", requester=CITIZEN.id,
                         origin=1, origin_ticket="XX-1", link="not_finished")  # fmt: skip
    play._note(*open_case(2, opening, {}, play.now, PANIC, play.office, at="review"))
    assert isinstance(play.case.origin, Link)
    return play


def rehearsal(*, seconds: int = 0) -> Play:
    """A rehearsal, and so many seconds after its position was given."""
    play = Play(DRILL, OFFICE).open()
    if seconds:
        play.act(CITIZEN, "position", {"position": HERE})
    for _ in range(seconds):
        play.after(seconds=1)
    return play


SITUATIONS: dict[str, dict[str, Callable[[], Play]]] = {
    "panic": {
        "pressed, no location yet": lambda: at("locate"),
        "it rings, nobody has it": lambda: at("verify"),
        "an operator has it": lambda: at("claimed"),
        "an operator has it, another service was called": lambda: at("claimed").act(
            OPERATOR, "transfer", {"service": "police", "agreed": "Ya."}
        ),
        "an operator has it, the reporter asks to close": lambda: at("claimed").act(
            CITIZEN, "ask_close", {"asks_close": "yes"}
        ),
        "an operator has it and offers it to another": lambda: at("claimed").decide(
            OfferHandover(by=OPERATOR.id, to=SECOND.id)
        ),
        "merged into another": lambda: at("claimed").decide(Merge(by=OPERATOR.id, into=MAIN)),
        "nobody for a minute": lambda: at("verify").after(seconds=62),
        "nobody for three minutes, two officers are asked": lambda: at("verify").after(seconds=185),
        "an officer went unverified": lambda: at("verify").after(seconds=185).act(NEAR, "ready"),
        "one officer is asked": lambda: at("confirm"),
        "two officers are asked": lambda: together(),
        "the officer is on the way, another is asked": lambda: together("ready"),
        "on the way, half a minute later": lambda: together("ready").after(seconds=31),
        "the other is on the way too": lambda: together("ready").act(FAR, "ready"),
        "both are there": lambda: together("ready", "arrived").act(FAR, "ready").act(FAR, "arrived"),
        "the officer is in danger": lambda: together("ready", "arrived").act(NEAR, "danger"),
        "the report is due": lambda: at("report"),
        "the operator records": lambda: at("record"),
        "closed": lambda: at("closed").after(seconds=31),
        "closed as no emergency a moment ago": lambda: at("claimed").act(OPERATOR, "not_emergency", WHY),
        "contested": contested,
    },
    "drill": {
        "pressed": rehearsal,
        "the location is given": lambda: rehearsal(seconds=1),
        "an officer would be on the way": lambda: rehearsal(seconds=10),
        "an officer would arrive": lambda: rehearsal(seconds=25),
        "an officer would be there": lambda: rehearsal(seconds=40),
        "the question at the end": lambda: rehearsal(seconds=60),
        "over": lambda: rehearsal(seconds=620),
    },
    "visit": VISITS,
    "data-request": REQUESTS,
}
SHIPPED = sorted(one.name.removesuffix(".yaml") for one in (files("core") / "procedures").iterdir())


def columns_of(play: Play) -> Columns:
    """The people around an alarm, or those of the office."""
    return COLUMNS if play.procedure.hours == "always" else LETTER_COLUMNS


def written(name: str) -> dict[str, list[str]]:
    """The tables of a procedure, as they are written down."""
    text = (HERE_IS / f"rights_{name}.txt").read_text(encoding="utf-8")
    parts = [part.strip("\n").splitlines() for part in text.split("== ")[1:]]
    return {title: lines for title, *lines in parts}


CELLS = [(name, title) for name, found in SITUATIONS.items() for title in found]


@pytest.mark.parametrize(("name", "title"), CELLS)
def test_every_cell_of_the_table(name: str, title: str) -> None:
    """Everybody × every action, in this situation."""
    play = SITUATIONS[name][title]()
    found = table(play, columns_of(play))
    assert written(name).get(title) == found, "\n".join(["the table is now:", f"== {title}", *found])


@pytest.mark.parametrize("name", SHIPPED)
def test_every_step_waits_in_some_table(name: str) -> None:
    """No procedure ships, and no step that somebody acts at, of which nobody has written down who may do what."""
    played = [build() for build in SITUATIONS[name].values()]
    waits = {step for play in played for step in play.waiting}
    assert [] == [step.id for step in played[0].procedure.steps if not step.auto and step.id not in waits]


def test_the_tables_hold_nothing_else() -> None:
    """Each table is of a situation that is played."""
    assert [title for name in SITUATIONS for title in written(name)] == [title for _, title in CELLS]
