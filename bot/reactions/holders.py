"""What follows when somebody is passed over, spared, followed by another, or nobody is there."""

from bot import crew
from bot.aftermath import Aftermath
from bot.facts import NONE
from bot.registry import on
from bot.undoing import spared
from core import events as e
from core.access import awaited
from core.case import OpenStep
from core.performer import Kind


@on(e.HandedOver)
async def handed_over(after: Aftermath, event: e.HandedOver) -> None:
    """Whoever takes over gets the card anew; whoever had it learns who has it now."""
    if event.by is not None:
        await after.ring([event.by])
        successor = await after.person(event.by)
        name = successor.name if successor is not None else NONE
        await after.say(event.person, after.news_lane, "news-handed-over", name=name)


@on(e.StepReassigned)
async def step_reassigned(after: Aftermath, event: e.StepReassigned) -> None:
    """Whoever has it from now on gets the card, and learns from whom; whoever had it learns who has it now."""
    had = await after.person(next(iter(event.previous), 0))
    by = await after.person(event.by or 0)
    left = had.name if had is not None else NONE
    giver = by.name if by is not None else NONE
    for person_id in event.holders:
        title = after.procedure.step(event.step).title.in_language(await after.language(person_id))
        await after.ring([person_id])
        if event.reason == "left":
            await after.say(person_id, after.news_lane, "news-left-to-you", name=left, step=title)
        elif person_id != event.by:
            await after.say(person_id, after.news_lane, "news-reassigned", name=giver, step=title)
    now = [person.name for one in event.holders if (person := after.office.person(one)) is not None]
    for person_id in event.previous if event.reason != "left" else ():
        await after.say(person_id, after.news_lane, "news-reassigned-away", name=giver, to=", ".join(now) or NONE)


@on(e.HolderPassed)
async def holder_passed(after: Aftermath, event: e.HolderPassed) -> None:
    """Whoever was passed over is told, and so is whoever is above: who did not answer, and who is asked now."""
    if event.reason == "declined":
        return
    passed = await after.person(event.person)
    if event.reason == "unanswered":
        await after.say(event.person, after.news_lane, "news-passed-over")
    name = passed.name if passed is not None else ""
    step = after.procedure.step(event.step)
    if step.each:
        await crew.passed(after, event, name)
        return
    alike = (one for one in after.case.steps if after.procedure.step(one.id).performer == step.performer)
    asked = next((person for one in alike for person in one.holders), 0)
    now_asked = after.office.person(asked)
    officer = now_asked.name if now_asked is not None else NONE
    key = "news-holder-unanswered" if event.reason == "unanswered" else "news-holder-unreachable"
    for person_id in after.superiors(after.procedure.above_of(step)):
        if person_id != event.person and asked == event.person:
            await after.say(person_id, after.news_lane, "news-holder-lost", name=name)
        elif person_id != event.person:
            await after.say(person_id, after.news_lane, key, name=name, officer=officer)


@on(e.HolderSpared)
async def holder_spared(after: Aftermath, event: e.HolderSpared) -> None:
    """Whoever was asked beside others learns that they need not answer, unless they are asked for something else."""
    still_asked = {person for waiting in after.case.steps for person in waiting.holders}
    if any(isinstance(one, e.ActionUndone) for one in after.events):
        await spared(after, event)
        return
    if event.person in still_asked or event.person == after.case.requester:
        return
    if after.case.is_open:
        await after.say(event.person, after.news_lane, "news-not-needed")
    else:
        outcome = after.outcome_in(await after.language(event.person))
        await after.say(event.person, after.news_lane, "news-turn-back", outcome=outcome)


@on(e.NobodyHolds)
async def nobody_holds(after: Aftermath, event: e.NobodyHolds) -> None:
    """Those higher up are called at once, and told why it is they."""
    waiting, performer = after.case.entry(event.entry), after.procedure.step(event.step).performer
    by_name = performer is not None and performer.kind is Kind.PERSON
    if waiting is not None and waiting.sleeps:
        await _gone(after, waiting)
        return
    for person_id in after.called(waiting) if waiting is not None else ():
        if not by_name and not after.is_queued_for(person_id):
            role = after.procedure.role_title(event.widened[0]).in_language(await after.language(person_id))
            key = "news-nobody-holds" if after.lane == "alarm" else "news-nobody-at-desk"
            await after.say(person_id, after.lane, key, role=role)
        await after.ring([person_id])


async def _gone(after: Aftermath, waiting: OpenStep) -> None:
    """Whoever a step to come was given to is not there any more: those higher up see to it in time."""
    step = after.procedure.step(waiting.id)
    for person_id in awaited(after.case, waiting, after.procedure, after.office):
        await after.ring([person_id])
        title = step.title.in_language(await after.language(person_id))
        await after.say(person_id, after.news_lane, "news-holder-gone", step=title)
