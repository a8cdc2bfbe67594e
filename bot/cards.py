"""A case as a card: its text for one viewer. State is the card; news comes as messages of their own."""

from collections import Counter
from collections.abc import Iterator

from bot import contests, crew, drafts, in_words, neighbours, parts, step_times, streets, whereabouts
from bot.closing import is_asked
from bot.facts import NONE, Facts, chosen, clipped, label_of, names_officers, said
from bot.house import House, language_of
from bot.identity import identity
from bot.silence import is_silent
from bot.subject import Subject
from bot.texts import Markup
from core.case import Case, OpenStep
from core.field import Field
from core.judgement import value_of
from core.parts import answered
from core.people import Person
from core.step import Step

WRITTEN = frozenset({"text", "number", "phrase"})
PUT_IN_WORDS = frozenset({"choice", "date", "time", "slot", "records", "checklist"})
ON_TOP = frozenset({"kind", "channel", "caller_name", "caller_phone", "way", "said"})
"""What the card says elsewhere, or the news has said."""


def text(house: House, of: Subject) -> str:
    """The card's lines as HTML: what it is, the facts, the step, who has it, until when."""
    lines = [_heading(house, of), *_warnings(house, of), *_marks(house, of), _requester(house, of), *_place(house, of)]
    lines += neighbours.lines(house, of)
    lines += contests.lines(house, of.case, of.procedure, of.viewer)
    lines += [*_particulars(house, of), *_handover(house, of), *_deputised(house, of)]
    if of.case.is_open:
        ordered = sorted(of.case.steps, key=lambda one: not of.procedure.step(one.id).aside)
        for waiting in ordered if of.case.merged is None else ():
            if of.procedure.step(waiting.id).binding:
                lines += ["", *_step(house, of, waiting)]
        lines += step_times.forecast_lines(house, of)
    else:
        lines += ["", _ending(house, of)]
    return "\n".join([*lines, *neighbours.last_lines(house, of)])


def _heading(house: House, of: Subject) -> str:
    language = language_of(of.viewer)
    if of.procedure.lane != "alarm":
        title = of.procedure.title.in_language(language)
        return house.say(of.viewer, "card-heading", ticket=of.case.ticket, title=title)
    kind = chosen(of.case, of.procedure, "kind", language)
    fresh = "new" if of.case.is_open and not of.case.named else "none"
    return house.say(of.viewer, "card-heading-alarm", ticket=of.case.ticket, kind=kind or fresh)


def _warnings(house: House, of: Subject) -> list[str]:
    """What everybody must know before they reach for the telephone."""
    silence = [house.say(of.viewer, "card-do-not-phone")] if is_silent(of.case) else []
    closing = [house.say(of.viewer, "card-asks-close")] if of.case.is_open and is_asked(of.case) else []
    return [*silence, *closing]


def _marks(house: House, of: Subject) -> list[str]:
    """The warnings of the steps that wait, each once."""
    marks = (of.procedure.step(waiting.id).mark for waiting in of.case.steps)
    words = dict.fromkeys(mark.in_language(language_of(of.viewer)) for mark in marks if mark is not None)
    return [house.say(of.viewer, "card-mark", mark=mark) for mark in words]


def _requester(house: House, of: Subject) -> str:
    if of.case.on_behalf:
        return _caller(house, of)
    name = of.requester.name if of.requester is not None else ""
    time = house.since(of.case.opened_at, of.now)
    lines: list[str] = [
        house.say(of.viewer, "card-requester", name=clipped(name, 64), time=time, presses=of.case.presses)
    ]
    if (pressed := of.case.pressed_at) is not None:
        needed = "yes" if of.case.values.get("still_needed") else "none"
        since = house.since(pressed, of.case.opened_at)
        lines.append(house.say(of.viewer, "card-late", pressed=since, received=time, needed=needed))
    number = of.case.personal.get("phone")
    if isinstance(number, str) and not is_silent(of.case):
        lines.append(house.say(of.viewer, "card-number", number=number))
    if of.requester is not None and of.viewer.id != of.requester.id:
        lines += identity(house, of.case, of.viewer, of.requester)
    if of.requester is not None and not of.requester.reachable:
        lines.append(house.say(of.viewer, "card-requester-lost"))
    return "\n".join(lines)


def _caller(house: House, of: Subject) -> str:
    """Whoever called or came, and who of the staff wrote it down."""
    writer = of.office.person(of.case.opened_by or 0)
    known = Facts(house, of.case, of.procedure, of.office, of.viewer, house.time(of.now))
    phone = of.case.personal.get("caller_phone")
    line = house.say(
        of.viewer,
        "card-caller",
        name=known["caller"],
        time=known["opened"],
        channel=known["channel"],
        operator=writer.name if writer is not None else NONE,
    )
    return f"{line}\n{house.say(of.viewer, 'card-caller-phone', number=clipped(phone, 40))}" if phone else line


def _place(house: House, of: Subject) -> list[str]:
    place = of.case.place
    if place is None:
        return [house.say(of.viewer, "card-no-place")] if of.procedure.lane == "alarm" else []
    lines = whereabouts.place(house, of.viewer, of.case, place, of.now)
    street = streets.of(of.case)
    if street is not None:
        lines.append(house.say(of.viewer, "card-street", street=clipped(street, 120)))
    return lines


def _particulars(house: House, of: Subject) -> list[str]:
    lines = [*_answers(house, of), *drafts.lines(house, of)]
    if of.case.evidence:
        lines.append(house.say(of.viewer, "card-evidence", count=len(of.case.evidence)))
    for reason, count in Counter(item.lost for item in of.case.evidence if item.lost is not None).items():
        lines.append(house.say(of.viewer, "card-evidence-lost", count=count, reason=reason))
    officer = of.office.person(of.case.named.get("officer", 0))
    named = names_officers(of.case, of.procedure, of.viewer)
    if officer is not None and named and not _has_declined(of.case, officer):
        post = of.case.values.get("officer_post")
        name = post if isinstance(post, str) else officer.name
        lines += whereabouts.officer(house, of.viewer, of.case, of.office, officer, name, of.now)
    return [*lines, *crew.lines(house, of.viewer, of.case, of.procedure, of.office)]


def _handover(house: House, of: Subject) -> list[str]:
    """To whom whoever has it wants to hand it over, as long as those have not accepted."""
    successor = of.office.person(of.case.offered_to or 0)
    return [house.say(of.viewer, "card-offered", name=successor.name)] if successor is not None else []


def _deputised(house: House, of: Subject) -> Iterator[str]:
    """What was done by those who stood in for another: by whom, and in what capacity."""
    for deed in of.case.deputised:
        by = of.office.person(deed.by)
        name, label = by.name if by is not None else NONE, label_of(of.procedure, deed, language_of(of.viewer))
        yield house.say(of.viewer, "card-deputised", action=label, name=name, capacity=deed.capacity)


def _has_declined(case: Case, officer: Person) -> bool:
    """Whether the officer was passed over and not asked again since."""
    return officer.id in case.passed and not any(officer.id in step.holders for step in case.steps)


def _answers(house: House, of: Subject) -> Iterator[str]:
    """What was written or chosen, each under its question where the file has one."""
    language, told = language_of(of.viewer), set()
    open_to = drafts.told_to_requester(of.procedure) if of.viewer.id == of.case.requester else None
    for field in of.procedure.fields:
        cases = [one for one in answered(of.case, field.name) if value_of(one, field.name) is not None]
        if field.name in told or field.name in ON_TOP or not cases:
            continue
        if open_to is not None and field.name not in open_to:
            continue
        told.add(field.name)
        words = "\n".join(filter(None, (_answer(house, of, one, field) for one in cases)))
        if words:
            asked = field.heading(language) if field.ask is not None else "💬"
            asked += "" if asked.endswith(("?", "💬")) else ":"
            yield house.say(of.viewer, "card-answer", question=asked, answer=clipped(words))


def _answer(house: House, of: Subject, case: Case, field: Field) -> str:
    """The answer in words; empty where it is no matter of words."""
    if field.type in PUT_IN_WORDS:
        return in_words.of_case(house, case, of.procedure, field.name, of.viewer, of.office)
    ready = chosen(case, of.procedure, field.name, language_of(of.viewer))
    return ready or (_written(house, of, value_of(case, field.name)) if field.type in WRITTEN else "")


def _written(house: House, of: Subject, value: object) -> str:
    return said(house, value, of.viewer) or str(value)


def _step(house: House, of: Subject, waiting: OpenStep) -> list[str]:
    step = of.procedure.step(waiting.id)
    rows = max((one.row or 0 for one in of.procedure.steps), default=0)
    title = step.title.in_language(language_of(of.viewer))
    numbered = step.row is not None
    key = "card-step" if numbered else "card-step-unnumbered"
    lines: list[str] = [house.say(of.viewer, key, row=str(step.row or ""), rows=str(rows), step=title)]
    lines += [*parts.lines(house, of, waiting), *_holder(house, of, waiting, step)]
    return [*lines, *step_times.lines(house, of, waiting)]


def _holder(house: House, of: Subject, waiting: OpenStep, step: Step) -> list[str]:
    if not names_officers(of.case, of.procedure, of.viewer):
        return []
    if waiting.claimed_by is not None and waiting.claimed_at is not None:
        person = of.office.person(waiting.claimed_by)
        name = person.name if person is not None else ""
        return [house.say(of.viewer, "card-claimed", name=name, time=house.since(waiting.claimed_at, of.now))]
    if waiting.holders:
        people = [of.office.person(holder) for holder in waiting.holders]
        names = waiting.post or ", ".join(person.name for person in people if person is not None)
        return [house.say(of.viewer, "card-held", name=names)] if names else []
    return [house.say(of.viewer, "card-nobody")] if step.claim is not None else []


def _ending(house: House, of: Subject) -> Markup:
    outcome = of.procedure.outcomes.get(of.case.outcome or "")
    words = outcome.in_language(language_of(of.viewer)) if outcome is not None else of.case.outcome or ""
    at = house.time(of.case.closed_at) if of.case.closed_at is not None else ""
    return house.say(of.viewer, "card-closed", outcome=words, time=at)
