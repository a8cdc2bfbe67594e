"""Moments and answers as documents print them: in words, in the language of the document."""

from datetime import date, datetime
from typing import Any

from bot import in_words
from bot.facts import chosen
from bot.house import House
from core.case import Case
from core.field import ChecklistField, ChoiceField, Field, PersonField, SlotField
from core.judgement import value_of
from core.office import Office
from core.parts import answered
from core.people import Person
from core.procedure import Procedure

LANGUAGE = "id"
FILES = frozenset({"photos", "voice", "video", "document"})
BLANK = "-"


def day(house: House, at: date) -> str:
    """`23 November 2026`, of a moment on the local calendar."""
    local = at.astimezone(house.zone) if isinstance(at, datetime) else at
    return house.texts.label(LANGUAGE, "date-day", day=str(local.day), month=local.month, year=str(local.year))


def month(house: House, at: datetime, language: str = LANGUAGE) -> str:
    """`November 2026`."""
    local = at.astimezone(house.zone)
    return house.texts.label(language, "date-month", month=local.month, year=str(local.year))


def short(house: House, at: datetime) -> str:
    """`23-11-2026 09.30`, for the columns of a table."""
    return f"{at.astimezone(house.zone):%d-%m-%Y %H.%M}"


def weekday(house: House, at: date) -> str:
    """`Senin, 23 November 2026`."""
    local = at.astimezone(house.zone) if isinstance(at, datetime) else at
    return house.texts.label(LANGUAGE, "date-weekday", weekday=local.isoweekday(), day=day(house, at))


def clock(house: House, at: datetime) -> str:
    """`09.30 WITA`, with a full stop as Indonesian documents have it."""
    local = at.astimezone(house.zone)
    return f"{local:%H.%M} {local:%Z}"


def moment(house: House, at: datetime) -> str:
    """`Senin, 23 November 2026, pukul 09.30 WITA`."""
    return house.texts.label(LANGUAGE, "date-moment", day=weekday(house, at), time=clock(house, at))


def answer(house: House, case: Case, procedure: Procedure, office: Office, field: Field) -> str:
    """What was answered to a question, by each part of a party in a line of its own; a dash where nothing was."""
    return "\n".join(_answer(house, one, procedure, office, field) for one in answered(case, field.name))


def _answer(house: House, case: Case, procedure: Procedure, office: Office, field: Field) -> str:
    value = value_of(case, field.name)
    if isinstance(field, ChecklistField) and value is not None:
        return in_words.checked(house, None, procedure, field, value)
    if value is None or value == []:
        return BLANK
    match field:
        case PersonField():
            person = office.person(case.named.get(field.name, 0))
            return person.name if person is not None else BLANK
        case SlotField() if field.others is not None and isinstance(value, str):
            value = [value, *(case.values.get(field.others) or ())]
        case ChoiceField() if isinstance(value, list):
            labels = {choice.id: choice.label.in_language(LANGUAGE) for choice in field.choices}
            return ", ".join(labels.get(one, str(one)) for one in value)
    return chosen(case, procedure, field.name, LANGUAGE) or _printed(house, field.type, value)


def values(house: House, case: Case, procedure: Procedure, office: Office, requester: Person | None) -> dict[str, str]:
    """Everything that a template or an argument may name in braces."""
    found = {field.name: answer(house, case, procedure, office, field) for field in procedure.fields}
    named = {name: person.name for name, key in case.named.items() if (person := office.person(key)) is not None}
    return {
        **found,
        **named,
        "ticket": case.ticket,
        "title": procedure.title.in_language(LANGUAGE),
        "opened": day(house, case.opened_at),
        "requester": requester.name if requester is not None else BLANK,
    }


def _printed(house: House, kind: str, value: Any) -> str:
    match kind:
        case "yes_no":
            return house.texts.label(LANGUAGE, "answer-yes-no", yes="yes" if value else "no")
        case "date" | "slot":
            each = value if isinstance(value, list) else [value]
            return "; ".join(_moment(house, str(one)) for one in sorted(each))
        case "records" if isinstance(value, list) and isinstance(value[0], dict):
            return "\n".join(_record(number, one) for number, one in enumerate(value, 1))
        case _ if kind in FILES or isinstance(value, list):
            return house.texts.label(LANGUAGE, "answer-files", count=len(value))
        case "location":
            return f"{value['lat']:.5f}, {value['lon']:.5f}" if isinstance(value, dict) else BLANK
    return str(value)


def _moment(house: House, value: str) -> str:
    """A date, or a time of a date; what is neither is printed as it was given."""
    try:
        if len(value) <= len("2026-11-23"):
            return weekday(house, date.fromisoformat(value))
        at = datetime.fromisoformat(value)
    except ValueError:
        return value
    return moment(house, at if at.tzinfo is not None else at.replace(tzinfo=house.zone))


def _record(number: int, record: Any) -> str:
    return f"{number}. {', '.join(str(part) for part in record.values())}"
