"""A rehearsal as its requester lives it: the alarm's screens, nobody called, over by itself."""

from typing import Any

from aiogram.types import Message

from bot import outgoing, rehearsals
from bot.flows import content, cry, panic
from bot.routes import plain
from bot.visit import Visit
from core.action import Action
from core.case import Case
from core.commands import Act
from core.procedure import Procedure
from core.rehearsal import buttons


async def press(visit: Visit, procedure: Procedure) -> Any:
    """/latihan: not while the real thing is open, and one at a time; a form that was open is left."""
    if await visit.alarm() is not None:
        return visit.reply("rehearsal-not-now", await visit.menu())
    if await visit.rehearsal() is not None:
        return await _say(visit, "rehearsal-goes-on")
    if visit.conversation.state == "form":
        visit.end()
    await visit.desk.open(procedure, visit.person)
    return None


async def contribute(message: Message, visit: Visit, case: Case) -> Any:
    """What is sent during a rehearsal; a cry for help in words is asked about, for it may have become real."""
    if cry.in_words(message) or cry.is_asked(visit):
        return await cry.ask(message, visit)
    pressed = _button(visit, case, content.words(message))
    if pressed is not None:
        await visit.desk.decide(case, Act(by=visit.person.id, action=pressed.id))
        return None
    try:
        parts = content.parts(message, visit.desk.now)
    except content.OddPosition:
        return visit.reply("odd-position", await visit.menu())
    done = await panic.add(visit, case, parts)
    if any(notice.who.kind == "requester" for action in done for notice in action.tell):
        return None
    return await _say(visit, "rehearsal-kept" if done else "rehearsal-unreadable")


async def end(visit: Visit, case: Case) -> Any:
    """Batal."""
    await rehearsals.end(visit, case)


async def silence(visit: Visit) -> Any:
    """Jangan telepon, explained where it does no harm."""
    return await _say(visit, "rehearsal-silence")


def _button(visit: Visit, case: Case, words: str) -> Action | None:
    """The action whose label came as words: the keyboard at the bottom sends them so."""
    found = buttons(visit.desk.house.shelf.of(case))
    languages = visit.desk.house.texts.languages
    return next((one for one in found if plain(words) in {plain(one.label.in_language(la)) for la in languages}), None)


async def _say(visit: Visit, key: str) -> Any:
    words = visit.say("rehearsal-frame", words=visit.say(key))
    return outgoing.text(visit.person.telegram_id, words, await visit.menu())
