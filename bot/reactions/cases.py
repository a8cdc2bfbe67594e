"""What follows when a case begins, ends, is merged or parted, or its button is pressed again."""

from bot import crew, effects, reporters
from bot.aftermath import Aftermath
from bot.registry import on
from core import events as e
from core.case import FORGOTTEN_AFTER
from core.commands import RingAgain


@on(e.CaseOpened)
async def case_opened(after: Aftermath, event: e.CaseOpened) -> None:
    """The requester is told; those who will be rung see the card coming, silently.

    What staff opened for somebody rings nowhere else, but every card of it is there to be seen.
    """
    origin = await after.desk.unit.case(event.origin) if event.origin is not None else None
    if origin is not None:
        contests = after.house.shelf.of(origin).contest
        if any(one.opens.link == event.link for one in contests):
            await after.tell([notice for one in contests if one.opens.link == event.link for notice in one.tell])
            return
    await after.tell(after.procedure.open.tell)
    await effects.run(after, after.procedure.open.effects)
    ringing = next((step for step in after.procedure.steps if step.ring is not None), None)
    seen = after.case.on_behalf or ringing is None or after.case.step(ringing.id) is None
    if ringing is not None and ringing.performer is not None and seen:
        for role in ringing.performer.roles:
            for person in after.office.holders(role, on_duty=True):
                if not after.is_queued_for(person.id):
                    after.desk.unit.raise_card(after.case.id, person.telegram_id, person.id, after.lane)


@on(e.CaseClosed)
async def case_closed(after: Aftermath, event: e.CaseClosed) -> None:
    """Whoever worked on it learns that it is over, unless they just read so; what is personal is forgotten in time."""
    if after.case.closed_at is not None:
        after.desk.unit.forget_at(after.case.id, after.case.closed_at + FORGOTTEN_AFTER)
    spared = {spared.person for spared in after.events if isinstance(spared, e.HolderSpared)}
    for view in after.views.values():
        took_part = {*after.case.named.values(), *crew.went(after.case)}
        if view.person_id in took_part and view.person_id not in (after.actor, *spared):
            outcome = after.outcome_in(await after.language(view.person_id))
            await after.say(view.person_id, after.news_lane, "news-closed", outcome=outcome)
    await reporters.conclude(after, event.outcome)


@on(e.CaseMerged)
async def case_merged(after: Aftermath, event: e.CaseMerged) -> None:
    """The reporter, whoever had taken the case, and whoever has the main one learn of it."""
    taken = (waiting.claimed_by for waiting in after.case.steps)
    main = after.main.ticket if after.main is not None else ""
    for person_id in dict.fromkeys((*taken, *after.concerned())):
        if person_id is not None and person_id not in (event.by, after.case.requester):
            await after.say(person_id, after.news_lane, "news-merged", main=main)
    await after.say(after.case.requester, after.lane, "merged-told")


@on(e.CaseParted)
async def case_parted(after: Aftermath, event: e.CaseParted) -> None:
    """The reporter, and whoever has the case again, learn that it stands by itself."""
    for waiting in after.case.steps:
        if waiting.claimed_by not in (None, event.by):
            await after.say(waiting.claimed_by, after.news_lane, "news-parted")
    await after.say(after.case.requester, after.lane, "parted-told")


@on(e.PressedAgain)
async def pressed_again(after: Aftermath, event: e.PressedAgain) -> None:
    """Whoever has it learns that the requester pressed again."""
    for person_id in after.listeners():
        await after.say(person_id, after.news_lane, "news-pressed-again")
    if after.main is not None:
        await after.desk.decide(after.main, RingAgain())


@on(e.StepClosed)
@on(e.StepExtended)
@on(e.TimeStopped)
@on(e.TimeResumed)
@on(e.DeadlineMissed)
@on(e.HolderNamed)
@on(e.HandoverOffered)
@on(e.DutyLeft)
@on(e.EvidenceLost)
@on(e.CaseLinked)
@on(e.OutcomeAccepted)
@on(e.ErrandDone)
@on(e.CaseJoined)
@on(e.CaseLeft)
@on(e.PartySplit)
@on(e.StepRested)
@on(e.PartEnded)
async def shown_on_the_card(after: Aftermath, event: e.Event) -> None:
    """The cards, which are brought up to date after every event, say it all."""
