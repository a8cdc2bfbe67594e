"""What the effect `survey` asks for: which questions, on which day, and what must be known before anybody is asked."""

from dataclasses import dataclass
from enum import StrEnum

from core.action import Effect
from core.procedure import Procedure
from core.survey import STARS, UNSUR, Unsur


class Form(StrEnum):
    """Which questions."""

    NINE = "nine"
    STARS = "stars"
    """One only: for whom nine are too many, such as after an emergency."""


NEXT_DAY = "next day"


@dataclass(frozen=True, slots=True)
class SurveyOrder:
    """What `survey`, `{survey: stars}` or `{survey: {form: stars, on: next day, needs: kind}}` asks for.

    Without `on` it is asked minutes after the end. `needs` are questions of the procedure without whose answer nobody
    is asked, because what was not said may be `discreet`.
    """

    form: str = Form.NINE
    on: str | None = None
    needs: tuple[str, ...] = ()

    @property
    def next_day(self) -> bool:
        """Whether it waits for the day after the end."""
        return self.on == NEXT_DAY


def order(effect: Effect) -> SurveyOrder:
    """The order that an effect is."""
    given = {name: str(value) for name, value in effect.arguments.items()}
    needs = tuple(name.strip() for name in given.get("needs", "").split(",") if name.strip())
    return SurveyOrder(given.get("form", effect.subject or Form.NINE), given.get("on"), needs)


def questions(procedure: Procedure) -> tuple[Unsur, ...]:
    """What the procedure's requesters are asked."""
    return (STARS,) if Form.STARS in _forms(procedure) else UNSUR


def faults(effect: Effect, procedure: Procedure) -> list[str]:
    """What is wrong with the survey of a procedure."""
    asked, known = order(effect), {field.name for field in procedure.fields}
    found = [f"survey needs {name}, which nothing asks for" for name in asked.needs if name not in known]
    if asked.form not in frozenset(Form):
        found.append(f"survey form {asked.form}")
    if asked.on not in (None, NEXT_DAY):
        found.append(f"survey on {asked.on}")
    if len(_forms(procedure)) > 1:
        found.append("survey in two forms")
    if procedure.rehearses is not None:
        found.append("effect survey, in a rehearsal")
    if procedure.lane == "alarm" and not asked.next_day:
        found.append("effect survey, in the lane alarm before the next day")
    return found


def _forms(procedure: Procedure) -> set[str]:
    return {order(effect).form for effect in procedure.effects if effect.name == "survey"}
