"""How a field is asked: its words, and the answers that are one tap away."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot import keyboards
from bot.facts import clipped
from bot.house import House, language_of
from bot.presses import data
from bot.texts import Markup
from core.case import Case
from core.distance import geodesic_m, printed
from core.field import ChoiceField, Field, PersonField, PhraseField, Reason, Several, TextField, YesNoField
from core.people import Candidate, Office, Person

NEAREST_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Option:
    """An answer that is one tap away: its label, and the value it stands for."""

    label: str
    value: Any


@dataclass(frozen=True, slots=True)
class Asking:
    """Who is asked in which case, with the office as it is now."""

    house: House
    person: Person
    office: Office
    case: Case | None
    now: Any


def options(asking: Asking, field: Field) -> list[Option]:
    """The ready answers to a field."""
    language = language_of(asking.person)
    match field:
        case ChoiceField():
            return [Option(choice.label.in_language(language), choice.id) for choice in field.choices]
        case PhraseField():
            return [Option(phrase.in_language(language), phrase.id) for phrase in field.phrases]
        case YesNoField():
            return [
                Option(asking.house.label(asking.person, key), key == "answer-yes")
                for key in ("answer-yes", "answer-no")
            ]
        case PersonField():
            return [Option(_candidate(asking, candidate), candidate.person.id) for candidate in _people(asking, field)]
        case _:
            return []


def reasons(asking: Asking, reason: Reason) -> list[Option]:
    """The ready reasons for which a field may stay without its answer."""
    return [Option(phrase.in_language(language_of(asking.person)), phrase.id) for phrase in reason.phrases]


def question(asking: Asking, field: Field) -> Markup:
    """The question as HTML."""
    asked = field.ask.in_language(language_of(asking.person)) if field.ask is not None else field.id
    return asking.house.say(asking.person, "form-question", question=asked)


def hint(asking: Asking, field: Field) -> Markup:
    """A word on how to answer."""
    kind = "said" if isinstance(field, TextField) and field.voice else field.type
    return asking.house.say(asking.person, f"form-hint-{kind}", most=getattr(field, "max", 0) or 0)


def keyboard(asking: Asking, field: Field, found: list[Option], nonce: str, *, first: bool, files: int = 0) -> Any:
    """The ready answers, then what else can be done."""
    label, person = asking.house.label, asking.person
    width = 2 if isinstance(field, ChoiceField) else 1
    taps = [keyboards.button(clipped(option.label, 60), data("form", nonce, n)) for n, option in enumerate(found)]
    rows = keyboards.in_rows(taps, width)
    if isinstance(field, Several) and files >= field.min:
        rows.append([keyboards.button(label(person, "form-done"), data("form", nonce, "done"), "success")])
    if field.unless is not None and not files:
        rows.append([keyboards.button(label(person, "form-without"), data("form", nonce, "without"))])
    if field.optional and not files:
        rows.append([keyboards.button(label(person, "form-skip"), data("form", nonce, "skip"))])
    last = [] if first else [keyboards.button(label(person, "form-back"), data("form", nonce, "back"))]
    rows.append([*last, keyboards.button(label(person, "form-cancel"), data("form", nonce, "stop"))])
    return keyboards.inline(rows)


def _people(asking: Asking, field: PersonField) -> tuple[Candidate, ...]:
    place = asking.case.place if asking.case is not None else None
    if field.nearest:
        found = asking.office.nearest(field.role, place, asking.now)
    else:
        holders = asking.office.holders(field.role, on_duty=field.on_duty)
        found = tuple(Candidate(person, None, None, person.id in asking.office.busy) for person in holders)
    passed = set(asking.case.passed) if asking.case is not None else set()
    ordered = sorted(found, key=lambda candidate: candidate.person.id in passed)
    return tuple(ordered[:NEAREST_SHOWN])


def _candidate(asking: Asking, candidate: Candidate) -> str:
    house, person, place = asking.house, asking.person, asking.case.place if asking.case is not None else None
    distance = "none"
    if candidate.fix is not None and place is not None:
        metres = geodesic_m(place.lat, place.lon, candidate.fix.lat, candidate.fix.lon)
        distance = printed(metres, language_of(person))
    minutes = int((asking.now - candidate.fix.at) / timedelta(minutes=1)) if candidate.fix is not None else 0
    passed = asking.case is not None and candidate.person.id in asking.case.passed
    state = "passed" if passed else "busy" if candidate.busy else "free"
    return house.label(
        person, "form-candidate", name=candidate.person.name, distance=distance, minutes=minutes, state=state
    )
