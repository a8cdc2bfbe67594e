"""What an answer becomes: a value of the case, a file of it, or a person named in it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, TypeGuard

from core import events as e
from core.case import Case
from core.commands import Attachment
from core.field import Field, PersonField, PhraseField, TextField, YesNoField
from core.judgement import holds
from core.people import Office
from core.refusal import AnswerMissing, PersonUnfit

PERSONAL = frozenset(
    {"text", "phone", "location", "photos", "voice", "video", "document", "table", "records"}
)


def given(
    case: Case, fields: tuple[Field, ...], answers: dict[str, Any], by: int | None, office: Office
) -> Iterator[e.Event]:
    """The events that the answers cause. Raises `AnswerMissing` and `PersonUnfit`."""
    number = len(case.evidence)
    for field in fields:
        answer = answers.get(field.id)
        reason = answers.get(field.unless.id) if field.unless is not None else None
        if answer is None and reason is None and not field.optional and holds(field.when, case):
            raise AnswerMissing(field.id)
        if reason is not None and field.unless is not None:
            yield e.ValueGiven(by=by, name=field.unless.id, value=e.Personal(reason))
        if isinstance(field, PersonField) and answer is not None:
            yield e.HolderNamed(by=by, name=field.name, person=_fit(answer, field, office))
        elif _files(answer):
            numbers = []
            for attachment in answer:
                number += 1
                numbers.append(number)
                yield evidence(number, attachment, by)
            earlier = case.values.get(field.name, [])
            yield e.ValueGiven(by=by, name=field.name, value=[*earlier, *numbers])
        elif answer is not None:
            yield e.ValueGiven(by=by, name=field.name, value=_value(field, answer))


def evidence(number: int, attachment: Attachment, by: int | None) -> e.EvidenceGiven:
    """The event of one file."""
    file = {"file_id": attachment.file_id, "unique_id": attachment.unique_id, "name": attachment.name}
    return e.EvidenceGiven(by=by, number=number, kind=attachment.kind, file=e.Personal(file))


def position(lat: float, lon: float, at: datetime, accuracy: float | None = None) -> dict[str, Any]:
    """The answer to a question for a location."""
    return {"lat": lat, "lon": lon, "at": at.isoformat(), "accuracy": accuracy}


def _value(field: Field, answer: Any) -> Any:
    if isinstance(field, PhraseField):
        ready = answer in {phrase.id for phrase in field.phrases}
        return answer if ready else e.Personal(answer)
    if isinstance(field, YesNoField):
        return bool(answer)
    if isinstance(field, TextField) or field.type in PERSONAL:
        return e.Personal(answer)
    return answer


def _files(answer: Any) -> TypeGuard[tuple[Attachment, ...]]:
    return isinstance(answer, tuple) and all(isinstance(one, Attachment) for one in answer)


def _fit(person_id: Any, field: PersonField, office: Office) -> int:
    person = office.person(int(person_id))
    if person is None or not person.reachable or not person.holds(field.role):
        raise PersonUnfit()
    if field.on_duty and not person.on_duty:
        raise PersonUnfit()
    return person.id
