"""The answer to a question in words, for cards, summaries and messages."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from bot.facts import chosen, said
from bot.house import House, language_of
from core.case import Case
from core.field import (
    ChecklistField,
    ChoiceField,
    DateField,
    Field,
    PersonField,
    RecordsField,
    SlotField,
    TimeField,
    YesNoField,
)
from core.judgement import value_of
from core.office import Office
from core.people import Person
from core.procedure import Procedure

LISTED = 5
"""So many records of a list are named."""


def day(house: House, reader: Person | None, of: date) -> str:
    """A day with its weekday, `Sel 24/11/2026`."""
    return house.label(reader, "day-of", weekday=of.weekday(), date=f"{of:%d/%m/%Y}")


def moment(house: House, reader: Person | None, at: datetime) -> str:
    """A moment with its weekday, `Sel 24/11/2026 pukul 09:00`."""
    local = at.astimezone(house.zone)
    return house.label(reader, "moment-of", day=day(house, reader, local.date()), time=house.time(at))


def answer(house: House, reader: Person | None, field: Field, value: Any) -> str | None:
    """The answer in words; None where it is no matter of words, or is one already."""
    match field:
        case ChoiceField() if isinstance(value, list):
            labels = {choice.id: choice.label.in_language(language_of(reader)) for choice in field.choices}
            return ", ".join(labels.get(one, str(one)) for one in value)
        case DateField() if isinstance(value, str):
            return day(house, reader, date.fromisoformat(value))
        case TimeField() if isinstance(value, str):
            return value
        case SlotField() if value:
            each = value if isinstance(value, list) else [value]
            return "; ".join(moment(house, reader, datetime.fromisoformat(one)) for one in sorted(each))
        case RecordsField() if isinstance(value, list):
            named = [", ".join(str(part) for part in record.values()) for record in value[:LISTED]]
            rest = house.label(reader, "records-more", count=len(value) - LISTED) if len(value) > LISTED else ""
            return f"{len(value)}: {'; '.join(named)}{rest}"
        case YesNoField() if isinstance(value, bool):
            return house.label(reader, "answer-yes" if value else "answer-no")
        case _:
            return None


def checked(house: House, reader: Person | None, procedure: Procedure, field: ChecklistField, value: Any) -> str:
    """What was found not to be good on a list, or that all is."""
    language = language_of(reader)
    labels = {one.id: one.label.in_language(language) for one in procedure.lists.get(field.list, ())}
    return "; ".join(labels.get(one, str(one)) for one in value or ()) or house.label(reader, "checklist-good")


def of_case(house: House, case: Case, procedure: Procedure, name: str, reader: Person | None, office: Office) -> str:
    """The value `$name` of a case in words, empty where it has none."""
    if name in case.named:
        person = office.person(case.named[name])
        return person.name if person is not None else ""
    value = value_of(case, name)
    fields: Iterable[Field] = (field for field in procedure.fields if field.name == name)
    field = next((one for one in fields if not isinstance(one, PersonField)), None)
    if isinstance(field, ChecklistField) and value is not None:
        return checked(house, reader, procedure, field, value)
    if value is None or value == []:
        return ""
    if isinstance(field, SlotField) and field.others is not None:
        value = [value, *(case.values.get(field.others) or ())]
    words = answer(house, reader, field, value) if field is not None else None
    return words or chosen(case, procedure, name, language_of(reader)) or said(house, value, reader) or str(value)
