"""How a field is asked: its words, and the answers that are one tap away."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from bot import keyboards
from bot.facts import clipped
from bot.flows import candidates, moments
from bot.house import House, language_of
from bot.presses import data
from bot.texts import Markup
from core.case import Case
from core.field import (
    ChecklistField,
    ChoiceField,
    DateField,
    DocumentField,
    DurationField,
    Field,
    PersonField,
    PhoneField,
    PhraseField,
    RecordsField,
    SlotField,
    TextField,
    TimeField,
    YesNoField,
)
from core.office import Office
from core.people import Person
from core.procedure import Procedure
from core.question import Reason, Several
from core.slots import wanted

PAGE = 8
"""So many slots are shown at once."""


@dataclass(frozen=True, slots=True)
class Option:
    """An answer that is one tap away: its label, and the value it stands for."""

    label: str
    value: Any


@dataclass(frozen=True, slots=True)
class Asking:
    """Who is asked in which case, with the office as it is now.

    `taken` are the places that others hold, `own` the moments that the case has one of; `values` is what is known so
    far, and `around` the day to begin at.
    """

    house: House
    person: Person
    office: Office
    case: Case | None
    now: datetime
    taken: Mapping[datetime, int] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)
    around: date | None = None
    own: Collection[datetime] = ()
    procedure: Procedure | None = None


def options(asking: Asking, asked: Field) -> list[Option]:
    """The ready answers to a question."""
    language = language_of(asking.person)
    match asked:
        case ChoiceField():
            return [Option(choice.label.in_language(language), choice.id) for choice in asked.choices]
        case DurationField():
            return [Option(length.in_language(language), str(length)) for length in asked.lengths]
        case PhraseField():
            return [Option(phrase.in_language(language), phrase.id) for phrase in asked.phrases]
        case YesNoField():
            return [
                Option(asking.house.label(asking.person, key), key == "answer-yes")
                for key in ("answer-yes", "answer-no")
            ]
        case PersonField():
            return [Option(label, value) for label, value in candidates.offered(asking, asked)]
        case ChecklistField():
            entries = asking.procedure.lists.get(asked.list, ()) if asking.procedure is not None else ()
            return [Option(one.label.in_language(language), one.id) for one in entries]
        case DateField() | TimeField() | SlotField():
            return [Option(label, value) for label, value in moments.offered(asking, asked)]
        case _:
            return []


def reasons(asking: Asking, reason: Reason) -> list[Option]:
    """The ready reasons for which a field may stay without its answer."""
    return [Option(phrase.in_language(language_of(asking.person)), phrase.id) for phrase in reason.phrases]


def question(asking: Asking, asked: Field) -> Markup:
    """The question as HTML."""
    words = asked.ask.in_language(language_of(asking.person)) if asked.ask is not None else asked.id
    return asking.house.say(asking.person, "form-question", question=words)


def hint(asking: Asking, asked: Field) -> Markup:
    """A word on how to answer."""
    kind: str = asked.type
    more: dict[str, Any] = {}
    if isinstance(asked, TextField) and asked.voice:
        kind = "said"
    elif isinstance(asked, PhraseField) and not asked.own_words:
        kind = "choice"
    elif isinstance(asked, PersonField) and asked.several:
        kind = "people"
    elif isinstance(asked, PersonField) and asked.free_at is not None:
        kind = "person-at"
    elif isinstance(asked, ChoiceField) and asked.several:
        kind = "choices"
    elif isinstance(asked, PhoneField) and asked.own:
        kind = "contact"
    elif isinstance(asked, SlotField) and (count := wanted(asked, asking.values)) > 1:
        kind, more = "slots", {"count": count, "seats": asked.seats or 0}
    elif isinstance(asked, DocumentField):
        kind = "scan" if takes_pictures(asked) else "document"
        more = {"kinds": kinds(asked)}
    elif isinstance(asked, RecordsField) and asked.unless is not None and asked.unless.photo:
        kind = "records-or-photo"
    return asking.house.say(asking.person, f"form-hint-{kind}", most=getattr(asked, "max", 0) or 0, **more)


def takes_pictures(asked: DocumentField) -> bool:
    """Whether a photo is as good as a file."""
    return not {"jpg", "png"}.isdisjoint(asked.accept)


def kinds(asked: DocumentField) -> str:
    """The kinds of file that are taken, as people write them."""
    return ", ".join(kind.upper() for kind in asked.accept)


def ticked_at_most(asking: Asking, asked: Field) -> int | None:
    """Of how many ready answers the question is made up: 0 for as many as one likes, None where one is enough."""
    if isinstance(asked, SlotField):
        count = wanted(asked, asking.values)
        return count if count > 1 else None
    several = isinstance(asked, PersonField | ChoiceField) and asked.several
    return 0 if several or isinstance(asked, ChecklistField) else None


def ticks(asking: Asking, asked: Field, found: Sequence[Option]) -> bool:
    """Whether the ready answers are ticked, one or several, and then sent; of one alone there is nothing to tick."""
    return isinstance(asked, ChecklistField) or (ticked_at_most(asking, asked) is not None and len(found) > 1)


def keyboard(
    asking: Asking,
    asked: Field,
    found: Sequence[Option],
    nonce: str,
    *,
    first: bool,
    files: int = 0,
    ticked: Collection[Any] = (),
    shown: int = 0,
) -> Any:
    """The ready answers, of many those from the place `shown` on, then what else can be done.

    Only the keyboard at the bottom can ask for a contact; there the ways on and back are words.
    """
    if isinstance(asked, PhoneField) and asked.own:
        return keyboards.contact(asking.house, asking.person, back=not first, skip=asked.optional)
    label, person = asking.house.label, asking.person
    rows = _ready(asking, asked, found, nonce, ticked, shown)
    enough = isinstance(asked, ChecklistField) or len(ticked) >= (ticked_at_most(asking, asked) or 1)
    if enough or (isinstance(asked, Several) and files >= asked.min):
        rows.append([keyboards.button(label(person, "form-done"), data("form", nonce, "done"), "success")])
    if asked.unless is not None and not asked.unless.photo and not files:
        rows.append([keyboards.button(label(person, "form-without"), data("form", nonce, "without"))])
    if asked.optional and not files:
        rows.append([keyboards.button(label(person, "form-skip"), data("form", nonce, "skip"))])
    last = [] if first else [keyboards.button(label(person, "form-back"), data("form", nonce, "back"))]
    rows.append([*last, keyboards.button(label(person, "form-cancel"), data("form", nonce, "stop"))])
    return keyboards.inline(rows)


def _ready(
    asking: Asking, asked: Field, found: Sequence[Option], nonce: str, ticked: Collection[Any], shown: int
) -> keyboards.Rows:
    """The ready answers as buttons; of many a page, with the way to the others."""
    width = 2 if isinstance(asked, ChoiceField | DateField | ChecklistField) else 1
    last = shown + PAGE if isinstance(asked, SlotField) else len(found)
    mark = "⚠️" if isinstance(asked, ChecklistField) else "✓"
    labels = [f"{mark} {option.label}" if option.value in ticked else option.label for option in found]
    taps = [keyboards.button(clipped(words, 60), data("form", nonce, n)) for n, words in enumerate(labels)]
    rows = keyboards.in_rows(taps[shown:last], width)
    ways = [("form-earlier", max(0, shown - PAGE))] if shown > 0 else []
    ways += [("form-later", last)] if last < len(found) else []
    label = asking.house.label
    rows.append([keyboards.button(label(asking.person, key), data("form", nonce, "more", at)) for key, at in ways])
    return rows
