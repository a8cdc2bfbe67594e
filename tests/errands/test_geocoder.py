"""The street at a position is asked of Nominatim: politely, once for each place, and not at any price."""

from typing import Any

import pytest
from notes import results
from played_parts import Counterpart, Running
from standing_clock import StandingClock

from bot.geocoder import Geocoder
from storage.database import Database
from storage.errands import Errand


def locate(number: int, lat: float = 3.30001, lon: float = 117.6) -> Errand:
    """The errand of one position."""
    return Errand("geocode", {"case_id": None, "lat": lat, "lon": lon}, None, f"geocode:{number}")


def answer(**address: Any) -> tuple[int, dict[str, Any]]:
    """What Nominatim says."""
    return 200, {"lat": "3.3", "lon": "117.6", "display_name": "Tarakan", "address": address}


async def test_the_street_is_found(
    db: Database, clock: StandingClock, counterpart: Counterpart, running: Running
) -> None:
    """The server is asked for the rounded position, by name, under its own path."""
    counterpart.answers = [answer(road=" Jalan Contoh ", city="Tarakan")]
    async with running({"geocode": Geocoder(f"{counterpart.url}/nominatim", clock)}) as loop:
        await loop.do(locate(1))
    ((request, _),) = counterpart.asked
    assert (request.path, request.query["lat"], request.query["lon"]) == ("/nominatim/reverse", "3.3", "117.6")
    assert request.headers["User-Agent"] == "sigap"
    assert await results(db) == [("geocode", {"street": "Jalan Contoh"})]


@pytest.mark.parametrize(
    "said", [answer(city="Tarakan"), answer(road=7), (200, {"error": "Unable to geocode"})], ids=["city", "odd", "sea"]
)
async def test_where_there_is_no_street_nobody_is_told(
    db: Database, clock: StandingClock, counterpart: Counterpart, running: Running, said: tuple[int, Any]
) -> None:
    """A position at sea or an odd answer yields nothing, and is not asked again."""
    counterpart.answers = [said]
    async with running({"geocode": Geocoder(counterpart.url, clock)}) as loop:
        await loop.do(locate(1), locate(2))
        await loop.forward(seconds=1)
    assert len(counterpart.asked) == 1
    assert await results(db) == []


async def test_one_question_a_second(
    db: Database, clock: StandingClock, counterpart: Counterpart, running: Running
) -> None:
    """Three places take three seconds of the product's clock; a place that is known takes none."""
    counterpart.answers = [answer(road="Jalan Contoh")]
    async with running({"geocode": Geocoder(counterpart.url, clock)}) as loop:
        await loop.do(*(locate(number, lat=number) for number in (1, 2, 3)))
        for asked in (1, 2, 3):
            assert asked == len(counterpart.asked)
            await loop.forward(seconds=1)
        await loop.do(*(locate(number + 3, lat=number + 0.00004) for number in (1, 2, 3)))
    assert len(counterpart.asked) == 3
    assert len(await results(db)) == 6


async def test_a_server_that_fails_is_asked_again_for_a_while(
    db: Database, clock: StandingClock, counterpart: Counterpart, running: Running
) -> None:
    """A street that comes after a quarter of an hour helps nobody: then it is given up."""
    counterpart.answers = [(503, {}), (200, "no address"), (429, {})]
    async with running({"geocode": Geocoder(counterpart.url, clock)}) as loop:
        await loop.do(locate(1))
        for seconds in (2, 4, 900):
            assert await results(db) == []
            await loop.forward(seconds=seconds)
    assert len(counterpart.asked) == 4
    assert [kind for kind, _ in await results(db)] == ["geocode"]


async def test_a_clock_put_back_does_not_make_it_wait_for_hours(
    db: Database, clock: StandingClock, counterpart: Counterpart, running: Running
) -> None:
    """The second place is asked for at once; the turn that the first one took is hours ahead now."""
    counterpart.answers = [answer(road="Jalan Contoh")]
    async with running({"geocode": Geocoder(counterpart.url, clock)}) as loop:
        await loop.do(locate(1))
        clock.forward(hours=-5)
        await loop.do(locate(2, 3.4))
    assert len(counterpart.asked) == 2
