"""What follows when a step opens, is taken, given back or rings, and when its time passes."""

from bot import drafts, effects
from bot.aftermath import Aftermath
from bot.registry import on
from bot.reminding import remind, remind_ahead
from core import events as e
from core.performer import Kind


@on(e.StepOpened)
async def step_opened(after: Aftermath, event: e.StepOpened) -> None:
    """Whoever is called gets the card, with a sound; whoever has it already hears that it is their turn.

    Of a step that sleeps nobody hears before it begins.
    """
    if not event.sleeps:
        await _call(after, event)


@on(e.StepBegan)
async def step_began(after: Aftermath, event: e.StepBegan) -> None:
    """The moment has come: now it is somebody's turn."""
    await _call(after, event)


async def _call(after: Aftermath, event: e.StepOpened | e.StepBegan) -> None:
    step, waiting = after.procedure.step(event.step), after.case.entry(event.entry)
    await after.tell(step.tell)
    await effects.run(after, step.effects)
    if waiting is None or step.optional:
        return
    for person_id in after.called(waiting):
        person = await after.person(person_id)
        if step.ring is not None or (person is not None and person.telegram_id not in after.views):
            await after.ring([person_id])
        elif person_id != after.actor and person_id not in after.told:
            title = step.title.in_language(await after.language(person_id))
            await after.say(person_id, after.news_lane, "news-your-turn", step=title)
        await after.show_evidence(person_id, drafts.at_hand(after.case, after.procedure))


@on(e.StepClaimed)
async def step_claimed(after: Aftermath, event: e.StepClaimed) -> None:
    """The requester learns that somebody has it; whoever had it before learns who."""
    claim = after.procedure.step(event.step).claim
    if event.previous is not None:
        taker = after.office.person(event.by or 0)
        name = taker.name if taker is not None else ""
        await after.say(event.previous, after.news_lane, "news-taken-over", name=name)
    elif claim is not None:
        await after.tell(claim.tell)


@on(e.ClaimEnded)
async def claim_ended(after: Aftermath, event: e.ClaimEnded) -> None:
    """Whoever had it and everybody called learn that it is open again; the ring itself is an event of its own."""
    claim, waiting = after.procedure.step(event.step).claim, after.case.entry(event.entry)
    if claim is None or waiting is None:
        return
    had = await after.person(event.person)
    name = had.name if had is not None else ""
    for person_id in after.called(waiting):
        if person_id != event.person and not after.is_queued_for(person_id):
            key = "news-claim-lapsed" if event.reason == "lapsed" else "news-claim-released"
            await after.say(person_id, after.lane, key, name=name)
    if event.reason == "lapsed":
        label = claim.label.in_language(await after.language(event.person))
        await after.say(event.person, after.lane, "news-your-claim-lapsed", label=label)


@on(e.StepWidened)
async def step_widened(after: Aftermath, event: e.StepWidened) -> None:
    """Further roles may take the step: their phones ring."""
    await after.ring(person.id for person in after.office.holders_of(event.roles))


@on(e.Rang)
async def rang(after: Aftermath, event: e.Rang) -> None:
    """Every phone of those called rings again."""
    waiting = after.case.entry(event.entry)
    await after.ring(after.called(waiting) if waiting is not None else ())


@on(e.Reminded)
async def reminded(after: Aftermath, event: e.Reminded) -> None:
    """Whoever is late is reminded; from 100 % whoever is above is told too."""
    await remind(after, event)


@on(e.RemindedAhead)
async def reminded_ahead(after: Aftermath, event: e.RemindedAhead) -> None:
    """A date comes near: whoever the reminder is for is told."""
    await remind_ahead(after, event)


@on(e.TimerFired)
async def timer_fired(after: Aftermath, event: e.TimerFired) -> None:
    """Everybody is told whom the timer's `tell:` names."""
    told = after.procedure.step(event.step).timers[event.timer].tell
    await after.tell([one for one in told if not (after.is_in_queue and one.who.kind is Kind.ROLE)])
