"""How a field is asked: its words, and the answers that are one tap away."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from bot import keyboards
from bot.facts import clipped
from bot.flows import candidates
from bot.house import House, language_of
from bot.presses import data
from bot.texts import Markup
from core.case import Case
from core.field import (
    ChoiceField,
    DurationField,
    Field,
    PersonField,
    PhoneField,
    PhraseField,
    Reason,
    Several,
    TextField,
    YesNoField,
)
from core.people import Office, Person


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
        case DurationField():
            return [Option(length.in_language(language), str(length)) for length in field.lengths]
        case PhraseField():
            return [Option(phrase.in_language(language), phrase.id) for phrase in field.phrases]
        case YesNoField():
            return [
                Option(asking.house.label(asking.person, key), key == "answer-yes")
                for key in ("answer-yes", "answer-no")
            ]
        case PersonField():
            return [Option(label, value) for label, value in candidates.offered(asking, field)]
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
    kind: str = field.type
    if isinstance(field, TextField) and field.voice:
        kind = "said"
    elif isinstance(field, PhraseField) and not field.own_words:
        kind = "choice"
    elif isinstance(field, PersonField) and field.several:
        kind = "people"
    elif isinstance(field, PhoneField) and field.own:
        kind = "contact"
    return asking.house.say(asking.person, f"form-hint-{kind}", most=getattr(field, "max", 0) or 0)


def ticks(field: Field, found: Sequence[Option]) -> bool:
    """Whether the ready answers are ticked, one or several, and then sent; of one alone there is nothing to tick."""
    return isinstance(field, PersonField) and field.several and len(found) > 1


def keyboard(
    asking: Asking,
    field: Field,
    found: Sequence[Option],
    nonce: str,
    *,
    first: bool,
    files: int = 0,
    ticked: Collection[Any] = (),
) -> Any:
    """The ready answers, then what else can be done.

    Only the keyboard at the bottom can ask for a contact; there the ways on and back are words.
    """
    if isinstance(field, PhoneField) and field.own:
        return keyboards.contact(asking.house, asking.person, back=not first, skip=field.optional)
    label, person = asking.house.label, asking.person
    width = 2 if isinstance(field, ChoiceField) else 1
    labels = [f"✓ {option.label}" if option.value in ticked else option.label for option in found]
    taps = [keyboards.button(clipped(words, 60), data("form", nonce, n)) for n, words in enumerate(labels)]
    rows = keyboards.in_rows(taps, width)
    if ticked or (isinstance(field, Several) and files >= field.min):
        rows.append([keyboards.button(label(person, "form-done"), data("form", nonce, "done"), "success")])
    if field.unless is not None and not files:
        rows.append([keyboards.button(label(person, "form-without"), data("form", nonce, "without"))])
    if field.optional and not files:
        rows.append([keyboards.button(label(person, "form-skip"), data("form", nonce, "skip"))])
    last = [] if first else [keyboards.button(label(person, "form-back"), data("form", nonce, "back"))]
    rows.append([*last, keyboards.button(label(person, "form-cancel"), data("form", nonce, "stop"))])
    return keyboards.inline(rows)
