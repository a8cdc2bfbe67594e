"""A letter's code was scanned: what it is and whether it counts, for anybody."""

from typing import Any

from bot.documents.verification import CODE, public_state
from bot.visit import Visit


async def verify(visit: Visit, code: str) -> Any:
    """The public state of the letter with that code."""
    unit, house = visit.desk.unit, visit.desk.house
    letter = await unit.letter(code) if CODE.fullmatch(code) else None
    case = await unit.case(letter.case_id) if letter is not None else None
    if letter is None or case is None:
        return visit.reply("letter-unknown", await visit.menu())
    title = house.shelf.of(case).title.in_language(visit.person.language)
    state = public_state(letter, await unit.letters_of(case.id), case.ticket, title)
    return visit.reply("letter-verified", await visit.menu(), **state.values(house))
