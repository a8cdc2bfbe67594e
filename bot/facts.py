"""What texts may say about a case: the same names in every text, `none` where nothing is known."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bot.house import House, language_of
from bot.texts import Value
from core.access import foremost
from core.case import Case, Deed
from core.deadline import due_at
from core.distance import geodesic_m, printed
from core.field import ChoiceField, Field, PhraseField
from core.judgement import value_of
from core.office import Office
from core.people import Fix, Person
from core.procedure import Procedure

NONE = "none"
WORDS_MOST = 300


@dataclass(frozen=True, slots=True)
class Facts(Mapping[str, Value]):
    """The facts of a case in its reader's language, each worked out when a text asks for it.

    `now` is the time of day to speak of.
    """

    house: House
    case: Case
    procedure: Procedure
    office: Office
    reader: Person | None
    now: str

    @property
    def language(self) -> str:
        """The reader's."""
        return language_of(self.reader)

    def __getitem__(self, name: str) -> Value:
        return _FACTS[name](self)

    def __iter__(self) -> Iterator[str]:
        return iter(_FACTS)

    def __len__(self) -> int:
        return len(_FACTS)

    def area(self) -> Value:
        """The kelurahan."""
        area = self.house.area(self.case.place)
        return area.kelurahan if area is not None else NONE

    def chosen(self, name: str) -> Value:
        """What was chosen for a value."""
        return chosen(self.case, self.procedure, name, self.language) or NONE

    def words(self, name: str) -> Value:
        """What was written for a value."""
        return _words(self.house, self.case, name, self.reader)

    def answer(self, name: str) -> Value:
        """What was chosen or written for a value."""
        return chosen(self.case, self.procedure, name, self.language) or self.words(name)


_FACTS: dict[str, Callable[[Facts], Value]] = {
    "ticket": lambda of: of.case.ticket,
    "title": lambda of: of.procedure.title.in_language(of.language),
    "time": lambda of: of.now,
    "opened": lambda of: of.house.time(of.case.opened_at),
    "area": Facts.area,
    "outside": lambda of: of.house.outside_words(of.case.place, of.language) or NONE,
    "located": lambda of: of.house.time(of.case.place.at) if of.case.place is not None else NONE,
    "officer": lambda of: _officer(of.case, of.procedure, of.office, of.reader),
    "operator": lambda of: _name(of.case, "operator", of.office),
    "distance": lambda of: distance_to_officer(of.case, of.office, of.language) or NONE,
    "kind": lambda of: of.chosen("kind"),
    "reason": lambda of: of.answer("reason"),
    "hindrance": lambda of: of.answer("hindrance"),
    "landmark": lambda of: of.words("landmark"),
    "finding": lambda of: of.answer("finding"),
    "origin": lambda of: of.case.origin.ticket if of.case.origin is not None else NONE,
    "presses": lambda of: str(of.case.presses),
    "until": lambda of: _until(of.house, of.case, of.procedure, of.office),
    "channel": lambda of: of.chosen("channel"),
    "service": lambda of: of.chosen("service"),
    "caller": lambda of: of.words("caller_name"),
}


def chosen(case: Case, procedure: Procedure, name: str, language: str) -> str | None:
    """What was chosen for a value, in words: the label of a choice or of a ready phrase."""
    value = value_of(case, name)
    for field in procedure.fields:
        if field.name == name and isinstance(field, ChoiceField | PhraseField):
            return _labels(field, language).get(str(value))
    return None


def labelled(field: Field, value: str, language: str) -> str:
    """What was chosen or written for a field, in words."""
    ready = _labels(field, language) if isinstance(field, ChoiceField | PhraseField) else {}
    return ready.get(value, value)


def excuse(procedure: Procedure, name: str, words: str, language: str) -> str | None:
    """Words that stand in for an answer that could not be given, after the question that asked for them."""
    for field in procedure.fields:
        if field.unless is not None and field.unless.id == name:
            ready = {phrase.id: phrase.in_language(language) for phrase in field.unless.phrases}
            asked = field.unless.ask.in_language(language) if field.unless.ask is not None else ""
            return f"{asked} {ready.get(words, words)}".strip()
    return None


def label_of(procedure: Procedure, deed: Deed, language: str) -> str:
    """The label of the button that somebody pressed."""
    step = next((one for one in procedure.steps if one.id == deed.step), None)
    if step is not None and step.claim is not None and not deed.action:
        return step.claim.label.in_language(language)
    action = procedure.action(deed.step, deed.action)
    return action.label.in_language(language) if action is not None else deed.action


def distance_to_officer(case: Case, office: Office, language: str) -> str | None:
    """How far the officer's last position is from the place, as people are told: `1,2 km`."""
    place, fix = case.place, officer_fix(case, office)
    if place is None or fix is None:
        return None
    return printed(geodesic_m(place.lat, place.lon, fix.lat, fix.lon), language)


def officer_fix(case: Case, office: Office) -> Fix | None:
    """Where the officer was last."""
    post = _post(case, "officer")
    if post is not None:
        found = office.post(post)
        return found.place if found is not None else None
    officer = office.person(case.named.get("officer", 0))
    return officer.fix or officer.post if officer is not None else None


def accuracy(fix: Fix) -> str:
    """The accuracy of a fix in metres, as texts take it."""
    return str(round(fix.accuracy)) if fix.accuracy else NONE


def clipped(words: str, most: int = WORDS_MOST) -> str:
    """Somebody's words, short enough for a card."""
    return words if len(words) <= most else words[: most - 1] + "…"


def _post(case: Case, named: str) -> str | None:
    """The post that has the name, where it is asked by telephone."""
    post = case.values.get(f"{named}_post")
    return post if isinstance(post, str) else None


def _until(house: House, case: Case, procedure: Procedure, office: Office) -> str:
    """When the time of the step that the case waits for is up."""
    waiting = foremost(case.steps, procedure)
    due = due_at(case, waiting, procedure, office) if waiting is not None else None
    return house.since(due, waiting.opened_at) if waiting is not None and due is not None else NONE


def _name(case: Case, named: str, office: Office) -> Value:
    post = _post(case, named)
    if post is not None:
        return post
    person = office.person(case.named.get(named, 0))
    return person.name if person is not None else NONE


def _labels(field: ChoiceField | PhraseField, language: str) -> dict[str, str]:
    if isinstance(field, PhraseField):
        return {phrase.id: phrase.in_language(language) for phrase in field.phrases}
    return {choice.id: choice.label.in_language(language) for choice in field.choices}


def said(house: House, value: object, reader: Person | None) -> str | None:
    """What stands for an answer that was given by voice; the voice itself is shown as a file."""
    return house.label(reader, "said-by-voice") if isinstance(value, list) and value else None


def names_officers(case: Case, procedure: Procedure, reader: Person | None) -> bool:
    """Whether the reader may know who the officers are: staff, and a requester whose own number we have.

    They have registered, or shared it in this case.
    """
    if reader is None or reader.id != case.requester or reader.is_registered:
        return True
    return any(field.type == "phone" and value_of(case, field.name) is not None for field in procedure.fields)


def _officer(case: Case, procedure: Procedure, office: Office, reader: Person | None) -> Value:
    """The officer's name; the first one only for whoever is not of the office. A post is named to everybody."""
    post = _post(case, "officer")
    if post is not None:
        return post
    person = office.person(case.named.get("officer", 0))
    if person is None or not names_officers(case, procedure, reader):
        return NONE
    return person.first_name if reader is not None and reader.id == case.requester else person.name


def _words(house: House, case: Case, name: str, reader: Person | None) -> Value:
    value = value_of(case, name)
    if (voice := said(house, value, reader)) is not None:
        return voice if reader is not None and reader.id != case.requester else NONE
    return clipped(str(value)) if isinstance(value, str) else NONE
