"""What waits at somebody's desk, in the order in which it came in: everything of theirs but alarms."""

from bot.desk import Desk
from core.access import may_act
from core.case import Case, OpenStep
from core.people import Person

MOST = 500


async def waiting_for(desk: Desk, person: Person, most: int = MOST) -> list[Case]:
    """The cases that wait for somebody, also for whom they stand in for; the oldest first."""
    found = await desk.unit.tasks_of(sorted(person.stands_for), sorted(person.roles), limit=most)
    return sorted((case for case in found if of_a_desk(desk, case)), key=lambda case: case.id)


def of_a_desk(desk: Desk, case: Case) -> bool:
    """Whether it is no alarm: those ring, and are not gone through."""
    procedure = desk.house.shelf.of(case)
    return procedure.lane != "alarm" and procedure.rehearses is None


def after(cases: list[Case], case_id: int) -> Case | None:
    """The one that came in next, from the first again after the last."""
    others = [case for case in cases if case.id != case_id]
    return next((case for case in others if case.id > case_id), others[0] if others else None)


def step_for(desk: Desk, person: Person, case: Case) -> OpenStep | None:
    """The step that waits for the person and that nobody else has taken."""
    procedure = desk.house.shelf.of(case)
    return next(
        (
            waiting
            for waiting in case.steps
            if may_act(person, case, waiting, procedure)
            and waiting.claimed_by in (None, *person.stands_for)
            and procedure.step(waiting.id).binding
        ),
        None,
    )
