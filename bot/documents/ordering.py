"""The effect `letter`: numbers a letter in the transaction that asks for it, and writes down what it is to say."""

import re
import secrets
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from bot.documents import wording
from bot.documents.signing import signature_under, signatures, signed_as
from core.action import Effect
from core.drafts import newest
from core.events import ActionTaken
from core.letter_order import REQUESTER, Order, order
from core.paper_events import LetterNumbered
from core.people import Person
from storage.errands import Errand
from storage.letters import LetterRow
from storage.titles import Titles

if TYPE_CHECKING:
    from bot.aftermath import Aftermath

CODE_BYTES = 16
"""128 bits, 22 characters of a deep link."""


async def ask_for_letter(after: "Aftermath", effect: Effect) -> None:
    """Give the letter its number and have it made; a dropped unit of work gives the number back."""
    asked, house, unit, case = order(effect), after.house, after.desk.unit, after.case
    year, code = house.year(after.desk.now), secrets.token_urlsafe(CODE_BYTES)
    classified = house.letterhead.code(asked.template, asked.code)
    serial = await unit.next_number(f"letter-{classified}-{year}")
    number = house.letterhead.number(classified, serial, year)
    title = title_of(after, asked)
    signer = await _signer(after, asked)
    to, copies = await _people(after, asked.to), await _people(after, asked.copies)
    content = await _content(after, asked, signer, to, copies) | {"number": number, "title": title}
    recipients = dict.fromkeys(one.id for one in (*to, *copies, *([signer] if signer is not None else [])))
    unit.write_letter(
        LetterRow(
            code=code,
            case_id=case.id,
            template=asked.template,
            title=title,
            year=year,
            serial=serial,
            number=number,
            dated_at=after.desk.now,
            recipients=tuple(recipients),
            content=content,
        )
    )
    unit.ask(Errand("letter", {"code": code}, case.id, f"letter:{code}"))
    await after.witness(LetterNumbered(by=after.actor, code=code, template=asked.template, number=number))


def title_of(after: "Aftermath", asked: Order) -> str:
    """What the letter is called: as the file says, else as the product does, else by its template's name."""
    given, texts = dict(asked.words).get("title"), after.house.texts
    if given is not None:
        return given
    known = texts.has(f"letter-title-{asked.template}")
    words = texts.label(wording.LANGUAGE, f"letter-title-{asked.template}") if known else asked.template
    return words if known else words.replace("_", " ").capitalize()


async def _content(
    after: "Aftermath", asked: Order, signer: Person | None, to: Sequence[Person], copies: Sequence[Person]
) -> dict[str, Any]:
    house, case, procedure, now = after.house, after.case, after.procedure, after.desk.now
    requester = await after.person(case.requester)
    values = wording.values(house, case, procedure, after.office, requester)
    titles = await after.desk.unit.titles(one.id for one in (*to, *copies, *([signer] if signer is not None else [])))
    asked_first = {field.name: field for field in procedure.open.form if field.type not in wording.FILES}
    return {
        "date": wording.day(house, now),
        "moment": wording.moment(house, now),
        "case": {
            "ticket": case.ticket,
            "title": procedure.title.in_language(wording.LANGUAGE),
            "number": procedure.number or "",
            "opened": wording.day(house, case.opened_at),
            "requester": values["requester"],
        },
        "to": [_printed(after, one, titles.get(one.id)) for one in to],
        "copies": [_printed(after, one, titles.get(one.id)) for one in copies],
        "signer": await _signed_by(after, asked, signer, titles.get(signer.id) if signer is not None else None),
        "answers": [
            {"question": field.heading(wording.LANGUAGE), "answer": words}
            for name, field in asked_first.items()
            if (words := values[name]) != wording.BLANK
        ],
        "words": {name: _filled(words, values) for name, words in asked.words},
        "values": values,
        "signatures": await signatures(after, asked),
        "after": _files(after, asked),
    }


def _printed(after: "Aftermath", person: Person, titles: Titles | None, asked: Order | None = None) -> dict[str, str]:
    """Somebody as the letter prints them; whoever holds no role has neither NIP nor position."""
    known = titles or Titles()
    role = asked.by if asked is not None and asked.by in person.roles else _role(after, person)
    own = known.position if role is None or role in person.own_roles else ""
    position = own or (after.procedure.role_title(role).id if role else "")
    capacity = (
        "" if role in person.own_roles else next((one.capacity for one in person.acting if role in one.roles), "")
    )
    return {"name": person.name, "nip": known.nip, "rank": known.rank, "position": position, "capacity": capacity}


def _role(after: "Aftermath", person: Person) -> str | None:
    """The role by which somebody has to do with the case: that of a step of theirs, else any."""
    known = after.procedure.known_roles
    at = {event.step for event in after.events if isinstance(event, ActionTaken) and event.by == person.id}
    own = [step.performer for step in after.procedure.steps if step.id in at and step.performer is not None]
    roles = [role for performer in own for role in performer.roles if role in person.roles]
    chosen = [after.procedure.role_of(performer) for performer in own]
    held = sorted(role for role in person.roles if role in known)
    return next((role for role in (*roles, *chosen, *held) if role is not None and role in person.roles), None)


async def _signer(after: "Aftermath", asked: Order) -> Person | None:
    """Whose letter it is: as the file says, else whoever did what it follows from.

    Whoever did it at a step of that role, in the holder's place or not, comes before the holder; under a reply it is
    whoever put their signature to it.
    """
    put = signature_under(after, asked)
    if put is not None:
        return await after.person(put.by or 0)
    actor = after.office.person(after.actor) if after.actor is not None else None
    if asked.by is None or (actor is not None and (actor.holds(asked.by) or asked.by in _acted_as(after))):
        return actor
    return next(iter(await _people(after, (asked.by,))), None)


def _acted_as(after: "Aftermath") -> set[str]:
    """The roles whose step the letter follows from."""
    steps = {event.step for event in after.events if isinstance(event, ActionTaken)}
    performers = (step.performer for step in after.procedure.steps if step.id in steps and step.performer is not None)
    return {role for performer in performers for role in performer.roles}


async def _signed_by(
    after: "Aftermath", asked: Order, signer: Person | None, titles: Titles | None
) -> dict[str, Any] | None:
    """The signer as printed; `record` is their signature where there is one, None where they have not acted."""
    if signer is None:
        return None
    put = signature_under(after, asked)
    if put is None:
        approved = {} if signer.id == after.actor else {"record": None}
        return _printed(after, signer, titles, asked) | approved
    shown = await signed_as(after, put, titles)
    return _printed(after, signer, titles) | {"position": shown["position"], "capacity": "", "record": shown}


async def _people(after: "Aftermath", names: Iterable[str]) -> list[Person]:
    found: list[Person] = []
    for name in names:
        if name == REQUESTER:
            person = await after.person(after.case.requester)
            found += [person] if person is not None else []
        elif name.startswith("$"):
            person = after.office.person(after.case.named.get(name[1:], 0))
            found += [person] if person is not None else []
        else:
            found += after.office.holders(name)
    return found


def _filled(words: str, values: dict[str, str]) -> str:
    """The words with the case's values in the place of `{name}` and `$name`."""
    return re.sub(
        r"\{([a-z][a-z0-9_]*)\}|\$([a-z][a-z0-9_]*)",
        lambda found: values.get(found[1] or found[2], wording.BLANK),
        words,
    )


def _files(after: "Aftermath", asked: Order) -> list[int]:
    """The files that the letter is bound behind: the newest version of that answer."""
    return list(newest(after.case, (asked.after or "").removeprefix("$")))
