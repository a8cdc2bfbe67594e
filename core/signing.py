"""Sending work back for another round, and putting a paraf or a signature to it."""

from core import events as e
from core.access import capacity
from core.action import Action, Effect
from core.case import OpenStep
from core.commands import Act
from core.course import Course
from core.drafts import newest, versions
from core.people import Person
from core.refusal import FileNotKept
from core.way_back import back_from

SIGN = "sign"
MARKS = frozenset({"paraf", "ttd", "outside"})
"""What `{sign: {what: $draft, as: …}}` may put: initials, a signature, or the record of one made elsewhere."""


def faults(effect: Effect) -> list[str]:
    """What is wrong with the effect's arguments."""
    what, mark = effect.arguments.get("what"), effect.arguments.get("as")
    if isinstance(what, str) and what.startswith("$") and mark in MARKS:
        return []
    return [f"sign, except {{what: $name, as: {' or '.join(sorted(MARKS))}}}"]


def send_back(course: Course, action: Action, command: Act, waiting: OpenStep) -> None:
    """Begin another round at the earlier step that the action leads to, with the note that it asked for."""
    to = back_from(course.procedure, course.step(waiting), action)
    asked = next((field for field in action.asks if field.name == action.returns), None)
    if to is None or asked is None:
        return
    note = command.answers.get(asked.id)
    begun = e.WorkReturned(
        by=command.by,
        step=waiting.id,
        entry=waiting.entry,
        to=to,
        number=len(course.case.rounds) + 2,
        note=e.Personal(note) if isinstance(note, str) else None,
    )
    course.add(begun)


def sign(course: Course, action: Action, person: Person, waiting: OpenStep | None) -> None:
    """Have the record say who put their name to which files. Raises `FileNotKept` where nobody could prove them."""
    for effect in action.effects:
        if effect.name != SIGN:
            continue
        name, mark = str(effect.arguments["what"])[1:], str(effect.arguments["as"])
        hashes = {item.number: item.sha256 or "" for item in course.case.evidence}
        files = tuple((number, hashes.get(number, "")) for number in newest(course.case, name))
        if mark != "outside" and not (files and all(sha256 for _, sha256 in files)):
            raise FileNotKept()
        course.add(
            e.DocumentSigned(
                by=person.id,
                step=waiting.id if waiting is not None else "",
                what=name,
                version=len(versions(course.case, name)),
                mark=mark,
                capacity=_capacity(course, person, waiting),
                files=files,
                acting=capacity(person, waiting, None, course.procedure) if waiting is not None else "",
            )
        )


def _capacity(course: Course, person: Person, waiting: OpenStep | None) -> str:
    """The role by which somebody has the step."""
    performer = course.step(waiting).performer if waiting is not None else None
    roles = [*(performer.roles if performer is not None else ()), *(waiting.widened if waiting is not None else ())]
    role = course.procedure.role_of(performer) if performer is not None else None
    return next((one for one in (*roles, *([role] if role else [])) if person.holds(one)), role or "")
