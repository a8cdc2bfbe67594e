"""Who was chosen in answer to a question for a person: one or several, people of the office or posts."""

from collections.abc import Iterator
from typing import Any

from core import events as e
from core.case import Case
from core.field import PersonField
from core.judgement import value_of
from core.office import Office
from core.people import Person
from core.post import post_named
from core.refusal import PersonUnfit


def chosen(field: PersonField, answer: Any) -> dict[str, Any]:
    """The values that the answer gives. The first person leads; a post does only where no person was chosen."""
    each = list(dict.fromkeys(answer if isinstance(answer, (list, tuple)) else (answer,)))
    posts = [name for one in each if (name := post_named(one)) is not None]
    lead = next((one for one in each if post_named(one) is None), each[0] if each else None)
    values: dict[str, Any] = {field.name: lead if field.others is not None or not field.several else each}
    if field.others is not None:
        values[field.others] = [one for one in each if one != lead]
    if field.posts:
        values |= {f"{field.name}_post": post_named(values[field.name]), f"{field.name}_posts": posts}
    return values


def named(
    case: Case, field: PersonField, answer: Any, by: int | None, office: Office, so_far: Case
) -> Iterator[e.Event]:
    """The events that the choice causes; a post that leads does so through whoever chose it.

    `so_far` is the case with the answers before this one. Raises `PersonUnfit`.
    """
    for one in answer if isinstance(answer, (list, tuple)) else (answer,):
        _fit(one, field, office, so_far)
    for name, value in chosen(field, answer).items():
        if name == field.name and not isinstance(value, list):
            person = by if post_named(value) is not None else int(value)
            yield e.HolderNamed(by=by, name=name, person=person or 0)
        elif value or case.values.get(name):
            yield e.ValueGiven(by=by, name=name, value=value)


def fits(person: Person, field: PersonField, case: Case) -> bool:
    """Whether somebody holds the role that the question asks for, in the unit that the case names where it does."""
    unit = value_of(case, field.unit[1:]) if field.unit is not None else None
    return person.holds_in(field.role, str(unit)) if unit is not None else person.holds(field.role)


def _fit(answer: Any, field: PersonField, office: Office, case: Case) -> None:
    post = post_named(answer)
    if post is not None:
        if not field.posts or office.post(post) is None:
            raise PersonUnfit()
        return
    person = office.person(int(answer))
    if person is None or not person.reachable or not fits(person, field, case):
        raise PersonUnfit()
    if field.on_duty and not person.on_duty:
        raise PersonUnfit()
