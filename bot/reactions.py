"""What each event causes. One function an event type; texts and recipients that a procedure names stand in its file."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot import crew, effects, groups, places, recorded, reporters, storms
from bot.aftermath import WORDS_MOST, Aftermath
from bot.facts import NONE, clipped, excuse
from bot.registry import on, reaction_to
from bot.reminding import remind
from bot.surroundings import refresh_neighbours
from bot.undoing import corrected, spared
from core import events as e
from core.case import FORGOTTEN_AFTER, Case
from core.commands import RingAgain
from core.people import Office
from core.performer import Kind
from core.procedure import Procedure
from storage.rows import Errand

if TYPE_CHECKING:
    from bot.desk import Desk


async def follow(desk: "Desk", case: Case, events: Sequence[e.Event], procedure: Procedure, office: Office) -> None:
    """Let everything happen that the events cause."""
    after = Aftermath(desk, case, procedure, office, events)
    after.in_storm = procedure.storm is not None and await desk.unit.storm(procedure.id) is not None
    after.main = await reporters.main_of(desk.unit, case)
    after.views = {view.chat_id: view for view in await desk.unit.card_views(case.id) if view.chat_id > 0}
    for event in events:
        await reaction_to(event)(after, event)
    after.refresh()
    if not after.is_in_queue:
        await groups.show(after)
    if procedure.storm is not None:
        await storms.follow_up(after)


@on(e.CaseOpened)
async def case_opened(after: Aftermath, event: e.CaseOpened) -> None:
    """The requester is told; those who will be rung see the card coming, silently.

    What staff opened for somebody rings nowhere else, but every card of it is there to be seen.
    """
    origin = await after.desk.unit.case(event.origin) if event.origin is not None else None
    if origin is not None:
        contests = after.house.shelf.of(origin).contest
        await after.tell([notice for one in contests if one.opens.link == event.link for notice in one.tell])
        return
    await after.tell(after.procedure.open.tell)
    effects.run(after, after.procedure.open.effects)
    ringing = next((step for step in after.procedure.steps if step.ring is not None), None)
    seen = after.case.on_behalf or ringing is None or after.case.step(ringing.id) is None
    if ringing is not None and ringing.performer is not None and seen:
        for role in ringing.performer.roles:
            for person in after.office.holders(role, on_duty=True):
                if not after.is_queued_for(person.id):
                    after.desk.unit.raise_card(after.case.id, person.telegram_id, person.id, after.lane)


@on(e.StepOpened)
async def step_opened(after: Aftermath, event: e.StepOpened) -> None:
    """Whoever is called gets the card, with a sound; whoever has it already hears that it is their turn."""
    step, waiting = after.procedure.step(event.step), after.case.entry(event.entry)
    await after.tell(step.tell)
    effects.run(after, step.effects)
    if waiting is None or step.optional:
        return
    for person_id in after.called(waiting):
        person = await after.person(person_id)
        if step.ring is not None or (person is not None and person.telegram_id not in after.views):
            await after.ring([person_id])
        elif person_id != after.actor and person_id not in after.told:
            title = step.title.in_language(await after.language(person_id))
            await after.say(person_id, after.news_lane, "news-your-turn", step=title)


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


@on(e.ActionTaken)
async def action_taken(after: Aftermath, event: e.ActionTaken) -> None:
    """Everybody is told whom the action's `tell:` names, and its effects run."""
    action = after.procedure.action(event.step, event.action)
    if event.recorded_by is not None and event.by is not None and action is not None:
        await recorded.for_them(after, event.by, event.recorded_by, action)
    if action is not None:
        await after.tell(action.tell)
        effects.run(after, action.effects)


@on(e.ActionUndone)
async def action_undone(after: Aftermath, event: e.ActionUndone) -> None:
    """Everybody who was told hears that it was a mistake."""
    await corrected(after, event)


@on(e.ValueGiven)
async def value_given(after: Aftermath, event: e.ValueGiven) -> None:
    """News of the requester reaches whoever has the case: a position as a map, words as words."""
    if event.name == "requester_lost":
        for person_id in after.concerned():
            await after.say(person_id, after.news_lane, "news-requester-lost")
    if event.name == "position":
        await refresh_neighbours(after.desk, after.case)
    if not isinstance(event.value, e.Personal) or event.by is None:
        return
    if after.brings_along:
        return
    if event.name == "position":
        await places.given(after)
    for person_id in after.listeners():
        if (person_id, event.name) in after.relayed:
            continue
        if isinstance(event.value.value, str) and person_id != event.by and not after.comes_anew:
            key = "news-words-requester" if event.by == after.case.requester else "news-words-staff"
            if event.name == "phone":
                key = "news-number"
            language = await after.language(person_id)
            words = excuse(after.procedure, event.name, event.value.value, language) or event.value.value
            by = after.office.person(event.by)
            name = by.name if by is not None else NONE
            await after.say(person_id, after.news_lane, key, name=name, words=clipped(words, WORDS_MOST))


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


@on(e.HandedOver)
async def handed_over(after: Aftermath, event: e.HandedOver) -> None:
    """Whoever takes over gets the card anew; whoever had it learns who has it now."""
    if event.by is not None:
        await after.ring([event.by])
        successor = await after.person(event.by)
        name = successor.name if successor is not None else NONE
        await after.say(event.person, after.news_lane, "news-handed-over", name=name)


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
    for person_id in after.called(waiting) if waiting is not None else ():
        if not by_name and not after.is_queued_for(person_id):
            role = after.procedure.role_title(event.widened[0]).in_language(await after.language(person_id))
            await after.say(person_id, after.lane, "news-nobody-holds", role=role)
        await after.ring([person_id])


@on(e.StepWidened)
async def step_widened(after: Aftermath, event: e.StepWidened) -> None:
    """Further roles may take the step: their phones ring."""
    await after.ring(person.id for person in after.office.holders_of(event.roles))


@on(e.Rang)
async def rang(after: Aftermath, event: e.Rang) -> None:
    """Every phone of those called rings again."""
    waiting = after.case.entry(event.entry)
    await after.ring(after.called(waiting) if waiting is not None else ())


@on(e.PressedAgain)
async def pressed_again(after: Aftermath, event: e.PressedAgain) -> None:
    """Whoever has it learns that the requester pressed again."""
    for person_id in after.listeners():
        await after.say(person_id, after.news_lane, "news-pressed-again")
    if after.main is not None:
        await after.desk.decide(after.main, RingAgain())


@on(e.Reminded)
async def reminded(after: Aftermath, event: e.Reminded) -> None:
    """Whoever is late is reminded; from 100 % whoever is above is told too."""
    await remind(after, event)


@on(e.TimerFired)
async def timer_fired(after: Aftermath, event: e.TimerFired) -> None:
    """Everybody is told whom the timer's `tell:` names."""
    told = after.procedure.step(event.step).timers[event.timer].tell
    await after.tell([one for one in told if not (after.is_in_queue and one.who.kind is Kind.ROLE)])


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


@on(e.StepClosed)
@on(e.StepExtended)
@on(e.DeadlineMissed)
@on(e.HolderNamed)
@on(e.HandoverOffered)
@on(e.DutyLeft)
@on(e.EvidenceKept)
@on(e.EvidenceLost)
@on(e.CaseLinked)
@on(e.OutcomeAccepted)
@on(e.ErrandDone)
@on(e.CaseJoined)
@on(e.CaseLeft)
async def shown_on_the_card(after: Aftermath, event: e.Event) -> None:
    """The cards, which are brought up to date after every event, say it all."""
