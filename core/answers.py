"""What an answer becomes: a value of the case, a file of it, or a person named in it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, TypeGuard

from core import events as e
from core.action import Action, Consequence
from core.case import Case
from core.change import replace
from core.choice import chosen, named
from core.commands import Attachment
from core.drafts import newest
from core.field import (
    ChecklistField,
    DocumentField,
    DurationField,
    Field,
    LocationField,
    PersonField,
    PhraseField,
    SlotField,
    TextField,
    YesNoField,
)
from core.judgement import holds, value_of
from core.office import Office
from core.people import Fix
from core.question import Several
from core.refusal import AnswerMissing
from core.slots import booked
from core.step import Step

PERSONAL = frozenset({"text", "phone", "location", "photos", "voice", "video", "document", "table", "records"})


def asked_of(step: Step, action: Action, *, recorded: bool) -> tuple[Field, ...]:
    """What an action of a step asks; of whoever records it for somebody else also how they answered, first."""
    return (*step.on_behalf.asks, *action.asks) if recorded and step.on_behalf is not None else action.asks


def given(
    case: Case, fields: tuple[Field, ...], answers: Mapping[str, Any], by: int | None, office: Office
) -> Iterator[e.Event]:
    """The events that the answers cause. Raises `AnswerMissing` and `PersonUnfit`.

    Whether a question was to be asked follows from the case and the answers before it; an answer to one that was not
    is dropped.
    """
    number, so_far = len(case.evidence), case
    for field in fields:
        if not holds(field.when, so_far):
            continue
        answer = _answer(field, answers)
        reason = answers.get(field.unless.id) if field.unless is not None and answer is None else None
        if answer is None and reason is None and not field.optional:
            raise AnswerMissing(field.id)
        if isinstance(field, LocationField) and not field.live and case.followed is not None and case.place is not None:
            yield e.FollowingEnded(by=by, reason="elsewhere", position=e.Personal(as_answer(case.place)))
        if field.unless is not None and answer is not None and value_of(case, field.unless.id) is not None:
            yield e.ValueGiven(by=by, name=field.unless.id, value=None)
        if reason is not None and field.unless is not None:
            if _files(reason):
                yield from _filed(field.unless.id, reason, (), number, by)
                number += len(reason)
            else:
                yield e.ValueGiven(by=by, name=field.unless.id, value=e.Personal(reason))
            so_far = replace(so_far, values={**so_far.values, field.unless.id: reason})
        if answer is None:
            continue
        so_far = replace(so_far, values={**so_far.values, field.name: answer})
        if isinstance(field, PersonField):
            so_far = replace(so_far, values={**so_far.values, **chosen(field, answer)})
            yield from named(case, field, answer, by, office, so_far)
        elif _files(answer):
            yield from _filed(field.name, answer, _earlier(case, field), number, by)
            number += len(answer)
        elif isinstance(field, SlotField):
            for name, value in booked(field, answer).items():
                yield e.ValueGiven(by=by, name=name, value=value)
        else:
            yield e.ValueGiven(by=by, name=field.name, value=_value(field, answer))
            if isinstance(field, LocationField) and field.live and "live" in answer and by == case.requester:
                yield e.FollowingStarted(by=by, message=answer["live"], until=answer["until"])


def written(case: Case, consequence: Consequence, by: int | None) -> Iterator[e.Event]:
    """The events that rewrite values from others, all from how they stand now."""
    for name, source in consequence.write.items():
        person, value = case.named.get(source[1:]), value_of(case, source[1:])
        if person is not None:
            yield e.HolderNamed(by=by, name=name, person=person)
        elif files := newest(case, source[1:]):
            yield e.ValueGiven(by=by, name=name, value=[*files])
        else:
            personal = source[1:] in case.personal
            yield e.ValueGiven(by=by, name=name, value=e.Personal(value) if personal else value)
    for name in consequence.clear:
        yield e.ValueGiven(by=by, name=name, value=None)


def _filed(
    name: str, files: tuple[Attachment, ...], earlier: Iterable[int], number: int, by: int | None
) -> Iterator[e.Event]:
    """The events of files that answer something, numbered on from `number`."""
    numbers = range(number + 1, number + 1 + len(files))
    for place, attachment in zip(numbers, files, strict=True):
        yield evidence(place, attachment, by)
    yield e.ValueGiven(by=by, name=name, value=[*earlier, *numbers])


def evidence(number: int, attachment: Attachment, by: int | None) -> e.EvidenceGiven:
    """The event of one file."""
    file = {"file_id": attachment.file_id, "unique_id": attachment.unique_id, "name": attachment.name}
    return e.EvidenceGiven(by=by, number=number, kind=attachment.kind, file=e.Personal(file))


def as_answer(fix: Fix) -> dict[str, Any]:
    """A fix as the answer to a question for a location."""
    return position(fix.lat, fix.lon, fix.at, fix.accuracy)


def position(lat: float, lon: float, at: datetime, accuracy: float | None = None) -> dict[str, Any]:
    """The answer to a question for a location."""
    return {"lat": lat, "lon": lon, "at": at.isoformat(), "accuracy": accuracy}


def _answer(field: Field, answers: Mapping[str, Any]) -> Any:
    """What answers the field, None where nothing or not enough does."""
    answer = answers.get(field.id)
    if isinstance(field, DurationField) and answer not in {str(length) for length in field.lengths}:
        return None
    least = field.min if isinstance(field, Several) else int(not isinstance(field, ChecklistField))
    enough = not isinstance(answer, (str, tuple, list)) or len(answer) >= least
    return answer if enough else None


def _earlier(case: Case, field: Field) -> list[int]:
    """The files that answered the field before and still count."""
    replaced = isinstance(field, DocumentField) and not field.versions
    earlier = case.values.get(field.name)
    return earlier if isinstance(earlier, list) and not replaced else []


def _value(field: Field, answer: Any) -> Any:
    if isinstance(field, PhraseField):
        ready = answer in {phrase.id for phrase in field.phrases}
        return answer if ready else e.Personal(answer)
    if isinstance(field, YesNoField):
        return answer in (True, "yes")
    if isinstance(field, TextField) or field.type in PERSONAL:
        return e.Personal(answer)
    return answer


def _files(answer: Any) -> TypeGuard[tuple[Attachment, ...]]:
    return isinstance(answer, tuple) and all(isinstance(one, Attachment) for one in answer)
