"""Work on its way through the office, as cards show it: its versions, its rounds, who has put their name to it."""

from collections.abc import Iterator

from bot.facts import NONE, clipped, said
from bot.house import House, language_of
from bot.subject import Subject
from bot.texts import Markup
from core.case import Case
from core.drafts import Signature, newest, note_of, versions
from core.field import Field
from core.performer import Kind, Performer
from core.procedure import Procedure
from core.register import registers
from core.step import Step

ROUNDS_MOST = 3
HASH_SHOWN = 12
"""Hexadecimal digits of a SHA-256 that a card has room for."""


def lines(house: House, of: Subject) -> Iterator[Markup]:
    """For staff; whoever asked for it sees the outcome, not the drafts."""
    if of.viewer.id != of.case.requester:
        numbered = {name: number for name, number in of.case.registers.items() if number is not None}
        books = registers(of.procedure) if numbered else {}
        for name, number in numbered.items():
            yield house.say(of.viewer, "card-register", register=books[name].title or name, number=str(number))
        yield from (_version(house, of, field) for field in _kept(of.procedure) if newest(of.case, field.name))
        yield from _rounds(house, of)
        yield from _signatures(house, of)


def at_hand(case: Case, procedure: Procedure) -> tuple[int, ...]:
    """The files that whoever has the case now looks at: the newest version of each."""
    return tuple(number for field in _kept(procedure) for number in newest(case, field.name))


def version_of(case: Case, procedure: Procedure, number: int) -> int | None:
    """Which version a file belongs to, where versions are kept."""
    for field in _kept(procedure):
        for place, files in enumerate(versions(case, field.name), 1):
            if number in files:
                return place
    return None


def told_to_requester(procedure: Procedure) -> frozenset[str]:
    """The answers that whoever opened the case may read on its card: their own, and what they are asked."""
    theirs = {step.id for step in procedure.steps if _is_requesters(step)}
    fields: list[Field] = [*procedure.open.asks]
    for step in procedure.steps:
        for action in step.actions:
            if step.id in theirs or theirs & set(action.targets):
                fields += action.asks
    for standing in procedure.standing:
        fields += standing.asks if _is_for_requester(standing.performer) else ()
    return frozenset(field.name for field in fields)


def _is_requesters(step: Step) -> bool:
    return step.performer is not None and _is_for_requester(step.performer)


def _is_for_requester(performer: Performer) -> bool:
    return any(one.kind is Kind.REQUESTER for one in performer.each())


def _kept(procedure: Procedure) -> list[Field]:
    """The questions for files that keep every version."""
    found = {field.name: field for field in procedure.fields if field.type == "document" and field.versions}
    return list(found.values())


def _version(house: House, of: Subject, field: Field) -> Markup:
    files = newest(of.case, field.name)
    item = next(item for item in of.case.evidence if item.number == files[0])
    name = (of.case.file(item.number) or {}).get("name") or NONE
    return house.say(
        of.viewer,
        "card-version",
        question=field.heading(language_of(of.viewer)),
        version=str(len(versions(of.case, field.name))),
        count=len(files),
        name=name,
        hash=item.sha256[:HASH_SHOWN] if item.sha256 is not None else NONE,
    )


def _rounds(house: House, of: Subject) -> Iterator[Markup]:
    numbered = list(enumerate(of.case.rounds, 2))
    for number, one in numbered[-ROUNDS_MOST:]:
        person, note = of.office.person(one.by or 0), of.case.personal.get(note_of(number))
        yield house.say(
            of.viewer,
            "card-round",
            number=str(number),
            name=person.name if person is not None else NONE,
            time=house.moment(one.at),
            note=clipped(note) if isinstance(note, str) else said(house, note, of.viewer) or NONE,
        )


def _signatures(house: House, of: Subject) -> Iterator[Markup]:
    """The newest of each step; what was put to an earlier version says so by its number."""
    for one in {signature.step: signature for signature in of.case.signatures}.values():
        person = of.office.person(one.by or 0)
        yield house.say(
            of.viewer,
            "card-signed",
            mark=one.mark,
            name=person.name if person is not None else NONE,
            role=_role(of, one),
            time=house.moment(one.at),
            version=str(one.version),
        )


def _role(of: Subject, one: Signature) -> str:
    """As what somebody put their name: as a stand-in where they were one, else by their role."""
    role = of.procedure.role_title(one.capacity).in_language(language_of(of.viewer)) if one.capacity else NONE
    return one.acting or role
