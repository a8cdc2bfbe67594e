"""What follows when somebody takes their press back: whoever was told or asked by it hears so."""

from bot import reporters
from bot.aftermath import Aftermath
from bot.facts import NONE, label_of
from core import events as e
from core.access import foremost
from core.action import Notice
from core.case import Deed


async def corrected(after: Aftermath, event: e.ActionUndone) -> None:
    """Whoever was told of it, or has the case again, learns where it stands; the requester only if they were told."""
    spared = {one.person for one in after.events if isinstance(one, e.HolderSpared)}
    notices = _notices(after, event)
    told = [person for notice in notices for person in after.meant_by(notice)]
    staff = (person for person in (*told, *after.concerned()) if person != after.case.requester)
    deed = Deed(event.by or 0, event.step, event.action, after.desk.now)
    for person_id in dict.fromkeys(staff):
        if person_id != event.by and person_id not in spared:
            language = await after.language(person_id)
            action = label_of(after.procedure, deed, language)
            step = _step_now(after, language)
            await after.say(person_id, after.lane, "news-undone", name=_name(after, event), action=action, step=step)
    if after.case.requester in told:
        step = _step_now(after, await after.language(after.case.requester))
        for one in (after, *await reporters.views_of(after)):
            await one.say(one.case.requester, one.lane, "undone-requester", step=step)


async def spared(after: Aftermath, event: e.HolderSpared) -> None:
    """Whoever was asked by it need not go."""
    await after.say(event.person, after.lane, "news-undone-spared", name=_name(after, event))


def _notices(after: Aftermath, event: e.ActionUndone) -> list[Notice]:
    """Everything that was said because of the action, by itself and by the steps that it opened."""
    action = after.procedure.action(event.step, event.action)
    own = action.tell if action is not None else ()
    return [*own, *(notice for step in event.opened for notice in after.procedure.step(step).tell)]


def _step_now(after: Aftermath, language: str) -> str:
    waiting = foremost(after.case.steps, after.procedure)
    return after.procedure.step(waiting.id).title.in_language(language) if waiting is not None else NONE


def _name(after: Aftermath, event: e.Event) -> str:
    person = after.office.person(event.by or 0)
    return person.name if person is not None else ""
