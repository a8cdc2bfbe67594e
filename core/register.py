"""A case as a line of the register (SOP 067/01/PB/2021 row 6): column to value, readable by whoever opens the book."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from core.action import Effect
from core.case import Case, Member
from core.field import ChoiceField, Field
from core.judgement import value_of
from core.office import Office
from core.procedure import Procedure

HEADS = frozenset({"head_of_department", "head_of_centre", "head_of_statistics", "secretary"})
"""Who may read every register."""


@dataclass(frozen=True, slots=True)
class Register:
    """A book: `{register: guest_book}` or `{register: {name: agenda, title: …, numbered: true, fields: "…"}}`.

    Its columns are the answers to the questions in `fields`, without it only what was chosen: nobody's words.
    A book without a name is the one of all procedures. With `monthly: "head_of_department, secretary"` those roles
    are sent each month of it once that is over.
    """

    name: str = ""
    title: str | None = None
    numbered: bool = False
    """Lines are numbered from 1 in each year."""
    fields: tuple[str, ...] = ()
    monthly: tuple[str, ...] = ()


def register_of(effect: Effect) -> Register:
    """The book that the effect writes."""
    return Register(
        name=effect.subject or str(effect.arguments.get("name", "")),
        title=str(effect.arguments["title"]) if "title" in effect.arguments else None,
        numbered=effect.arguments.get("numbered") is True,
        fields=_listed(effect, "fields"),
        monthly=_listed(effect, "monthly"),
    )


def registers(procedure: Procedure) -> dict[str, Register]:
    """The books of their own that the procedure writes, by name."""
    return {book.name: book for book in map(register_of, _writes(procedure)) if book.name}


def monthly(procedure: Procedure) -> dict[str, frozenset[str]]:
    """The books of which somebody is sent each month, by name, with the roles whose holders are."""
    found: dict[str, frozenset[str]] = {}
    for book in map(register_of, _writes(procedure)):
        if book.monthly:
            found[book.name] = found.get(book.name, frozenset()) | frozenset(book.monthly)
    return found


def faults(effect: Effect, roles: Collection[str]) -> list[str]:
    """What is wrong with a register's arguments."""
    book = register_of(effect)
    is_short = re.fullmatch(r"([a-z][a-z0-9_]{0,19})?", book.name) is not None
    strange = [f"register monthly for {role}, which is no role" for role in book.monthly if role not in roles]
    return strange if is_short else [f"register {book.name}, which is no short name", *strange]


def readers(procedure: Procedure, name: str) -> frozenset[str]:
    """The roles that may read what the procedure writes in a book: heads, whoever writes it, whoever is sent it."""
    found = HEADS | monthly(procedure).get(name, frozenset())
    for step in procedure.steps:
        acts = [effect for action in step.actions for effect in action.effects]
        writes = any(one.name == "register" and register_of(one).name == name for one in (*step.effects, *acts))
        role = procedure.role_of(step.performer) if step.performer is not None else None
        if writes:
            found |= {*(step.performer.roles if step.performer is not None else ()), *((role,) if role else ())}
    return frozenset(found - {"citizen"})


def books(procedure: Procedure) -> frozenset[str]:
    """The names of all books that the procedure writes; the one of all procedures is the empty name."""
    return frozenset(register_of(effect).name for effect in _writes(procedure))


def columns(procedure: Procedure, name: str) -> tuple[Field, ...]:
    """The questions whose answers a book of its own has as columns, in the order of the file."""
    book = registers(procedure).get(name)
    known = {field.name: field for field in procedure.fields}
    if book is None:
        return ()
    if book.fields:
        return tuple(known[one] for one in book.fields if one in known)
    return tuple(field for field in known.values() if isinstance(field, ChoiceField))


def register_row(case: Case, procedure: Procedure, office: Office) -> dict[str, Any]:
    """What the register keeps of a case: number, times, who handled it and what was chosen; nobody's words or place."""
    return {
        "ticket": case.ticket,
        "procedure": procedure.number or procedure.id,
        "opened_at": case.opened_at.isoformat(),
        "steps": {step: at.isoformat() for step, at in case.reached.items()},
        "handled_by": {name: _led(case, name, office) for name in case.named},
        "crew": [_member(member, office) for member in case.crew],
        "values": dict(_chosen(case, procedure)),
        "evidence": len(case.evidence),
    }


def _writes(procedure: Procedure) -> list[Effect]:
    return [effect for effect in procedure.effects if effect.name == "register"]


def _listed(effect: Effect, key: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in str(effect.arguments.get(key, "")).split(",") if one.strip())


def _chosen(case: Case, procedure: Procedure) -> list[tuple[str, str]]:
    rows = []
    for field in {field.name: field for field in procedure.fields}.values():
        if isinstance(field, ChoiceField) and (value := value_of(case, field.name)) is not None:
            label = next((choice.label.id for choice in field.choices if choice.id == value), str(value))
            rows.append((field.name, label))
    return rows


def _led(case: Case, name: str, office: Office) -> str:
    """Whoever has the name; where a post has it, the post and not whoever speaks for it."""
    post = case.values.get(f"{name}_post")
    return post if isinstance(post, str) else _name(case.named[name], office)


def _member(member: Member, office: Office) -> dict[str, Any]:
    """One of those asked to go beside whoever led: when each step of theirs began, and why they did not go."""
    return {
        "name": member.post or _name(member.person, office),
        "steps": {step: at.isoformat() for step, at in member.times.items()},
        "until": member.until.isoformat() if member.until else None,
        "left": member.left,
    }


def _name(person_id: int, office: Office) -> str:
    person = office.person(person_id)
    return person.name if person is not None else ""
