"""The street at a position, from a Nominatim server: at most one question a second, each asked once.

Source: https://operations.osmfoundation.org/policies/nominatim/
"""

from collections import OrderedDict
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from geopy.adapters import AioHTTPAdapter
from geopy.exc import GeopyError
from geopy.geocoders import Nominatim

from bot.clock import Clock
from bot.errands import Done, ErrandKind, NotYet, Postponed
from storage.errands import ErrandRow

ANSWER_WITHIN_S = 5
ONE_EVERY = timedelta(seconds=1)
DECIMALS = 4
"""Of degrees: 11 metres."""
REMEMBERED = 1000
WAYS = ("road", "pedestrian", "footway", "path")
LONGEST_NAME = 100

Place = tuple[float, float]


class Geocoder(ErrandKind):
    """Payload: lat, lon in degrees. Result: street, or nothing where there is none."""

    give_up_after = timedelta(minutes=15)

    def __init__(self, url: str, clock: Clock) -> None:
        parts = urlsplit(url)
        self._server = {"scheme": parts.scheme, "domain": parts.netloc + parts.path}
        self._clock = clock
        self._free_at = clock.now()
        self._known: OrderedDict[Place, str | None] = OrderedDict()

    async def do(self, errand: ErrandRow) -> Done:
        """Ask for the street, unless it is known."""
        place = (round(errand.payload["lat"], DECIMALS), round(errand.payload["lon"], DECIMALS))
        if place not in self._known:
            self._known[place] = await self._ask(place)
        self._known.move_to_end(place)
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        street = self._known[place]
        return Done({"street": street} if street else {})

    async def _ask(self, place: Place) -> str | None:
        now = self._clock.now()
        if now < self._free_at <= now + ONE_EVERY:
            raise Postponed(self._free_at)
        self._free_at = now + ONE_EVERY
        try:
            async with Nominatim(
                **self._server, timeout=ANSWER_WITHIN_S, user_agent="sigap", proxies={}, adapter_factory=AioHTTPAdapter
            ) as server:
                found = await server.reverse(place, language="id", zoom=17)
        except GeopyError as error:
            raise NotYet(type(error).__name__) from error
        return _street(found.raw) if found is not None else None


def _street(raw: Any) -> str | None:
    address = raw.get("address") if isinstance(raw, dict) else None
    names = [address.get(way) for way in WAYS] if isinstance(address, dict) else []
    return next((name.strip()[:LONGEST_NAME] for name in names if isinstance(name, str) and name.strip()), None)
