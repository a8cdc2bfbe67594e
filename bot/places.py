"""What positions cause: news of weight to whoever has the case, lost signals to whom the file names."""

from datetime import datetime

from bot import streets
from bot.aftermath import Aftermath
from bot.facts import NONE, distance_to_officer
from bot.registry import on
from core import events as e
from core.distance import geodesic_m, printed
from core.step import Step


async def given(after: Aftermath) -> None:
    """A position was sent: whoever has the case gets the map."""
    streets.ask(after)
    for person_id in after.listeners():
        if after.main is not None:
            await after.say(person_id, after.lane, "news-merged-position")
        await after.show_place(person_id)


async def still_away(after: Aftermath, step: Step, person_id: int) -> str:
    """How far whoever is on the way still is, at a step that follows them; `none` elsewhere."""
    on_the_way = any(watch.who is None for watch in step.follows)
    far = distance_to_officer(after.case, after.office, await after.language(person_id)) if on_the_way else None
    return far or NONE


@on(e.PlaceMoved)
async def place_moved(after: Aftermath, event: e.PlaceMoved) -> None:
    """Whoever has the case hears that the place is elsewhere now, and gets the new map."""
    streets.ask(after)
    for person_id in after.listeners():
        far = printed(event.metres, await after.language(person_id))
        await after.say(person_id, after.lane, "news-place-moved", far=far)
        await after.show_place(person_id)


@on(e.FollowingEnded)
async def following_ended(after: Aftermath, event: e.FollowingEnded) -> None:
    """Whoever has the case hears that the place does not move by itself any more."""
    if event.reason == "stopped":
        streets.ask(after)
        for person_id in after.listeners():
            await after.say(person_id, after.news_lane, "news-live-ended")


@on(e.SignalLost)
async def signal_lost(after: Aftermath, event: e.SignalLost) -> None:
    """Those whom the file names hear whose signal is lost, since when, and where it was last."""
    person = await after.person(event.person)
    place = after.case.place
    last = place if event.person == after.case.requester else person.fix if person is not None else None
    area = after.house.area(last)
    await after.tell(
        after.procedure.step(event.step).follows[event.watch].tell,
        name=person.name if person is not None else NONE,
        since=after.house.time(datetime.fromisoformat(event.since)),
        where=area.kelurahan if area is not None else NONE,
        far=printed(geodesic_m(last.lat, last.lon, place.lat, place.lon)) if last and place else NONE,
    )


@on(e.SignalFound)
@on(e.FollowingStarted)
async def shown_on_the_card(after: Aftermath, event: e.Event) -> None:
    """The cards say it all."""
