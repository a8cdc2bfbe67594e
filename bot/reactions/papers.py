"""What follows when a letter is numbered or made, a register is written, or a first page is painted."""

from bot.aftermath import Aftermath
from bot.documents.posting import post
from bot.registry import on
from core import events as e
from storage.errands import Errand


@on(e.LetterMade)
async def letter_made(after: Aftermath, event: e.LetterMade) -> None:
    """Everybody whom it is for gets the file."""
    letter = await after.desk.unit.letter(event.code)
    if letter is None or letter.path is None:
        return
    for person_id in letter.recipients:
        person = await after.person(person_id)
        if person is not None and person.has_chat:
            known = {"title": letter.title, "number": letter.number, "ticket": after.case.ticket}
            caption = after.house.say(person, "letter-caption-apart" if event.apart else "letter-caption", **known)
            name = f"{letter.template}-{letter.serial}-{after.case.ticket}.pdf"
            after.desk.unit.ask(post(after.case.id, person, letter.path, event.code, caption, name=name))


@on(e.LetterFailed)
async def letter_failed(after: Aftermath, event: e.LetterFailed) -> None:
    """Those of the office whom it was for learn that there is none, and that its number is taken."""
    letter = await after.desk.unit.letter(event.code)
    for person_id in letter.recipients if letter is not None else ():
        if letter is not None and person_id != after.case.requester:
            title, number = letter.title, letter.number
            await after.say(person_id, after.news_lane, "letter-failed", letter=title, number=number)


@on(e.EvidenceKept)
async def evidence_kept(after: Aftermath, event: e.EvidenceKept) -> None:
    """Of a document that answers a question the first page is painted."""
    case, asked = after.case, {field.name for field in after.procedure.fields if field.type == "document"}
    answers = (value for name, value in case.values.items() if name in asked and isinstance(value, list))
    if any(event.number in numbers for numbers in answers):
        payload = {"case_id": case.id, "number": event.number}
        after.desk.unit.ask(Errand("first_page", payload, case.id, f"first_page:{case.id}:{event.number}"))


@on(e.FirstPageDrawn)
async def first_page_drawn(after: Aftermath, event: e.FirstPageDrawn) -> None:
    """Whoever has the case's card already sees it; others get it with the card."""
    for view in after.views.values():
        await after.show_page(view.person_id, event.number)


@on(e.LetterNumbered)
@on(e.RegisterWritten)
async def written_down(after: Aftermath, event: e.Event) -> None:
    """The cards say it all."""
