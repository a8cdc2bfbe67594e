"""What follows when somebody acts, takes it back, or gives words, a position or a file."""

from bot import checklists, drafts, effects, places, recorded
from bot.aftermath import WORDS_MOST, Aftermath
from bot.facts import NONE, clipped, excuse
from bot.registry import on
from bot.surroundings import refresh_neighbours
from bot.undoing import corrected
from core import events as e
from core.parts import plain
from storage.errands import Errand


@on(e.ActionTaken)
async def action_taken(after: Aftermath, event: e.ActionTaken) -> None:
    """Everybody is told whom the action's `tell:` names, and its effects run."""
    action = after.procedure.action(event.step, event.action)
    if event.recorded_by is not None and event.by is not None and action is not None:
        await recorded.for_them(after, event.by, event.recorded_by, action)
    if action is not None:
        await after.tell(action.tell)
        await effects.run(after, action.effects)


@on(e.ActionUndone)
async def action_undone(after: Aftermath, event: e.ActionUndone) -> None:
    """Everybody who was told hears that it was a mistake."""
    await corrected(after, event)


@on(e.ValueGiven)
async def value_given(after: Aftermath, event: e.ValueGiven) -> None:
    """News of the requester reaches whoever has the case: a position as a map, words as words."""
    if isinstance(event.value, list):
        await checklists.follow(after, event)
    if event.name == "requester_lost":
        for person_id in after.concerned():
            await after.say(person_id, after.news_lane, "news-requester-lost", asker=after.lane)
    if event.name == "position":
        refresh_neighbours(after.desk, after.case)
    if not isinstance(event.value, e.Personal) or event.by is None:
        return
    if after.brings_along:
        return
    if event.name == "position":
        await places.given(after)
    for person_id in after.listeners():
        if (person_id, event.name) in after.relayed:
            continue
        if person_id == after.case.requester and plain(event.name) not in drafts.told_to_requester(after.procedure):
            continue
        if isinstance(event.value.value, str) and person_id != event.by and not after.comes_anew:
            key = "news-words-requester" if event.by == after.case.requester else "news-words-staff"
            if event.name == "phone":
                key = "news-number"
            language = await after.language(person_id)
            words = excuse(after.procedure, event.name, event.value.value, language) or event.value.value
            by = after.office.person(event.by)
            name = by.name if by is not None else NONE
            await after.say(
                person_id, after.news_lane, key, name=name, words=clipped(words, WORDS_MOST), asker=after.lane
            )


@on(e.EvidenceGiven)
async def evidence_given(after: Aftermath, event: e.EvidenceGiven) -> None:
    """The file is fetched at full size, and shown to whoever has the case."""
    payload = {"number": event.number, "kind": event.kind, **event.file.value}
    key = f"evidence:{after.case.id}:{event.number}"
    after.desk.unit.ask(Errand("evidence", {"case_id": after.case.id, **payload}, after.case.id, key))
    for person_id in after.listeners():
        person = await after.person(person_id)
        has_card = person is not None and (after.main is not None or person.telegram_id in after.views)
        if person_id != event.by and has_card:
            await after.show_evidence(person_id, [event.number])
